using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Delegations.Recognition;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Import;

/// <summary>What the record knows before a report is read: the registers, the sessions, and the ids of what the session has.</summary>
public sealed class ImportRegisters
{
    private readonly Dictionary<string, Guid> ids;

    public ImportRegisters(
        IReadOnlyCollection<Delegation> delegations,
        IReadOnlyCollection<Group> groups,
        IReadOnlyCollection<Body> bodies,
        IReadOnlyCollection<Person> persons,
        IReadOnlyCollection<Session> sessions,
        IReadOnlyDictionary<string, Guid>? ids = null)
    {
        Delegations = delegations;
        Groups = groups;
        Bodies = bodies;
        Persons = persons;
        Sessions = sessions;
        this.ids = ids is null ? [] : new Dictionary<string, Guid>(ids);
        Recogniser = new Recogniser(delegations, groups);
    }

    public IReadOnlyCollection<Delegation> Delegations { get; }
    public IReadOnlyCollection<Group> Groups { get; }
    public IReadOnlyCollection<Body> Bodies { get; }
    public IReadOnlyCollection<Person> Persons { get; }
    public IReadOnlyCollection<Session> Sessions { get; }

    /// <summary>Slugs of the documents that other sessions own.</summary>
    public IReadOnlySet<string> DocumentsOfOthers { get; init; } = new HashSet<string>();

    /// <summary>Numbers of the decisions that other sessions own, <c>2023/7</c>.</summary>
    public IReadOnlySet<string> DecisionsOfOthers { get; init; } = new HashSet<string>();

    internal Recogniser Recogniser { get; }

    /// <summary>Reads them from a store. A session that is recorded already keeps the ids of its rows.</summary>
    public static async Task<ImportRegisters> ReadAsync(BoardDbContext db, string session, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, Guid>();
        if (await ReportFacts.ReadAsync(db, session, cancellationToken) is { } facts)
        {
            foreach (var fact in RowKeys.Of(facts))
            {
                ids.TryAdd(fact.Key, fact.Id);
            }
        }
        return new ImportRegisters(
            await db.Delegations.AsNoTracking().Include(d => d.Aliases).OrderBy(d => d.Code).ToListAsync(cancellationToken),
            await db.Groups.AsNoTracking().OrderBy(g => g.Code).ToListAsync(cancellationToken),
            await db.Bodies.AsNoTracking().OrderBy(b => b.Code).ToListAsync(cancellationToken),
            await db.Persons.AsNoTracking().OrderBy(p => p.Code).ToListAsync(cancellationToken),
            await db.Sessions.AsNoTracking().OrderBy(s => s.Year).ThenBy(s => s.Number).ToListAsync(cancellationToken),
            ids)
        {
            DocumentsOfOthers = (await db.Documents.Where(d => d.SessionId != session).Select(d => d.Slug).ToListAsync(cancellationToken)).ToHashSet(),
            DecisionsOfOthers = (await db.Decisions.Where(d => d.SessionId != session).Select(d => new { d.Year, d.Number }).ToListAsync(cancellationToken))
                .Select(d => Decisions.Decision.LabelOf(d.Year, d.Number)).ToHashSet(),
        };
    }

    /// <summary>The id of a row: the recorded one's, else one made from its name, as the seed makes them.</summary>
    internal Guid Id(string session, string name) => ids.TryGetValue(name, out var id) ? id : StableId.For($"{session}/{name}");
}
