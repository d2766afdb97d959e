using HabitatBoard.Agenda;
using HabitatBoard.Data;
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
[Accepts("q", "type", "session", "item", "delegation", "lang")]
public sealed class SearchModel(SearchIndex index, BoardDbContext asked, BoardStores stores, PublishedRegisters registers) : BoardPage
{
    /// <summary>How many hits the page shows; the filters narrow what is left.</summary>
    public const int Shown = 50;

    /// <summary>Asks for every language, where there is something in the reader's own.</summary>
    private const string EveryLanguage = "all";

    private static readonly string[] Filters = ["type", "session", "item", "delegation", "lang"];

    private readonly Dictionary<string, string> chosen = [];
    private BoardDbContext db = asked;

    public string Query { get; private set; } = "";

    /// <summary>What was found; null where nothing was asked yet.</summary>
    public SearchResult? Result { get; private set; }

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
            return Fail(ErrorCode.InvalidParameter, "q", Problems.Shorten(Query), $"1–{SearchQuery.MaxLength}");
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
        var language = chosen.GetValueOrDefault("lang");
        var parameters = new SearchParameters
        {
            Type = chosen.GetValueOrDefault("type"),
            Session = chosen.GetValueOrDefault("session"),
            Item = chosen.GetValueOrDefault("item"),
            Delegation = chosen.GetValueOrDefault("delegation"),
            Language = language == EveryLanguage ? null : language,
        };
        var (query, refused) = await SearchFilters.ReadAsync(new SearchQuery(Query) { Limit = Shown }, parameters, db, registers, cancellationToken);
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
            Result = await index.FindAsync(query, cancellationToken);
        }
        Narrowings = await NarrowingsAsync(Result!.Facets, query, query.Language?.Code ?? (language == EveryLanguage ? null : language), cancellationToken);
        return Page();
    }

    /// <summary>A hit in the page's language leads to the page in it; so does any other: the page shows both.</summary>
    public string Address(SearchHit hit) => Frame.Href(hit.Path);

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

    private async Task<IReadOnlyList<Narrowing>> NarrowingsAsync(SearchFacets facets, SearchQuery query, string? language, CancellationToken cancellationToken)
    {
        var delegations = (await registers.ReadAsync(db, cancellationToken)).Delegations;
        var ids = facets.Sessions.Select(s => s.Value).ToList();
        var sessions = await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToDictionaryAsync(s => s.Id, s => s.Title, cancellationToken);
        return
        [
            .. new[]
            {
                Of("type", T["search.type"], query.Type?.ToString(), facets.Types, value => T.Of(Enum.Parse<SearchType>(value)), Choices.CamelCase),
                Of("session", T["session"], query.Session, facets.Sessions, value => sessions.TryGetValue(value, out var title) ? TextOf(title) : value),
                Of("item", T["item"], query.Item, facets.Items, value => T.Format("item.short", AgendaItem.ParseNumber(value) is var (number, letter) ? AgendaItem.LabelOf(number, letter) : value)),
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
    private string Narrowed(string name, string? value) =>
        Frame.Href($"/search{QueryString.Create(
            Filters.Select(f => KeyValuePair.Create(f, f == name ? value : chosen.GetValueOrDefault(f))).Where(f => f.Value is not null).Prepend(KeyValuePair.Create<string, string?>("q", Query)))}");
}

/// <summary>One thing that the hits can be narrowed by.</summary>
/// <param name="All">The address of the search without this filter.</param>
/// <param name="Chosen">The value that it is narrowed to.</param>
public sealed record Narrowing(string Label, string All, NarrowingValue? Chosen, IReadOnlyList<NarrowingValue> Values);

/// <summary>One value, with how many hits have it.</summary>
public sealed record NarrowingValue(string Label, int Count, string Href, bool Chosen);
