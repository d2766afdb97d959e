using HabitatBoard.Accounts;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>The editing pages as staff use them.</summary>
[Collection(nameof(InBrowser))]
public sealed class EditingPagesTests(BrowserFixture board)
{
    private static readonly string[] Pages =
    [
        "", "/sessions", "/sessions/2024-1", "/registers", "/sessions/2024-1/agenda", "/sessions/2024-1/agenda/2a", "/sessions/2024-1/statements", "/sessions/2024-1/statements/new", "/sessions/2024-1/decisions/2024-1",
        "/sessions/2024-1/documents/HSP-EB.2024-2", "/sessions/2024-1/documents/HSP-EB.2024-2/files", "/sessions/2024-1/report/2024-1", "/sessions/2024-1/paragraphs/21", "/sessions/2024-1/edit",
        "/delegations", "/delegations/KEN", "/persons/new", "/sessions/2024-1/agenda/4/remove", "/sessions/2024-1/citations/removed",
    ];

    [BrowserTheory]
    [InlineData("en", 320, true)]
    [InlineData("zh", 1280, false)]
    [InlineData("ar", 1280, true)]
    [InlineData("ar", 320, false)]
    public async Task NoEditingPage_ViolatesAnAccessibilityRule_OrScrollsSideways(string language, int width, bool dark)
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        var violations = new List<string>();
        await board.VisitAsync(new Reader(language, width, Dark: dark), async page =>
        {
            await SignInAsync(page, user, language);
            foreach (var path in Pages)
            {
                Assert.True((await page.GotoAsync($"/{language}/manage{path}"))!.Ok, path);
                await CheckAsync(page);
            }
            // With what is wrong.
            await page.GotoAsync($"/{language}/manage/sessions/2024-1/statements/new");
            await page.Locator(".save button").First.ClickAsync();
            await page.WaitForSelectorAsync("#wrong");
            await CheckAsync(page);
        });
        Assert.True(violations.Count == 0, string.Join('\n', violations));

        async Task CheckAsync(IPage page)
        {
            violations.AddRange((await board.WrongAsync(page)).Select(w => $"{page.Url}: {w}"));
        }
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AConflict_IsResolvedByKeyboard(bool script)
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        var other = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var address = $"/en/manage/sessions/2024-1/agenda/{(script ? 5 : 6)}";
        await board.VisitAsync(new Reader("en", 1280, Script: script), async page =>
        {
            await SignInAsync(page, user, "en");
            await page.GotoAsync(address);
            var theirs = HabitatBoard.Tests.Pages.Manage.FormFields.Of(await other.GetPageAsync(address));
            using (var saved = await other.SendWithoutTokenAsync(address, [.. theirs.With("title.en", "Theirs").All, ("_do", "save")]))
            {
                await StaffClient.ReadAsync(saved, System.Net.HttpStatusCode.SeeOther);
            }

            await page.TabToAsync("[name='title.en']");
            await page.Keyboard.PressAsync("ControlOrMeta+a");
            await page.Keyboard.TypeAsync("Mine");
            // A long title has lines, in which Enter starts another. With script, Ctrl and Enter save anywhere.
            if (!script)
            {
                await page.TabToAsync(".acts button[value=save]");
            }
            await page.Keyboard.PressAsync(script ? "ControlOrMeta+Enter" : "Enter");
            await page.WaitForSelectorAsync("form.conflict");
            // The choice takes the focus; nothing is chosen for whoever has to choose.
            await page.TabToAsync("[name='_choice.title.en']");
            Assert.Equal(0, await page.Locator("[name='_choice.title.en']:checked").CountAsync());
            await page.Keyboard.PressAsync("ArrowDown");
            await Assertions.Expect(page.Locator("[name='_choice.title.en'][value=mine]")).ToBeCheckedAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.ArriveAsync("**/agenda?done=saved**");
            await Assertions.Expect(page.Locator(".done a")).ToContainTextAsync("Mine");
        });
    }

    [BrowserFact]
    public async Task AList_ShortensAsOneTypes()
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        await board.VisitAsync(new Reader("en", 1280), async page =>
        {
            await SignInAsync(page, user, "en");
            await page.GotoAsync("/en/manage/delegations");
            var all = await page.Locator(".lines > li:visible").CountAsync();
            await page.Locator("#q").FillAsync("cote");
            await Assertions.Expect(page.Locator(".lines > li:visible")).ToHaveCountAsync(1);
            await page.Locator("#q").FillAsync("肯尼亚");
            await Assertions.Expect(page.Locator(".lines > li:visible")).ToContainTextAsync("Kenya");
            await page.Locator("#q").FillAsync("");
            await Assertions.Expect(page.Locator(".lines > li:visible")).ToHaveCountAsync(all);
        });
    }

    private static async Task SignInAsync(IPage page, User user, string language)
    {
        await page.GotoAsync($"/{language}/account/sign-in");
        await page.Locator("#userName").FillAsync(user.UserName!);
        await page.Locator("#password").FillAsync(BoardFixture.Password);
        await page.Locator("main .form button").First.ClickAsync();
        await page.ArriveAsync("**/manage");
    }
}
