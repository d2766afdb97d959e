using HabitatBoard.Data;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Pictures;

/// <summary>A session at a glance: who spoke on what, where decisions came from, who attended.</summary>
public sealed class SessionModel(BoardDbContext db, PublishedRegisters registers) : BoardPage
{
    public Speakers Speakers { get; private set; } = null!;

    public Origins Origins { get; private set; } = null!;

    /// <summary>Whether there is another session to compare it with.</summary>
    public bool HasOthers { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        PlaceInSession(T["nav.overview"]);
        Speakers = await Speakers.ReadAsync(db, Session.Id, await registers.ReadAsync(db, cancellationToken), Language, cancellationToken);
        Origins = await Origins.ReadAsync(db, Session.Id, cancellationToken);
        HasOthers = await SessionsModel.OnRecord(db).CountAsync(cancellationToken) > 1;
        return Page();
    }
}
