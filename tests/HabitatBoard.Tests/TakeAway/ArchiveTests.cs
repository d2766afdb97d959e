using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using HabitatBoard.Languages;
using HabitatBoard.Tests.Browser;

namespace HabitatBoard.Tests.TakeAway;

/// <summary>An archive unpacked into a plain folder, as who took it away has it.</summary>
internal sealed class UnpackedArchive : IDisposable
{
    private UnpackedArchive(string root, string folder) => (Root, Folder) = (root, folder);

    private string Root { get; }

    /// <summary>The folder that the archive brings.</summary>
    public string Folder { get; }

    public IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories);

    public static async Task<UnpackedArchive> TakeAsync(BoardFixture board, string session, string language)
    {
        var root = Path.Combine(Path.GetTempPath(), $"archive-{Guid.NewGuid():N}");
        await using (var stream = new MemoryStream(await board.Client.GetByteArrayAsync($"/{language}/sessions/{session}/archive.zip")))
        {
            await ZipFile.ExtractToDirectoryAsync(stream, root);
        }
        return new UnpackedArchive(root, Assert.Single(Directory.GetFileSystemEntries(root)));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>A session as one file: what is in it, that its links hold, that it can be had in pieces.</summary>
public sealed class ArchiveTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Address = "/en/sessions/2024-1/archive.zip";

    public static TheoryData<string> Languages => [.. OfficialLanguages.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task EveryLink_ResolvesWithinTheFolder(string language)
    {
        using var archive = await UnpackedArchive.TakeAsync(board, "2024-1", language);
        var pages = archive.Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)).ToDictionary(f => f, f => new HtmlParser().ParseDocument(File.ReadAllText(f)));
        Assert.True(pages.Count > 50, $"Only {pages.Count} pages.");
        var reached = new HashSet<string> { Path.Combine(archive.Folder, "index.html") };
        foreach (var (file, page) in pages)
        {
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Empty(page.QuerySelectorAll("script, form, iframe, [style]"));
            foreach (var target in page.QuerySelectorAll("[href], [src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
            {
                Assert.False(target.StartsWith('/'), $"{file}: {target}");
                if (target.Contains("://", StringComparison.Ordinal))
                {
                    Assert.StartsWith("https://undocs.org/", target, StringComparison.Ordinal);
                    continue;
                }
                var (path, fragment) = target.Split('#') is [var p, var f] ? (p, f) : (target, null);
                var goal = path.Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(path)));
                Assert.True(File.Exists(goal), $"{file} → {target}");
                reached.Add(goal);
                Assert.True(fragment is null || pages[goal].GetElementById(fragment) is not null, $"{file} → {target}");
            }
        }
        // Every page can be come to; what is only data has no page that leads to it.
        Assert.Empty(archive.Files.Where(f => !f.Contains("/data/", StringComparison.Ordinal)).Except(reached));
    }

    [Fact]
    public async Task TheArchive_HoldsPagesDataAndPapers_AsTheSiteHasThem()
    {
        using var archive = await UnpackedArchive.TakeAsync(board, "2024-1", "en");
        foreach (var part in new[] { "agenda", "attendance", "documents", "statements", "decisions", "report" })
        {
            Assert.True(File.Exists(Path.Combine(archive.Folder, $"{part}.html")), part);
            var online = await board.GetJsonAsync($"/api/v1/sessions/2024-1/{part}");
            Assert.True(JsonNode.DeepEquals(online, JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(archive.Folder, "data", $"{part}.json")))), part);
            Assert.Equal(await board.Client.GetByteArrayAsync($"/en/sessions/2024-1/{part}.csv"), await File.ReadAllBytesAsync(Path.Combine(archive.Folder, "data", $"{part}.csv")));
        }
        foreach (var ending in new[] { "docx", "txt", "xml" })
        {
            Assert.Equal(await board.Client.GetByteArrayAsync($"/api/v1/sessions/2024-1/report.{ending}?lang=en"), await File.ReadAllBytesAsync(Path.Combine(archive.Folder, "papers", $"report.{ending}")));
        }
        // The words of a page are those of the page online.
        var own = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(archive.Folder, "attendance.html")));
        var there = new HtmlParser().ParseDocument(await board.Client.GetStringAsync("/en/sessions/2024-1/attendance"));
        Assert.Equal(there.QuerySelectorAll("main .cols li").Select(l => l.TextContent), own.QuerySelectorAll("main .cols li").Select(l => l.TextContent));
    }

    [Fact]
    public async Task AnArchiveMadeAgain_HasTheSameBytes_AndNothingIsLeftUnfinished()
    {
        var first = await board.Client.GetByteArrayAsync("/fr/sessions/2024-1/archive.zip");
        var folder = Path.Combine(board.Folder, "archives");
        foreach (var file in Directory.EnumerateFiles(folder, "*.zip"))
        {
            File.Delete(file);
        }
        // Many at once: it is made one time.
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => board.Client.GetByteArrayAsync("/fr/sessions/2024-1/archive.zip")));
        Assert.All(again, a => Assert.Equal(first, a));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.Single(zip.Entries.Select(e => e.LastWriteTime).Distinct());
        Assert.Equal(first, await board.Client.GetByteArrayAsync("/api/v1/sessions/2024-1/archive.zip?lang=fr"));
    }

    [Fact]
    public async Task WhatBrokeOff_GoesOn()
    {
        using var whole = await board.Client.GetAsync(Address);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        Assert.Equal("bytes", Assert.Single(whole.Headers.AcceptRanges));
        Assert.NotNull(whole.Content.Headers.LastModified);
        Assert.False(whole.Headers.ETag!.IsWeak);
        var half = bytes.Length / 2;

        using var rest = await SendAsync(r =>
        {
            r.Headers.Range = new RangeHeaderValue(half, null);
            r.Headers.IfRange = new RangeConditionHeaderValue(whole.Headers.ETag);
        });
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal($"bytes {half}-{bytes.Length - 1}/{bytes.Length}", rest.Content.Headers.ContentRange!.ToString());
        Assert.Equal(bytes, bytes[..half].Concat(await rest.Content.ReadAsByteArrayAsync()));

        using var end = await SendAsync(r => r.Headers.Range = new RangeHeaderValue(null, 100));
        Assert.Equal(bytes[^100..], await end.Content.ReadAsByteArrayAsync());

        // It has changed since: the whole file, not a piece that fits nothing.
        using var other = await SendAsync(r =>
        {
            r.Headers.Range = new RangeHeaderValue(half, null);
            r.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue("\"another\""));
        });
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(bytes, await other.Content.ReadAsByteArrayAsync());

        using var known = await SendAsync(r => r.Headers.IfNoneMatch.Add(whole.Headers.ETag));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Empty(await known.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=99999999-")]
    [InlineData("bytes=-0")]
    [InlineData("bytes=abc")]
    [InlineData("bytes=9-2")]
    [InlineData("bytes")]
    public async Task ARangeThatCannotBeHad_IsSaidSo(string range)
    {
        foreach (var (address, type) in new[] { (Address, "text/html"), ("/api/v1/sessions/2024-1/archive.zip", "application/problem+json") })
        {
            using var response = await SendAsync(r => r.Headers.TryAddWithoutValidation("Range", range), address);
            Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            Assert.Matches(@"^bytes \*/\d+$", response.Content.Headers.GetValues("Content-Range").Single());
            Assert.Contains("1015", type == "text/html" ? "1015" : await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("lines=1-2")]
    [InlineData("nonsense")]
    public async Task ARangeOfAnotherUnit_IsIgnored(string range)
    {
        using var response = await SendAsync(r => r.Headers.TryAddWithoutValidation("Range", range));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/xx/sessions/2024-1/archive.zip", 404)]
    [InlineData("/en/sessions/2099-1/archive.zip", 404)]
    [InlineData("/en/sessions/2024-1/archive.zip?lang=zh", 400)]
    [InlineData("/api/v1/sessions/2024-1/archive.zip?lang=xx", 400)]
    [InlineData("/api/v1/sessions/2099-1/archive.zip", 404)]
    public async Task WhatIsNotThere_IsSaidSo(string address, int status)
    {
        using var response = await board.Client.GetAsync(address);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task ASessionThatIsOnlyPlanned_HasAnArchiveToo()
    {
        using var archive = await UnpackedArchive.TakeAsync(board, "2024-2", "es");
        Assert.True(File.Exists(Path.Combine(archive.Folder, "index.html")));
        Assert.False(File.Exists(Path.Combine(archive.Folder, "report.html")));
    }

    private Task<HttpResponseMessage> SendAsync(Action<HttpRequestMessage> prepare, string address = Address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        prepare(request);
        return board.Client.SendAsync(request);
    }
}

/// <summary>An archive of a site that says where the public finds it.</summary>
public sealed class AddressedBoard : BoardFixture
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Http:PublicAddress", "https://board.example.org/")];
}

/// <summary>Files from a site with a public address name it in full, wherever they are read.</summary>
public sealed class PublicAddressTests(AddressedBoard board) : IClassFixture<AddressedBoard>
{
    [Fact]
    public async Task AnArchive_LeadsToTheSite_WhereItHasNoFile()
    {
        using var archive = await UnpackedArchive.TakeAsync(board, "2024-1", "en");
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(archive.Folder, "attendance.html")));
        Assert.NotNull(page.QuerySelector("main a[href='https://board.example.org/en/delegations/KEN']"));
        Assert.NotNull(page.QuerySelector("a[href='agenda.html']"));
    }

    [Fact]
    public async Task FeedsAndCalendars_SayAddressesInFull()
    {
        Assert.Contains("href=\"https://board.example.org/en/feed.atom\"", await board.Client.GetStringAsync("/en/feed.atom"), StringComparison.Ordinal);
        var calendar = CalendarComponent.Read(await board.Client.GetByteArrayAsync("/en/sessions/2024-1/calendar.ics"));
        Assert.Contains("https://board.example.org/en/sessions/2024-1", calendar.Components.Select(c => c.One("URL")));
    }
}

/// <summary>An archive in a browser that has no line and runs no script.</summary>
[Collection(nameof(InBrowser))]
public sealed class ArchiveInBrowserTests(BrowserFixture board)
{
    [BrowserFact]
    public async Task AnUnpackedArchive_IsRead_WithoutALineOrScript()
    {
        using var archive = await UnpackedArchive.TakeAsync(board, "2024-1", "zh");
        await board.VisitAsync(new Reader("zh", 320, Script: false), async page =>
        {
            await page.Context.SetOfflineAsync(true);
            var failed = new List<string>();
            page.RequestFailed += (_, request) => failed.Add(request.Url);
            await page.GotoAsync(new Uri(Path.Combine(archive.Folder, "index.html")).AbsoluteUri);
            Assert.Equal("rgb(0, 158, 219)", await page.Locator("body").EvaluateAsync<string>("e => getComputedStyle(e).borderTopColor"));
            await page.Locator(".rail a", new() { HasText = "议程" }).ClickAsync();
            await page.Locator("main .agenda a[href='agenda/4.html']").First.ClickAsync();
            Assert.EndsWith("/agenda/4.html", page.Url, StringComparison.Ordinal);
            await page.Locator("main .ref").First.ClickAsync();
            Assert.Matches(@"/report\.html#p\d+$", page.Url);
            Assert.True(await page.Locator(".para:target").IsVisibleAsync());
            Assert.Empty(failed);
        });
    }
}
