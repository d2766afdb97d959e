using HabitatBoard.Errors;
using HabitatBoard.Search;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages;

/// <summary>What the record says of some words, a symbol or a name.</summary>
[Accepts("q", "type")]
public sealed class SearchModel(SearchIndex index) : BoardPage
{
    /// <summary>How many hits the page shows; the types narrow what is left.</summary>
    public const int Shown = 50;

    public string Query { get; private set; } = "";

    public SearchType? Type { get; private set; }

    /// <summary>What was found; null where nothing was asked yet.</summary>
    public SearchResult? Result { get; private set; }

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
        if (Request.Query["type"].ToString() is { Length: > 0 } wanted)
        {
            if (!Choices.TryParse<SearchType>(wanted, out var type))
            {
                return Fail(ErrorCode.InvalidParameter, "type", Problems.Shorten(wanted), Choices.Names<SearchType>());
            }
            Type = type;
        }
        Frame.Sought = Query;
        var query = new SearchQuery(Query) { Type = Type, Limit = Shown };
        // A thing is found once for each language it is written in: the reader's own will do, if there is one.
        Result = await index.FindAsync(query with { Language = Language }, cancellationToken);
        if (Result.Total == 0)
        {
            Result = await index.FindAsync(query, cancellationToken);
        }
        return Page();
    }

    /// <summary>The address of the same search, of one type or of all.</summary>
    public string Narrowed(SearchType? type) =>
        Frame.Href($"/search{QueryString.Create("q", Query)}{(type is { } t ? $"&type={Choices.CamelCase(t.ToString())}" : "")}");

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
}
