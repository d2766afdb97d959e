using System.Text.Json.Nodes;
using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HabitatBoard.Publishing;

/// <summary>What an edit makes of which aggregates: the source of its history.</summary>
internal sealed class Differences
{
    private readonly Dictionary<(string Unit, string Resource, string Key), Difference> aggregates = [];

    public bool Any => aggregates.Values.Any(d => d.Fields.Count > 0);

    /// <summary>Adds what the tracked rows of one aggregate are about to become.</summary>
    /// <param name="replaced">The rows that rows were put in the place of; what others were, the context knows.</param>
    public void Add(BoardDbContext db, (string Unit, string Resource, string Key) place, IEnumerable<EntityEntry> rows, IReadOnlyDictionary<object, object> replaced)
    {
        var (before, after) = (new JsonObject(), new JsonObject());
        EntityState? root = null;
        foreach (var entry in rows)
        {
            var prefix = Aggregate.PrefixOf(db, entry.Entity, place.Key);
            if (replaced.TryGetValue(entry.Entity, out var was))
            {
                Aggregate.Flatten(db, was, prefix, before);
            }
            else if (entry.State != EntityState.Added)
            {
                FlattenOriginal(entry, prefix, before);
            }
            if (entry.State != EntityState.Deleted)
            {
                Aggregate.Flatten(db, entry.Entity, prefix, after);
            }
            if (PublishedUnit.IsRoot(entry.Metadata.ClrType))
            {
                root = entry.State;
            }
        }
        if (!aggregates.TryGetValue(place, out var difference))
        {
            aggregates[place] = difference = new Difference { Began = root == EntityState.Added };
        }
        difference.Ended = root == EntityState.Deleted;
        foreach (var path in before.Select(f => f.Key).Union(after.Select(f => f.Key)))
        {
            // What was changed before in the same edit keeps what it was at its beginning.
            var first = difference.Fields.TryGetPropertyValue(path, out var known) ? known!.AsArray()[0] : before[path];
            difference.Fields.Remove(path);
            if (!JsonNode.DeepEquals(first, after[path]))
            {
                difference.Fields[path] = new JsonArray(first?.DeepClone(), after[path]?.DeepClone());
            }
        }
    }

    /// <summary>The rows of history, after the one with this sequence and digest.</summary>
    public IEnumerable<Change> Changes(Attribution by, long sequence, string digest)
    {
        foreach (var ((unit, resource, key), difference) in aggregates.Where(a => a.Value.Fields.Count > 0))
        {
            var operation = difference.Began ? ChangeOperation.Created : difference.Ended ? ChangeOperation.Deleted : ChangeOperation.Updated;
            var change = new Change(++sequence, by.At, by.Author, by.Reason, unit, resource, key, operation, CanonicalJson.Text(difference.Fields), digest);
            digest = change.Digest;
            yield return change;
        }
    }

    /// <summary>The aggregates of some kinds of which words that were there are now others, or gone.</summary>
    public IEnumerable<(string Unit, string Resource, string Key)> Rewritten(IReadOnlyCollection<string> resources) =>
        aggregates.Where(a => resources.Contains(a.Key.Resource) && a.Value.Fields.Any(f => f.Key.EndsWith(".text", StringComparison.Ordinal) && f.Value![0] is not null)).Select(a => a.Key);

    private static void FlattenOriginal(EntityEntry entry, string prefix, JsonObject into)
    {
        foreach (var property in entry.OriginalValues.Properties)
        {
            if (RecordJson.Value(entry.OriginalValues[property]) is { } value)
            {
                into[prefix + PathOf(property)] = value;
            }
        }
    }

    /// <summary>The property with the complex properties it stands in, <c>title.zh.text</c>.</summary>
    private static string PathOf(IProperty property)
    {
        var path = RecordJson.Name(property);
        for (var type = property.DeclaringType as IComplexType; type is not null; type = type.ComplexProperty.DeclaringType as IComplexType)
        {
            path = $"{RecordJson.Name(type.ComplexProperty)}.{path}";
        }
        return path;
    }

    private sealed class Difference
    {
        /// <summary>Whether the aggregate came into being by the edit.</summary>
        public bool Began { get; init; }

        /// <summary>Whether it is gone after it.</summary>
        public bool Ended { get; set; }

        /// <summary><c>{"path": [before, after]}</c>, by the paths of <see cref="Aggregate"/>.</summary>
        public JsonObject Fields { get; } = [];
    }
}
