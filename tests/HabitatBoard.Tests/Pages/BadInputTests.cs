using System.Net;
using AngleSharp.Html.Parser;

namespace HabitatBoard.Tests.Pages;

/// <summary>What pages answer to what they cannot serve.</summary>
public sealed class BadInputTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "/zh")]
    [InlineData("en-GB", "/en")]
    [InlineData("de, zh;q=0.5", "/zh")]
    [InlineData("fr-CA, zh;q=0.5", "/fr")]
    [InlineData("ar-EG", "/ar")]
    [InlineData("de", "/en")]
    [InlineData("en;q=0, zh;q=0.1", "/zh")]
    [InlineData(null, "/en")]
    [InlineData("***;;q=nonsense", "/en")]
    public async Task Root_ChoosesTheLanguageOfTheBrowser(string? wanted, string chosen)
    {
        using var response = await SendAsync("/", wanted);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(chosen, response.Headers.Location!.ToString());
        Assert.Contains("Accept-Language", response.Headers.Vary);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/zh/nope", 404, "zh", "此地址没有内容")]
    [InlineData("/en/nope", 404, "en", "Nothing found at this address")]
    [InlineData("/en/sessions/2024-9", 404, "en", "Session not found")]
    [InlineData("/en/sessions/2024-9/agenda/4", 404, "en", "Session not found")]
    [InlineData("/en/sessions/2024-1/agenda/16", 404, "en", "Agenda item not found")]
    [InlineData("/en/sessions/2024-1/agenda/%3Cscript%3E", 404, "en", "Agenda item not found")]
    [InlineData("/en/sessions/2024-2/report", 404, "en", "Report not found")]
    [InlineData("/en/decisions/2024/9", 404, "en", "Decision not found")]
    [InlineData("/en/decisions/twenty/one", 404, "en", "Decision not found")]
    [InlineData("/en/documents/HSP-EB.2024-99", 404, "en", "Document not found")]
    [InlineData("/en/delegations/ken", 404, "en", "Delegation not found")]
    [InlineData("/en/problems/1001", 404, "en", "Nothing found at this address")]
    [InlineData("/problems/9999", 404, "en", "Nothing found at this address")]
    [InlineData("/en/sessions?page=2", 400, "en", "Invalid parameter")]
    [InlineData("/en/sessions?before=2024-9", 400, "en", "Invalid parameter")]
    [InlineData("/en/statements?kind=shout", 400, "en", "Invalid parameter")]
    [InlineData("/en/statements?year=24", 400, "en", "Invalid parameter")]
    [InlineData("/en/statements?kind=answer&kind=closing", 400, "en", "Invalid parameter")]
    [InlineData("/en/statements?after=x", 400, "en", "Invalid page cursor")]
    [InlineData("/en/sessions/2024-1/statements?by=mood", 400, "en", "Invalid parameter")]
    [InlineData("/en/sessions/2024-1/statements?delegation=%E2%80%AE", 400, "en", "Invalid parameter")]
    [InlineData("/en/documents?symbol=%C3%28", 400, "en", "Text not in UTF-8")]
    [InlineData("/EN", 404, "en", "Nothing found at this address")]
    public async Task Get_OfWhatIsNotThere_AnswersAPageThatExplains(string path, int status, string language, string title)
    {
        using var response = await SendAsync(path, language);
        var page = await ReadAsync(response);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        if (language == "en")
        {
            Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        }
        Assert.NotEmpty(page.QuerySelectorAll($".flow a[href='/{language}/sessions']"));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        // Nothing inline: it could carry what was asked for.
        Assert.All(page.QuerySelectorAll("script"), script => Assert.True(script.TextContent.Length == 0 && script.GetAttribute("src")!.StartsWith('/')));
    }

    [Fact]
    public async Task AnErrorAtAnAddress_IsInTheLanguageOfTheAddress_WhateverTheBrowserAsksFor()
    {
        using var response = await SendAsync("/zh/sessions/2024-9", "en");
        Assert.Equal("zh", (await ReadAsync(response)).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/de/sessions/2024-1", "/sessions/2024-1")]
    [InlineData("/EN", "")]
    [InlineData("/xx/decisions/2024/1", "/decisions/2024/1")]
    public async Task ALanguageThatIsNotOurs_IsNotFound_WithAWayOn(string path, string rest)
    {
        using var response = await SendAsync(path, "zh");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await ReadAsync(response);
        Assert.Equal(new[] { "ar", "zh", "en", "fr", "ru", "es" }.Select(l => $"/{l}{rest}"), page.QuerySelectorAll(".langs a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/problem+json")]
    public async Task AClientThatAsksForJson_GetsAProblem(string accept)
    {
        using var response = await SendAsync("/en/nope", "en", accept);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Pages_AreForReading(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/en/sessions");
        using var response = await board.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/zh")]
    [InlineData("/en/sessions/2024-1/agenda/4")]
    [InlineData("/en/nope")]
    [InlineData("/problems/2001")]
    public async Task Head_AnswersAsGet_WithoutTheBody(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await board.Client.SendAsync(request);
        using var get = await board.Client.GetAsync(path);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task TheTypeOfAProblem_LeadsToItsDocumentation()
    {
        foreach (var code in Enum.GetValues<HabitatBoard.Errors.ErrorCode>())
        {
            using var response = await SendAsync($"/problems/{(int)code}", "zh");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("zh", (await ReadAsync(response)).DocumentElement.GetAttribute("lang"));
            Assert.Contains("Accept-Language", response.Headers.Vary);
        }
    }

    private static async Task<AngleSharp.Dom.IDocument> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> SendAsync(string path, string? language, string accept = "text/html,application/xhtml+xml,*/*;q=0.8")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (language is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        }
        return board.Client.SendAsync(request);
    }
}
