using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HabitatBoard.Tests.Pages;

/// <summary>The public pages as a visitor without JavaScript finds them: everything that links lead to.</summary>
public sealed class Site : BoardFixture, IAsyncLifetime
{
    private readonly Dictionary<string, Visited> visited = new(StringComparer.Ordinal);

    /// <summary>What links from the home pages lead to, by address with its query.</summary>
    public IReadOnlyDictionary<string, Visited> Visited => visited;

    /// <summary>The pages of the record in any language.</summary>
    public IEnumerable<Visited> Pages => visited.Values.Where(v => v.Document is not null && v.Language is not null);

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        var found = new Queue<string>(["/zh", "/en"]);
        while (found.TryDequeue(out var address))
        {
            if (visited.ContainsKey(address))
            {
                continue;
            }
            var page = visited[address] = await VisitAsync(address);
            foreach (var link in page.InternalLinks.Select(l => l.PathAndQuery))
            {
                found.Enqueue(link);
            }
        }
    }

    public async Task<Visited> VisitAsync(string address, string? acceptLanguage = null, string accept = "text/html,application/xhtml+xml,*/*;q=0.8")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (acceptLanguage is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        }
        using var response = await Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        var isPage = response.Content.Headers.ContentType?.MediaType == "text/html" && !address.StartsWith("/swagger", StringComparison.Ordinal);
        return new Visited(new Uri(Address, address), response.StatusCode, body, isPage ? new HtmlParser().ParseDocument(body) : null);
    }
}

/// <summary>One answer.</summary>
/// <param name="Document">Null for what is no page of ours.</param>
public sealed record Visited(Uri Address, HttpStatusCode Status, string Body, IDocument? Document)
{
    public string Path => Address.PathAndQuery;

    /// <summary>The language that the address says.</summary>
    public string? Language => Path.Split('/', '?')[1] is { Length: 2 } code ? code : null;

    public IEnumerable<Uri> InternalLinks => Document is null ? []
        : Document.QuerySelectorAll("[href], [src], form[action]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action"))
            .Where(h => h!.StartsWith('/') || h.StartsWith('#') || h.StartsWith('?'))
            .Select(h => new Uri(Address, h));

    /// <summary>The text that a reader sees in the page's own language: without fragments that say they are in another.</summary>
    public string OwnText
    {
        get
        {
            var copy = (IElement)Document!.Body!.Clone();
            foreach (var foreign in copy.QuerySelectorAll("[lang]").ToList())
            {
                foreign.Remove();
            }
            return copy.TextContent;
        }
    }

    public override string ToString() => Path;
}
