using HabitatBoard.Accounts;
using HabitatBoard.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>Staff at their browsers: a one-time password, a passkey, and the pages on which both are kept.</summary>
[Collection(nameof(InBrowser))]
public sealed class StaffSignInTests(BrowserFixture board)
{
    private static readonly string[] Pages = ["/account", "/account/password", "/account/authenticator", "/manage", "/manage/users", "/manage/keys"];

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignsIn_WithAOneTimePassword_WithAndWithoutJavaScript(bool script)
    {
        var (user, key) = await board.AddUserAsync(Role.Administrator, secondFactor: true);
        await board.VisitAsync(new Reader("en", 320, Script: script), async page =>
        {
            await page.GotoAsync("/en/manage/users");
            await SignInAsync(page, user, key);
            await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/en/manage/users$"));
            await Assertions.Expect(page.Locator(".who")).ToContainTextAsync(user.DisplayName);
            await page.Locator(".who button").ClickAsync();
            await page.ArriveAsync("**/en");
            await page.GotoAsync("/en/manage");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
        });
    }

    [BrowserFact]
    public async Task MakesAPasskey_SignsInWithItAlone_AndRemovesIt()
    {
        var (user, _) = await board.AddUserAsync(Role.Administrator);
        string? answer = null;
        await board.VisitAsync(new Reader("en", 1280), async page =>
        {
            var browser = await page.Context.NewCDPSessionAsync(page);
            await browser.SendAsync("WebAuthn.enable");
            await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
                },
            });
            await page.GotoAsync("/en/account");
            await SignInAsync(page, user, null);
            await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
            await page.ArriveAsync("**/account?done=passkey");
            // It counts as the second factor, at once.
            Assert.EndsWith("/en/manage/users", (await page.GotoAsync("/en/manage/users"))!.Url, StringComparison.Ordinal);
            await page.Locator(".who button").ClickAsync();
            await page.ArriveAsync("**/en");

            page.Request += (_, request) => answer = request.Url.Contains("handler=Passkey", StringComparison.Ordinal) ? request.PostData : answer;
            await page.GotoAsync("/en/manage/users");
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
            await page.ArriveAsync("**/en/manage/users");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Accounts");

            await page.GotoAsync("/en/account");
            await page.GetByRole(AriaRole.Button, new() { Name = "Remove Passkey 1" }).ClickAsync();
            await page.ArriveAsync("**/account?done=removed");
            await page.GotoAsync("/en/manage/users");
            await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/authenticator"));
        }, host: "localhost");

        // What the browser answered once is worth nothing again.
        var credential = System.Web.HttpUtility.ParseQueryString(answer!)["credential"]!;
        Assert.Contains("clientDataJSON", credential, StringComparison.Ordinal);
        var thief = board.NewStaffClient();
        using var ask = await thief.PostAsync("/en/account/sign-in?handler=Ask", []);
        using var replayed = await thief.PostAsync("/en/account/sign-in?handler=Passkey", [("credential", credential)]);
        Assert.Equal(422, (int)replayed.StatusCode);
    }

    [BrowserTheory]
    [InlineData("en", 320, false)]
    [InlineData("en", 1280, true)]
    [InlineData("ar", 320, true)]
    [InlineData("zh", 1280, false)]
    public async Task NoPageOfTheStaff_ViolatesAnAccessibilityRule_OrScrollsSideways(string language, int width, bool dark)
    {
        var (user, key) = await board.AddUserAsync(Role.Administrator, secondFactor: true);
        var (setting, _) = await board.AddUserAsync(Role.Editor);
        await board.AddKeyAsync(Role.Editor);
        var violations = new List<string>();
        await board.VisitAsync(new Reader(language, width, Dark: dark), async page =>
        {
            await CheckAsync(page, $"/{language}/account/link{await LinkAsync(setting)}");
            await CheckAsync(page, $"/{language}/account/sign-in");
            await SignInAsync(page, user, key, () => CheckAsync(page, null));
            foreach (var path in Pages)
            {
                await CheckAsync(page, $"/{language}{path}");
            }
            // With what is wrong, and with what is shown once.
            await page.GotoAsync($"/{language}/manage/keys");
            await page.Locator("#name").FillAsync("not possible");
            await page.Locator("main .form button").ClickAsync();
            await CheckAsync(page, null);
            await page.GotoAsync($"/{language}/account/authenticator");
            await page.Locator("form[action$=Remove] button").ClickAsync();
            await CheckAsync(page, null);
        });
        Assert.True(violations.Count == 0, string.Join('\n', violations));

        async Task CheckAsync(IPage page, string? path)
        {
            if (path is not null)
            {
                Assert.True((await page.GotoAsync(path))!.Ok, path);
            }
            violations.AddRange((await board.WrongAsync(page)).Select(w => $"{page.Url}: {w}"));
        }
    }

    [HtmlFact]
    public async Task EveryPageOfTheStaff_IsValidHtml()
    {
        var client = await board.SignedInAsync(Role.Administrator);
        var without = await board.SignedInAsync(Role.Administrator, secondFactor: false);
        await board.AddKeyAsync(Role.Editor);
        var folder = Directory.CreateTempSubdirectory("habitatboard-html-").FullName;
        try
        {
            foreach (var language in new[] { "zh", "en" })
            {
                foreach (var path in Pages)
                {
                    await File.WriteAllTextAsync(Path.Combine(folder, $"{language}{path.Replace('/', '-')}.html"), await client.Http.GetStringAsync($"/{language}{path}"));
                }
                await File.WriteAllTextAsync(Path.Combine(folder, $"{language}-sign-in.html"), await board.Client.GetStringAsync($"/{language}/account/sign-in"));
                await File.WriteAllTextAsync(Path.Combine(folder, $"{language}-set-up.html"), await without.Http.GetStringAsync($"/{language}/account/authenticator"));
            }
            var complaints = await HtmlChecker.CheckAsync(folder);
            Assert.True(complaints.Length == 0, complaints);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static async Task SignInAsync(IPage page, User user, string? key, Func<Task>? before = null)
    {
        await page.Locator("#userName").FillAsync(user.UserName!);
        await page.Locator("#password").FillAsync(BoardFixture.Password);
        await page.Keyboard.PressAsync("Enter");
        if (key is not null)
        {
            await Assertions.Expect(page.Locator("#code")).ToBeVisibleAsync();
            await (before?.Invoke() ?? Task.CompletedTask);
            await page.Locator("#code").FillAsync(Totp.Password(key, Totp.StepAt(DateTimeOffset.UtcNow)));
            await page.Keyboard.PressAsync("Enter");
        }
        await Assertions.Expect(page.Locator(".who")).ToBeVisibleAsync();
    }

    private async Task<string> LinkAsync(User user)
    {
        await using var scope = board.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().CreateAsync(user.Id, "en", CancellationToken.None);
        return link[link.IndexOf('?', StringComparison.Ordinal)..];
    }
}
