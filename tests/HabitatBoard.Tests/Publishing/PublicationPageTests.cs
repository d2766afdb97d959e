using System.Globalization;
using System.Net;
using HabitatBoard.Accounts;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Publishing;

/// <summary>Publishing, looking back and comparing, as the secretariat and the public see it.</summary>
public sealed class PublicationPageTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Page = "/en/manage/sessions/2024-1/publish";

    private WorkingStore Working => board.Services.GetRequiredService<WorkingStore>();

    [SqliteFact]
    public async Task Publishing_ShowsWhatWouldChange_AsksForANote_AndTheErrorsOverruled()
    {
        var publisher = await board.SignedInAsync(Role.Publisher);
        await RetitleAsync("2024-1", "Something wholly else");
        var list = await publisher.GetPageAsync("/en/manage/publish");
        Assert.Contains("Edited since", list.QuerySelector($"a[href='{Page}']")!.Closest("tr")!.TextContent, StringComparison.Ordinal);

        var page = await publisher.GetPageAsync(Page);
        Assert.Equal("Something wholly else", page.QuerySelector(".differences ins")!.TextContent);
        var version = page.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        // Without a note; with errors not overruled; of something else than was looked at.
        var again = await StaffClient.ReadAsync(await publisher.SendAsync(Page, [("note", ""), ("version", version)], page), HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(again.QuerySelector("#note[aria-invalid]"));
        again = await StaffClient.ReadAsync(await publisher.SendAsync(Page, [("note", "A better title."), ("version", version)], page), HttpStatusCode.Conflict);
        Assert.NotNull(again.QuerySelector("#overruling[aria-invalid]"));
        Assert.Equal("A better title.", again.QuerySelector("#note")!.GetAttribute("value"));
        await StaffClient.ReadAsync(await publisher.SendAsync(Page, [("note", "n"), ("version", new string('0', 64)), ("overruling", "r")], page), HttpStatusCode.PreconditionFailed);
        Assert.DoesNotContain("Something wholly else", await board.Client.GetStringAsync("/en/sessions/2024-1"), StringComparison.Ordinal);

        // An error that the page did not show is not overruled.
        var shown = page.QuerySelectorAll("input[name=overruled]").Select(i => ("overruled", i.GetAttribute("value")!)).ToList();
        again = await StaffClient.ReadAsync(await publisher.SendAsync(Page, [("note", "A better title."), ("version", version), ("overruling", "As printed."), .. shown.Skip(1)], page), HttpStatusCode.Conflict);
        Assert.Equal("As printed.", again.QuerySelector("#overruling[aria-invalid]")!.GetAttribute("value"));
        await StaffClient.ReadAsync(await publisher.SendAsync(Page, [("note", new string('n', 1_001)), ("version", version), ("overruling", "r"), .. shown], page), HttpStatusCode.UnprocessableEntity);
        again = await StaffClient.ReadAsync(await publisher.SendAsync(Page, [("note", "n"), ("version", version), ("overruling", "a\u202eb"), .. shown], page), HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(again.QuerySelector("#overruling[aria-invalid]"));

        using var done = await publisher.SendAsync(Page, [("note", "A better title."), ("version", version), ("overruling", "As printed."), .. shown], page);

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        var after = await publisher.GetPageAsync(done.Headers.Location!.ToString());
        Assert.Contains(version, after.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Something wholly else", await board.Client.GetStringAsync("/en/sessions/2024-1"), StringComparison.Ordinal);

        // The public: both editions, what differs, the bytes.
        var editions = await board.GetJsonAsync("/api/v1/sessions/2024-1/editions");
        Assert.Equal(2, (int)editions["total"]!);
        Assert.Equal("A better title.", (string?)editions["items"]![1]!["note"]);
        var compared = await board.Client.GetStringAsync("/en/sessions/2024-1/editions/compare?from=1&to=2");
        Assert.Contains("<ins>Something wholly else</ins>", compared, StringComparison.Ordinal);
        var edition = await board.Client.GetStringAsync("/zh/sessions/2024-1/editions/2");
        Assert.Contains(version, edition, StringComparison.Ordinal);
        Assert.DoesNotContain("As printed.", edition, StringComparison.Ordinal);
        using var content = await board.Client.GetAsync("/api/v1/sessions/2024-1/editions/2");
        Assert.Equal(version, CanonicalJson.Sha256(await content.Content.ReadAsByteArrayAsync()));
        Assert.Contains("immutable", content.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var history = await publisher.GetPageAsync("/en/manage/history?unit=2024-1");
        Assert.Contains("As printed.", history.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Editor, true)]
    [InlineData(Role.Publisher, false)]
    public async Task WhoMayNotPublish_Reads_AndIsRefusedEachButton(Role role, bool secondFactor)
    {
        await RetitleAsync("2023-3", $"Renamed for {role} {secondFactor}");
        var staff = await board.SignedInAsync(role, secondFactor);
        var page = await staff.GetPageAsync("/en/manage/sessions/2023-3/publish");
        Assert.Null(page.QuerySelector("main form"));
        Assert.Contains("second factor", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var (path, field) in new[] { ("/en/manage/sessions/2023-3/publish", "note"), ("/en/manage/sessions/2023-3/publish?handler=Withdraw", "reason"), ("/en/manage/registers/publish", "note"), ("/en/manage/history/session/2023-3", "reason") })
        {
            using var refused = await staff.SendAsync(path, [(field, "mine"), ("sequence", "1")], page);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
        var editions = await board.GetJsonAsync("/api/v1/sessions/2023-3/editions");
        Assert.Equal(1, (int)editions["total"]!);
    }

    [SqliteFact]
    public async Task AWithdrawnSession_IsGone_AndItsEditionsStay()
    {
        const string Address = "/en/manage/sessions/2024-2/publish";
        var publisher = await board.SignedInAsync(Role.Publisher);
        var before = await (await board.Client.GetAsync("/api/v1/sessions/2024-2/editions/1")).Content.ReadAsByteArrayAsync();
        var page = await publisher.GetPageAsync(Address);
        await StaffClient.ReadAsync(await publisher.SendAsync($"{Address}?handler=Withdraw", [("reason", " ")], page), HttpStatusCode.UnprocessableEntity);
        using var done = await publisher.SendAsync($"{Address}?handler=Withdraw", [("reason", "Published by mistake.")], page);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("Withdrawn", (await publisher.GetPageAsync("/en/manage/publish")).QuerySelector($"a[href='{Address}']")!.Closest("tr")!.TextContent, StringComparison.Ordinal);

        foreach (var path in new[] { "/api/v1/sessions/2024-2", "/api/v1/sessions/2024-2/agenda" })
        {
            var problem = await board.GetJsonAsync(path, HttpStatusCode.Gone);
            Assert.Equal("/problems/2010", (string?)problem["type"]);
        }
        foreach (var language in OfficialLanguages.All)
        {
            foreach (var path in new[] { "/sessions/2024-2", "/sessions/2024-2/agenda" })
            {
                using var gone = await board.Client.GetAsync($"/{language.Code}{path}");
                Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
            }
        }
        Assert.DoesNotContain("/sessions/2024-2\"", await board.Client.GetStringAsync("/en/sessions"), StringComparison.Ordinal);
        using var edition = await board.Client.GetAsync("/api/v1/sessions/2024-2/editions/1");
        Assert.Equal(before, await edition.Content.ReadAsByteArrayAsync());
        Assert.Contains("withdrawn", await board.Client.GetStringAsync("/en/sessions/2024-2/editions"), StringComparison.Ordinal);
        Assert.Contains(CanonicalJson.Sha256(before), await board.Client.GetStringAsync("/ar/sessions/2024-2/editions/1"), StringComparison.Ordinal);
        // What refers to it elsewhere still has a page.
        foreach (var path in new[] { "/en", "/en/sessions", "/en/sessions/2024-1", "/en/sessions/2024-1/report", "/en/documents", "/en/decisions", "/en/delegations/KEN" })
        {
            using var other = await board.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }
    }

    [SqliteFact]
    public async Task AValue_AndAWholeState_AndWhatWasRemoved_ComeBackAsNewChanges()
    {
        const string Address = "/en/manage/history/session/2023-3";
        var publisher = await board.SignedInAsync(Role.Publisher);
        await RetitleAsync("2023-3", "Second title");
        await RetitleAsync("2023-3", "Third title");
        var page = await publisher.GetPageAsync(Address);
        Assert.Contains("Third", page.QuerySelector("ol.history ins")!.TextContent, StringComparison.Ordinal);
        var last = long.Parse(page.QuerySelector("ol.history > li")!.Id![1..], CultureInfo.InvariantCulture);

        await StaffClient.ReadAsync(await publisher.SendAsync(Address, [("sequence", $"{last - 1}"), ("reason", "")], page), HttpStatusCode.UnprocessableEntity);
        // What was refused stands as it was sent.
        var reason = new string('x', Attribution.ReasonLength + 1);
        var refused = await StaffClient.ReadAsync(await publisher.SendAsync(Address, [("sequence", $"{last - 1}"), ("path", "title.en.text"), ("reason", reason)], page), HttpStatusCode.UnprocessableEntity);
        var typed = refused.QuerySelector($"#why-{last}[aria-invalid]")!;
        Assert.Equal(reason, typed.GetAttribute("value"));
        Assert.True(typed.Closest("details")!.HasAttribute("open"));
        Assert.Equal("title.en.text", Assert.Single(typed.Closest("form")!.QuerySelectorAll("[name=path][checked]")).GetAttribute("value"));
        Assert.Equal($"#why-{last}", refused.QuerySelector(".alert a")!.GetAttribute("href"));
        await StaffClient.ReadAsync(await publisher.SendAsync(Address, [("sequence", $"{last - 1}"), ("path", "title.en.text"), ("reason", "The second was better.")], page), HttpStatusCode.SeeOther);
        Assert.Equal("Second title", await TitleAsync());
        var whole = await publisher.GetPageAsync(Address);
        Assert.Contains("The second was better.", whole.Body!.TextContent, StringComparison.Ordinal);
        await StaffClient.ReadAsync(await publisher.SendAsync(Address, [("sequence", "1000000000"), ("reason", "r")], whole), HttpStatusCode.SeeOther);
        await using (var db = await Working.OpenAsync(CancellationToken.None))
        {
            var created = await db.Changes.Where(c => c.Type == "session" && c.Key == "2023-3").MinAsync(c => c.Sequence);
            await StaffClient.ReadAsync(await publisher.SendAsync(Address, [("sequence", $"{created}"), ("reason", "As it was.")], whole), HttpStatusCode.SeeOther);
        }
        Assert.Equal("Third session of 2023", await TitleAsync());

        // An event that was removed.
        string key;
        long removed;
        await using (var db = await Working.OpenAsync(CancellationToken.None))
        {
            var gone = await db.Events.FirstAsync();
            key = gone.Id.ToString();
            db.Remove(gone);
            await Working.SaveAsync(db, By, CancellationToken.None);
            removed = await db.Changes.MaxAsync(c => c.Sequence);
        }
        var empty = await publisher.GetPageAsync($"/en/manage/history/event/{key}");
        Assert.Contains("Removed", empty.QuerySelector("hgroup")!.TextContent, StringComparison.Ordinal);
        await StaffClient.ReadAsync(await publisher.SendAsync($"/en/manage/history/event/{key}", [("sequence", $"{removed - 1}"), ("reason", "It did take place.")], empty), HttpStatusCode.SeeOther);
        await using var after = await Working.OpenAsync(CancellationToken.None);
        Assert.True(await after.Events.AnyAsync(e => e.Id == Guid.Parse(key)));

        async Task<string?> TitleAsync()
        {
            await using var db = await Working.OpenAsync(CancellationToken.None);
            return (await db.Sessions.AsNoTracking().SingleAsync(s => s.Id == "2023-3")).Title.En?.Text;
        }
    }

    [Fact]
    public async Task History_IsNarrowedByUnitAuthorAndDay_AndPagedWithoutGaps()
    {
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var seen = new List<long>();
        for (var address = "/en/manage/history?unit=registers"; address is not null;)
        {
            var page = await editor.GetPageAsync(address);
            seen.AddRange(page.QuerySelectorAll("ol.history > li").Select(li => long.Parse(li.Id![1..], CultureInfo.InvariantCulture)));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        await using var db = await Working.OpenAsync(CancellationToken.None);
        Assert.Equal(await db.Changes.Where(c => c.Unit == "registers").OrderByDescending(c => c.Sequence).Select(c => c.Sequence).ToListAsync(), seen);

        Assert.Empty((await editor.GetPageAsync("/en/manage/history?author=nobody")).QuerySelectorAll("ol.history > li"));
        Assert.Empty((await editor.GetPageAsync("/en/manage/history?until=2001-01-01")).QuerySelectorAll("ol.history > li"));
        Assert.Empty((await editor.GetPageAsync("/en/manage/history?from=2999-01-01")).QuerySelectorAll("ol.history > li"));
        Assert.NotEmpty((await editor.GetPageAsync("/en/manage/history?from=2001-01-01&author=HabitatBoard&until=2998-01-01")).QuerySelectorAll("ol.history > li"));
    }

    [Theory]
    [InlineData("/manage/history?from=yesterday", 400)]
    [InlineData("/manage/history?from=0001-01-01", 400)]
    [InlineData("/manage/history?until=9999-12-31", 400)]
    [InlineData("/manage/history?before=-1", 400)]
    [InlineData("/manage/history?before=99999999999999999999", 400)]
    [InlineData("/manage/history?colour=red", 400)]
    [InlineData("/manage/history/session/1999-9", 404)]
    [InlineData("/manage/history/nonsense/1", 404)]
    [InlineData("/manage/history/publication/2024-1", 404)]
    [InlineData("/manage/sessions/1999-9/publish", 404)]
    [InlineData("/sessions/2024-1/editions/99", 404)]
    [InlineData("/sessions/2024-1/editions/x", 404)]
    [InlineData("/sessions/1999-9/editions", 404)]
    [InlineData("/sessions/registers/editions", 404)]
    [InlineData("/sessions/2024-1/editions/compare", 400)]
    [InlineData("/sessions/2024-1/editions/compare?from=1&to=x", 400)]
    [InlineData("/sessions/2024-1/editions/compare?from=1&to=99", 404)]
    public async Task BadAddresses_AreExplained(string path, int status)
    {
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        foreach (var language in new[] { "en", "ar" })
        {
            await editor.GetPageAsync($"/{language}{path}", (HttpStatusCode)status);
        }
    }

    private static Attribution By => new("an editor", "a test", DateTimeOffset.UtcNow);

    private async Task RetitleAsync(string unit, string title)
    {
        await using var db = await Working.OpenAsync(CancellationToken.None);
        var session = await db.Sessions.SingleAsync(s => s.Id == unit);
        session.Describe(session.Title.With(Language.En, title, TextStatus.Unofficial), session.Place, session.Mode, session.ModeNote, session.Interpretation);
        await Working.SaveAsync(db, By, CancellationToken.None);
    }
}
