using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Sessions;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>A reference to a delegation.</summary>
/// <param name="Code">ISO 3166-1 alpha-3 for States, <c>EU</c>, <c>PSE</c>, <c>VAT</c>, <c>LAS</c> and the like otherwise.</param>
/// <param name="Name">The name in running text, by language.</param>
public sealed record DelegationReference(string Code, IReadOnlyDictionary<string, string>? Name);

/// <summary>A reference to a group, or to a delegation that somebody else speaks for.</summary>
/// <param name="Code">The group's or delegation's code.</param>
/// <param name="Name">Its name, by language.</param>
public sealed record GroupReference(string Code, IReadOnlyDictionary<string, string>? Name);

/// <summary>A reference to a named individual.</summary>
/// <param name="Code">A readable key.</param>
/// <param name="Name">The full name, by language.</param>
public sealed record PersonReference(string Code, IReadOnlyDictionary<string, string>? Name);

/// <summary>A reference to a body.</summary>
/// <param name="Code">A readable key.</param>
/// <param name="Name">Its name, by language.</param>
public sealed record BodyReference(string Code, IReadOnlyDictionary<string, string>? Name);

/// <summary>
/// The published registers in memory, until the next publication: everything refers to them, and they are small. Those of
/// the working store are read each time, and never kept.
/// </summary>
public sealed class PublishedRegisters(PublishedClock clock)
{
    private volatile Snapshot? latest;

    public async ValueTask<Snapshot> ReadAsync(BoardDbContext db, CancellationToken cancellationToken)
    {
        var tick = clock.Ticks;
        if (db.IsWorking)
        {
            return await ReadAsync(db, tick, cancellationToken);
        }
        if (latest is { } snapshot && snapshot.Tick == tick)
        {
            return snapshot;
        }
        return latest = await ReadAsync(db, tick, cancellationToken);
    }

    private static async Task<Snapshot> ReadAsync(BoardDbContext db, long tick, CancellationToken cancellationToken) =>
        new(
            tick,
            await db.Delegations.AsNoTracking().ToDictionaryAsync(d => d.Code, cancellationToken),
            await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Code, cancellationToken),
            await db.Persons.AsNoTracking().ToDictionaryAsync(p => p.Code, cancellationToken),
            await db.Bodies.AsNoTracking().ToDictionaryAsync(b => b.Code, cancellationToken));

    /// <summary>The registers as of one publication.</summary>
    public sealed class Snapshot
    {
        private readonly Dictionary<string, DelegationReference> delegationReferences;
        private readonly Dictionary<string, GroupReference> groupReferences;
        private readonly Dictionary<string, PersonReference> personReferences;
        private readonly Dictionary<string, BodyReference> bodyReferences;
        private int statements = -1;

        internal Snapshot(
            long tick,
            Dictionary<string, Delegation> delegations,
            Dictionary<string, Group> groups,
            Dictionary<string, Person> persons,
            Dictionary<string, Body> bodies)
        {
            Tick = tick;
            Delegations = delegations;
            Groups = groups;
            Persons = persons;
            Bodies = bodies;
            delegationReferences = delegations.Values.ToDictionary(d => d.Code, d => new DelegationReference(d.Code, d.RunningName.Map()));
            groupReferences = groups.Values.ToDictionary(g => g.Code, g => new GroupReference(g.Code, g.Name.Map()));
            personReferences = persons.Values.ToDictionary(p => p.Code, p => new PersonReference(p.Code, p.Name.Map()));
            bodyReferences = bodies.Values.ToDictionary(b => b.Code, b => new BodyReference(b.Code, b.Name.Map()));
        }

        public long Tick { get; }
        public IReadOnlyDictionary<string, Delegation> Delegations { get; }
        public IReadOnlyDictionary<string, Group> Groups { get; }
        public IReadOnlyDictionary<string, Person> Persons { get; }
        public IReadOnlyDictionary<string, Body> Bodies { get; }

        public DelegationReference? Delegation(string? code) => code is null ? null : delegationReferences[code];

        public PersonReference? Person(string? code) => code is null ? null : personReferences[code];

        public BodyReference? Body(string? code) => code is null ? null : bodyReferences[code];

        /// <summary>How many statements there are: counting a whole table takes longer than reading a page of it.</summary>
        public async ValueTask<int> CountStatementsAsync(BoardDbContext db, CancellationToken cancellationToken) =>
            statements >= 0 ? statements : statements = await db.Statements.CountAsync(cancellationToken);

        /// <summary>Whoever is spoken for: a group, else a delegation.</summary>
        public GroupReference SpokenFor(string? group, string? delegation) =>
            group is not null ? groupReferences[group] : new GroupReference(delegation!, delegationReferences[delegation!].Name);
    }
}
