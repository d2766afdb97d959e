using System.Globalization;
using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Search;
using HabitatBoard.Web.Caching;
using HabitatBoard.Web.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>One page of what was found, the most relevant first.</summary>
/// <param name="Items">The hits.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Next">The address of the next page, also in the <c>Link</c> header (RFC 8288); null on the last.</param>
/// <param name="Facets">What the hits are, by the values of the filters.</param>
/// <param name="DidYouMean">Where nothing was found: the query with words that are found, if there are like ones; null otherwise.</param>
public sealed record SearchAnswerContract(IReadOnlyList<SearchHitContract> Items, int Total, string? Next, SearchFacetsContract Facets, string? DidYouMean);

/// <summary>Something found, in one language.</summary>
/// <param name="Id">Its key in the feed of changes: <c>2024-1/p21</c>, <c>HSP-EB.2024-2-Add.1</c>, <c>BRA</c>.</param>
/// <param name="Title">Its title or name; of a paragraph, the heading it stands under.</param>
/// <param name="TitleMarks">The matches in <c>title</c>, each <c>[start, length]</c> in UTF-16 code units.</param>
/// <param name="Url">The page that shows it.</param>
/// <param name="Paragraph">The report paragraph that it is, or that states it; null where none is recorded.</param>
/// <param name="Session">The session it belongs to; null for what belongs to none.</param>
/// <param name="Lang">The language it is found in, an ISO 639-1 code.</param>
/// <param name="Status">Where its title comes from; of a paragraph, its text: what no language version says is composed from the facts.</param>
/// <param name="Snippet">The part of its text around the first match, as it stands in the original; null where it has a title alone.</param>
/// <param name="Marks">The matches in <c>snippet</c>, each <c>[start, length]</c> in UTF-16 code units, in order and apart.</param>
/// <param name="Score">The greater the better; comparable within one answer.</param>
public sealed record SearchHitContract(
    SearchType Type,
    string Id,
    string Title,
    IReadOnlyList<int[]> TitleMarks,
    string Url,
    int? Paragraph,
    string? Session,
    string Lang,
    TextStatus Status,
    string? Snippet,
    IReadOnlyList<int[]> Marks,
    double Score);

/// <summary>
/// How many hits have which values, most frequent first. Each list leaves its own filter out, so that it shows what else there is.
/// </summary>
/// <param name="Complete">Whether all hits were counted; false where only the newest 2,000 were.</param>
public sealed record SearchFacetsContract(
    IReadOnlyList<FacetValueContract> Type,
    IReadOnlyList<FacetValueContract> Session,
    IReadOnlyList<FacetValueContract> Item,
    IReadOnlyList<FacetValueContract> Delegation,
    IReadOnlyList<FacetValueContract> Lang,
    bool Complete);

/// <summary>One value, as the filter takes it.</summary>
public sealed record FacetValueContract(string Value, int Count);

/// <summary>What somebody may be about to type.</summary>
public sealed record SuggestionsContract(IReadOnlyList<SuggestionContract> Items);

/// <summary>A title, name or symbol.</summary>
/// <param name="Text">To be searched for.</param>
/// <param name="Lang">The language it is in, an ISO 639-1 code.</param>
/// <param name="Url">The page that shows it.</param>
public sealed record SuggestionContract(string Text, SearchType Type, string Lang, string Url);

/// <summary>What to look for; filters are combined.</summary>
public sealed class SearchParameters
{
    /// <summary>Words, phrases in quotation marks, a symbol in any spelling: up to 500 characters. All words must be found.</summary>
    /// <example>人居署 财务</example>
    [FromQuery(Name = "q")]
    public string? Query { get; init; }

    /// <summary>Only what is written in this language, an ISO 639-1 code.</summary>
    [FromQuery(Name = "lang")]
    public string? Language { get; init; }

    /// <summary>Only things of this type, <c>paragraph</c>.</summary>
    [FromQuery(Name = "type")]
    public string? Type { get; init; }

    /// <summary>Only what belongs to this session, <c>2024-1</c>.</summary>
    [FromQuery(Name = "session")]
    public string? Session { get; init; }

    /// <summary>Only what concerns an agenda item of this number, <c>4</c>, <c>2a</c> or <c>2(a)</c>.</summary>
    [FromQuery(Name = "item")]
    public string? Item { get; init; }

