using HabitatBoard.Accounts;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>What keeps the record whole, by people at a keyboard: a text that was edited, a publication, the way back.</summary>
[Collection(nameof(InBrowser))]
public sealed class KeepingTests(BrowserFixture board)
{
    private static Attribution By => new("a colleague", "", DateTimeOffset.UtcNow);

    private RecordEditor Editor => board.Services.GetRequiredService<RecordEditor>();

    [BrowserFact]
    public async Task AHandEdit_Stands_WhenItsFactsChange_AndTheProposalIsKeptOut_OrTaken()
    {
        const string Edited = "人手改写的一段。";
        var (user, _) = await board.AddUserAsync(Role.Editor);
        var number = await ParagraphOfStatementsAsync();
        await board.VisitAsync(new Reader("en", 1280), async page =>
        {
            await SignInAsync(page, user, null);
            var (section, text) = ($"#p{number}", "/en/manage/sessions/2024-1/text?text=zh");
            await page.GotoAsync($"{text}#p{number}");
            await page.PressAsync($"{section} details:has(textarea) > summary");
            await page.FillInAsync($"#t{number}", Edited);
            await page.PressAsync($"{section} .save button");
            await Assertions.Expect(page.Locator($"{section} [role=status]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator($"{section} .lab > p .status")).ToHaveTextAsync("Kept as edited");

            // One of its facts, from the paragraph itself, goes.
            await page.PressAsync($"{section} .lab summary");
            var statement = await page.Locator($"{section} .lab a[href*='/statements/']").Last.GetAttributeAsync("href");
            await page.PressAsync($"{section} a[href='{statement}']");
            await page.ArriveAsync($"**{statement}");
            await page.PressAsync("a.danger");
            await page.PressAsync("button.danger");
            await Assertions.Expect(page.Locator(".done")).ToBeVisibleAsync();

            // The text stands; what the facts say now stands beside it, word by word.
            await page.GotoAsync($"{text}&only=different#p{number}");
            await Assertions.Expect(page.Locator($"{section} .lab > p .status")).ToHaveTextAsync("Proposal");
            await Assertions.Expect(page.Locator($"{section} .words").First).ToHaveTextAsync(Edited);
            await Assertions.Expect(page.Locator($"{section} .words").Nth(1).Locator("ins").First).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator($"{section} .words").Nth(1).Locator("del").First).ToBeVisibleAsync();

            await page.PressAsync($"{section} button[formaction$='handler=Keep']");
            await Assertions.Expect(page.Locator($"{section} .lab > p .status")).ToHaveTextAsync("Kept as edited");
            await Assertions.Expect(page.Locator($"{section} .words").First).ToHaveTextAsync(Edited);

            await page.PressAsync($"{section} button[formaction$='handler=Take']");
            // What was just decided stays in view, although nothing differs any longer.
            await Assertions.Expect(page.Locator($"{section} .lab > p .status")).ToHaveTextAsync("As its facts say");
            await Assertions.Expect(page.Locator($"{section} .words").First).Not.ToHaveTextAsync(Edited);
        });
    }

    [BrowserFact]
    public async Task ASession_IsPublished_WithItsFindingOverruled_AndTheNote_IsPublic()
    {
        // Before all others, so that nobody who looks for the latest finds it.
        const string Id = "2019-1";
        await using (var db = await board.Services.GetRequiredService<WorkingStore>().OpenAsync(CancellationToken.None))
        {
            var session = new Session(2019, 1, LocalizedText.None.With(Language.En, "A session to be published", TextStatus.Unofficial));
            session.Schedule(new DateOnly(2019, 5, 27), new DateOnly(2019, 5, 28));
            session.Hold(SessionStatus.Closed, new DateTimeOffset(2019, 5, 26, 9, 0, 0, TimeSpan.FromHours(3)), null);
            db.Add(session);
            await board.Services.GetRequiredService<WorkingStore>().SaveAsync(db, By, CancellationToken.None);
        }
        var (user, key) = await board.AddUserAsync(Role.Publisher, secondFactor: true);
        await board.VisitAsync(new Reader("en", 1280), async page =>
        {
            Assert.Equal(404, (await page.GotoAsync($"/en/sessions/{Id}"))!.Status);
            await SignInAsync(page, user, key);
            await page.GotoAsync($"/en/manage/sessions/{Id}/publish");
            await Assertions.Expect(page.Locator(".differences")).ToContainTextAsync("A session to be published");
            await Assertions.Expect(page.Locator(".findings")).ToContainTextAsync("not on its first day");

            // The error stands in the way, and what was typed stays.
            await page.FillInAsync("#note", "The first edition.");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#overruling[aria-invalid]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#note")).ToHaveValueAsync("The first edition.");
            Assert.Equal(404, (int)(await board.Client.GetAsync($"/en/sessions/{Id}")).StatusCode);

            await page.FillInAsync("#overruling", "It was opened on the eve.");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator(".done code")).ToBeVisibleAsync();
            await page.PressAsync($"main a[href$='/sessions/{Id}/editions']");
            await page.ArriveAsync($"**/en/sessions/{Id}/editions");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The first edition.");
            // Why a finding was overruled is for the secretariat.
            await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("on the eve");
        });
        Assert.Contains("A session to be published", await board.Client.GetStringAsync($"/en/sessions/{Id}"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task AnEarlierValue_AndARemovedRecord_AreBroughtBack_AsNewChanges()
    {
        var item = Editors.Named("agendaItem")!;
        await Editor.WriteAsync(Step("""{ "number": "91", "title": { "en": "As it was" } }"""), By, CancellationToken.None);
        var made = (await Editor.WriteAsync(new EditStep(item, "2024-1", "91", null, null) { Patch = new() { ["title"] = new System.Text.Json.Nodes.JsonObject { ["en"] = "As it became" } } }, By, CancellationToken.None))!;
        var (user, key) = await board.AddUserAsync(Role.Publisher, secondFactor: true);
        await board.VisitAsync(new Reader("en", 1280), async page =>
        {
            await SignInAsync(page, user, key);
            await page.GotoAsync($"/en/manage/history/agendaItem/{made.Id}");
            var changes = page.Locator(".history > li:not(.bare)");
            await Assertions.Expect(changes).ToHaveCountAsync(2);
            await Assertions.Expect(changes.First.Locator("del")).ToHaveTextAsync("was");
            await page.PressAsync(".history > .bare summary");
            await page.FillInAsync(".history > .bare form:has([name=path]) [name=reason]", "It was right before.");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator(".done[role=status]")).ToBeVisibleAsync();
            await Assertions.Expect(changes).ToHaveCountAsync(3);
            await Assertions.Expect(changes.First.Locator(".why")).ToHaveTextAsync("It was right before.");
            await Assertions.Expect(changes.First.Locator("ins")).ToHaveTextAsync("was");

            await page.GotoAsync("/en/manage/sessions/2024-1/agenda/91");
            await Assertions.Expect(page.Locator("[name='title.en']")).ToHaveValueAsync("As it was");
            await page.PressAsync("a.danger");
            await page.PressAsync("button.danger");
            await Assertions.Expect(page.Locator(".done")).ToBeVisibleAsync();
            await page.GotoAsync("/en/manage/sessions/2024-1/agenda/removed");
            await page.PressAsync(".lines li:first-child button");
            await page.ArriveAsync("**/agenda?done=restored");
            await Assertions.Expect(page.Locator(".lines")).ToContainTextAsync("As it was");
        });
        await using var db = await board.Services.GetRequiredService<BoardStores>().Working.CreateDbContextAsync();
        Assert.Equal(5, await db.Changes.CountAsync(c => c.Type == "agendaItem" && c.Key == made.Id));

        EditStep Step(string json) => new(item, "2024-1", null, DraftJson.Read(item.DraftType, System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject()), null);
    }

    private static async Task SignInAsync(IPage page, User user, string? key)
    {
        await page.GotoAsync("/en/account/sign-in");
        await StaffSignInTests.SignInAsync(page, user, key);
    }

    /// <summary>The last paragraph that lists many statements: other tests write into the first ones.</summary>
    private async Task<int> ParagraphOfStatementsAsync()
    {
        await using var db = await board.Services.GetRequiredService<BoardStores>().Working.CreateDbContextAsync();
        var numbers = await db.Statements.Where(s => s.SessionId == "2024-1" && s.Kind == StatementKind.Statement).Select(s => s.Paragraph.Number).ToListAsync();
        return numbers.CountBy(n => n).Where(n => n.Value > 3).Max(n => n.Key);
    }
}
