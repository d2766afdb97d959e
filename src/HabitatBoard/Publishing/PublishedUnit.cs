using System.Collections.Frozen;
using System.Text.Json.Nodes;
using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Checks;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Publishing;

/// <summary>
/// What is published together: a session with all it owns, or the registers. The tables stand in the order in which
/// rows can be inserted; they are emptied in the reverse order.
/// </summary>
internal sealed class PublishedUnit
{
    /// <summary>The name of the unit that holds delegations, groups, bodies and persons.</summary>
    public const string Registers = "registers";

    private static readonly IReadOnlyList<UnitTable> RegisterTables =
    [
        new RegisterTable<Delegation>("delegation", d => d.Code, replaced: false),
        new RegisterTable<DelegationAlias>("delegation", a => a.DelegationCode, replaced: true),
        new RegisterTable<Group>("group", g => g.Code, replaced: false),
        new RegisterTable<Body>("body", b => b.Code, replaced: false),
        new RegisterTable<Person>("person", p => p.Code, replaced: false),
        new RegisterTable<Membership>("delegation", m => m.DelegationCode, replaced: true),
    ];

    private static readonly IReadOnlyList<UnitTable> SessionTables =
    [
        new SessionTable(),
        new OwnedTable<Meeting>("meeting", m => $"{m.SessionId}/{m.Number}"),
        new OwnedTable<AgendaItem>("agendaItem", i => $"{i.SessionId}/{i.Slug}", i => i.Id),
        new OwnedTable<Section>("section", s => $"{s.SessionId}/{s.Number}{s.Letter}"),
        new OwnedTable<Paragraph>("paragraph", p => $"{p.SessionId}/p{p.Number}"),
        new OwnedTable<Report>("report", r => r.SessionId),
        new OwnedTable<Officer>("officer", o => o.Id.ToString()),
        new OwnedTable<AttendanceHeading>("attendanceHeading", h => $"{h.SessionId}/{h.Class}"),
        new OwnedTable<AttendanceEntry>("attendance", a => a.Id.ToString()),
        new OwnedTable<Document>("document", d => d.Slug, d => d.Id),
        new OwnedTable<DocumentItem>("document", null, null, i => i.DocumentId),
        new OwnedTable<DocumentRelation>("document", null, null, r => r.DocumentId),
        new OwnedTable<DocumentVersion>("document", null, null, v => v.DocumentId),
        new OwnedTable<Statement>("statement", s => s.Id.ToString(), s => s.Id),
        new OwnedTable<StatementOnBehalf>("statement", null, null, o => o.StatementId),
        new OwnedTable<Decision>("decision", d => d.Label, d => d.Id),
        new OwnedTable<DecisionPart>("decision", null, null, p => p.DecisionId),
        new OwnedTable<DecisionParagraph>("decision", null, null, p => p.DecisionId),
        new OwnedTable<Adoption>("adoption", a => a.Id.ToString(), a => a.Id),
        new OwnedTable<AdoptedParagraph>("adoption", null, null, p => p.AdoptionId),
        new OwnedTable<Act>("act", a => a.Id.ToString()),
        new OwnedTable<Event>("event", e => e.Id.ToString()),
        new OwnedTable<Passage>("passage", p => p.Id.ToString()),
        new OwnedTable<Citation>("citation", c => c.Id.ToString()),
    ];

    // What editors decided on the way to a session. It has its place in the history, but is not published.
    private static readonly IReadOnlyList<UnitTable> WorkingTables =
    [
        new OwnedTable<PinnedText>("pinnedText", p => p.Id.ToString()),
        new OwnedTable<AcceptedFinding>("acceptedFinding", f => f.Digest),
    ];

    private PublishedUnit(string name, IReadOnlyList<UnitTable> tables)
    {
        Name = name;
        Tables = tables;
    }

    /// <summary>A session, <c>2024-1</c>, or <see cref="Registers"/>.</summary>
    public string Name { get; }

    public IReadOnlyList<UnitTable> Tables { get; }

    /// <summary>The entity types of every unit.</summary>
    public static IEnumerable<Type> Types => RegisterTables.Concat(SessionTables).Select(t => t.RowType);

    private static readonly FrozenDictionary<Type, UnitTable> ByType = RegisterTables.Concat(SessionTables).Concat(WorkingTables).ToFrozenDictionary(t => t.RowType);

    /// <summary>The roots of aggregates by the name of their resource.</summary>
    public static IReadOnlyDictionary<string, Type> Roots { get; } = ByType.Values.Where(t => t.IsRoot).ToFrozenDictionary(t => t.Resource, t => t.RowType);

    /// <summary>Whether a row is a resource by itself, not part of another's.</summary>
    public static bool IsRoot(Type rowType) => ByType[rowType].IsRoot;

    /// <summary>Where a row stands in the history: its unit, its resource, and the primary key of that resource's root.</summary>
    public static (string Unit, string Resource, string Key) HistoryOf(BoardDbContext db, object row)
    {
        var table = ByType[row.GetType()];
        var unit = row switch
        {
            ISessionOwned owned => owned.SessionId,
            Session session => session.Id,
            _ => Registers,
        };
        return (unit, table.Resource, table.IsRoot ? Aggregate.KeyOf(db, row) : table.OwnerOf(row)?.ToString() ?? table.KeyOf(row)!);
    }

