using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Statements;

/// <summary>Statements of all sessions, newest session first, narrowed by whatever the form says.</summary>
[Accepts("session", "year", "item", "delegation", "capacity", "kind", "onBehalfOf", "after")]
public sealed class IndexModel(BoardDbContext db, PublishedRegisters registers) : BoardPage
{
    private const int Shown = 200;

    /// <summary>Sessions to choose from: the newest, which is what the form is asked for.</summary>
    private const int SessionsOffered = 30;

    public StatementForm Form { get; private set; } = null!;

    public IReadOnlyList<(string Session, LocalizedText Title, IReadOnlyList<(AgendaItem? Item, IReadOnlyList<Turn> Turns)> Items)> Sessions { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Place("statements", T["nav.statements"]);
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        var filter = StatementForm.Read(Request);
        var (query, wrong) = await StatementsApi.NarrowAsync(db, db.Statements, filter, snapshot, cancellationToken);
        if (wrong is var (name, value, accepted))
        {
            return Fail(ErrorCode.InvalidParameter, name, Problems.Shorten(value), accepted);
        }
        Total = await query.CountAsync(cancellationToken);
        if (Request.Query["after"].FirstOrDefault() is { } after)
        {
            if (after.Split('.') is not [var last, var paragraphText, var orderText]
                || !int.TryParse(paragraphText, NumberStyles.None, CultureInfo.InvariantCulture, out var paragraph)
                || !int.TryParse(orderText, NumberStyles.None, CultureInfo.InvariantCulture, out var order))
            {
                return Fail(ErrorCode.InvalidCursor, Problems.Shorten(after));
            }
            query = query.Where(s => string.Compare(s.SessionId, last) < 0 || (s.SessionId == last && (s.Paragraph.Number > paragraph || (s.Paragraph.Number == paragraph && s.Order > order))));
        }
        var speeches = await Speech.ReadAsync(
            query.OrderByDescending(s => s.SessionId).ThenBy(s => s.Paragraph.Number).ThenBy(s => s.Order).Take(Shown + 1), snapshot, cancellationToken);
        if (speeches.Count > Shown)
        {
            speeches = [.. speeches.Take(Shown)];
            var parameters = Request.Query.Where(p => p.Key != "after").Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value.ToString())}")
                .Append(string.Create(CultureInfo.InvariantCulture, $"after={speeches[^1].Session}.{speeches[^1].Paragraph}.{speeches[^1].Order}"));
            Next = Frame.Href($"/statements?{string.Join('&', parameters)}");
        }
        var ids = speeches.Select(s => s.Session).Distinct().ToList();
        var items = await db.AgendaItems.AsNoTracking().Where(i => ids.Contains(i.SessionId) && i.Version == AgendaVersion.Adopted)
            .OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(cancellationToken);
        var titles = await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToDictionaryAsync(s => s.Id, s => s.Title, cancellationToken);
        Sessions =
        [
            .. speeches.GroupBy(s => s.Session).Select(g => (
                g.Key,
                titles[g.Key],
                (IReadOnlyList<(AgendaItem?, IReadOnlyList<Turn>)>)[.. g.GroupBy(s => s.Item).Select(i => (items.Find(x => x.SessionId == g.Key && x.Label == i.Key), Turn.Of(i)))])),
        ];
        var offered = await db.Sessions.AsNoTracking().Where(s => db.AgendaItems.Any(i => i.SessionId == s.Id)).OrderByDescending(s => s.Year).ThenByDescending(s => s.Number)
            .Take(SessionsOffered).Select(s => new { s.Id, s.Title }).ToListAsync(cancellationToken);
        Form = new StatementForm(
            Frame.Href("/statements"),
            Keep: null,
            filter,
            snapshot,
            Language,
            [.. offered.Select(s => (s.Id, s.Title))],
            [.. items.Select(i => (i.Slug, i.Label)).Distinct()],
            snapshot.Delegations.Keys.ToHashSet());
        return Page();
    }
}
