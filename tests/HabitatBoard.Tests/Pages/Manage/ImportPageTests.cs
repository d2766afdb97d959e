using System.Net;
using System.Text;
using AngleSharp.Dom;
using HabitatBoard.Accounts;
using HabitatBoard.Data;
using HabitatBoard.Publishing;
using HabitatBoard.Tests.Api.V1.Writing;
using HabitatBoard.Tests.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Pages.Manage;

/// <summary>A report brought in by the page of its session, without JavaScript.</summary>
public sealed class ImportPageTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Paste_ShowsTheComparison_AndStoresNothing()
    {
        await EmptySessionAsync(2026, 1);
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var before = await Writer.HeadAsync(board);
        var page = await ReadAsync(editor, "/en/manage/sessions/2026-1/import", "2026-1.zh");

        Assert.Equal(before, await Writer.HeadAsync(board));
        Assert.NotEmpty(page.QuerySelectorAll("#k-statement [name=fact]"));
        // Every fact stands below the sentence that states it.
        Assert.All(page.QuerySelectorAll("#k-statement .facts, #k-act .facts, #k-adoption .facts, #k-attendance .facts"), l => Assert.StartsWith("¶", l.PreviousElementSibling!.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll("[name=fact]"), box => Assert.NotNull(box.Closest("label")));
        // What is added is ticked; the session is there already, so what the report says of it is a change, and is not.
        Assert.True(Boxes(page, "k-statement").All(b => b.HasAttribute("checked")));
        Assert.False(Boxes(page, "k-session").Single().HasAttribute("checked"));
        Assert.NotEmpty(page.QuerySelectorAll("#k-session .changes dt"));
        Assert.NotEmpty(page.QuerySelectorAll("#mended summary"));
    }

    [Fact]
    public async Task Accept_OfEverything_IntoAnEmptySession_GivesTheRecord_InOneEntryOfHistory()
    {
        await EmptySessionAsync(2027, 2);
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        const string Address = "/en/manage/sessions/2027-2/import";
        var page = await ReadAsync(editor, Address, "2027-2.en");
        page = await DecideAsync(editor, page, "on", HttpStatusCode.OK);
        Assert.True(page.QuerySelectorAll("[name=fact]").All(b => b.HasAttribute("checked")));
        using var answer = await editor.SendWithoutTokenAsync($"{Address}?handler=Decide", Fields(page, "accept"));
        await StaffClient.ReadAsync(answer, HttpStatusCode.SeeOther);

        var done = await editor.GetPageAsync(answer.Headers.Location!.ToString());
        Assert.NotNull(done.QuerySelector(".done[role=status]"));
        await using var db = await board.Services.GetRequiredService<BoardStores>().Working.CreateDbContextAsync();
        var changes = await db.Changes.Where(c => c.Author == editor.Name).ToListAsync();
        Assert.True(changes.Count > 100, $"Only {changes.Count} changes.");
        Assert.Single(changes.Select(c => (c.At, c.Reason)).Distinct());
        // Read in again, it says nothing new.
        page = await ReadAsync(editor, Address, "2027-2.en");
        Assert.Empty(page.QuerySelectorAll("[name=fact]").Select(b => b.Closest("li")!.TextContent));
        Assert.NotEmpty(page.QuerySelectorAll("#k-statement .facts li"));
    }

    [Fact]
    public async Task Accept_OfSome_StoresThese_AndWhatTheyNeedIsAskedFor()
    {
        await EmptySessionAsync(2028, 2);
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        const string Address = "/en/manage/sessions/2028-2/import";
        var page = await ReadAsync(editor, Address, "2028-2.zh");
        var (section, paragraph) = (Boxes(page, "k-section").First().GetAttribute("value")!, Boxes(page, "k-paragraph").First().GetAttribute("value")!);

        // The paragraph stands in a section that was refused.
        page = await DecideAsync(editor, page, "off", HttpStatusCode.OK);
        Assert.Empty(page.QuerySelectorAll("[name=fact][checked]"));
        page = await DecideAsync(editor, page, "accept", HttpStatusCode.UnprocessableEntity, paragraph);
        var link = Assert.Single(page.QuerySelectorAll("[role=alert] a"));
        Assert.Equal($"#f-{section}", link.GetAttribute("href"));
        Assert.Equal("true", page.GetElementById($"f-{section}")!.GetAttribute("aria-invalid"));
        // Its group stands open, and the choice is kept.
        Assert.True(page.GetElementById($"f-{section}")!.Closest("details")!.HasAttribute("open"));
        Assert.Equal([paragraph], page.QuerySelectorAll("[name=fact][checked]").Select(b => b.GetAttribute("value")!));
        Assert.Equal("A reason of mine", page.QuerySelector("#reason")!.GetAttribute("value"));

        page = await DecideAsync(editor, page, "needed", HttpStatusCode.OK);
        Assert.Equal(new[] { section, paragraph }.Order(), page.QuerySelectorAll("[name=fact][checked]").Select(b => b.GetAttribute("value")!).Order());
        using var answer = await editor.SendWithoutTokenAsync($"{Address}?handler=Decide", Fields(page, "accept"));
        await StaffClient.ReadAsync(answer, HttpStatusCode.SeeOther);
        await using var db = await board.Services.GetRequiredService<BoardStores>().Working.CreateDbContextAsync();
        Assert.Equal(1, await db.Paragraphs.CountAsync(p => p.SessionId == "2028-2"));
        Assert.Equal(["A reason of mine"], await db.Changes.Where(c => c.Author == editor.Name).Select(c => c.Reason).Distinct().ToListAsync());
    }

    [Fact]
    public async Task AKind_IsTickedAndUntickedByItself()
    {
        await EmptySessionAsync(2029, 1);
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var page = await ReadAsync(editor, "/en/manage/sessions/2029-1/import", "2029-1.en");
        var others = page.QuerySelectorAll("[name=fact][checked]").Length - Boxes(page, "k-statement").Count;
        page = await DecideAsync(editor, page, "off statement", HttpStatusCode.OK);
        Assert.DoesNotContain(Boxes(page, "k-statement"), b => b.HasAttribute("checked"));
        Assert.Equal(others, page.QuerySelectorAll("[name=fact][checked]").Length);
        page = await DecideAsync(editor, page, "on statement", HttpStatusCode.OK);
        Assert.All(Boxes(page, "k-statement"), b => Assert.True(b.HasAttribute("checked")));
    }

    [Fact]
    public async Task Accept_AfterSomebodyElseChangedTheRecord_ShowsTheNewComparison()
    {
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var writer = await Writer.WithKeyAsync(board);
        await PatchAsync("""{"title": {"zh": "甲"}}""");
        var page = await ReadSourceAsync(editor);
        var box = Assert.Single(page.QuerySelectorAll("[name=fact]"));
        await PatchAsync("""{"title": {"zh": "乙"}}""");
        page = await DecideAsync(editor, page, "accept", HttpStatusCode.UnprocessableEntity, box.GetAttribute("value")!);
        Assert.Contains("乙", page.QuerySelector("#k-agendaItem .changes")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("[name=fact][checked]"));
        using var answer = await editor.SendWithoutTokenAsync("/en/manage/sessions/2024-1/import?handler=Decide", Fields(page, "accept"));
        await StaffClient.ReadAsync(answer, HttpStatusCode.SeeOther);
        Assert.Empty((await ReadSourceAsync(editor)).QuerySelectorAll("[name=fact]"));

        async Task PatchAsync(string patch)
        {
            var etag = (await writer.GetAsync("/sessions/2024-1/agenda/6?store=working")).ETag;
            (await writer.PatchAsync("/sessions/2024-1/agenda/6", System.Text.Json.Nodes.JsonNode.Parse(patch)!, etag)).Is(HttpStatusCode.OK);
        }

        async Task<IDocument> ReadSourceAsync(StaffClient client) => await ReadAsync(client, "/en/manage/sessions/2024-1/import", Encoding.UTF8.GetString(await ImportTests.SourceAsync()));
    }

    [Theory]
    [InlineData("", "Paste a text")]
    [InlineData("Dear colleagues", "no report of a session")]
    [InlineData("United Nations Environment Programme\n\nfirst session of 2025\n\nI. Opening\n\n1. The session was opened at 10 a.m. on Monday, 3 March 2025.", "does not name the Executive Board")]
    public async Task Paste_OfWhatIsNoReport_SaysSo_AndKeepsTheText(string text, string said)
    {
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        using var answer = await editor.PostAsync("/en/manage/sessions/2024-1/import", [("text", text)]);
        var page = await StaffClient.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(said, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector("textarea")!.TextContent.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Upload_OfAFile_IsReadAsWell_AndABrokenOneSaysSo()
    {
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        using var docx = await board.Client.GetAsync("/api/v1/sessions/2024-1/report.docx?lang=zh");
        var bytes = await docx.Content.ReadAsByteArrayAsync();
        var page = await UploadAsync(bytes, HttpStatusCode.OK);
        Assert.NotEmpty(page.QuerySelectorAll("#k-statement .facts li"));
        page = await UploadAsync(bytes[..(bytes.Length / 2)], HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#file", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));

        async Task<IDocument> UploadAsync(byte[] file, HttpStatusCode expected)
        {
            var form = await editor.GetPageAsync("/en/manage/sessions/2024-1/import");
            using var content = new MultipartFormDataContent
            {
                { new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
                { new StringContent(""), "text" },
                { new ByteArrayContent(file), "file", "report.docx" },
            };
            using var answer = await editor.Http.PostAsync("/en/manage/sessions/2024-1/import", content);
            return await StaffClient.ReadAsync(answer, expected);
        }
    }

    [Fact]
    public async Task Decide_OnWhatNoFormOfOursSends_IsRefused()
    {
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var form = await editor.GetPageAsync("/en/manage/sessions/2024-1/import");
        foreach (var (packed, act) in new[] { ("", "accept"), ("AAAA", "accept"), ("!", "on"), (Convert.ToBase64String(Encoding.UTF8.GetBytes("{}")), "accept") })
        {
            using var answer = await editor.SendAsync("/en/manage/sessions/2024-1/import?handler=Decide", [("packed", packed), ("act", act), ("reason", "x")], form);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    private async Task EmptySessionAsync(int year, int number)
    {
        await using var db = await board.Services.GetRequiredService<BoardStores>().Working.CreateDbContextAsync();
        db.Add(new HabitatBoard.Sessions.Session(year, number, HabitatBoard.Languages.LocalizedText.None.With(HabitatBoard.Languages.Language.En, $"Session {number} of {year}", HabitatBoard.Languages.TextStatus.Unofficial)));
        await board.Services.GetRequiredService<WorkingStore>().SaveAsync(db, new Attribution("tests", "", DateTimeOffset.UtcNow), CancellationToken.None);
    }

    private static async Task<IDocument> ReadAsync(StaffClient editor, string address, string report)
    {
        var text = report.Length < 20 ? Encoding.UTF8.GetString(OtherReportTests.Bytes(report)) : report;
        using var answer = await editor.PostAsync(address, [("text", text)]);
        return await StaffClient.ReadAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>Presses a button of the form, with the boxes as they are or with these alone.</summary>
    private static async Task<IDocument> DecideAsync(StaffClient editor, IDocument page, string act, HttpStatusCode expected, params string[] only)
    {
        var address = page.QuerySelector("form.decide")!.GetAttribute("action")!;
        var fields = Fields(page, act).Where(f => only.Length == 0 || f.Name != "fact").Concat(only.Select(f => (Name: "fact", Value: f)));
        using var answer = await editor.SendWithoutTokenAsync(address, only.Length == 0 ? fields : fields.Where(f => f.Name != "reason").Append(("reason", "A reason of mine")));
        return await StaffClient.ReadAsync(answer, expected);
    }

    private static List<(string Name, string Value)> Fields(IDocument page, string act) =>
    [
        .. page.QuerySelectorAll("form.decide input").Where(i => i.GetAttribute("type") != "checkbox" || i.HasAttribute("checked")).Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
        ("act", act),
    ];

    private static List<IElement> Boxes(IDocument page, string section) => [.. page.QuerySelectorAll($"#{section} [name=fact]")];
}
