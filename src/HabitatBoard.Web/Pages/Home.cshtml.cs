using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using HabitatBoard.Web.Pages.Decisions;
using HabitatBoard.Web.Pages.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages;

/// <summary>The latest session at a glance, and the next.</summary>
public sealed class HomeModel(BoardDbContext db) : BoardPage
{
    public SessionFrame? Latest { get; private set; }

    public LocalizedText Venue { get; private set; } = LocalizedText.None;

    public SessionMode? Mode { get; private set; }

    public SessionStatus Status { get; private set; }

    public NeighbourSession? Next { get; private set; }

    public IReadOnlyList<DecisionLine> Decisions { get; private set; } = [];

    public IReadOnlyList<AgendaItem> Agenda { get; private set; } = [];

    public ReportName? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Place(section: null, T["frame.product"]);
        if (await SessionFrame.ReadLatestAsync(db, cancellationToken) is not { } latest)
        {
            return Page();
        }
        Latest = Frame.Session = latest;
        var session = await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == latest.Id, cancellationToken);
        (Venue, Mode, Status) = (session.Place, session.Mode, session.Status);
        Next = await NeighbourSession.AfterAsync(db, session, cancellationToken);
        Decisions = await DecisionLine.ReadAsync(db, db.Decisions.Where(d => d.SessionId == latest.Id).OrderBy(d => d.Year).ThenBy(d => d.Number), cancellationToken);
        Agenda = await db.AgendaItems.AsNoTracking()
            .Where(i => i.SessionId == latest.Id && i.Version == AgendaVersion.Adopted && i.Letter == "").OrderBy(i => i.Number).ToListAsync(cancellationToken);
        Report = await ReportName.ReadAsync(db, latest.Id, cancellationToken);
        return Page();
    }
}
