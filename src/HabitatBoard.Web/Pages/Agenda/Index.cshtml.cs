using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Sessions;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Agenda;

/// <summary>The agenda of a session, with what was adopted under each item.</summary>
public sealed class IndexModel(BoardDbContext db) : BoardPage
{
    public IReadOnlyList<AgendaItem> Items { get; private set; } = [];

    /// <summary>By the item's number as written.</summary>
    public ILookup<string?, AdoptionContract> Adoptions { get; private set; } = null!;

    /// <summary>The paragraph in which the agenda was adopted.</summary>
    public int? AdoptedIn { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var id = Session.Id;
        PlaceInSession(T["nav.agenda"]);
        Items = await db.AgendaItems.AsNoTracking().Where(i => i.SessionId == id && i.Version == AgendaVersion.Adopted)
            .OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(cancellationToken);
        Adoptions = (await AdoptionsApi.ReadAsync(db.Adoptions.Where(a => a.SessionId == id), cancellationToken)).ToLookup(a => a.Adoption.Item, a => a.Adoption);
        AdoptedIn = await db.Acts.Where(a => a.SessionId == id && a.Kind == ActKind.AdoptedAgenda && a.SubjectSessionId == null)
            .OrderBy(a => a.Paragraph.Number).Select(a => (int?)a.Paragraph.Number).FirstOrDefaultAsync(cancellationToken);
        return Page();
    }
}
