using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HabitatBoard.Tests.Browser;

namespace HabitatBoard.Tests.TakeAway;

/// <summary>How things are cited, and that the addresses given for it lead to them.</summary>
public sealed class CitationTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Theory]
    [InlineData("/en/sessions/2024-1/report", "/en/sessions/2024-1/report#p21", "HSP/EB.2024/12, para. 21")]
    [InlineData("/fr/sessions/2024-1/report", "/fr/sessions/2024-1/report#p21", "HSP/EB.2024/12, par. 21")]
    [InlineData("/es/sessions/2024-1/report", "/es/sessions/2024-1/report#p21", "HSP/EB.2024/12, párr. 21")]
    [InlineData("/zh/sessions/2024-1/report", "/zh/sessions/2024-1/report#p21", "HSP/EB.2024/12，第 21 段")]
    [InlineData("/ru/sessions/2024-1/report", "/ru/sessions/2024-1/report#p21", "HSP/EB.2024/12, пункт 21")]
    [InlineData("/en/sessions/2024-1/agenda/4", "/en/sessions/2024-1/agenda/4", "Executive Board, first session of 2024, agenda item 4")]
    [InlineData("/en/sessions/2024-1/agenda/2a", "/en/sessions/2024-1/agenda/2a", "Executive Board, first session of 2024, agenda item 2(a)")]
    [InlineData("/en/decisions/2024/1", "/en/decisions/2024/1", "Executive Board decision 2024/1")]
    [InlineData("/en/decisions/2024/1", "/en/decisions/2024/1#b", "Executive Board decision 2024/1, part (b)")]
    [InlineData("/en/decisions/2024/1", "/en/decisions/2024/1#p4", "Executive Board decision 2024/1, part (b), para. 4")]
    public async Task AThing_IsCited_InTheFormOfTheOrganization(string page, string address, string reference)
    {
        var document = await ReadAsync(page);
        var cite = Assert.Single(document.QuerySelectorAll("details.cite"), c => c.QuerySelector("a")!.GetAttribute("href") == address);
        Assert.Equal(reference, cite.QuerySelector("bdi")!.TextContent);
        Assert.Equal(address, cite.QuerySelector("a")!.TextContent);
        Assert.True(address.Split('#') is not [_, var anchor] || document.GetElementById(anchor) is not null);
    }

    [Fact]
    public async Task AnEdition_IsCited_WithItsNumberAndDay()
    {
        var cite = (await ReadAsync("/en/sessions/2024-1/editions/1")).QuerySelector("details.cite bdi")!.TextContent;
        Assert.Matches(@"^Session records of the Executive Board, first session of 2024, edition 1, \d{1,2} \w+ \d{4}$", cite);
    }

    [Fact]
    public async Task EveryParagraph_CanBeCited()
    {
        var report = await ReadAsync("/en/sessions/2024-1/report");
        Assert.NotEmpty(report.QuerySelectorAll(".para"));
        Assert.All(report.QuerySelectorAll(".para"), p => Assert.EndsWith($"#{p.Id}", Assert.Single(p.QuerySelectorAll(".cite a")).GetAttribute("href"), StringComparison.Ordinal));
    }

    private async Task<IHtmlDocument> ReadAsync(string address) => new HtmlParser().ParseDocument(await board.Client.GetStringAsync(address));
}

/// <summary>The button that copies, for those who have scripts.</summary>
[Collection(nameof(InBrowser))]
public sealed class CitationInBrowserTests(BrowserFixture board)
{
    [BrowserFact]
    public async Task TheReference_IsCopied_WithItsAddressInFull() =>
        await board.VisitAsync(new Reader("en", 1024), async page =>
        {
            await page.GotoAsync("/en/sessions/2024-1/report#p21");
            await page.Locator("#p21 .cite summary").ClickAsync();
            await page.Locator("#p21 .cite button").ClickAsync();
            await Microsoft.Playwright.Assertions.Expect(page.Locator("#p21 .cite button")).ToHaveTextAsync("Copied");
            Assert.Equal($"HSP/EB.2024/12, para. 21 {page.Url}", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        }, prepare: context => context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]));

    [BrowserFact]
    public async Task WithoutScripts_TheReferenceIsText_AndNothingIsThereThatDoesNothing() =>
        await board.VisitAsync(new Reader("en", 320, Script: false), async page =>
        {
            await page.GotoAsync("/en/decisions/2024/1");
            await page.Locator("main > .cite summary").ClickAsync();
            Assert.True(await page.GetByText("Executive Board decision 2024/1", new() { Exact = true }).IsVisibleAsync());
            Assert.Equal(0, await page.Locator(".cite button").CountAsync());
        });
}
