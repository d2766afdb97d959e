using AngleSharp.Dom;

namespace HabitatBoard.Tests.Pages;

/// <summary>What particular pages say.</summary>
public sealed class ContentTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Theory]
    [InlineData("zh", "2024 年第一次会议", "2024 年 12 月 4 日至 6 日")]
    [InlineData("en", "First session of 2024", "4–6 December 2024")]
    public async Task Home_ShowsTheLatestSessionAndTheNext(string language, string latest, string next)
    {
        var page = await GetAsync($"/{language}");
        Assert.Equal(latest, page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(next, page.QuerySelector(".row.main time")!.TextContent);
        Assert.Equal(4, page.QuerySelectorAll(".nums > li").Length);
    }

    [Theory]
    [InlineData("zh", "喀麦隆", "代表非洲国家")]
    [InlineData("en", "Cameroon", "on behalf of the African States")]
    public async Task Item_ShowsDocumentsSpeakersAndOutcome_WithTheirParagraphs(string language, string speaker, string behalf)
    {
        var page = await GetAsync($"/{language}/sessions/2024-1/agenda/4");
        var cameroon = page.QuerySelectorAll(".cols li").Single(l => l.QuerySelector("a")!.TextContent == speaker);
        Assert.Contains(behalf, cameroon.TextContent, StringComparison.Ordinal);
        // Egypt speaks in two capacities and is named once.
        Assert.Equal(2, page.QuerySelector(".cols a[href$='/EGY']")!.ParentElement!.QuerySelectorAll(".by").Length);
        Assert.Equal(4, page.QuerySelectorAll(".docs > li").Length);
        var outcome = page.QuerySelector(".row.main")!;
        Assert.NotNull(outcome.QuerySelector("a[href$='/decisions/2024/1#b']"));
        Assert.Equal(["p23", "p22"], outcome.QuerySelectorAll("a.ref").Select(a => a.GetAttribute("href")!.Split('#')[1]));
        Assert.Equal(["/3", "/5"], page.QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href")![^2..]));
    }

    [Theory]
    [InlineData("zh", "未记录")]
    [InlineData("en", "not recorded")]
    public async Task Decision_ShowsWhereEachParagraphWasAdopted_AndWhoHoldsTheText(string language, string notRecorded)
    {
        var page = await GetAsync($"/{language}/decisions/2024/1");
        var part = page.GetElementById("b")!;
        Assert.Equal(["p23", "p23", "p68", "p62"], part.QuerySelectorAll(".acts a.ref").Select(a => a.GetAttribute("href")!.Split('#')[1]));
        Assert.Equal(notRecorded, part.QuerySelector(".nr")!.TextContent);
        Assert.Equal("HSP/EB.2024/13", part.QuerySelector(".acts a.sym")!.TextContent);
    }

    [Fact]
    public async Task Report_ShowsBesideAParagraphTheFactsItStates()
    {
        var page = await GetAsync("/zh/sessions/2024-1/report");
        Assert.Equal(73, page.QuerySelectorAll(".para").Length);
        var debate = page.GetElementById("p21")!;
        Assert.Equal(["执行局成员 15", "观察员 3", "答复 2"], debate.QuerySelectorAll(".facts dt").Select(t => t.TextContent.Trim()));
        Assert.Equal("2024/1 (b)", page.QuerySelector("#p23 .facts a bdi")!.TextContent);
        Assert.NotNull(page.QuerySelector("#p9 .facts a[href$='/attendance']"));
        Assert.NotNull(page.QuerySelector("#p4 .facts time[datetime^='2024-05-06T09:35']"));
        Assert.NotNull(page.QuerySelector("#p19 .text a[href='/zh/documents/HSP-EB.2024-2-Add.1']"));
        Assert.Contains("2024-11-04", (await GetAsync("/zh/sessions/2024-1")).QuerySelectorAll("time").Select(t => t.GetAttribute("datetime")));
    }

    [Fact]
    public async Task Report_LosesNothingOfTheText()
    {
        var page = await GetAsync("/zh/sessions/2024-1/report");
        var report = await board.GetJsonAsync("/api/v1/sessions/2024-1/report");
        foreach (var paragraph in report["paragraphs"]!.AsArray())
        {
            var shown = page.GetElementById($"p{paragraph!["number"]}")!.QuerySelectorAll(".text > p, .text li").Select(e => e.TextContent).Where(t => t.Length > 0);
            Assert.Equal(paragraph["text"]!["zh"]!.GetValue<string>().Split('\n'), shown);
        }
    }

    [Fact]
    public async Task ATextInAnotherLanguage_SaysSo()
    {
        var page = await GetAsync("/en/sessions/2024-1/report?text=published");
        var text = page.QuerySelector("#p22 .text")!;
        Assert.Equal("zh", text.QuerySelector("p")!.GetAttribute("lang"));
        Assert.Equal("in Chinese", text.QuerySelector(".tag")!.TextContent);
        Assert.Empty((await GetAsync("/zh/sessions/2024-1/report")).QuerySelectorAll(".text .tag"));
    }

    [Theory]
    [InlineData("zh", "published")]
    [InlineData("en", "composed")]
    [InlineData("ar", "composed")]
    public async Task TheReport_IsReadFirstInTheReadersLanguage(string language, string text)
    {
        var first = await GetAsync($"/{language}/sessions/2024-1/report");
        var asked = await GetAsync($"/{language}/sessions/2024-1/report?text={text}");
        string[] shown = [.. first.QuerySelectorAll(".para .text").Select(p => p.TextContent)];
        Assert.Equal(73, shown.Length);
        Assert.Equal(asked.QuerySelectorAll(".para .text").Select(p => p.TextContent), shown);
        // The other text is one step away, and says of itself what it is.
        var links = first.QuerySelectorAll(".switch a").Select(a => (Href: a.GetAttribute("href"), IsHere: a.HasAttribute("aria-current"))).ToList();
        Assert.Equal(text == "published" ? 0 : 1, links.FindIndex(l => l.IsHere));
        var other = text == "published" ? "composed" : "published";
        Assert.Equal($"/{language}/sessions/2024-1/report?text={other}", links[text == "published" ? 1 : 0].Href);
        Assert.NotEqual(shown, (await GetAsync($"/{language}/sessions/2024-1/report?text={other}")).QuerySelectorAll(".para .text").Select(p => p.TextContent));
    }

    [Theory]
    [InlineData("/en/sessions/2024-1/agenda/4", ".eye .tag")]
    [InlineData("/en/sessions/2024-1/decisions", ".lead .tag")]
    [InlineData("/en/decisions/2024/2", ".eye .tag")]
    [InlineData("/en/documents/HSP-EB.2024-2", ".eye .tag")]
    [InlineData("/en/sessions/2024-1/attendance", ".lead .tag")]
    public async Task OurOwnRenderings_AreLabelled(string path, string where)
    {
        Assert.Equal("unofficial", (await GetAsync(path)).QuerySelector(where)!.TextContent);
        Assert.Null((await GetAsync(path.Replace("/en/", "/zh/", StringComparison.Ordinal))).QuerySelector(where));
    }

    [Theory]
    [InlineData("zh", "肯尼亚", 7)]
    [InlineData("en", "Kenya", 7)]
    public async Task Delegation_ShowsAllItSaidAndWhereItIsMentioned(string language, string name, int statements)
    {
        var page = await GetAsync($"/{language}/delegations/KEN");
        Assert.Equal(name, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(statements, page.QuerySelectorAll(".agenda > li").Length);
        Assert.Equal(["p5", "p21", "p33", "p39", "p45", "p50", "p60"], page.QuerySelectorAll(".agenda a.ref").Select(a => a.GetAttribute("href")!.Split('#')[1]));
        Assert.Equal(["p5", "p9"], page.QuerySelectorAll(".acts a.ref").Select(a => a.GetAttribute("href")!.Split('#')[1]));
    }

    [Theory]
    [InlineData("zh", "73 段中 73 段一致")]
    [InlineData("en", "73 of 73 paragraphs match")]
    public async Task Comparison_ProvesThatTheReportFollowsFromItsFacts(string language, string total)
    {
        var page = await GetAsync($"/{language}/sessions/2024-1/report/compare");
        Assert.Equal(total, page.QuerySelector(".lead")!.TextContent);
        Assert.Equal(74, page.QuerySelectorAll("tbody tr").Length);
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.Equal(row.QuerySelectorAll("code")[0].TextContent, row.QuerySelectorAll("code")[1].TextContent));
        Assert.Empty(page.QuerySelectorAll("ins, del"));
    }

    [Fact]
    public async Task Report_IsShownAsComposed_InTheReadersLanguage()
    {
        var page = await GetAsync("/en/sessions/2024-1/report");
        Assert.Contains("Cameroon (on behalf of the African States)", page.QuerySelector("#p21 .text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("composed from the record", page.QuerySelector("#p21 .text")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Our own renderings of what was printed were never printed.</summary>
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task WhatWasPrintedOtherwise_IsWhatWasPrinted_AndOtherThanTheTitle(string language)
    {
        var page = await GetAsync($"/{language}/decisions/2024/1");
        List<string> quoted = [.. page.QuerySelectorAll(".note q").Select(q => q.TextContent.Trim())];
        Assert.NotEmpty(quoted);
        Assert.Equal(quoted.Distinct(), quoted);
        // The record holds the Chinese version: nothing else was printed.
        Assert.All(quoted, q => Assert.Contains(q, c => c is >= '\u4E00' and <= '\u9FFF'));
        Assert.Empty(quoted.Intersect(page.QuerySelectorAll("h1, h2, h3").Select(h => h.TextContent.Trim())));
    }

    [Fact]
    public async Task Documents_AreFoundBySymbolInAnySpelling()
    {
        var page = await GetAsync("/en/documents?symbol=eb.2024-inf.2");
        Assert.Equal("HSP/EB.2024/INF/2", page.QuerySelector(".docs .sym")!.TextContent);
        var document = await GetAsync("/en/documents/HSP-EB.2024-INF-2");
        Assert.Contains("HSP/EB.2024/INF.2", document.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(document.QuerySelector("a[href='https://undocs.org/en/HSP/EB.2024/INF/2']"));
    }

    [Fact]
    public async Task Statements_AreNarrowedByTheForm()
    {
        var page = await GetAsync("/en/sessions/2024-1/statements?item=4&delegation=EGY&capacity=&kind=&onBehalfOf=");
        Assert.Equal("2 statements, in the order of the report", page.QuerySelector(".lead")!.TextContent);
        Assert.Equal("EGY", page.QuerySelector("#delegation option[selected]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("details.filter[open]"));
    }

    private async Task<IDocument> GetAsync(string path)
    {
        using var response = await board.Client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"GET {path} answered {(int)response.StatusCode}:\n{body}");
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(body);
    }
}
