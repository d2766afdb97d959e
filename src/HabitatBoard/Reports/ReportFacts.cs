using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Publishing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Reports;

/// <summary>All the facts of one session: what its report is composed from, and what is checked.</summary>
public sealed record ReportFacts
{
    public required Session Session { get; init; }

    /// <summary>What the masthead says; null where the session has no report yet.</summary>
    public Report? Report { get; init; }

    public IReadOnlyList<Section> Sections { get; init; } = [];
    public IReadOnlyList<Paragraph> Paragraphs { get; init; } = [];
    public IReadOnlyList<Passage> Passages { get; init; } = [];
    public IReadOnlyList<Citation> Citations { get; init; } = [];
    public IReadOnlyList<AgendaItem> Agenda { get; init; } = [];
    public IReadOnlyList<Officer> Officers { get; init; } = [];
    public IReadOnlyList<AttendanceHeading> AttendanceHeadings { get; init; } = [];
    public IReadOnlyList<AttendanceEntry> Attendance { get; init; } = [];
    public IReadOnlyList<Statement> Statements { get; init; } = [];
    public IReadOnlyList<Act> Acts { get; init; } = [];
    public IReadOnlyList<Adoption> Adoptions { get; init; } = [];
    public IReadOnlyList<Event> Events { get; init; } = [];

    /// <summary>The documents of the session, and those of others that it mentions.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>The decisions of the session, and those of others that it mentions.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>All sessions, by which the one before and the one after are known.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    public IReadOnlyDictionary<string, Delegation> Delegations { get; init; } = new Dictionary<string, Delegation>();
    public IReadOnlyDictionary<string, Group> Groups { get; init; } = new Dictionary<string, Group>();
    public IReadOnlyDictionary<string, Person> Persons { get; init; } = new Dictionary<string, Person>();
    public IReadOnlyDictionary<string, Body> Bodies { get; init; } = new Dictionary<string, Body>();

    /// <summary>The facts that the public will see. The rows are changed: nobody else may hold them.</summary>
    public ReportFacts Without(Withheld withheld)
    {
        foreach (var row in Acts.Cast<object>().Concat(Statements).Concat(Decisions).Concat(Passages).Concat(Paragraphs))
        {
            withheld.TakeOutOf(row);
        }
        return this with
        {
            Report = Report is { } report && withheld.Covers(report) ? null : Report,
            Citations = [.. Citations.Where(c => !withheld.Covers(c))],
            Documents = [.. Documents.Where(d => !withheld.Covers(d))],
        };
    }

    /// <summary>Reads the facts of a session; null where there is no such session.</summary>
    public static async Task<ReportFacts?> ReadAsync(BoardDbContext context, string session, CancellationToken cancellationToken)
    {
        var sessions = await context.Sessions.AsNoTracking().ToListAsync(cancellationToken);
        if (sessions.Find(s => s.Id == session) is not { } own)
        {
            return null;
        }
        var citations = await context.Citations.AsNoTracking().Where(c => c.SessionId == session).ToListAsync(cancellationToken);
        var acts = await context.Acts.AsNoTracking().Where(a => a.SessionId == session).ToListAsync(cancellationToken);
        var adoptions = await context.Adoptions.AsNoTracking().Include(a => a.Paragraphs).Where(a => a.SessionId == session).ToListAsync(cancellationToken);
        var statements = await context.Statements.AsNoTracking().Include(s => s.OnBehalfOf).Where(s => s.SessionId == session).ToListAsync(cancellationToken);

        var adopted = adoptions.Select(a => a.DecisionId).Distinct().ToList();
        var cited = citations.Where(c => c.Kind is CitationKind.Decision or CitationKind.DecisionPart).Select(c => c.Target.Split('(')[0]).ToHashSet();
        var years = cited.Select(label => int.TryParse(label.Split('/')[0], out var year) ? year : 0).Distinct().ToList();
        var decisions = await context.Decisions.AsNoTracking().AsSplitQuery().Include(d => d.Parts).Include(d => d.Paragraphs)
            .Where(d => d.SessionId == session || adopted.Contains(d.Id) || years.Contains(d.Year)).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        decisions.RemoveAll(d => d.SessionId != session && !adopted.Contains(d.Id) && !cited.Contains(d.Label));

        var slugs = citations.Where(c => c.Kind == CitationKind.Document).Select(c => c.Target)
            .Concat(acts.Select(a => a.DocumentSlug).Concat(statements.Select(s => s.DocumentSlug)).Concat(decisions.Select(d => d.DocumentSlug)).OfType<string>())
            .Distinct().ToList();
        return new ReportFacts
        {
            Session = own,
            Report = await context.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.SessionId == session, cancellationToken),
            Sessions = sessions,
            Citations = citations,
            Acts = acts,
            Adoptions = adoptions,
            Statements = statements,
            Decisions = decisions,
            Documents = await context.Documents.AsNoTracking().AsSplitQuery().Include(d => d.Items).Include(d => d.Relations).Include(d => d.Versions)
                .Where(d => d.SessionId == session || slugs.Contains(d.Slug)).OrderBy(d => d.Id).ToListAsync(cancellationToken),
            Sections = await context.Sections.AsNoTracking().Where(s => s.SessionId == session).ToListAsync(cancellationToken),
            Paragraphs = await context.Paragraphs.AsNoTracking().Where(p => p.SessionId == session).ToListAsync(cancellationToken),
            Passages = await context.Passages.AsNoTracking().Where(p => p.SessionId == session).ToListAsync(cancellationToken),
            Agenda = await context.AgendaItems.AsNoTracking().Where(i => i.SessionId == session).ToListAsync(cancellationToken),
            Events = await context.Events.AsNoTracking().Where(e => e.SessionId == session).ToListAsync(cancellationToken),
            Officers = await context.Officers.AsNoTracking().Where(o => o.SessionId == session).ToListAsync(cancellationToken),
            AttendanceHeadings = await context.AttendanceHeadings.AsNoTracking().Where(h => h.SessionId == session).ToListAsync(cancellationToken),
            Attendance = await context.Attendance.AsNoTracking().Where(a => a.SessionId == session).ToListAsync(cancellationToken),
            Delegations = await context.Delegations.AsNoTracking().ToDictionaryAsync(d => d.Code, cancellationToken),
            Groups = await context.Groups.AsNoTracking().ToDictionaryAsync(g => g.Code, cancellationToken),
            Persons = await context.Persons.AsNoTracking().ToDictionaryAsync(p => p.Code, cancellationToken),
            Bodies = await context.Bodies.AsNoTracking().ToDictionaryAsync(b => b.Code, cancellationToken),
        };
    }
}
