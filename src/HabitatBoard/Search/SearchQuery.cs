using HabitatBoard.Languages;

namespace HabitatBoard.Search;

/// <summary>
/// What can be found, in the order in which things of one name are listed: who and what is named so itself stands
/// before what merely speaks of it.
/// </summary>
public enum SearchType
{
    Delegation,
    Group,
    Person,
    Document,
    Decision,
    DecisionPart,
    AgendaItem,
    DecisionParagraph,
    Paragraph,
    Statement,
}

/// <summary>What somebody looks for.</summary>
/// <param name="Text">
/// As typed, whatever it is: words, phrases in quotation marks, symbols. What goes beyond <see cref="MaxLength"/> is not read.
/// </param>
public sealed record SearchQuery(string Text)
{
    /// <summary>The longest text read, in UTF-16 code units.</summary>
    public const int MaxLength = 500;

    /// <summary>Only what is written in this language.</summary>
    public Language? Language { get; init; }

    public SearchType? Type { get; init; }

    /// <summary>Only what belongs to this session, <c>2024-1</c>.</summary>
    public string? Session { get; init; }

    /// <summary>Only what concerns an agenda item of this number, <c>2a</c>, in whatever session.</summary>
    public string? Item { get; init; }

    /// <summary>Only what concerns the delegation with this code.</summary>
    public string? Delegation { get; init; }

    /// <summary>
    /// Each thing once, and not in each language in which it is found: in this one if it is, else in English or
    /// that of its best hit, with its title in this one. Things are told apart among the matches that are ranked; no others are listed or counted.
    /// </summary>
    public Language? Once { get; init; }

    /// <summary>How many hits at most.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The position of the last hit of the page before.</summary>
    public SearchPosition? After { get; init; }
}

/// <summary>Where a hit stands among the others.</summary>
/// <param name="Floor">The oldest entry that was ranked; older ones follow by age alone.</param>
/// <param name="Tier">What was matched, 0 the best; null for an entry that was not ranked.</param>
/// <param name="Weight">The relevance within the tier, as bm25 has it: the lower the better.</param>
public sealed record SearchPosition(long Floor, int? Tier, double Weight, long Entry);

/// <summary>A text with what the query matched in it.</summary>
/// <param name="Text">A part of the original as it is, not a character added or changed.</param>
/// <param name="Marks">The matches, in order and apart from one another, in UTF-16 code units.</param>
public sealed record MarkedText(string Text, IReadOnlyList<Mark> Marks);

/// <summary>One match.</summary>
public readonly record struct Mark(int Start, int Length);

/// <summary>Something found, in one language.</summary>
/// <param name="Id">Its key in the feed of changes: <c>2024-1/p21</c>, <c>HSP-EB.2024-2-Add.1</c>, <c>BRA</c>.</param>
/// <param name="Path">The address of the page that shows it, without language: <c>/sessions/2024-1/report#p21</c>.</param>
/// <param name="Paragraph">The report paragraph that states it, or that it is; null where none is recorded.</param>
/// <param name="Session">The session it belongs to; null for what belongs to none.</param>
/// <param name="Status">Where its title comes from; of a paragraph, its text.</param>
/// <param name="Snippet">The part of its text around the first match; null where it has a title alone.</param>
/// <param name="Score">The greater the better; comparable within one answer.</param>
/// <param name="Items">The slugs of the agenda items it concerns.</param>
/// <param name="Own">Its title in the language of <see cref="SearchQuery.Once"/>, where it is found in another and has one.</param>
public sealed record SearchHit(
    SearchType Type,
    string Id,
    MarkedText Title,
    string Path,
    int? Paragraph,
    string? Session,
    Language Language,
    TextStatus Status,
    MarkedText? Snippet,
    double Score,
    SearchPosition Position,
    IReadOnlyList<string> Items,
    LanguageText? Own);

/// <summary>How many hits have a value.</summary>
public sealed record FacetValue(string Value, int Count);

/// <summary>
/// The values that hits have, most frequent first. Each list leaves its own filter out, so that it shows what else there is.
/// </summary>
/// <param name="Complete">Whether all hits were counted; otherwise the newest <see cref="SearchIndex.Ranked"/>.</param>
public sealed record SearchFacets(
    IReadOnlyList<FacetValue> Types,
    IReadOnlyList<FacetValue> Sessions,
    IReadOnlyList<FacetValue> Items,
    IReadOnlyList<FacetValue> Delegations,
    IReadOnlyList<FacetValue> Languages,
    bool Complete);

/// <summary>What was found.</summary>
/// <param name="Total">How many hits there are on all pages; with <see cref="SearchQuery.Once"/>, how many things among the matches that are ranked.</param>
/// <param name="DidYouMean">Where nothing was found: the query with words that are found.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, int Total, SearchFacets Facets, string? DidYouMean);

/// <summary>What somebody may be about to type.</summary>
/// <param name="Text">A title, name or symbol, to be searched for.</param>
public sealed record SearchSuggestion(string Text, SearchType Type, Language Language, string Path);
