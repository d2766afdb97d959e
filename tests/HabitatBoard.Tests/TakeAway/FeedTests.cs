using System.Net;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.TakeAway;

/// <summary>Feeds, read back as XML under the rules of RFC 4287.</summary>
public sealed class FeedTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<string> Addresses =>
        [.. OfficialLanguages.All.SelectMany(l => new[] { $"/{l.Code}/feed.atom", $"/{l.Code}/sessions/2024-1/feed.atom", $"/{l.Code}/delegations/KEN/feed.atom" })];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task AFeed_HoldsWhatAtomRequires_AndItsLinksLeadSomewhere(string address)
    {
        var feed = await ReadAsync(address);
        Assert.Equal(address.Split('/')[1], feed.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal(address, Link(feed, "self"));
        Assert.NotEmpty(feed.Elements(Atom + "author"));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.NotEmpty(entries);
        foreach (var element in entries.Prepend(feed))
        {
            Assert.NotEmpty(Assert.Single(element.Elements(Atom + "title")).Value);
            Assert.StartsWith("urn:uuid:", Assert.Single(element.Elements(Atom + "id")).Value, StringComparison.Ordinal);
            Assert.Equal(TimeSpan.Zero, XmlConvert.ToDateTimeOffset(Assert.Single(element.Elements(Atom + "updated")).Value).Offset);
        }
        Assert.Equal(entries.Count + 1, entries.Prepend(feed).Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Equal(entries.Max(e => XmlConvert.ToDateTimeOffset(e.Element(Atom + "updated")!.Value)), XmlConvert.ToDateTimeOffset(feed.Element(Atom + "updated")!.Value));
        foreach (var href in entries.Select(e => Link(e, "alternate")).Append(Link(feed, "alternate")).Distinct())
        {
            using var page = await board.Client.GetAsync(href);
            Assert.True(page.StatusCode == HttpStatusCode.OK, $"{href}: {page.StatusCode}");
            if (href.Split('#') is [_, var anchor])
            {
                Assert.NotNull(new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).GetElementById(anchor));
            }
        }
    }

    [Fact]
    public async Task APublication_ComesToTheFeeds_WithItsNote_AndTheOldEntriesKeepTheirIds()
    {
        var before = (await ReadAsync("/en/feed.atom")).Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value).ToList();
        using var first = await board.Client.GetAsync("/en/feed.atom");
        var by = new Attribution("an editor", "A note with <angles> & more.", DateTimeOffset.UtcNow);
        var store = board.Services.GetRequiredService<WorkingStore>();
        await using (var db = await store.OpenAsync(CancellationToken.None))
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == "2024-1");
            session.Describe(session.Title, session.Place, session.Mode, session.ModeNote.With(Language.En, "Some joined online", TextStatus.Unofficial), session.Interpretation);
            await store.SaveAsync(db, by, CancellationToken.None);
        }
        await board.Services.GetRequiredService<Publisher>().PublishAsync("2024-1", by, CancellationToken.None);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/feed.atom");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var changed = await board.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        foreach (var address in new[] { "/en/feed.atom", "/en/sessions/2024-1/feed.atom" })
        {
            var entry = (await ReadAsync(address)).Elements(Atom + "entry").First();
            Assert.Contains("edition 2", entry.Element(Atom + "title")!.Value, StringComparison.Ordinal);
            Assert.EndsWith("/sessions/2024-1/editions/2", Link(entry, "alternate"), StringComparison.Ordinal);
            var content = entry.Element(Atom + "content")!;
            Assert.Equal("html", content.Attribute("type")!.Value);
            var text = new HtmlParser().ParseDocument(content.Value).Body!.TextContent;
            Assert.Contains("A note with <angles> & more.", text, StringComparison.Ordinal);
            Assert.Contains("session: Added: 0. Changed: 1. Removed: 0.", text, StringComparison.Ordinal);
        }
        Assert.Empty(before.Except((await ReadAsync("/en/feed.atom")).Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value)));
    }

    [Fact]
    public async Task AFeed_IsRevalidated()
    {
        using var first = await board.Client.GetAsync("/zh/delegations/KEN/feed.atom");
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/zh/delegations/KEN/feed.atom");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await board.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/xx/feed.atom", 404)]
    [InlineData("/en/sessions/2099-1/feed.atom", 404)]
    [InlineData("/en/delegations/QQQ/feed.atom", 404)]
    [InlineData("/en/delegations/%3Cscript%3E/feed.atom", 404)]
    [InlineData("/en/decisions/feed.atom", 404)]
    [InlineData("/en/feed.atom?since=1", 400)]
    public async Task AnUnknownFeed_IsSaidSo_InTheLanguageOfTheAddress(string address, int status)
    {
        using var response = await board.Client.GetAsync(address);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotNull(new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()).QuerySelector("h1"));
    }

    [Fact]
    public async Task Pages_NameTheirFeeds()
    {
        foreach (var (page, feed) in new[] { ("/en", "/en/feed.atom"), ("/en/sessions/2024-1", "/en/sessions/2024-1/feed.atom"), ("/ar/delegations/KEN", "/ar/delegations/KEN/feed.atom") })
        {
            var document = new HtmlParser().ParseDocument(await board.Client.GetStringAsync(page));
            Assert.Contains(feed, document.QuerySelectorAll("link[rel=alternate][type='application/atom+xml']").Select(l => l.GetAttribute("href")));
            Assert.NotNull(document.QuerySelector($"main a[href='{feed}']"));
        }
    }

    private async Task<XElement> ReadAsync(string address)
    {
        await using var stream = await board.Client.GetStreamAsync(address);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var feed = XElement.Load(reader);
        Assert.Equal(Atom + "feed", feed.Name);
        return feed;
    }

    private static string Link(XElement element, string relation) =>
        Assert.Single(element.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == relation).Attribute("href")!.Value;
}
