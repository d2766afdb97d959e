using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using HabitatBoard.Languages;

namespace HabitatBoard.Tests.TakeAway;

/// <summary>What pages and the site say of themselves to machines.</summary>
public sealed class DescriptionTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Theory]
    [InlineData("/en/sessions/2024-1", "Event", "startDate", "2024-05-06")]
    [InlineData("/en/sessions/2024-1", "Event", "endDate", "2024-05-08")]
    [InlineData("/en/decisions/2024/1", "Legislation", "legislationIdentifier", "2024/1")]
    [InlineData("/en/documents/HSP-EB.2024-2", "DigitalDocument", "identifier", "HSP/EB.2024/2")]
    [InlineData("/en/delegations/KEN", "Organization", "identifier", "KEN")]
    [InlineData("/en/sessions/2024-1/report", "Report", "reportNumber", "HSP/EB.2024/12")]
    [InlineData("/zh/about", "WebPage", "inLanguage", "zh")]
    public async Task APage_SaysWhatItIsAbout(string address, string type, string property, string value)
    {
        var page = new HtmlParser().ParseDocument(await board.Client.GetStringAsync(address));
        var main = page.QuerySelector("main[itemscope]")!;
        Assert.Equal($"https://schema.org/{type}", main.GetAttribute("itemtype"));
        Assert.Equal(value, main.QuerySelector($"meta[itemprop={property}]")!.GetAttribute("content"));
        Assert.NotEmpty(main.QuerySelector("meta[itemprop=name]")!.GetAttribute("content")!);
        Assert.NotEmpty(page.QuerySelector("meta[property='og:title']")!.GetAttribute("content")!);
        Assert.NotEmpty(page.QuerySelector("meta[name=description]")!.GetAttribute("content")!);
        // Without a public address a page cannot say it in full.
        Assert.Null(page.QuerySelector("meta[property='og:url']"));
    }

    [Fact]
    public async Task TheSitemap_NamesPagesThatAreThere_InEveryLanguage()
    {
        var index = XElement.Parse(await board.Client.GetStringAsync("/sitemap.xml"));
        Assert.Equal(Sitemap + "sitemapindex", index.Name);
        var maps = index.Elements(Sitemap + "sitemap").Select(s => s.Element(Sitemap + "loc")!.Value).ToList();
        var pages = new List<string>();
        foreach (var map in maps)
        {
            Assert.StartsWith(board.Address.ToString(), map, StringComparison.Ordinal);
            var urls = XElement.Parse(await board.Client.GetStringAsync(map)).Elements(Sitemap + "url").ToList();
            Assert.InRange(urls.Count, 1, 50_000);
            Assert.All(urls, u => Assert.Equal(
                OfficialLanguages.All.Select(l => l.Code).Order(),
                u.Elements(Xhtml + "link").Select(l => l.Attribute("hreflang")!.Value).Order()));
            pages.AddRange(urls.Select(u => u.Element(Sitemap + "loc")!.Value));
        }
        Assert.Equal(pages.Count, pages.Distinct().Count());
        // One language of each: the others are the same pages.
        foreach (var page in pages.Where(p => p.StartsWith($"{board.Address}en/", StringComparison.Ordinal) && !p.Contains("/delegations/", StringComparison.Ordinal)))
        {
            using var response = await board.Client.GetAsync(page);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{page}: {response.StatusCode}");
        }
        var robots = await board.Client.GetStringAsync("/robots.txt");
        Assert.Contains($"Sitemap: {board.Address}sitemap.xml", robots.Split('\n'));
    }

    [Theory]
    [InlineData("/sitemaps/2099-1.xml", 404)]
    [InlineData("/sitemaps/nothing.xml", 404)]
    public async Task ASitemapOfNothing_IsSaidSo(string address, int status)
    {
        using var response = await board.Client.GetAsync(address);
        Assert.Equal(status, (int)response.StatusCode);
    }
}
