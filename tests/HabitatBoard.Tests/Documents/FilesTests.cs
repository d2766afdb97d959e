using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using HabitatBoard.Accounts;
using HabitatBoard.Documents;
using HabitatBoard.Editing;
using HabitatBoard.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Documents;

/// <summary>The files of documents: what is taken, what becomes of it, and who gets it.</summary>
public sealed class FilesTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Slug = "HSP-EB.2024-2";
    private const string Page = $"/en/manage/sessions/2024-1/documents/{Slug}/files";

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n" + string.Join('\n', Enumerable.Range(0, 5_000)));

    [Fact]
    public async Task AFile_IsPublicOnceItIsPublished_AsAnAttachment_InParts()
    {
        var client = await StartAsync();
        using var sent = await SendAsync(client, "../../etc/Report \u202e\"of\" <the> Director.exe", Pdf);
        await StaffClient.ReadAsync(sent, HttpStatusCode.SeeOther);
        const string Address = $"/documents/{Slug}/en/Report---of---the--Director.pdf";
        using (var early = await board.Client.GetAsync(Address))
        {
            Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        }

        await PublishAsync();
        using var whole = await board.Client.GetAsync(Address);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        Assert.Equal(Pdf, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", whole.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", whole.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());

        using var part = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { Range = new RangeHeaderValue(9, 18), IfRange = new RangeConditionHeaderValue(whole.Headers.ETag!) } };
        using var partial = await board.Client.SendAsync(part);
        Assert.Equal(HttpStatusCode.PartialContent, partial.StatusCode);
        Assert.Equal(Pdf[9..19], await partial.Content.ReadAsByteArrayAsync());
        using var again = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };
        using var same = await board.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        var version = (await board.GetJsonAsync($"/api/v1/documents/{Slug}"))["versions"]!.AsArray().Single(v => (string?)v!["lang"] == "en")!;
        Assert.Equal(Address, (string?)version["file"]!["url"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Pdf)), (string?)version["file"]!["sha256"]);
        Assert.Equal(Pdf.Length, (long?)version["file"]!["size"]);

        // A document that becomes restricted takes its files along.
        var editor = Editors.Named("document")!;
        await using (var db = await board.Services.GetRequiredService<WorkingStore>().OpenAsync(CancellationToken.None))
        {
            var found = (await editor.FindAsync(db, "2024-1", Slug, CancellationToken.None))!;
            var draft = (DocumentDraft)found.Draft;
            draft.Distribution = Distribution.Restricted;
            await board.Services.GetRequiredService<RecordEditor>().WriteAsync(new EditStep(editor, "2024-1", Slug, draft, found.Version), By, CancellationToken.None);
        }
        await PublishAsync();
        using var restricted = await board.Client.GetAsync(Address);
        Assert.Equal(HttpStatusCode.NotFound, restricted.StatusCode);
    }

    public static TheoryData<string, byte[]> NotTaken => new()
    {
        { "page.pdf", Encoding.ASCII.GetBytes("<html><script>alert(1)</script></html>") },
        { "empty.pdf", [] },
        { "program.docx", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0] },
        { "other.docx", Package("readme.txt") },
        { "macros.docx", Package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "cut.docx", Package("[Content_Types].xml", "word/document.xml")[..60] },
        { "many.docx", Package([.. Enumerable.Range(0, 10_001).Select(i => $"{i}")]) },
    };

    [Theory]
    [MemberData(nameof(NotTaken))]
    public async Task WhatIsNoDocument_IsNotTaken_WhateverItsName(string name, byte[] content)
    {
        var client = await StartAsync();
        using var sent = await SendAsync(client, name, content);
        var page = await StaffClient.ReadAsync(sent, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("PDF", page.QuerySelector("#file-en-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector("#file-en")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task APackageOfWord_IsTaken_AndTakenAway()
    {
        var client = await StartAsync();
        using var sent = await SendAsync(client, "报告.bin", Package("[Content_Types].xml", "word/document.xml"));
        await StaffClient.ReadAsync(sent, HttpStatusCode.SeeOther);
        var page = await client.GetPageAsync(Page);
        Assert.Contains("报告.docx", page.Body!.TextContent, StringComparison.Ordinal);

        using var gone = await client.SendAsync($"{Page}?handler=TakeAway", [("language", "en"), ("version", VersionOn(page))], page);
        await StaffClient.ReadAsync(gone, HttpStatusCode.SeeOther);
        Assert.DoesNotContain("报告.docx", (await client.GetPageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFile_ThatIsTooLarge_IsNotTaken()
    {
        var client = await StartAsync();
        var large = new byte[DocumentFiles.Largest + 1];
        Pdf.CopyTo(large, 0);
        using var sent = await SendAsync(client, "large.pdf", large);
        var page = await StaffClient.ReadAsync(sent, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("50", page.QuerySelector("#file-en-wrong")!.TextContent, StringComparison.Ordinal);
    }

    private static readonly Attribution By = new("an editor", "a test", DateTimeOffset.UtcNow);

    private static byte[] Package(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                package.CreateEntry(entry);
            }
        }
        return bytes.ToArray();
    }

    private static string VersionOn(IDocument page) => page.QuerySelector("form[enctype] [name=version]")!.GetAttribute("value")!;

    private async Task<StaffClient> StartAsync()
    {
        var editor = Editors.Named("document")!;
        await using var db = await board.Services.GetRequiredService<WorkingStore>().OpenAsync(CancellationToken.None);
        var found = (await editor.FindAsync(db, "2024-1", Slug, CancellationToken.None))!;
        var draft = (DocumentDraft)found.Draft;
        if (!draft.Versions.Any(v => v.Lang == "en"))
        {
            draft.Versions = [.. draft.Versions, new VersionDraft { Lang = "en" }];
            await board.Services.GetRequiredService<RecordEditor>().WriteAsync(new EditStep(editor, "2024-1", Slug, draft, found.Version), By, CancellationToken.None);
        }
        return await board.SignedInAsync(Role.Editor, secondFactor: false);
    }

    private static async Task<HttpResponseMessage> SendAsync(StaffClient client, string name, byte[] content)
    {
        var page = await client.GetPageAsync(Page);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("en"), "language" },
            { new StringContent(VersionOn(page)), "version" },
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            // Percent-encoded, so that any name arrives as it is (RFC 8187).
            new ByteArrayContent(content) { Headers = { ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = name } } },
        };
        return await client.Http.PostAsync(Page, form);
    }

    private Task PublishAsync() => board.Services.GetRequiredService<Publisher>().PublishAsync("2024-1", By, CancellationToken.None);
}
