using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using HabitatBoard.Languages;
using HabitatBoard.Tests.Api.V1.Writing;

namespace HabitatBoard.Tests.Papers;

/// <summary>Papers over HTTP.</summary>
public sealed class PaperApiTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Report = "/api/v1/sessions/2024-1/report";

    [Theory]
    [InlineData($"{Report}.html", "text/html", "inline", "HSP-EB.2024-12.zh.html")]
    [InlineData($"{Report}.txt", "text/plain", "inline", "HSP-EB.2024-12.zh.txt")]
    [InlineData($"{Report}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment", "HSP-EB.2024-12.zh.docx")]
    [InlineData($"{Report}.xml", "application/akn+xml", "attachment", "HSP-EB.2024-12.zh.xml")]
    [InlineData("/api/v1/sessions/2024-1/agenda.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment", "2024-1-agenda.zh.docx")]
    [InlineData("/api/v1/decisions/2024/1.xml", "application/akn+xml", "attachment", "decision-2024-1.zh.xml")]
    public async Task Get_File_HasItsMediaType_ItsName_AndATag(string path, string type, string disposition, string name)
    {
        // Twice: the second is answered from the cache.
        for (var visit = 0; visit < 2; visit++)
        {
            using var response = await board.Client.GetAsync($"{path}?lang=zh");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("zh", response.Content.Headers.ContentLanguage.Single());
            Assert.Equal(disposition, response.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal(name, response.Content.Headers.ContentDisposition.FileName!.Trim('"'));

            using var head = await board.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{path}?lang=zh"));
            Assert.Equal((response.Headers.ETag, response.Content.Headers.ContentLength), (head.Headers.ETag, head.Content.Headers.ContentLength));
            Assert.Equal(response.Content.Headers.ContentDisposition, head.Content.Headers.ContentDisposition);

            using var revisit = new HttpRequestMessage(HttpMethod.Get, $"{path}?lang=zh");
            revisit.Headers.TryAddWithoutValidation("If-None-Match", response.Headers.ETag!.ToString());
            using var known = await board.Client.SendAsync(revisit);
            Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        }
    }

    [Fact]
    public async Task Get_Docx_IsNotCompressedAgain()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Report}.docx?lang=fr");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip");
        using var response = await board.Client.SendAsync(request);
        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Get_WithoutLang_IsEnglish()
    {
        using var response = await board.Client.GetAsync($"{Report}.txt");
        Assert.Equal("en", response.Content.Headers.ContentLanguage.Single());
    }

    [Theory]
    [InlineData($"{Report}.pdf", 404, 2021)]
    [InlineData($"{Report}.DOCX", 404, 2021)]
    [InlineData($"{Report}.docx?lang=de", 400, 1005)]
    [InlineData($"{Report}.docx?lang=ZH", 400, 1005)]
    [InlineData($"{Report}.docx?lang=", 400, 1005)]
    [InlineData($"{Report}.docx?lang=zh&lang=en", 400, 1005)]
    [InlineData($"{Report}.docx?language=zh", 400, 1005)]
    [InlineData("/api/v1/sessions/1999-1/report.docx", 404, 2001)]
    [InlineData("/api/v1/sessions/2024-2/report.docx", 404, 2006)]
    [InlineData("/api/v1/sessions/2024-2/agenda.docx", 404, 2020)]
    [InlineData("/api/v1/decisions/2024/99.docx", 404, 2003)]
    [InlineData("/api/v1/decisions/2024/x.docx", 404, 2003)]
    [InlineData("/api/v1/decisions/2024/1.doc", 404, 2021)]
    public async Task Get_WhatIsNotThere_SaysSo(string path, int status, int code)
    {
        var problem = await board.GetJsonAsync(path, (HttpStatusCode)status);
        Assert.Equal($"/problems/{code}", (string?)problem["type"]);
    }

    [Theory]
    [InlineData("text/html", 200)]
    [InlineData("text/*;q=0.5, application/json", 200)]
    [InlineData("application/json", 406)]
    [InlineData("text/html;q=0, image/png", 406)]
    public async Task Get_Html_MindsWhatIsAccepted(string accept, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Report}.html?lang=es");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await board.Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    /// <summary>The page may be served under the policy of all others, and needs nothing that it does not hold but the sheet of this site.</summary>
    [Fact]
    public async Task Get_Html_HoldsNothingInline_AndLoadsNothingFromElsewhere()
    {
        foreach (var language in OfficialLanguages.All)
        {
            var document = new HtmlParser().ParseDocument(await board.Client.GetStringAsync($"{Report}.html?lang={language.Code}"));
            Assert.Equal((language.Code, language.Direction), (document.DocumentElement.GetAttribute("lang"), document.DocumentElement.GetAttribute("dir")));
            Assert.Empty(document.QuerySelectorAll("script, style, [style], iframe, img, base"));
            var sheet = Assert.Single(document.QuerySelectorAll("link[href]")).GetAttribute("href")!;
            using var answer = await board.Client.GetAsync(sheet);
            Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
            Assert.Single(document.QuerySelectorAll("h1"));
            var ids = document.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.All(document.QuerySelectorAll("a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
            foreach (var link in document.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct())
            {
                using var page = await board.Client.GetAsync(link);
                Assert.True(page.StatusCode == HttpStatusCode.OK, $"{link} answers {(int)page.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("/{0}/sessions/2024-1/report", "/api/v1/sessions/2024-1/report")]
    [InlineData("/{0}/sessions/2024-1/agenda", "/api/v1/sessions/2024-1/agenda")]
    [InlineData("/{0}/decisions/2024/1", "/api/v1/decisions/2024/1")]
    public async Task Pages_OfferTheirFiles_InTheLanguageOfThePage(string page, string file)
    {
        foreach (var language in OfficialLanguages.All)
        {
            var document = new HtmlParser().ParseDocument(await board.Client.GetStringAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, page, language.Code)));
            Assert.Equal(
                new[] { "docx", "html", "txt", "xml" }.Select(ending => $"{file}.{ending}?lang={language.Code}"),
                document.QuerySelectorAll("nav.files a").Select(a => a.GetAttribute("href")!).Where(href => href.StartsWith("/api/", StringComparison.Ordinal)));
        }
    }
}

/// <summary>The pages of the secretariat, and previews, offer the files of the store that they show.</summary>
public sealed class WorkingFilesTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Theory]
    [InlineData("preview/sessions/2024-1/report", "sessions/2024-1/report")]
    [InlineData("preview/sessions/2024-1/agenda", "sessions/2024-1/agenda")]
    [InlineData("preview/decisions/2024/1", "decisions/2024/1")]
    [InlineData("manage/sessions/2024-1", "sessions/2024-1/report", "sessions/2024-1/agenda")]
    [InlineData("manage/sessions/2024-1/text", "sessions/2024-1/report")]
    [InlineData("manage/sessions/2024-1/decisions/2024-1", "decisions/2024/1")]
    public async Task Pages_OfTheWorkingStore_OfferItsFiles(string page, params string[] papers)
    {
        var editor = await board.SignedInAsync(HabitatBoard.Accounts.Role.Editor, secondFactor: false);
        foreach (var language in new[] { Language.Zh, Language.En })
        {
            var document = await editor.GetPageAsync($"/{language.Code}/{page}");
            var offered = document.QuerySelectorAll("nav.files a").Select(a => a.GetAttribute("href")!).Where(href => href.StartsWith("/api/", StringComparison.Ordinal)).ToList();
            Assert.Equal(papers.SelectMany(paper => new[] { "docx", "html", "txt", "xml" }.Select(ending => $"/api/v1/{paper}.{ending}?lang={language.Code}&store=working")), offered);
            var names = document.QuerySelectorAll("nav.files").Select(n => n.GetAttribute("aria-label")).ToList();
            Assert.Equal(names.Count, names.Distinct().Count());
            foreach (var href in offered)
            {
                // With the cookie of the page that offers it: a link sends no key.
                using var file = await editor.Http.GetAsync(href);
                Assert.True(file.StatusCode == HttpStatusCode.OK, $"{href} answers {(int)file.StatusCode}");
                Assert.True(file.Headers.CacheControl!.NoStore, href);
                using var anonymous = await board.Client.GetAsync(href);
                Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
            }
        }
    }
}

/// <summary>Papers of the working store, with an installation to themselves, for they change it.</summary>
public sealed class WorkingPaperTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Theory]
    [InlineData("html")]
    [InlineData("txt")]
    [InlineData("docx")]
    [InlineData("xml")]
    public async Task Get_OfTheWorkingStore_IsForEditors_AndShowsWhatIsNotPublished(string format)
    {
        const string Agenda = "/api/v1/sessions/2024-1/agenda";
        var writer = await Writer.WithKeyAsync(board);
        var etag = (await writer.GetAsync($"{Agenda}/14?store=working")).Is(HttpStatusCode.OK).ETag;
        (await writer.PatchAsync($"{Agenda}/14", JsonNode.Parse($$$"""{"title": {"en": "Not yet public, {{{format}}}"}}""")!, etag)).Is(HttpStatusCode.OK);

        using var anonymous = await board.Client.GetAsync($"{Agenda}.{format}?lang=en&store=working");
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.DoesNotContain("Not yet public", await TextAsync(board.Client, $"{Agenda}.{format}?lang=en"), StringComparison.Ordinal);
        var http = await board.WithKeyAsync(HabitatBoard.Accounts.Role.Editor);
        Assert.Contains($"Not yet public, {format}", await TextAsync(http, $"{Agenda}.{format}?lang=en&store=working"), StringComparison.Ordinal);

        async Task<string> TextAsync(HttpClient client, string path)
        {
            using var response = await client.GetAsync(path);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
            Assert.Equal(path.Contains("store=working", StringComparison.Ordinal), response.Headers.CacheControl!.NoStore);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            return format == "docx" ? DocxReading.Outline(bytes) : System.Text.Encoding.UTF8.GetString(bytes);
        }
    }
}
