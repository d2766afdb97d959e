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

    private const char BetweenDimensions = '|';
    private const char BetweenValues = ' ';

    public static string Pack(SearchEntry entry) => string.Join(
        BetweenDimensions, entry.Type, entry.Language.Code, entry.Session, string.Join(BetweenValues, entry.Items), string.Join(BetweenValues, entry.Delegations));

    public static SearchType TypeOf(string packed) => Enum.Parse<SearchType>(packed.AsSpan(0, packed.IndexOf(BetweenDimensions, StringComparison.Ordinal)));

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
        .. entry.Titled ? entry.Names.Prepend(entry.Title).Select(name => Marks.Name(TextAnalysis.Analyse(name))).Distinct() : [],
    ];

    /// <summary>Counts packed values, most frequent first.</summary>
    /// <param name="packed">How many entries have each combination of values.</param>
    public static IReadOnlyList<FacetValue> Count(IEnumerable<KeyValuePair<string, int>> packed, Dimension dimension)
    {
        var counts = new Dictionary<string, int>();
        foreach (var (values, entries) in packed)
        {
            foreach (var value in values.Split(BetweenDimensions)[(int)dimension].Split(BetweenValues, StringSplitOptions.RemoveEmptyEntries))
            {
                counts[value] = counts.GetValueOrDefault(value) + entries;
            }
        }
        return [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetValue(c.Key, c.Value))];
    }
}
