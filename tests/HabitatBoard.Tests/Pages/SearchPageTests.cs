using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using HabitatBoard.Languages;

namespace HabitatBoard.Tests.Pages;

/// <summary>What the page of hits says of each, and where it leads.</summary>
public sealed class SearchPageTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    public static TheoryData<string> Languages => [.. OfficialLanguages.All.Select(l => l.Code)];

    [Theory]
    [InlineData("en", "decision 2024/1", "Decision 2024/1 · First session of 2024")]
    [InlineData("en", "decision 2024/1(b)", "Decision 2024/1, part (b) · First session of 2024")]
    [InlineData("en", "agenda item 4", "Agenda item 4 · First session of 2024")]
    [InlineData("en", "Brazil", "Delegation")]
    [InlineData("zh", "第 2024/1 号决定", "第 2024/1 号决定 · 2024 年第一次会议")]
    [InlineData("ru", "Бразилия", "Делегация")]
    [InlineData("ar", "البرازيل", "وفد")]
    public async Task AHit_SaysWhatItIs_WithNumberAndSession(string language, string q, string kind)
    {
        var line = Line((await HitsAsync(language, q))[0]);
        Assert.StartsWith(kind, line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task AStatement_SaysUnderWhichItemItWasMade(string language)
    {
        var name = language switch { "ar" => "كينيا", "zh" => "肯尼亚", "ru" => "Кения", _ => "Kenya" };
        var hits = await HitsAsync(language, name, "&type=statement&item=4");
        Assert.NotEmpty(hits);
        Assert.All(hits, h => Assert.Matches("· [^·]*4[^·]*· .+¶", Line(h)));
        // Long titles are cut, so that the line fits a telephone.
        Assert.All(hits, h => Assert.All(h.QuerySelectorAll("p.n > span"), s => Assert.InRange(s.TextContent.Length, 1, 90)));
    }

    [Theory]
    [InlineData("ar", "kenya", "كينيا", "Kenya", "بالإنكليزية")]
    [InlineData("zh", "kenya", "肯尼亚", "Kenya", "英文")]
    [InlineData("en", "肯尼亚", "Kenya", "肯尼亚", "in Chinese")]
    public async Task WhatIsFoundInOtherLanguages_StandsOnce_UnderItsTitleInTheReaders(string language, string q, string title, string found, string label)
    {
        var hits = await HitsAsync(language, q);
        var addresses = hits.Select(h => (Title: h.QuerySelector("h2")!.TextContent.Trim(), h.QuerySelector("h2 a")!.GetAttribute("href"), Line: Line(h))).ToList();
        Assert.Equal(addresses.Distinct(), addresses);
        var first = hits[0];
        Assert.Equal((title, $"/{language}/delegations/KEN"), (first.QuerySelector("h2")!.TextContent.Trim(), first.QuerySelector("h2 a")!.GetAttribute("href")));
        Assert.Equal(found, first.QuerySelector("mark")!.TextContent);
        Assert.Equal(label, first.QuerySelector("p.n .tag")!.TextContent);
        Assert.Single(hits, h => h.QuerySelector("h2 a")!.GetAttribute("href") == $"/{language}/delegations/KEN");
        Assert.Equal(hits.Count, (await HitsAsync(language, q, "&lang=all")).Count);
    }

    [Theory]
    [InlineData("zh", "署")]
    [InlineData("en", "the")]
    [InlineData("fr", "署")]
    public async Task Pages_LoseAndRepeatNothing(string language, string q)
    {
        var (found, total) = (new List<string>(), 0);
        for (var address = $"/{language}/search?q={Uri.EscapeDataString(q)}"; address is not null;)
        {
            var page = await GetAsync(address);
            total = int.Parse(string.Concat(page.QuerySelector(".lead")!.TextContent.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
            found.AddRange(page.QuerySelectorAll("main .list > li").Select(h => h.InnerHtml));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.True(total > 50);
        Assert.Equal((total, total), (found.Count, found.Distinct().Count()));
    }

    [Fact]
    public async Task AComposedParagraph_SaysSo()
    {
        var hits = await HitsAsync("en", "Board", "&type=paragraph");
        Assert.All(hits, h => Assert.Equal("composed from the record", h.QuerySelector("p.n .tag")!.TextContent));
        Assert.StartsWith("Report paragraph · First session of 2024", Line(hits[0]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task WhereNothingIsFound_ThereIsAWayOn(string language)
    {
        var page = await GetAsync($"/{language}/search?q=xqzwvkjh");
        Assert.Equal(["sessions", "decisions", "documents", "statements", "delegations"], page.QuerySelectorAll("main .flow a").Select(a => a.GetAttribute("href")!.Split('/')[^1]).Skip(1));
    }

    [Theory]
    [InlineData("/en/search?q=", HttpStatusCode.BadRequest, "1–500 characters")]
    [InlineData("/zh/search?q=", HttpStatusCode.BadRequest, "1 至 500 个字符")]
    [InlineData("/en/search?q=%00", HttpStatusCode.BadRequest, "U+0000")]
    [InlineData("/en/search?q=a&after=x", HttpStatusCode.BadRequest, "cursor")]
    public async Task WhatCannotBeSearchedFor_IsExplained(string address, HttpStatusCode status, string words)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await board.Client.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(words, await TextAsync(response), StringComparison.Ordinal);
    }

    private static string Line(IElement hit) => System.Text.RegularExpressions.Regex.Replace(hit.QuerySelector("p.n")!.TextContent, "[\\s\u2068\u2069]+", " ").Trim();

    private async Task<IReadOnlyList<IElement>> HitsAsync(string language, string q, string rest = "") =>
        [.. (await GetAsync($"/{language}/search?q={Uri.EscapeDataString(q)}{rest}")).QuerySelectorAll("main .list > li")];

    private async Task<IDocument> GetAsync(string address)
    {
        using var response = await board.Client.GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode}");
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    private static async Task<string> TextAsync(HttpResponseMessage response) =>
        (await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync())).Body!.TextContent;
}