    /// <summary>Only what concerns the delegation with this code.</summary>
    [FromQuery(Name = "delegation")]
    public string? Delegation { get; init; }

    /// <summary>How many hits at most, from 1 to 1,000; 20 where it is left out.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>Where the page begins: taken from <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }
}

/// <summary>The filters of a search as they stand in an address, read alike by the API and the page.</summary>
internal static class SearchFilters
{
    public static string LanguageCodes => string.Join(", ", OfficialLanguages.All.Select(l => l.Code));

    /// <returns>The query with its filters, and the first parameter that is none, with what it takes.</returns>
    public static async Task<(SearchQuery Query, (string Name, string Value, string Accepted)? Refused)> ReadAsync(
        SearchQuery query, SearchParameters parameters, BoardDbContext db, PublishedRegisters registers, CancellationToken cancellationToken)
    {
        if (parameters.Language is { } lang)
        {
            if (!OfficialLanguages.TryParse(lang, out var language))
            {
                return (query, ("lang", lang, LanguageCodes));
            }
            query = query with { Language = language };
        }
        if (parameters.Type is { } typeText)
        {
            if (!Choices.TryParse<SearchType>(typeText, out var type))
            {
                return (query, ("type", typeText, Choices.Names<SearchType>()));
            }
            query = query with { Type = type };
        }
        if (parameters.Session is { } session)
        {
            if (!await db.Sessions.AnyAsync(s => s.Id == session, cancellationToken))
            {
                return (query, ("session", session, "2024-1"));
            }
            query = query with { Session = session };
        }
        if (parameters.Item is { } item)
        {
            if (AgendaItem.ParseNumber(item) is not var (number, letter))
            {
                return (query, ("item", item, "4, 2a, 2(a)"));
            }
            query = query with { Item = string.Create(CultureInfo.InvariantCulture, $"{number}{letter}") };
        }
        if (parameters.Delegation is { } delegation)
        {
            if (!(await registers.ReadAsync(db, cancellationToken)).Delegations.ContainsKey(delegation))
            {
                return (query, ("delegation", delegation, "BRA, EU, PSE, …"));
            }
            query = query with { Delegation = delegation };
        }
        return (query, null);
    }
}

internal static class SearchApi
{
    private const string DefaultLimit = "20";
    private const int SuggestionsShown = 10;

    public static void MapSearch(this RouteGroupBuilder api)
    {
        // Queries have no end; their answers are not kept.
        var search = api.MapGroup("/search").WithTags("Search").WithMetadata(new PublishedContent { Kept = false, InWorkingStore = false });
        search.MapGet("", GetSearch);
        search.MapGet("/suggestions", GetSearchSuggestions);
    }

    /// <summary>Searches agenda items, decisions, documents, report paragraphs, statements, delegations, groups and persons.</summary>
    private static async Task<Results<Ok<SearchAnswerContract>, ProblemHttpResult>> GetSearch(
        [AsParameters] SearchParameters parameters, BoardDbContext db, PublishedRegisters registers, SearchIndex index, HttpContext context, CancellationToken cancellationToken)
    {
        if (WrongQuery(context, parameters.Query) is { } wrong)
        {
            return wrong;
        }
        if (!Paging.TryRead(context, new PageQuery { Limit = parameters.Limit ?? DefaultLimit, Cursor = parameters.Cursor }, 4, out var limit, out var after, out var problem))
        {
            return problem!;
        }
        if (!TryRead(after, out var position))
        {
            return Problems.Of(context, ErrorCode.InvalidCursor, parameters.Cursor!);
        }
        var (query, refused) = await SearchFilters.ReadAsync(
            new SearchQuery(parameters.Query!) { After = position, Limit = limit + 1 }, parameters, db, registers, cancellationToken);
        if (refused is var (name, value, accepted))
        {
            return Problems.OfParameter(context, name, value, accepted);
        }
        var found = await index.FindAsync(query, cancellationToken);
        var page = Paging.Answer(context, found.Hits, limit, found.Total, Map, hit => Key(hit.Position)).Value!;
        return TypedResults.Ok(new SearchAnswerContract(page.Items, page.Total, page.Next, Map(found.Facets), found.DidYouMean));
    }

