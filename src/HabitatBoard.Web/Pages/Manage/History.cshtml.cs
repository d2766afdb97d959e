using System.Globalization;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>Who changed what, when and why, newest first.</summary>
[Accepts("unit", "author", "from", "until", "before")]
internal sealed class HistoryModel(WorkingStore store) : StaffPage
{
    private const int Shown = 50;

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public int Total { get; private set; }

    public UnitNames Names { get; private set; } = null!;

    public HistoryFilter Filter { get; private set; } = new();

    public IReadOnlyList<string> Units { get; private set; } = [];

    /// <summary>The address of the rows before these; null where there are none.</summary>
    public string? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        string? Given(string name) => Request.Query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
        DateOnly? Day(string name) => Given(name) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue && day > DateOnly.MinValue ? day
            : throw new RecordException(ErrorCode.InvalidParameter, name, Problems.Shorten(text), "2024-05-06");
        var before = Given("before") is not { } text ? (long?)null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence
            : throw new RecordException(ErrorCode.InvalidParameter, "before", Problems.Shorten(text), "1234");
        Filter = new HistoryFilter(Given("unit"), Author: Given("author"), From: Day("from"), Until: Day("until"), Before: before);
        await using var db = await store.OpenAsync(cancellationToken);
        (Changes, Total) = await History.ListAsync(db, Filter, Shown, cancellationToken);
        Names = await UnitNames.ReadAsync(db, Changes.Select(c => c.Unit).Distinct(), cancellationToken);
        Units = [HabitatBoard.Publishing.Units.Registers, .. await db.Sessions.OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Select(s => s.Id).ToListAsync(cancellationToken)];
        if (Changes.Count == Shown && Changes[^1].Sequence > 1)
        {
            var query = Request.Query.Where(q => q.Key != "before").Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString()));
            Older = Frame.Href($"/manage/history{QueryString.Create([.. query, new("before", Changes[^1].Sequence.ToString(CultureInfo.InvariantCulture))])}");
        }
        Place("history", T["manage.history"]);
        return Page();
    }
}
