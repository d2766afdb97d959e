using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Editions;

/// <summary>Two editions of a session, field by field.</summary>
[Accepts("from", "to")]
public sealed class CompareModel(BoardDbContext db) : BoardPage, IOfEditions
{
    public int From { get; private set; }

    public int To { get; private set; }

    public DifferenceList Differences { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var contents = new List<byte[]>(2);
        var numbers = new List<int>(2);
        foreach (var name in new[] { "from", "to" })
        {
            var text = Request.Query[name].ToString();
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return Fail(ErrorCode.InvalidParameter, name, Problems.Shorten(text), "1");
            }
            if (await db.Editions.Where(e => e.Unit == Session.Id && e.Number == number).Select(e => e.Content).FirstOrDefaultAsync(cancellationToken) is not { } content)
            {
                return Fail(ErrorCode.EditionNotFound, Problems.Shorten(text));
            }
            contents.Add(content);
            numbers.Add(number);
        }
        (From, To) = (numbers[0], numbers[1]);
        var (differences, names) = UnitDifferences.Between(db, contents[0], contents[1]);
        Differences = new DifferenceList(differences, names, Staff: false);
        PlaceInSession(T.Format("editions.compared", From, To), Crumb($"/sessions/{Session.Id}/editions", T["nav.editions"]));
        return Page();
    }
}