    /// <summary>Titles, names and symbols of which a word begins with what was typed, at most ten.</summary>
    /// <param name="q" example="HSP/EB.2024/IN">What was typed so far, up to 500 characters.</param>
    /// <param name="lang">Only what is written in this language, an ISO 639-1 code.</param>
    private static async Task<Results<Ok<SuggestionsContract>, ProblemHttpResult>> GetSearchSuggestions(
        [FromQuery(Name = "q")] string? q, [FromQuery(Name = "lang")] string? lang, SearchIndex index, HttpContext context, CancellationToken cancellationToken)
    {
        if (WrongQuery(context, q) is { } wrong)
        {
            return wrong;
        }
        Language? language = null;
        if (lang is not null)
        {
            if (!OfficialLanguages.TryParse(lang, out var known))
            {
                return Problems.OfParameter(context, "lang", lang, SearchFilters.LanguageCodes);
            }
            language = known;
        }
        var suggestions = await index.SuggestAsync(q!, language, SuggestionsShown, cancellationToken);
        return TypedResults.Ok(new SuggestionsContract([.. suggestions.Select(s => new SuggestionContract(s.Text, s.Type, s.Language.Code, $"/{s.Language.Code}{s.Path}"))]));
    }

    private static ProblemHttpResult? WrongQuery(HttpContext context, string? query) =>
        string.IsNullOrWhiteSpace(query) || query.Length > SearchQuery.MaxLength ? Problems.OfParameter(context, "q", query, Length(Phrases.In(Problems.LanguageOf(context.Request)))) : null;

    /// <summary>How long a query may be, in words.</summary>
    public static string Length(Phrases phrases) => phrases.Format("search.length", SearchQuery.MaxLength);

    /// <summary>A position as an address has it.</summary>
    public static string CursorOf(SearchPosition position) => Paging.Encode(Key(position));

    /// <summary>The position that an address has; null where it is none.</summary>
    public static SearchPosition? PositionOf(string cursor) => Paging.Decode(cursor) is { } key && TryRead(key, out var position) ? position : null;

    private static SearchHitContract Map(SearchHit hit) => new(
        hit.Type,
        hit.Id,
        hit.Title.Text,
        Offsets(hit.Title),
        $"/{hit.Language.Code}{hit.Path}",
        hit.Paragraph,
        hit.Session,
        hit.Language.Code,
        hit.Status,
        hit.Snippet?.Text,
        Offsets(hit.Snippet),
        Math.Round(hit.Score, 4));

    private static IReadOnlyList<int[]> Offsets(MarkedText? text) => text is null ? [] : [.. text.Marks.Select(m => new[] { m.Start, m.Length })];

    private static SearchFacetsContract Map(SearchFacets facets) => new(
        Values(facets.Types, Choices.CamelCase),
        Values(facets.Sessions, v => v),
        Values(facets.Items, v => AgendaItem.ParseNumber(v) is var (number, letter) ? AgendaItem.LabelOf(number, letter) : v),
        Values(facets.Delegations, v => v),
        Values(facets.Languages, v => v),
        facets.Complete);

    private static IReadOnlyList<FacetValueContract> Values(IReadOnlyList<FacetValue> values, Func<string, string> name) =>
        [.. values.Select(v => new FacetValueContract(name(v.Value), v.Count))];

    private static string[] Key(SearchPosition position) =>
    [
        position.Floor.ToString(CultureInfo.InvariantCulture),
        position.Tier?.ToString(CultureInfo.InvariantCulture) ?? "",
        position.Weight.ToString("R", CultureInfo.InvariantCulture),
        position.Entry.ToString(CultureInfo.InvariantCulture),
    ];

    private static bool TryRead(string[]? key, out SearchPosition? position)
    {
        position = null;
        if (key is not [var floorText, var tierText, var weightText, var entryText])
        {
            return key is null;
        }
        int tier = default;
        if (!long.TryParse(floorText, NumberStyles.None, CultureInfo.InvariantCulture, out var floor)
            || (tierText.Length > 0 && !int.TryParse(tierText, NumberStyles.None, CultureInfo.InvariantCulture, out tier))
            || !double.TryParse(weightText, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || !double.IsFinite(weight)
            || !long.TryParse(entryText, NumberStyles.None, CultureInfo.InvariantCulture, out var entry))
        {
            return false;
        }
        position = new SearchPosition(floor, tierText.Length > 0 ? tier : null, weight, entry);
        return true;
    }
}
