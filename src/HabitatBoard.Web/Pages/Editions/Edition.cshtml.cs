using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Editions;

/// <summary>One publication of a session, to take away as it was.</summary>
public sealed class EditionModel(BoardDbContext db) : BoardPage, IOfEditions
{
    public EditionContract Edition { get; private set; } = null!;

    /// <summary>The number of the edition before; null for the first.</summary>
    public int? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync(string edition, CancellationToken cancellationToken)
    {
        var editions = (await EditionsApi.ReadAsync(db, [Session.Id], cancellationToken)).Select(e => e.Edition).ToList();
        var number = int.TryParse(edition, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        if (editions.Find(e => e.Number == number) is not { } found)
        {
            return Fail(ErrorCode.EditionNotFound, Problems.Shorten(edition));
        }
        Edition = found;
        Before = editions.Where(e => e.Number < number).Select(e => (int?)e.Number).Max();
        PlaceInSession(T.Format("editions.one", number), Crumb($"/sessions/{Session.Id}/editions", T["nav.editions"]));
        return Page();
    }
}
