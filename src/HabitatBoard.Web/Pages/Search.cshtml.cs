using HabitatBoard.Agenda;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Search;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages;

/// <summary>What the record says of some words, a symbol or a name.</summary>
[Accepts("q", "type", "session", "item", "delegation", "lang", "after")]
public sealed class SearchModel(SearchIndex index, BoardDbContext asked, BoardStores stores, PublishedRegisters registers) : BoardPage
{
    /// <summary>How many hits a page shows.</summary>
    public const int Shown = 50;

    /// <summary>Asks for every language, where there is something in the reader's own.</summary>
    private const string EveryLanguage = "all";

    private static readonly string[] Filters = ["type", "session", "item", "delegation", "lang"];

    /// <summary>A title of an agenda item beside a hit is cut here: whole it fills a telephone's screen.</summary>
    private const int LongestTitle = 60;

    private readonly Dictionary<string, string> chosen = [];
    private BoardDbContext db = asked;
    private Dictionary<(string Session, string Slug), LocalizedText> items = [];
    private Dictionary<string, LocalizedText> sessions = [];

    public string Query { get; private set; } = "";

    /// <summary>What was found; null where nothing was asked yet.</summary>
    public SearchResult? Result { get; private set; }

    /// <summary>The hits of this page.</summary>
    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    /// <summary>What the hits can be narrowed by, where there is a choice.</summary>
    public IReadOnlyList<Narrowing> Narrowings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Place(null, T["search.title"]);
        Query = Request.Query["q"].ToString();
        if (Request.Query.Count == 0)
        {
            return Page();
        }
        if (string.IsNullOrWhiteSpace(Query) || Query.Length > SearchQuery.MaxLength)
        {
            return Fail(ErrorCode.InvalidParameter, "q", Problems.Shorten(Query), SearchApi.Length(T));
        }
        if (Frame.IsPreview)
        {
            // What is found is what is published; so are the names beside it.
            db = await stores.Published.CreateDbContextAsync(cancellationToken);
            Response.RegisterForDisposeAsync(db);
        }
        foreach (var name in Filters)
        {
            if (Request.Query[name].ToString() is { Length: > 0 } value)
            {
                chosen[name] = value;
            }
        }
        SearchPosition? position = null;
        if (Request.Query["after"].FirstOrDefault() is { } after && (position = SearchApi.PositionOf(after)) is null)
        {
            return Fail(ErrorCode.InvalidCursor, Problems.Shorten(after));
        }
        var language = chosen.GetValueOrDefault("lang");
        var parameters = new SearchParameters
        {
            Type = chosen.GetValueOrDefault("type"),
            Session = chosen.GetValueOrDefault("session"),
            Item = chosen.GetValueOrDefault("item"),
            Delegation = chosen.GetValueOrDefault("delegation"),
            Language = language == EveryLanguage ? null : language,
        };
        var (query, refused) = await SearchFilters.ReadAsync(new SearchQuery(Query) { Limit = Shown + 1, After = position }, parameters, db, registers, cancellationToken);
        if (refused is var (wrong, given, accepted))
        {
            return Fail(ErrorCode.InvalidParameter, wrong, Problems.Shorten(given), accepted);
        }
        Frame.Sought = Query;
        if (language is null)
        {
            // A thing is found once for each language it is written in: the reader's own will do, if there is one.
            Result = await index.FindAsync(query with { Language = Language }, cancellationToken);
            language = Result.Total > 0 ? Language.Code : null;
        }
        if (language is null || chosen.ContainsKey("lang"))
        {
            // In whatever language, but no thing twice.
            Result = await index.FindAsync(query.Language is null ? query with { Once = Language } : query, cancellationToken);
        }
        Hits = [.. Result!.Hits.Take(Shown)];
        Next = Result.Hits.Count > Shown ? Address([("after", SearchApi.CursorOf(Hits[^1].Position))]) : null;
        await ReadTitlesAsync(cancellationToken);
        Narrowings = await NarrowingsAsync(Result.Facets, query, query.Language?.Code ?? (language == EveryLanguage ? null : language), cancellationToken);
        return Page();
    }

    /// <summary>A hit in the page's language leads to the page in it; so does any other: the page shows both.</summary>
    public string Address(SearchHit hit) => Frame.Href(hit.Path);

    /// <summary>What a hit is, in the singular, with its number where it has one.</summary>
    public string KindOf(SearchHit hit)
    {
        switch (hit.Type)
        {
            case SearchType.Decision:
                return T.Format("decision.long", hit.Id);
            case SearchType.DecisionPart:
                var bracket = hit.Id.IndexOf('(', StringComparison.Ordinal);
                return T.Format("cite.part", T.Format("decision.long", hit.Id[..bracket]), hit.Id[bracket..]);
            case SearchType.DecisionParagraph:
                var decision = T.Format("decision.long", hit.Id[..hit.Id.LastIndexOf('/')]);
                return hit.Path.Split("#p") is [_, var number] ? T.Format("cite.paragraph", decision, number) : $"{decision} · {T.Of(DecisionParagraphKind.Preambular)}";
            case SearchType.AgendaItem:
                return T.Format("item.long", LabelOf(hit.Items[0]));
            default:
                return T[$"found.{hit.Type}"];
        }
    }

    /// <summary>What the matter of a hit is: the agenda item of a statement, with the beginning of its title.</summary>
    public IEnumerable<string> ItemsOf(SearchHit hit) => hit.Type != SearchType.Statement ? [] : hit.Items.Select(slug =>
        T.Format("item.short", LabelOf(slug)) + (items.TryGetValue((hit.Session!, slug), out var title) ? T["colon"] + Cut(TextOf(title)) : ""));

    /// <summary>The session of a hit; null for what belongs to none.</summary>
    public LocalizedText? SessionOf(SearchHit hit) => hit.Session is { } session ? sessions.GetValueOrDefault(session) : null;

    /// <summary>A text with what was found in it marked.</summary>
    public static IHtmlContent Marked(MarkedText text)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (var mark in text.Marks)
        {
            html.Append(text.Text[at..mark.Start]).AppendHtml("<mark>").Append(text.Text.Substring(mark.Start, mark.Length)).AppendHtml("</mark>");
            at = mark.Start + mark.Length;
        }
        return html.Append(text.Text[at..]);
    }

    /// <summary>What stands beside hits and filters: of sessions, and of the agenda items of statements.</summary>
    private async Task ReadTitlesAsync(CancellationToken cancellationToken)
    {
        var ids = Result!.Facets.Sessions.Select(s => s.Value).Concat(Hits.Select(h => h.Session).OfType<string>()).Distinct().ToList();
        sessions = await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToDictionaryAsync(s => s.Id, s => s.Title, cancellationToken);
        var spoken = Hits.Where(h => h.Type == SearchType.Statement).Select(h => h.Session!).Distinct().ToList();
        items = spoken.Count == 0 ? [] : (await db.AgendaItems.AsNoTracking().Where(i => spoken.Contains(i.SessionId) && i.Version == AgendaVersion.Adopted).ToListAsync(cancellationToken))
            .ToDictionary(i => (i.SessionId, i.Slug), i => i.Title);
    }

    private static string LabelOf(string slug) => AgendaItem.ParseNumber(slug) is var (number, letter) ? AgendaItem.LabelOf(number, letter) : slug;

    /// <summary>The beginning of a title, cut between words; a Han character is about as wide as two letters.</summary>
    private static string Cut(string title)
    {
        var longest = title.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? LongestTitle / 2 : LongestTitle;
        if (title.Length <= longest)
        {
            return title;
        }
        var blank = title.LastIndexOf(' ', longest);
        return title[..(blank > longest / 2 ? blank : longest)].TrimEnd(',', ';', '，', '、', '؛', '،', ' ') + "…";
    }

    private async Task<IReadOnlyList<Narrowing>> NarrowingsAsync(SearchFacets facets, SearchQuery query, string? language, CancellationToken cancellationToken)
    {
        var delegations = (await registers.ReadAsync(db, cancellationToken)).Delegations;
        return
        [
            .. new[]
            {
                Of("type", T["search.type"], query.Type?.ToString(), facets.Types, value => T.Of(Enum.Parse<SearchType>(value)), Choices.CamelCase),
                Of("session", T["session"], query.Session, facets.Sessions, value => sessions.TryGetValue(value, out var title) ? TextOf(title) : value),
                Of("item", T["item"], query.Item, facets.Items, value => T.Format("item.short", LabelOf(value))),
                Of("delegation", T["delegation"], query.Delegation, facets.Delegations, value => delegations.TryGetValue(value, out var delegation) ? TextOf(delegation.RunningName) : value),
                Of("lang", T["search.language"], language, facets.Languages, value => T[$"language.{value}"]),
            }.Where(n => n.Values.Count > 1 || n.Chosen is not null),
        ];

        Narrowing Of(string name, string title, string? wanted, IReadOnlyList<FacetValue> values, Func<string, string> label, Func<string, string>? parameter = null)
        {
            var links = values.Select(v => new NarrowingValue(label(v.Value), v.Count, Narrowed(name, parameter is null ? v.Value : parameter(v.Value)), v.Value == wanted)).ToList();
            // A filter by which nothing is found can be taken away, too; the reader's own language is one only where there are others.
            var current = wanted is null || (links.Count < 2 && !chosen.ContainsKey(name)) ? null : links.Find(l => l.Chosen) ?? new NarrowingValue(label(wanted), 0, "", true);
            return new Narrowing(title, Narrowed(name, name == "lang" ? EveryLanguage : null), current, links);
        }
    }

    /// <summary>The address of the same search with one filter changed, or without it.</summary>
    private string Narrowed(string name, string? value) => Address([(name, value)]);

    /// <summary>The address of the same search, but for these parameters.</summary>
    private string Address(IReadOnlyList<(string Name, string? Value)> other) =>
        Frame.Href($"/search{QueryString.Create(
            chosen.Where(c => other.All(o => o.Name != c.Key)).Select(c => (c.Key, (string?)c.Value)).Concat(other)
                .OrderBy(p => Array.IndexOf(Filters, p.Item1) is var place && place < 0 ? Filters.Length : place)
                .Prepend(("q", Query)).Where(p => p.Item2 is not null).Select(p => KeyValuePair.Create(p.Item1, p.Item2)))}");
}

/// <summary>One thing that the hits can be narrowed by.</summary>
/// <param name="All">The address of the search without this filter.</param>
/// <param name="Chosen">The value that it is narrowed to.</param>
public sealed record Narrowing(string Label, string All, NarrowingValue? Chosen, IReadOnlyList<NarrowingValue> Values);

/// <summary>One value, with how many hits have it.</summary>
public sealed record NarrowingValue(string Label, int Count, string Href, bool Chosen);