    /// <summary>The resources that change in the working store without anything to publish.</summary>
    public static IReadOnlyList<string> WorkingResources { get; } = [.. WorkingTables.Select(t => t.Resource)];

    /// <summary>As <see cref="Named"/>, with what the working store keeps and nobody publishes.</summary>
    public static PublishedUnit Kept(string name) => name == Registers ? Named(name) : new(name, [.. SessionTables, .. WorkingTables]);

    public static PublishedUnit Named(string name) => new(name, name == Registers ? RegisterTables : SessionTables);

    /// <summary>Reads every row of the unit.</summary>
    public async Task<UnitContent> ReadAsync(BoardDbContext db, CancellationToken cancellationToken)
    {
        var rows = new List<(UnitTable Table, IReadOnlyList<object> Rows)>(Tables.Count);
        foreach (var table in Tables)
        {
            rows.Add((table, await table.ReadAsync(db, Name, cancellationToken)));
        }
        return new UnitContent(Name, db, rows);
    }
}

/// <summary>One table of a unit.</summary>
internal abstract class UnitTable(string resource)
{
    /// <summary>The kind of resource in the feed that a row is, or belongs to.</summary>
    public string Resource { get; } = resource;

    public abstract Type RowType { get; }

    /// <summary>Whether its rows are resources, not parts of another table's.</summary>
    public abstract bool IsRoot { get; }

    public abstract Task<IReadOnlyList<object>> ReadAsync(BoardDbContext db, string unit, CancellationToken cancellationToken);

    /// <summary>Takes the unit's rows out of the table.</summary>
    public abstract Task ClearAsync(BoardDbContext db, string unit, CancellationToken cancellationToken);

    /// <summary>Puts rows in.</summary>
    public abstract Task PutAsync(BoardDbContext db, IReadOnlyList<object> rows, CancellationToken cancellationToken);

    /// <summary>The key of the resource that the row is, or null where it belongs to another row.</summary>
    public abstract string? KeyOf(object row);

    /// <summary>The id by which rows of other tables name this one.</summary>
    public abstract Guid? IdOf(object row);

    /// <summary>The id of the row that this one belongs to.</summary>
    public abstract Guid? OwnerOf(object row);
}

internal abstract class UnitTable<T>(string resource, Func<T, string>? key, Func<T, Guid>? id, Func<T, Guid>? owner) : UnitTable(resource)
    where T : class
{
    public override Type RowType => typeof(T);

    public override bool IsRoot => key is not null;

    public override async Task<IReadOnlyList<object>> ReadAsync(BoardDbContext db, string unit, CancellationToken cancellationToken) =>
        await Rows(db, unit).AsNoTracking().ToListAsync(cancellationToken);

    public override Task ClearAsync(BoardDbContext db, string unit, CancellationToken cancellationToken) =>
        Rows(db, unit).ExecuteDeleteAsync(cancellationToken);

    public override Task PutAsync(BoardDbContext db, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        db.AddRange(rows);
        return Task.CompletedTask;
    }

    public override string? KeyOf(object row) => key?.Invoke((T)row);

    public override Guid? IdOf(object row) => id?.Invoke((T)row);

    public override Guid? OwnerOf(object row) => owner?.Invoke((T)row);

    protected abstract IQueryable<T> Rows(BoardDbContext db, string unit);
}

internal sealed class SessionTable() : UnitTable<Session>("session", s => s.Id, null, null)
{
    protected override IQueryable<Session> Rows(BoardDbContext db, string unit) => db.Sessions.Where(s => s.Id == unit);
}

internal sealed class OwnedTable<T>(string resource, Func<T, string>? key, Func<T, Guid>? id = null, Func<T, Guid>? owner = null)
    : UnitTable<T>(resource, key, id, owner)
    where T : class, ISessionOwned
{
    protected override IQueryable<T> Rows(BoardDbContext db, string unit) => db.Set<T>().Where(r => r.SessionId == unit);
}

