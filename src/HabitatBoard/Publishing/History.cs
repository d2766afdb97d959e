using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Publishing;

/// <summary>
/// The history of the working store: what any record was at any time, and the way back. Going back is a new change.
/// </summary>
public sealed class History(WorkingStore store)
{
    /// <summary>The fields of a record as they were after the change with this sequence; empty where it did not exist.</summary>
    /// <param name="resource">What it is, <c>statement</c>.</param>
    /// <param name="key">The primary key of its root.</param>
    public static async Task<JsonObject> AtAsync(BoardDbContext db, string resource, string key, long sequence, CancellationToken cancellationToken)
    {
        var fields = new JsonObject();
        foreach (var change in await ChangesAsync(db, resource, key, sequence, cancellationToken))
        {
            Apply(change, fields);
        }
        return fields;
    }

    /// <summary>The page of history that begins before a change, newest first, and how many rows match in all.</summary>
    public static async Task<(IReadOnlyList<Change> Changes, int Total)> ListAsync(BoardDbContext db, HistoryFilter filter, int limit, CancellationToken cancellationToken)
    {
        var query = db.Changes.AsNoTracking();
        query = filter.Unit is { } unit ? query.Where(c => c.Unit == unit) : query;
        query = filter.Resource is { } resource ? query.Where(c => c.Type == resource) : query;
        query = filter.Key is { } key ? query.Where(c => c.Key == key) : query;
        query = filter.Author is { } author ? query.Where(c => c.Author == author) : query;
        if (filter.From is { } from)
        {
            var first = await FirstSinceAsync(db, StartOf(from), cancellationToken);
            query = query.Where(c => c.Sequence >= first);
        }
        if (filter.Until is { } until)
        {
            var last = await FirstSinceAsync(db, StartOf(until.AddDays(1)), cancellationToken);
            query = query.Where(c => c.Sequence < last);
        }
        var total = await query.CountAsync(cancellationToken);
        query = filter.Before is { } before ? query.Where(c => c.Sequence < before) : query;
        return (await query.OrderByDescending(c => c.Sequence).Take(limit).ToListAsync(cancellationToken), total);

        // Whole days in Nairobi, where the Board meets.
        static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Sessions.Nairobi.Offset);
    }

    /// <summary>
    /// The first row that is not older than a moment. Rows follow each other in time, and moments cannot be compared in every
    /// store: so by halves.
    /// </summary>
    private static async Task<long> FirstSinceAsync(BoardDbContext db, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var (low, high) = (1L, 1 + (await db.Changes.MaxAsync(c => (long?)c.Sequence, cancellationToken) ?? 0));
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var at = await db.Changes.Where(c => c.Sequence >= middle).OrderBy(c => c.Sequence).Select(c => c.At).FirstAsync(cancellationToken);
            (low, high) = at < moment ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>What a change did, field by field.</summary>
    public static IReadOnlyList<FieldDifference> FieldsOf(Change change) => change.Fields is null ? []
        : [.. JsonNode.Parse(change.Fields)!.AsObject().Select(f => new FieldDifference(f.Key, f.Value![0], f.Value[1]))];

    /// <summary>The fields of a record when it last was a version; null where it never was.</summary>
    /// <param name="version">As <see cref="Aggregate.VersionOf(JsonObject)"/> gives it.</param>
    internal static async Task<JsonObject?> OfVersionAsync(BoardDbContext db, string resource, string key, string version, CancellationToken cancellationToken)
    {
        var fields = new JsonObject();
        JsonObject? found = null;
        foreach (var change in await ChangesAsync(db, resource, key, long.MaxValue, cancellationToken))
        {
            Apply(change, fields);
            if (Aggregate.VersionOf(fields) == version)
            {
                found = (JsonObject)fields.DeepClone();
            }
        }
        return found;
    }

    /// <summary>Whether something that has been removed was this version once; the last hundred removals are looked through.</summary>
    public static async Task<bool> WasRemovedAsync(BoardDbContext db, string unit, string resource, string version, CancellationToken cancellationToken)
    {
        var removed = await db.Changes.Where(c => c.Unit == unit && c.Type == resource && c.Operation == ChangeOperation.Deleted)
            .OrderByDescending(c => c.Sequence).Select(c => c.Key).Take(100).ToListAsync(cancellationToken);
        foreach (var key in removed.Distinct())
        {
            if (await OfVersionAsync(db, resource, key, version, cancellationToken) is not null)
            {
                return true;
            }
        }
        return false;
    }

    // Forward from the beginning: rows of history say what a field became, whatever has happened since.
    private static async Task<IEnumerable<JsonObject>> ChangesAsync(BoardDbContext db, string resource, string key, long sequence, CancellationToken cancellationToken) =>
        (await db.Changes.AsNoTracking().Where(c => c.Type == resource && c.Key == key && c.Sequence <= sequence)
            .OrderBy(c => c.Sequence).Select(c => c.Fields).ToListAsync(cancellationToken))
        .OfType<string>().Select(c => JsonNode.Parse(c)!.AsObject());

    /// <summary>Makes a record what it was after a change; brings it back where it was removed since.</summary>
    /// <param name="paths">The fields to restore; all of them when null.</param>
    /// <exception cref="RecordException">It did not exist then, or what it refers to is no longer there.</exception>
    public Task RestoreAsync(string resource, string key, long sequence, IReadOnlyCollection<string>? paths, Attribution by, CancellationToken cancellationToken) =>
        store.EditAsync(
            async edit =>
            {
                var then = await AtAsync(edit.Db, resource, key, sequence, cancellationToken);
                if (then.Count == 0 || !PublishedUnit.Roots.TryGetValue(resource, out var rootType))
                {
                    throw new RecordException(ErrorCode.VersionNotFound, resource, sequence);
                }
                var now = await AtAsync(edit.Db, resource, key, long.MaxValue, cancellationToken);
                var becomes = now.Count == 0 || paths is null ? then : (JsonObject)now.DeepClone();
                foreach (var path in now.Count == 0 || paths is null ? [] : Whole(paths, then, now))
                {
                    becomes.Remove(path);
                    if (then[path] is { } value)
                    {
                        becomes[path] = value.DeepClone();
                    }
                }
                edit.Put(now.Count == 0 ? [] : Aggregate.Build(edit.Db, rootType, now), Aggregate.Build(edit.Db, rootType, becomes));
                return true;
            },
            by,
            cancellationToken);

    /// <summary>
    /// Whether the rows of history are what they were when they were written, each after the one before. Editions and
    /// records say how long it has to be: the end of a chain can be cut without a trace in what is left of it.
    /// </summary>
    /// <param name="reached">The sequences that something outside remembers, such as the editions.</param>
    /// <returns>The faults, by the sequence at which they show; none when all is well.</returns>
    public static async IAsyncEnumerable<(long Sequence, HistoryFault Fault)> VerifyAsync(BoardDbContext db, IReadOnlyCollection<long> reached, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (expected, digest) = (1L, "");
        await foreach (var change in db.Changes.AsNoTracking().OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (expected < change.Sequence)
            {
                // One fault for all rows of a gap, at the first of them: the gap may be of any size.
                yield return (expected, HistoryFault.Missing);
                (expected, digest) = (change.Sequence, change.PreviousDigest);
            }
            if (change.Digest != change.ComputeDigest())
            {
                yield return (change.Sequence, HistoryFault.Altered);
            }
            else if (change.PreviousDigest != digest || change.Sequence < expected)
            {
                yield return (change.Sequence, HistoryFault.OutOfChain);
            }
            (expected, digest) = (change.Sequence + 1, change.Digest);
        }
        foreach (var sequence in reached.Where(s => s >= expected).Distinct().Order())
        {
            yield return (sequence, HistoryFault.Truncated);
        }
    }

    /// <summary>The records that are not what the history says they are: changed behind its back, or their history cut.</summary>
    internal static async Task<IReadOnlyList<(string Resource, string Key, string Path)>> UnaccountedAsync(BoardDbContext db, CancellationToken cancellationToken)
    {
        var told = new Dictionary<(string Resource, string Key), JsonObject>();
        var written = new HashSet<(string Resource, string Field)>();
        await foreach (var change in db.Changes.AsNoTracking().Where(c => c.Type != Publisher.Overruling).OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!told.TryGetValue((change.Type, change.Key), out var fields))
            {
                told[(change.Type, change.Key)] = fields = [];
            }
            if (change.Fields is not null)
            {
                var becomes = JsonNode.Parse(change.Fields)!.AsObject();
                written.UnionWith(becomes.Select(f => (change.Type, f.Key[(f.Key.LastIndexOf('/') + 1)..])));
                Apply(becomes, fields);
            }
        }
        var units = await db.Sessions.Select(s => s.Id).ToListAsync(cancellationToken);
        var differing = new List<(string Resource, string Key, string Path)>();
        foreach (var unit in units.Prepend(PublishedUnit.Registers))
        {
            foreach (var (place, fields) in (await PublishedUnit.Kept(unit).ReadAsync(db, cancellationToken)).Aggregates())
            {
                Compare(place, fields, told.Remove(place, out var known) ? known : []);
            }
        }
        foreach (var (place, fields) in told.Where(t => t.Value.Count > 0))
        {
            Compare(place, [], fields);
        }
        return differing;

        void Compare((string Resource, string Key) place, JsonObject fields, JsonObject known)
        {
            // A column younger than the whole history has values of which no row of it knows.
            bool IsYounger(string path) => known.Count > 0 && !written.Contains((place.Resource, path[(path.LastIndexOf('/') + 1)..]));
            if (fields.Select(f => f.Key).Union(known.Select(f => f.Key)).FirstOrDefault(path => !JsonNode.DeepEquals(fields[path], known[path]) && !IsYounger(path)) is { } path)
            {
                differing.Add((place.Resource, place.Key, path));
            }
        }
    }

    /// <summary>
    /// The fields that can only go together: a text and its status, and all of a row where one of the two states lacks it.
    /// </summary>
    private static HashSet<string> Whole(IEnumerable<string> paths, JsonObject then, JsonObject now)
    {
        var whole = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            whole.Add(path);
            if (path.LastIndexOf('.') is > 0 and var dot && path[dot..] is ".text" or ".status")
            {
                whole.Add($"{path[..path.LastIndexOf('.')]}.text");
                whole.Add($"{path[..path.LastIndexOf('.')]}.status");
            }
            if (path.LastIndexOf('/') is > 0 and var slash)
            {
                var row = path[..(slash + 1)];
                bool InRow(KeyValuePair<string, JsonNode?> field) => field.Key.StartsWith(row, StringComparison.Ordinal);
                if (!then.Any(InRow) || !now.Any(InRow))
                {
                    whole.UnionWith(then.Concat(now).Where(InRow).Select(f => f.Key));
                }
            }
        }
        return whole;
    }

    private static void Apply(JsonObject change, JsonObject fields)
    {
        foreach (var (path, values) in change)
        {
            fields.Remove(path);
            if (values![1] is { } value)
            {
                fields[path] = value.DeepClone();
            }
        }
    }
}

/// <summary>Which rows of history to list; null for any.</summary>
/// <param name="Resource">What changed, <c>statement</c>.</param>
/// <param name="Key">The primary key of its root.</param>
/// <param name="From">The first day, in Nairobi.</param>
/// <param name="Until">The last day.</param>
/// <param name="Before">Only rows before this sequence: where the next page begins.</param>
public sealed record HistoryFilter(string? Unit = null, string? Resource = null, string? Key = null, string? Author = null, DateOnly? From = null, DateOnly? Until = null, long? Before = null);

/// <summary>What is wrong with a row of history.</summary>
public enum HistoryFault
{
    /// <summary>Its digest is not that of its content.</summary>
    Altered,

    /// <summary>It does not follow the row before it.</summary>
    OutOfChain,

    /// <summary>There is no row of that number.</summary>
    Missing,

    /// <summary>Something remembers a row of this number, which the history no longer reaches.</summary>
    Truncated,
}
