using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Pictures;

/// <summary>Sessions beside each other: how many attended, spoke and decided. The newest with a record.</summary>
public sealed class SessionsModel(BoardDbContext db) : BoardPage
{
    private const int Shown = 24;

    public IReadOnlyList<Line> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Place("sessions", T["pictures.sessions"], Crumb("/sessions", T["nav.sessions"]));
        Sessions = await OnRecord(db).AsNoTracking().OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Take(Shown)
            .Select(s => new Line(
                s.Id,
                s.Title,
                db.Attendance.Count(a => a.SessionId == s.Id && a.Presence == HabitatBoard.Attendance.Presence.Present),
                db.Statements.Where(x => x.SessionId == s.Id && x.DelegationCode != null).Select(x => x.DelegationCode).Distinct().Count(),
                db.Statements.Count(x => x.SessionId == s.Id),
                db.Statements.Count(x => x.SessionId == s.Id && x.DelegationCode != null),
                db.Decisions.Count(d => d.SessionId == s.Id)))
            .ToListAsync(cancellationToken);
        return Page();
    }

    /// <summary>The sessions of which there is more than dates.</summary>
    internal static IQueryable<Session> OnRecord(BoardDbContext db) => db.Sessions.Where(s =>
        db.Attendance.Any(a => a.SessionId == s.Id) || db.Statements.Any(x => x.SessionId == s.Id) || db.Decisions.Any(d => d.SessionId == s.Id));

    /// <param name="Speakers">Delegations that took the floor, whether or not recorded as attending.</param>
    /// <param name="ByDelegations">Of the statements, those by delegations.</param>
    public sealed record Line(string Id, LocalizedText Title, int Attending, int Speakers, int Statements, int ByDelegations, int Decisions);
}
