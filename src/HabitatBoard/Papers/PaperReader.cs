using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Papers;

/// <summary>Reads what a paper says from a store, the published or the working one.</summary>
public static class PaperReader
{
    /// <summary>The report of a session; null where there is none.</summary>
    public static async Task<Paper?> ReportAsync(BoardDbContext db, string session, Language language, CancellationToken cancellationToken)
    {
        var facts = await ReportFacts.ReadAsync(db, session, cancellationToken);
        return facts?.Report is { } report
            ? PaperBuilder.Report(facts, await DocumentAsync(db, report.DocumentSlug, cancellationToken), language)
            : null;
    }

    /// <summary>The adopted agenda of a session; null where none is recorded.</summary>
    public static async Task<Paper?> AgendaAsync(BoardDbContext db, string session, Language language, CancellationToken cancellationToken)
    {
        var items = await db.AgendaItems.AsNoTracking().Where(i => i.SessionId == session && i.Version == AgendaVersion.Adopted)
            .OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(cancellationToken);
        return items.Count == 0 ? null : PaperBuilder.Agenda(await FrameAsync(db, session, cancellationToken), items, language);
    }

    /// <summary>One decision with its parts, and where each was adopted; null where there is no such decision.</summary>
    public static async Task<Paper?> DecisionAsync(BoardDbContext db, int year, int number, Language language, CancellationToken cancellationToken)
    {
        var decision = await db.Decisions.AsNoTracking().AsSplitQuery().Include(d => d.Parts).Include(d => d.Paragraphs)
            .OrderBy(d => d.Id).FirstOrDefaultAsync(d => d.Year == year && d.Number == number, cancellationToken);
        if (decision is null)
        {
            return null;
        }
        var adoptions = await db.Adoptions.AsNoTracking().AsSplitQuery().Include(a => a.Paragraphs).Include(a => a.AgendaItem).Include(a => a.Paragraph)
            .Where(a => a.DecisionId == decision.Id).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        return PaperBuilder.Decision(
            await FrameAsync(db, decision.SessionId, cancellationToken),
            decision,
            [.. adoptions.OrderBy(a => a.Paragraph?.Number ?? int.MaxValue).ThenBy(a => a.Order)],
            decision.DocumentSlug is { } slug ? await DocumentAsync(db, slug, cancellationToken) : null,
            language);
    }

    private static async Task<PaperFrame> FrameAsync(BoardDbContext db, string session, CancellationToken cancellationToken) => new(
        await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == session, cancellationToken),
        await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.SessionId == session, cancellationToken));

    private static Task<Document?> DocumentAsync(BoardDbContext db, string slug, CancellationToken cancellationToken) =>
        db.Documents.AsNoTracking().Include(d => d.Versions).FirstOrDefaultAsync(d => d.Slug == slug, cancellationToken);
}

/// <summary>What all papers of a session have above their title.</summary>
internal sealed record PaperFrame(Session Session, Report? Report)
{
    /// <param name="document">The document that the paper is; null for one that has no symbol of its own.</param>
    public Masthead Masthead(Document? document, Language? original, Language language) => new(
        PaperText.Of(Report?.Organization ?? LocalizedText.None, language),
        PaperText.Of(Report?.Programme ?? LocalizedText.None, language),
        PaperText.Of(Report?.ProgrammeShortName ?? LocalizedText.None, language),
        document?.Symbol,
        document?.Slug,
        document?.Distribution,
        document?.Versions.FirstOrDefault(v => v.Language == language)?.IssuedOn,
        original,
        PaperText.Of(Report?.Organ ?? LocalizedText.None, language),
        PaperText.Of(Session.Title, language),
        PaperText.Of(Report?.DatesAndPlace ?? LocalizedText.None, language));

    /// <summary>A work that the record does not date is dated by its session; a session without days by its year.</summary>
    public WorkIdentity Work(string number, DateOnly? on, string what, DateOnly? issuedOn) =>
        on is { } day ? new WorkIdentity(Session.Id, number, day, what, issuedOn)
        : Session.EndsOn is { } last ? new WorkIdentity(Session.Id, number, last, "session", issuedOn)
        : new WorkIdentity(Session.Id, number, new DateOnly(Session.Year, 1, 1), "year", issuedOn);

    public static string FileName(string number) => number.Replace('/', '-');
}
