using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Sessions;

/// <summary>All sessions, newest first.</summary>
[Accepts("before")]
public sealed class IndexModel(BoardDbContext db) : BoardPage
{
    private const int Shown = 60;

    public IReadOnlyList<Line> Sessions { get; private set; } = [];

    /// <summary>The session from which the next page goes on; null on the last.</summary>
    public string? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Place("sessions", T["nav.sessions"]);
        var query = db.Sessions.AsNoTracking();
        if (Request.Query["before"].FirstOrDefault() is { } before)
        {
            if (await db.Sessions.Where(s => s.Id == before).Select(s => new { s.Year, s.Number }).FirstOrDefaultAsync(cancellationToken) is not { } last)
            {
                return Fail(ErrorCode.InvalidParameter, "before", before, "2024-1");
            }
            query = query.Where(s => s.Year < last.Year || (s.Year == last.Year && s.Number < last.Number));
        }
        Sessions = await query.OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Take(Shown + 1)
            .Select(s => new Line(
                s.Id,
                s.Title,
                s.StartsOn,
                s.EndsOn,
                s.Place,
                db.Attendance.Count(a => a.SessionId == s.Id),
                db.Decisions.Count(d => d.SessionId == s.Id),
                db.Acts.Where(a => a.SubjectSessionId == s.Id && a.SessionId != s.Id).OrderBy(a => a.SessionId).Select(a => a.SessionId).FirstOrDefault(),
                db.Acts.Where(a => a.SubjectSessionId == s.Id && a.SessionId != s.Id).OrderBy(a => a.SessionId).Select(a => (int?)a.Paragraph.Number).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        if (Sessions.Count > Shown)
        {
            Sessions = [.. Sessions.Take(Shown)];
            Before = Sessions[^1].Id;
        }
        return Page();
    }

    /// <param name="StatedIn">Another session whose report states the dates of this one.</param>
    public sealed record Line(string Id, LocalizedText Title, DateOnly? StartsOn, DateOnly? EndsOn, LocalizedText Place, int Attendance, int Decisions, string? StatedIn, int? StatedAt);
}
