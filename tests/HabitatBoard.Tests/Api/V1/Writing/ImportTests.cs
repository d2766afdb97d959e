using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using HabitatBoard.Accounts;
using HabitatBoard.Papers;
using HabitatBoard.Tests.Import;

namespace HabitatBoard.Tests.Api.V1.Writing;

/// <summary>A report, read in over the API: it answers with a proposal, and stores nothing.</summary>
public sealed class ImportTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public async Task Post_OfTheSource_AnswersWithItsFacts_BesideTheRecord_AndStoresNothing()
    {
        var before = await Writer.HeadAsync(board);
        var writer = await Writer.WithKeyAsync(board);
        var answer = (await writer.SendContentAsync(HttpMethod.Post, "/imports?session=2024-1", Text(await SourceAsync()))).Is(HttpStatusCode.OK);
        var json = answer.Json!;
        Assert.Equal(("2024-1", "zh"), ((string)json["session"]!, (string)json["language"]!));
        Assert.Equal(84, json["facts"]!["attendance"]!.AsArray().Count);
        Assert.Contains(json["sources"]!.AsArray(), s => (string)s!["fact"]! == "p21/statement/1" && ((string)s["text"]!).Contains("发言", StringComparison.Ordinal));
        Assert.Single(json["notUnderstood"]!.AsArray());
        Assert.NotEmpty(json["mended"]!.AsArray());
        Assert.Empty(json["problems"]!.AsArray());
        Assert.Contains(json["findings"]!.AsArray(), f => (string)f!["code"]! == "symbol-form");
        Assert.All(json["comparison"]!.AsArray(), c => Assert.Equal("same", (string)c!["state"]!));
        Assert.Equal(json["sources"]!.AsArray().Count, json["comparison"]!.AsArray().Count);
        Assert.Equal("no-store, private", answer.Message.Headers.CacheControl!.ToString());
        Assert.Equal(before, await Writer.HeadAsync(board));
    }

    [Fact]
    public async Task Post_WhereTheRecordDiffers_SaysFieldByFieldHow()
    {
        var writer = await Writer.WithKeyAsync(board);
        var before = await writer.GetAsync("/sessions/2024-1/agenda/5?store=working");
        var patched = (await writer.PatchAsync("/sessions/2024-1/agenda/5", JsonNode.Parse("""{"title": {"zh": "另一标题"}}""")!, before.ETag)).Is(HttpStatusCode.OK);
        var json = (await writer.SendContentAsync(HttpMethod.Post, "/imports", Text(await SourceAsync()))).Is(HttpStatusCode.OK).Json!;
        var changed = Assert.Single(json["comparison"]!.AsArray(), c => (string)c!["state"]! == "changed")!;
        Assert.Equal(("agenda/5", "agendaItem"), ((string)changed["fact"]!, (string)changed["resource"]!));
        var difference = Assert.Single(changed["differences"]!.AsArray())!;
        Assert.Equal(("title.zh.text", "另一标题"), ((string)difference["field"]!, (string)difference["recorded"]!));
        (await writer.PatchAsync("/sessions/2024-1/agenda/5", new JsonObject { ["title"] = new JsonObject { ["zh"] = (string)before.Json!["title"]!["zh"]! } }, patched.ETag)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_OfASessionThatIsNotRecorded_ProposesItWhole()
    {
        var writer = await Writer.WithKeyAsync(board);
        var json = (await writer.SendContentAsync(HttpMethod.Post, "/imports", Text(OtherReportTests.Bytes("2027-2.en")))).Is(HttpStatusCode.OK).Json!;
        Assert.Equal("2027-2", (string)json["session"]!);
        Assert.Contains(json["comparison"]!.AsArray(), c => (string)c!["kind"]! == "session" && (string)c["state"]! == "added");
        Assert.DoesNotContain(json["comparison"]!.AsArray(), c => (string)c!["state"]! == "missing");
    }

    [Fact]
    public async Task Post_OfWhatCannotBeRead_IsAClearError_AndStoresNothing()
    {
        var before = await Writer.HeadAsync(board);
        var writer = await Writer.WithKeyAsync(board);
        var source = await SourceAsync();

        await RefusedAsync(Encoding.UTF8.GetBytes("Dear colleagues"), HttpStatusCode.UnprocessableEntity, 6004);
        await RefusedAsync(Encoding.UTF8.GetBytes("United Nations Environment Programme\n\nfirst session of 2025\n\nI. Opening\n\n1. The session was opened at 10 a.m. on Monday, 3 March 2025."), HttpStatusCode.UnprocessableEntity, 6005);
        (await writer.SendContentAsync(HttpMethod.Post, "/imports?session=2025-1", Text(source))).Is(HttpStatusCode.UnprocessableEntity, 6006);
        (await writer.SendContentAsync(HttpMethod.Post, "/imports?session=next", Text(source))).Is(HttpStatusCode.UnprocessableEntity, 3004);
        await RefusedAsync([.. source[..2000], 0xff, 0xfe, .. Encoding.Unicode.GetBytes("混合")], HttpStatusCode.UnprocessableEntity, 6003);
        await RefusedAsync(Encoding.UTF8.GetBytes(new string('a', 1_100_000)), HttpStatusCode.RequestEntityTooLarge, 6001);
        await RefusedAsync(Package(e => Bomb(e)), HttpStatusCode.RequestEntityTooLarge, 6001, PaperFormats.Docx);
        await RefusedAsync(Package(e => Put(e, $"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")), HttpStatusCode.UnprocessableEntity, 6002, PaperFormats.Docx);
        await RefusedAsync(Package(e => Put(e, $"<w:document xmlns:w=\"{Word}\"><w:body>{string.Concat(Enumerable.Repeat("<w:p>", 20_000))}{string.Concat(Enumerable.Repeat("</w:p>", 20_000))}</w:body></w:document>")), HttpStatusCode.UnprocessableEntity, 6002, PaperFormats.Docx);
        await RefusedAsync(Package(e => Put(e, $"<w:document xmlns:w=\"{Word}\"><w:body/></w:document>"))[..60], HttpStatusCode.UnprocessableEntity, 6002, PaperFormats.Docx);
        await RefusedAsync(Encoding.UTF8.GetBytes("{}"), HttpStatusCode.UnsupportedMediaType, 1009, "application/json");
        (await writer.SendContentAsync(HttpMethod.Post, "/imports", null)).Is(HttpStatusCode.UnsupportedMediaType, 1009);
        (await writer.SendContentAsync(HttpMethod.Post, "/imports?sesion=2024-1", Text(source))).Is(HttpStatusCode.BadRequest, 1005);
        Assert.Equal(before, await Writer.HeadAsync(board));

        async Task RefusedAsync(byte[] body, HttpStatusCode status, int code, string type = PaperFormats.Text)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
            (await writer.SendContentAsync(HttpMethod.Post, "/imports", content)).Is(status, code);
        }
    }

    /// <summary>Refused by its length, before any of it is read.</summary>
    [Fact]
    public async Task Post_OfAHundredMegabytes_Returns413()
    {
        var key = (await board.AddKeyAsync(Role.Editor)).Text;
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(board.Address.Host, board.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/imports HTTP/1.1\r\nHost: {board.Address.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: text/plain\r\nContent-Length: 104857600\r\nConnection: close\r\n\r\nabc"));
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync());
        Assert.Contains("/problems/1010", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    internal static async Task<byte[]> SourceAsync()
    {
        await using var source = SourceTests.Source();
        using var copy = new MemoryStream();
        await source.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static ByteArrayContent Text(byte[] text) => new(text) { Headers = { ContentType = new MediaTypeHeaderValue(PaperFormats.Text) } };

    private static byte[] Package(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/document.xml", CompressionLevel.Optimal).Open();
            write(entry);
        }
        return packed.ToArray();
    }

    private static void Put(Stream entry, string text) => entry.Write(Encoding.UTF8.GetBytes(text));

    private static void Bomb(Stream entry)
    {
        var spaces = new byte[1024 * 1024];
        Array.Fill(spaces, (byte)' ');
        for (var i = 0; i < 512; i++)
        {
            entry.Write(spaces);
        }
    }
}
