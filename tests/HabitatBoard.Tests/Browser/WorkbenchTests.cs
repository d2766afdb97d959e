using System.Diagnostics;
using HabitatBoard.Accounts;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace HabitatBoard.Tests.Browser;

/// <summary>The workbenches at a keyboard.</summary>
[Collection(nameof(InBrowser))]
public sealed class WorkbenchTests(BrowserFixture board, ITestOutputHelper output)
{
    private static readonly string[] Forty =
    [
        "braz", "france", "germ", "united states", "kenya", "japan", "chile", "mexico", "indones", "china",
        "巴西", "法国", "肯尼亚", "南非", "埃及", "españa", "méxico", "франция", "россий", "الأردن",
        "NGA", "ETH", "UGA", "ZAF", "POL", "TUR", "ARG", "CRI", "PRY", "SAU",
        "pakist", "bangla", "banglad", "algeria", "malawi", "camer", "ghana", "senegal", "united kingdom", "australia",
    ];

    [BrowserFact]
    public async Task FortySpeakers_AreLogged_FromTheKeyboardAlone()
    {
        var (user, key) = await board.AddUserAsync(Role.Editor, secondFactor: true);
        await board.VisitAsync(new Reader("en", 1280), async page =>
        {
            await page.GotoAsync("/en/manage/sessions/2024-1/speakers/14");
            await StaffSignInTests.SignInAsync(page, user, key);
            await Assertions.Expect(page.Locator("#who")).ToBeFocusedAsync();
            var before = await page.Locator("#log li").CountAsync();
            var clock = Stopwatch.StartNew();
            foreach (var typed in Forty)
            {
                await page.Keyboard.TypeAsync(typed);
                await page.Keyboard.PressAsync("Enter");
            }
            await Assertions.Expect(page.Locator("#log li")).ToHaveCountAsync(before + Forty.Length, new() { Timeout = 120_000 });
            output.WriteLine($"{Forty.Length} speakers in {clock.Elapsed.TotalSeconds:F0} s");
            await Assertions.Expect(page.Locator("#who")).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator("#wrong")).ToHaveCountAsync(0);

            // The last one was a slip.
            await page.Keyboard.PressAsync("Control+z");
            await Assertions.Expect(page.Locator("#log li")).ToHaveCountAsync(before + Forty.Length - 1);
        });
    }

    [BrowserFact]
    public async Task SpeakersTyped_AfterTheSignInHadEnded_AreLoggedAfterTheNext()
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        await board.VisitAsync(new Reader("en", 1280), async page =>
        {
            await page.GotoAsync("/en/manage/sessions/2024-1/speakers/13");
            await StaffSignInTests.SignInAsync(page, user, null);
            var before = await page.Locator("#log li").CountAsync();
            await page.Context.ClearCookiesAsync();
            // The first is answered once both are typed: keys pressed while the page leaves go nowhere.
            var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await page.RouteAsync("**/speakers/13**", async route =>
            {
                await both.Task;
                await route.ContinueAsync();
            });
            foreach (var typed in new[] { "kenya", "巴西" })
            {
                await page.Keyboard.TypeAsync(typed);
                await page.Keyboard.PressAsync("Enter");
            }
            both.SetResult();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
            await page.FillInAsync("#userName", user.UserName!);
            await page.FillInAsync("#password", BoardFixture.Password);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Send what you typed");
            await page.PressAsync("main form.form button");
            await Assertions.Expect(page.Locator("#log li")).ToHaveCountAsync(before + 2);
            await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("Kenya");
            await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("Brazil");
        });
    }

    [BrowserFact]
    public async Task SpeakersTyped_WithoutALine_StandInTheFieldAgain()
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        await board.VisitAsync(new Reader("en", 1280), async page =>
        {
            await page.GotoAsync("/en/manage/sessions/2024-1/speakers/13");
            await StaffSignInTests.SignInAsync(page, user, null);
            await page.Context.SetOfflineAsync(true);
            await page.Keyboard.TypeAsync("kenya");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#who")).ToHaveValueAsync("Kenya、");
            // Whoever goes on typing adds to the list.
            await page.Keyboard.TypeAsync("Brazil");
            await page.Context.SetOfflineAsync(false);
            var before = await page.Locator("#log li").CountAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#log li")).ToHaveCountAsync(before + 2);
        });
    }

    [BrowserTheory]
    [InlineData("en", 320)]
    [InlineData("ar", 1280)]
    [InlineData("zh", 320)]
    public async Task NoWorkbench_ViolatesAnAccessibilityRule_OrScrollsSideways(string language, int width)
    {
        var (user, key) = await board.AddUserAsync(Role.Editor, secondFactor: true);
        var violations = new List<string>();
        await board.VisitAsync(new Reader(language, width), async page =>
        {
            await page.GotoAsync($"/{language}/manage/sessions/2024-1/speakers");
            await StaffSignInTests.SignInAsync(page, user, key);
            foreach (var path in new[] { "speakers", "speakers/4", "roll", "roll?class=otherObserver" })
            {
                Assert.True((await page.GotoAsync($"/{language}/manage/sessions/2024-1/{path}"))!.Ok);
                violations.AddRange((await board.WrongAsync(page)).Select(w => $"{page.Url}: {w}"));
            }
        });
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }
}
