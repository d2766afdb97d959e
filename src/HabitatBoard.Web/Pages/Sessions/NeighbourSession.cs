using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Web.Pages.Documents;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Sessions;

/// <summary>The session before or after another.</summary>
/// <param name="Statement">Where the report of the other session states it: a decision on the dates of the next.</param>
public sealed record NeighbourSession(string Id, LocalizedText Title, DateOnly? StartsOn, DateOnly? EndsOn, int? Statement)
{
    public static async Task<NeighbourSession?> AfterAsync(BoardDbContext db, Session session, CancellationToken cancellationToken)
    {
        var next = await db.Sessions.AsNoTracking().Where(s => s.Year > session.Year || (s.Year == session.Year && s.Number > session.Number))
            .OrderBy(s => s.Year).ThenBy(s => s.Number).Select(s => new { s.Id, s.Title, s.StartsOn, s.EndsOn }).FirstOrDefaultAsync(cancellationToken);
        if (next is null)
        {
            return null;
        }
        var stated = await db.Acts.Where(a => a.SessionId == session.Id && a.SubjectSessionId == next.Id)
            .OrderBy(a => a.Paragraph.Number).Select(a => (int?)a.Paragraph.Number).FirstOrDefaultAsync(cancellationToken);
        return new NeighbourSession(next.Id, next.Title, next.StartsOn, next.EndsOn, stated);
    }

    public static Task<NeighbourSession?> BeforeAsync(BoardDbContext db, Session session, CancellationToken cancellationToken) =>
        db.Sessions.AsNoTracking().Where(s => s.Year < session.Year || (s.Year == session.Year && s.Number < session.Number))
            .OrderByDescending(s => s.Year).ThenByDescending(s => s.Number)
            .Select(s => new NeighbourSession(s.Id, s.Title, s.StartsOn, s.EndsOn, null)).FirstOrDefaultAsync(cancellationToken);
}

/// <summary>A session's report as others refer to it.</summary>
public sealed record ReportName(DocumentName? Document, ReportStatus Status, LocalizedText Title)
{
    public static async Task<ReportName?> ReadAsync(BoardDbContext db, string session, CancellationToken cancellationToken)
    {
        var report = await db.Reports.AsNoTracking().Where(r => r.SessionId == session).Select(r => new { r.DocumentSlug, r.Status, r.Title }).FirstOrDefaultAsync(cancellationToken);
        return report is null ? null
            : new ReportName((await DocumentName.ReadAsync(db, [report.DocumentSlug], cancellationToken)).GetValueOrDefault(report.DocumentSlug), report.Status, report.Title);
    }
}
