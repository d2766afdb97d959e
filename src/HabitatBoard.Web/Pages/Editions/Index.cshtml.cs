using HabitatBoard.Data;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Editions;

/// <summary>The publications of a session, newest first.</summary>
public sealed class IndexModel(BoardDbContext db) : BoardPage, IOfEditions
{
    public IReadOnlyList<EditionContract> Editions { get; private set; } = [];

    public bool IsWithdrawn { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        PlaceInSession(T["nav.editions"]);
        Editions = [.. (await EditionsApi.ReadAsync(db, [Session.Id], cancellationToken)).Select(e => e.Edition)];
        IsWithdrawn = !await db.Sessions.AnyAsync(s => s.Id == Session.Id, cancellationToken);
        return Page();
    }
}
