using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Decisions;

/// <summary>Decisions of all sessions, newest session first.</summary>
[Accepts("before")]
public sealed class IndexModel(BoardDbContext db) : BoardPage
{
    private const int SessionsShown = 10;

    public IReadOnlyList<(string Session, LocalizedText Title, IReadOnlyList<DecisionLine> Decisions)> Sessions { get; private set; } = [];

    /// <summary>The session from which the next page goes on; null on the last.</summary>
    public string? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Place("decisions", T["nav.decisions"]);
        var sessions = db.Sessions.AsNoTracking().Where(s => db.Decisions.Any(d => d.SessionId == s.Id));
        if (Request.Query["before"].FirstOrDefault() is { } before)
        {
            if (await db.Sessions.Where(s => s.Id == before).Select(s => new { s.Year, s.Number }).FirstOrDefaultAsync(cancellationToken) is not { } last)
            {
                return Fail(ErrorCode.InvalidParameter, "before", Problems.Shorten(before), "2024-1");
            }
            sessions = sessions.Where(s => s.Year < last.Year || (s.Year == last.Year && s.Number < last.Number));
        }
        var found = await sessions.OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Select(s => new { s.Id, s.Title }).Take(SessionsShown + 1).ToListAsync(cancellationToken);
        Before = found.Count > SessionsShown ? found[SessionsShown - 1].Id : null;
        var ids = found.Take(SessionsShown).Select(s => s.Id).ToList();
        var decisions = (await DecisionLine.ReadAsync(db, db.Decisions.Where(d => ids.Contains(d.SessionId)).OrderBy(d => d.Year).ThenBy(d => d.Number), cancellationToken)).ToLookup(d => d.Session);
        Sessions = [.. found.Take(SessionsShown).Select(s => (s.Id, s.Title, (IReadOnlyList<DecisionLine>)[.. decisions[s.Id]]))];
        return Page();
    }
}
