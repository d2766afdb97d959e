using System.Text.Json.Nodes;
using HabitatBoard.Data;

namespace HabitatBoard.Publishing;

/// <summary>One field that differs.</summary>
/// <param name="Path">As <see cref="Aggregate"/> lays fields flat, <c>title.en.text</c> or <c>documentVersion/fr/issuedOn</c>.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing.</param>
public sealed record FieldDifference(string Path, JsonNode? Before, JsonNode? After);

/// <summary>One aggregate that differs, field by field.</summary>
/// <param name="Key">The primary key of its root, by which the history names it.</param>
public sealed record AggregateDifference(string Resource, string Key, ChangeOperation Operation, IReadOnlyList<FieldDifference> Fields);

/// <summary>What differs between two states of a unit: what is public and what would be, or two editions.</summary>
public static class UnitDifferences
{
    /// <summary>What differs between two editions of one unit.</summary>
    /// <param name="db">Any store: only its model is asked.</param>
    /// <param name="before">The canonical JSON of the one.</param>
    /// <param name="after">That of the other.</param>
    public static (IReadOnlyList<AggregateDifference> Differences, UnitNames Names) Between(BoardDbContext db, byte[] before, byte[] after)
    {
        var (was, becomes) = (UnitContent.Read(db, JsonNode.Parse(before)!), UnitContent.Read(db, JsonNode.Parse(after)!));
        return (Between(was, becomes), UnitNames.Of(was, becomes));
    }

    internal static IReadOnlyList<AggregateDifference> Between(UnitContent before, UnitContent after)
    {
        var (was, becomes) = (before.Aggregates(), after.Aggregates());
        var differences = new List<AggregateDifference>();
        foreach (var place in was.Keys.Union(becomes.Keys))
        {
            var (then, now) = (was.GetValueOrDefault(place), becomes.GetValueOrDefault(place));
            var fields = Between(then ?? [], now ?? []);
            if (fields.Count > 0)
            {
                differences.Add(new AggregateDifference(
                    place.Resource, place.Key, then is null ? ChangeOperation.Created : now is null ? ChangeOperation.Deleted : ChangeOperation.Updated, fields));
            }
        }
        return differences;
    }

    internal static List<FieldDifference> Between(JsonObject before, JsonObject after) =>
    [
        .. before.Select(f => f.Key).Union(after.Select(f => f.Key))
            .Where(path => !JsonNode.DeepEquals(before[path], after[path]))
            .Select(path => new FieldDifference(path, before[path], after[path])),
    ];
}