/// <summary>
/// A register. Sessions refer to its rows, so rows that stay are updated in place; rows that nothing refers to
/// (<paramref name="replaced"/>) are put in anew.
/// </summary>
internal sealed class RegisterTable<T>(string resource, Func<T, string> key, bool replaced) : UnitTable<T>(resource, key, null, null)
    where T : class
{
    public override bool IsRoot => !replaced;

    public override Task ClearAsync(BoardDbContext db, string unit, CancellationToken cancellationToken) =>
        replaced ? base.ClearAsync(db, unit, cancellationToken) : Task.CompletedTask;

    public override async Task PutAsync(BoardDbContext db, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        if (replaced)
        {
            await base.PutAsync(db, rows, cancellationToken);
            return;
        }
        var present = (await db.Set<T>().AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(KeyOfRow);
        foreach (var row in rows.Cast<T>())
        {
            if (present.Remove(KeyOfRow(row)))
            {
                db.Update(row);
            }
            else
            {
                db.Add(row);
            }
        }
        db.RemoveRange(present.Values);
    }

    protected override IQueryable<T> Rows(BoardDbContext db, string unit) => db.Set<T>();

    private string KeyOfRow(T row) => KeyOf(row)!;
}

/// <summary>The rows of a unit as they stand in one store.</summary>
internal sealed class UnitContent(string unit, BoardDbContext db, IReadOnlyList<(UnitTable Table, IReadOnlyList<object> Rows)> tables)
{
    public IReadOnlyList<(UnitTable Table, IReadOnlyList<object> Rows)> Tables { get; } = tables;

    public bool IsEmpty => Tables.All(t => t.Rows.Count == 0);

    /// <summary>What the public may see: without the rows that are withheld, all that belongs to them, and what others say of them.</summary>
    public UnitContent Without(Withheld withheld)
    {
        if (withheld.IsNothing)
        {
            return this;
        }
        var left = Tables.SelectMany(t => t.Rows.Where(withheld.Covers).Select(t.Table.IdOf)).OfType<Guid>().ToHashSet();
        var content = new UnitContent(unit, db,
        [
            .. Tables.Select(t => (t.Table, (IReadOnlyList<object>)[.. t.Rows.Where(row => !withheld.Covers(row) && !(t.Table.OwnerOf(row) is { } owner && left.Contains(owner)))])),
        ]);
        foreach (var row in content.Tables.SelectMany(t => t.Rows))
        {
            withheld.TakeOutOf(row);
        }
        return content;
    }

    /// <summary>A unit without a row.</summary>
    public static UnitContent Empty(BoardDbContext db, PublishedUnit unit) => new(unit.Name, db, [.. unit.Tables.Select(t => (t, (IReadOnlyList<object>)[]))]);

    /// <summary>The rows that <see cref="Document"/> made a document of; columns and tables that came or went since are left out.</summary>
    public static UnitContent Read(BoardDbContext db, JsonNode document)
    {
        var unit = PublishedUnit.Named(document["unit"]!.GetValue<string>());
        return new UnitContent(unit.Name, db,
        [
            .. unit.Tables.Select(t => (t, (IReadOnlyList<object>)
            [
                .. (document["tables"]![RecordJson.CamelCase(t.RowType.Name)] as JsonArray ?? []).Select(row => RecordJson.Read(db.Model.FindEntityType(t.RowType)!, row!.AsObject())),
            ])),
        ]);
    }

    /// <summary>The digest of its document: that of the edition it would be.</summary>
    public string Version() => CanonicalJson.Sha256(CanonicalJson.Bytes(Document()));

    /// <summary>Every aggregate, by its resource and the primary key of its root, with its fields by <see cref="Aggregate"/>'s paths.</summary>
    public Dictionary<(string Resource, string Key), JsonObject> Aggregates()
    {
        var aggregates = new Dictionary<(string Resource, string Key), JsonObject>();
        foreach (var row in Tables.SelectMany(t => t.Rows))
        {
            var (_, resource, key) = PublishedUnit.HistoryOf(db, row);
            if (!aggregates.TryGetValue((resource, key), out var fields))
            {
                aggregates[(resource, key)] = fields = [];
            }
            Aggregate.Flatten(db, row, Aggregate.PrefixOf(db, row, key), fields);
        }
        return aggregates;
    }

    /// <summary>The unit as one document: <c>{"unit": ..., "tables": {"session": [...], ...}}</c>, rows in the order of their JSON.</summary>
    public JsonObject Document() => new()
    {
        ["format"] = 1,
        ["unit"] = unit,
        ["tables"] = new JsonObject(Tables.Select(t => KeyValuePair.Create(
            RecordJson.CamelCase(t.Table.RowType.Name),
            (JsonNode?)new JsonArray([.. Texts(t.Table, t.Rows).Order(StringComparer.Ordinal).Select(row => JsonNode.Parse(row))])))),
    };

    /// <summary>Every resource with the canonical JSON of its rows: what the feed compares.</summary>
    public Dictionary<(string Resource, string Key), string> Resources()
    {
        var keys = new Dictionary<Guid, string>();
        var resources = new Dictionary<(string Resource, string Key), SortedSet<string>>();
        foreach (var (table, rows) in Tables)
        {
            var type = db.Model.FindEntityType(table.RowType)!;
            foreach (var row in rows)
            {
                var key = table.KeyOf(row) ?? keys[table.OwnerOf(row)!.Value];
                if (table.IdOf(row) is { } id)
                {
                    keys[id] = key;
                }
                if (!resources.TryGetValue((table.Resource, key), out var texts))
                {
                    resources[(table.Resource, key)] = texts = new SortedSet<string>(StringComparer.Ordinal);
                }
                texts.Add(CanonicalJson.Text(RecordJson.Row(type, row)));
            }
        }
        return resources.ToDictionary(r => r.Key, r => string.Join('\n', r.Value));
    }

    private IEnumerable<string> Texts(UnitTable table, IReadOnlyList<object> rows)
    {
        var type = db.Model.FindEntityType(table.RowType)!;
        return rows.Select(row => CanonicalJson.Text(RecordJson.Row(type, row)));
    }
}
