using System.Collections.Frozen;
using HabitatBoard.Languages;

namespace HabitatBoard.Search;

/// <summary>The values by which hits are counted and narrowed.</summary>
internal static class Facets
{
    /// <summary>What can be narrowed by, in the order in which the values are packed.</summary>
    public enum Dimension
    {
        Type,
        Language,
        Session,
        Item,
        Delegation,
    }

    public static readonly Dimension[] All = Enum.GetValues<Dimension>();

    private static readonly FrozenDictionary<string, SearchType>.AlternateLookup<ReadOnlySpan<char>> Types =
        Enum.GetValues<SearchType>().ToFrozenDictionary(t => t.ToString()).GetAlternateLookup<ReadOnlySpan<char>>();

    private const char BetweenDimensions = '|';
    private const char BetweenValues = ' ';

    public static string Pack(SearchEntry entry) => string.Join(
        BetweenDimensions, entry.Type, entry.Language.Code, entry.Session, string.Join(BetweenValues, entry.Items), string.Join(BetweenValues, entry.Delegations));

    public static SearchType TypeOf(ReadOnlySpan<char> packed) => Types[packed[..packed.IndexOf(BetweenDimensions)]];

    public static Language LanguageOf(ReadOnlySpan<char> packed)
    {
        var rest = packed[(packed.IndexOf(BetweenDimensions) + 1)..];
        return OfficialLanguages.Parse(rest[..rest.IndexOf(BetweenDimensions)].ToString());
    }

    /// <summary>The slugs of the agenda items of an entry.</summary>
    public static IReadOnlyList<string> ItemsOf(string packed) => packed.Split(BetweenDimensions)[(int)Dimension.Item].Split(BetweenValues, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The mark that the query's filter in one dimension asks for.</summary>
    public static string? Wanted(SearchQuery query, Dimension dimension) => dimension switch
    {
        Dimension.Type => query.Type is { } type ? Marks.Type(type) : null,
        Dimension.Language => query.Language is { } language ? Marks.Language(language) : null,
        Dimension.Session => query.Session is { } session ? Marks.Session(session) : null,
        Dimension.Item => query.Item is { } item ? Marks.Item(item) : null,
        _ => query.Delegation is { } delegation ? Marks.Delegation(delegation) : null,
    };

    /// <summary>All marks of an entry.</summary>
    public static IEnumerable<string> MarksOf(SearchEntry entry) =>
    [
        Marks.Type(entry.Type),
        Marks.Language(entry.Language),
        .. entry.Session is null ? [] : new[] { Marks.Session(entry.Session) },
        .. entry.Items.Select(Marks.Item),
        .. entry.Delegations.Select(Marks.Delegation),
        .. entry.Symbols.Select(Marks.Symbol),
        .. entry.Titled ? entry.Names.Prepend(entry.Title).Select(name => Marks.Name(TextAnalysis.Analyse(name))).Distinct().Append(Marks.Titled) : [],
    ];

    /// <summary>Counts the values of packed entries, thousands in a search.</summary>
    /// <param name="once">Whether a thing counts once, and not in each of its languages.</param>
    public sealed class Counter(bool once)
    {
        private readonly HashSet<long> things = [];
        private readonly Dictionary<string, int>[] counts = [.. All.Select(_ => new Dictionary<string, int>())];

        public void Add(ReadOnlySpan<char> packed, long thing)
        {
            var first = !once || things.Add(thing);
            var dimension = 0;
            foreach (var values in packed.Split(BetweenDimensions))
            {
                if (!first && dimension != (int)Dimension.Language)
                {
                    dimension++;
                    continue;
                }
                var lookup = counts[dimension++].GetAlternateLookup<ReadOnlySpan<char>>();
                foreach (var range in packed[values].Split(BetweenValues))
                {
                    if (packed[values][range] is { Length: > 0 } value)
                    {
                        lookup[value] = lookup.TryGetValue(value, out var count) ? count + 1 : 1;
                    }
                }
            }
        }

        /// <summary>The values of one dimension, most frequent first.</summary>
        public IReadOnlyList<FacetValue> Values(Dimension dimension) =>
            [.. counts[(int)dimension].OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetValue(c.Key, c.Value))];
    }
}
