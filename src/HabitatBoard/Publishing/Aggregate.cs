using System.Collections;
using System.Text.Json.Nodes;
using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HabitatBoard.Publishing;

/// <summary>
/// A root and the rows that are its own, such as a document with its versions: what is edited, versioned and
/// restored as one.
/// </summary>
internal static class Aggregate
{
    /// <summary>The root of an aggregate, with its own rows, as the store has it; the rows are not tracked.</summary>
    public static async Task<IReadOnlyList<object>> ReadAsync<TRoot>(BoardDbContext db, IQueryable<TRoot> one, CancellationToken cancellationToken)
        where TRoot : class
    {
        var root = await WithRows(db, one).FirstOrDefaultAsync(cancellationToken);
        return root is null ? [] : RowsOf(db, root);
    }

    /// <summary>Every root of a query with its own rows, as <see cref="ReadAsync"/>; in the order of the query.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<object>>> ReadAllAsync<TRoot>(BoardDbContext db, IQueryable<TRoot> all, CancellationToken cancellationToken)
        where TRoot : class =>
        [.. (await WithRows(db, all).ToListAsync(cancellationToken)).Select(root => RowsOf(db, root))];

    /// <summary>The root first, then the rows in its collections.</summary>
    public static IReadOnlyList<object> RowsOf(BoardDbContext db, object root)
    {
        var rows = new List<object> { root };
        foreach (var navigation in Collections(db.Model.FindEntityType(root.GetType())!))
        {
            rows.AddRange(((IEnumerable)navigation.GetGetter().GetClrValue(root)!).Cast<object>());
        }
        return rows;
    }

    /// <summary>
    /// The content of an aggregate in one string: equal content has equal versions, whoever stored it and when. It is
    /// the entity tag that a write names in <c>If-Match</c>.
    /// </summary>
    public static string VersionOf(BoardDbContext db, IReadOnlyList<object> rows) => VersionOf(Flatten(db, rows));

    /// <summary>The version of an aggregate laid flat.</summary>
    public static string VersionOf(JsonObject fields) => CanonicalJson.Sha256(CanonicalJson.Bytes(fields))[..32];

    /// <summary>
    /// Every field of every row by its path; fields that are null are left out. The root's fields stand by their names,
    /// <c>title.en.text</c>; those of other rows after their kind and key, <c>documentVersion/fr/issuedOn</c>.
    /// </summary>
    public static JsonObject Flatten(BoardDbContext db, IReadOnlyList<object> rows)
    {
        var fields = new JsonObject();
        foreach (var row in rows)
        {
            Flatten(db, row, PrefixOf(db, row, KeyOf(db, rows[0])), fields);
        }
        return fields;
    }

    public static void Flatten(BoardDbContext db, object row, string prefix, JsonObject into) =>
        Flatten(RecordJson.Row(db.Model.FindEntityType(row.GetType())!, row), prefix, into);

    /// <summary>What stands before the names of a row's fields: nothing for a root, else kind and key, <c>documentVersion/fr/</c>.</summary>
    public static string PrefixOf(BoardDbContext db, object row, string rootKey) => PublishedUnit.IsRoot(row.GetType())
        ? ""
        : $"{RecordJson.CamelCase(row.GetType().Name)}/{string.Join(',', KeyValues(db.Model.FindEntityType(row.GetType())!, row).Where(k => k != rootKey))}/";

    /// <summary>The rows that <see cref="Flatten(BoardDbContext, IReadOnlyList{object})"/> laid flat; the root first.</summary>
    public static IReadOnlyList<object> Build(BoardDbContext db, Type rootType, JsonObject fields)
    {
        var byRow = new Dictionary<string, JsonObject>(StringComparer.Ordinal) { [""] = [] };
        foreach (var (path, value) in fields)
        {
            var end = path.LastIndexOf('/');
            var prefix = end < 0 ? "" : path[..end];
            if (!byRow.TryGetValue(prefix, out var row))
            {
                byRow[prefix] = row = [];
            }
            var names = path[(end + 1)..].Split('.');
            foreach (var name in names[..^1])
            {
                row = (JsonObject)(row[name] ??= new JsonObject());
            }
            row[names[^1]] = value?.DeepClone();
        }
        var types = db.Model.GetEntityTypes().ToDictionary(t => RecordJson.CamelCase(t.ClrType.Name));
        return
        [
            .. byRow.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r =>
                RecordJson.Read(r.Key.Length == 0 ? db.Model.FindEntityType(rootType)! : types[r.Key.Split('/')[0]], r.Value)),
        ];
    }

    /// <summary>As <see cref="Build"/>, with the rows in the collections of the root.</summary>
    public static object BuildRoot(BoardDbContext db, Type rootType, JsonObject fields)
    {
        var rows = Build(db, rootType, fields);
        foreach (var navigation in Collections(db.Model.FindEntityType(rootType)!))
        {
            foreach (var row in rows.Skip(1).Where(navigation.TargetEntityType.ClrType.IsInstanceOfType))
            {
                navigation.GetCollectionAccessor()!.Add(rows[0], row, forMaterialization: true);
            }
        }
        return rows[0];
    }

    /// <summary>The primary key as text; parts of a key are separated by <c>/</c>.</summary>
    public static string KeyOf(BoardDbContext db, object row) => string.Join('/', KeyValues(db.Model.FindEntityType(row.GetType())!, row));

    /// <summary>A row of the same content that holds on to no other.</summary>
    public static object Copy(BoardDbContext db, object row)
    {
        var type = db.Model.FindEntityType(row.GetType())!;
        return RecordJson.Read(type, RecordJson.Row(type, row));
    }

    public static bool AreEqual(BoardDbContext db, object one, object other) =>
        JsonNode.DeepEquals(RecordJson.Row(db.Model.FindEntityType(one.GetType())!, one), RecordJson.Row(db.Model.FindEntityType(other.GetType())!, other));

    private static IEnumerable<string> KeyValues(IEntityType type, object row) =>
        type.FindPrimaryKey()!.Properties.Select(p => RecordJson.Value(p.GetGetter().GetClrValue(row))!.ToString());

    private static void Flatten(JsonObject json, string prefix, JsonObject into)
    {
        foreach (var (name, value) in json)
        {
            if (value is JsonObject inner)
            {
                Flatten(inner, $"{prefix}{name}.", into);
            }
            else if (value is not null)
            {
                into[prefix + name] = value.DeepClone();
            }
        }
    }

    private static IQueryable<TRoot> WithRows<TRoot>(BoardDbContext db, IQueryable<TRoot> roots)
        where TRoot : class
    {
        var collections = Collections(db.Model.FindEntityType(typeof(TRoot))!).ToList();
        var query = collections.Aggregate(roots.AsNoTracking(), (q, navigation) => q.Include(navigation.Name));
        // Two lists in one query would multiply each other.
        return collections.Count > 1 ? query.AsSplitQuery() : query;
    }

    private static IEnumerable<INavigation> Collections(IEntityType type) => type.GetNavigations().Where(n => n.IsCollection);
}
