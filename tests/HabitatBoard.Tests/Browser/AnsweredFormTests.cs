using System.Net;
using HabitatBoard.Accounts;
using HabitatBoard.Tests.Pages.Manage;
using HabitatBoard.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>What the secretariat's pages become when a form is answered: with what is wrong, with a conflict, with what is shown once.</summary>
[Collection(nameof(InBrowser))]
public sealed class AnsweredFormTests(BrowserFixture board)
{
    [BrowserTheory]
    [InlineData("en", 1280, false)]
    [InlineData("ar", 320, true)]
    public async Task NoAnswer_ViolatesAnAccessibilityRule_OrScrollsSideways_OrIsInvalidHtml(string language, int width, bool dark)
    {
        var answers = await AnswersAsync($"/{language}");
        var complaints = new List<string>();
        await board.VisitAsync(
            new Reader(language, width, Dark: dark, Worker: false),
            async page =>
            {
                foreach (var (name, html) in answers)
                {
                    await page.RouteAsync($"**/{language}/answer/{name}", route => route.FulfillAsync(new RouteFulfillOptions { Body = html, ContentType = "text/html; charset=utf-8" }));
                    Assert.True((await page.GotoAsync($"/{language}/answer/{name}"))!.Ok, $"{name} was not shown.");
                    await page.EvaluateAsync("for (const d of document.querySelectorAll('main details')) d.open = true");
                    complaints.AddRange((await board.WrongAsync(page)).Select(w => $"{name}: {w}"));
                    if (Environment.GetEnvironmentVariable("HABITATBOARD_SCREENSHOTS") is { Length: > 0 } pictures)
                    {
                        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(pictures, $"answer-{language}-{width}-{name}.png") });
                    }
                }
            });
        if (HtmlChecker.SkipReason is null)
        {
            var folder = Directory.CreateTempSubdirectory("habitatboard-html-");
            foreach (var (name, html) in answers)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.html"), html);
            }
            complaints.Add(await HtmlChecker.CheckAsync(folder.FullName));
            folder.Delete(recursive: true);
        }
        Assert.True(complaints.All(c => c.Length == 0), string.Join('\n', complaints));
    }

    private async Task<IReadOnlyDictionary<string, string>> AnswersAsync(string at)
    {
        var answers = new Dictionary<string, string>();
        var session = $"{at}/manage/sessions/2024-1";
        var administrator = await board.SignedInAsync(Role.Administrator);
        var other = await board.SignedInAsync(Role.Editor);
        var anybody = board.NewStaffClient();
        var (user, _) = await board.AddUserAsync(Role.Editor, secondFactor: true);

        await AddAsync("sign-in-wrong", anybody, $"{at}/account/sign-in", 422, ("userName", "nobody"), ("password", "wrong"));
        await AddAsync("code", anybody, $"{at}/account/sign-in", 200, ("userName", user.UserName!), ("password", BoardFixture.Password));
        answers["code-wrong"] = await BodyAsync(await anybody.PostAsync($"{at}/account/sign-in?handler=Code", [("code", "000000")]), 422);
        answers["kept"] = await BodyAsync(await anybody.SendWithoutTokenAsync($"{session}/agenda/4", [("title.en", "Typed before the sign-in ended")]), 401);
        var token = await LinkTokenAsync(user);
        answers["link-wrong"] = await BodyAsync(await anybody.PostAsync($"{at}/account/link", [("token", token), ("password", "short"), ("again", "other")], from: $"{at}/account/link?token={token}"), 422);
        await AddAsync("password-wrong", administrator, $"{at}/account/password", 422, ("current", "wrong"), ("password", "short"), ("again", "other"));
        await AddAsync("recovery-codes", administrator, $"{at}/account/authenticator?handler=Codes", 200);
        var setting = await board.SignedInAsync(Role.Publisher, secondFactor: false);
        await AddAsync("authenticator-wrong", setting, $"{at}/account/authenticator", 422, ("code", "000000"));
        await AddAsync("key-made", administrator, $"{at}/manage/keys", 200, ("name", $"answer-{Guid.NewGuid():N}"[..20]), ("role", "Editor"), ("expires", ""));
        await AddAsync("key-wrong", administrator, $"{at}/manage/keys", 422, ("name", "not possible"), ("role", "Editor"), ("expires", "2001-01-01"));
        await AddAsync("user-made", administrator, $"{at}/manage/users", 200, ("userName", $"a{Guid.NewGuid():N}"[..12]), ("displayName", $"Somebody new {Guid.NewGuid()}"), ("role", "Editor"), ("language", "ar"));
        await AddAsync("user-wrong", administrator, $"{at}/manage/users", 422, ("userName", "not possible"), ("displayName", ""), ("role", "Editor"), ("language", "en"));

        await AddAsync("form-wrong", administrator, $"{session}/statements/new", 422, ("_do", "save"), ("paragraph", "x"), ("order", "-1"));
        await AddAsync("decision-wrong", administrator, $"{session}/decisions/new", 422, ("_do", "save"), ("parts[0].letter", "?"), ("title.en", new string('x', 3_000)));
        await AddAsync("row-added", administrator, $"{session}/decisions/new", 200, ("_do", "add parts"));
        var form = await administrator.GetPageAsync($"{session}/agenda/8");
        using (var theirs = await other.SendWithoutTokenAsync($"{session}/agenda/8", [.. FormFields.Of(await other.GetPageAsync($"{session}/agenda/8")).With("title.en", $"Theirs {Guid.NewGuid()}").All, ("_do", "save")]))
        {
            Assert.Equal(HttpStatusCode.SeeOther, theirs.StatusCode);
        }
        answers["conflict"] = await BodyAsync(await administrator.SendWithoutTokenAsync($"{session}/agenda/8", [.. FormFields.Of(form).With("title.en", "Mine").All, ("_do", "save")]), 409);
        answers["gone"] = await BodyAsync(await administrator.SendWithoutTokenAsync($"{session}/agenda/98", [.. FormFields.Of(form).With("number", "98").All, ("_do", "save")]), 409);
        await AddAsync("publish-wrong", administrator, $"{session}/publish", 422, ("note", ""));
        await AddAsync("withdraw-wrong", administrator, $"{session}/publish?handler=Withdraw", 422, ("reason", ""));
        await AddAsync("restore-wrong", administrator, $"{at}/manage/history/session/2024-1", 422, ("sequence", "1"), ("reason", ""));
        await AddAsync("finding-wrong", administrator, $"{session}/findings", 422, ("digest", (await administrator.GetPageAsync($"{session}/findings")).QuerySelector("input[name=digest]")!.GetAttribute("value")!), ("reason", ""));
        await AddAsync("text-stale", administrator, $"{session}/text?text=zh", 412, ("paragraph", "21"), ("words", "另一段文字"), ("status", "official"), ("composition", new string('0', 64)), ("version", "x"), ("reason", "why"));
        await AddAsync("speaker-unknown", administrator, $"{session}/speakers/4", 422, ("who", "Atlantis"), ("kind", "statement"), ("medium", ""), ("do", "add"));
        await AddAsync("speaker-several", administrator, $"{session}/speakers/4", 422, ("who", "united"), ("kind", "statement"), ("medium", ""), ("do", "add"));
        await AddAsync("roll-unknown", administrator, $"{session}/roll", 422, ("class", "member"), ("before", ""), ("list", "Kenya, Atlantis"));
        await AddAsync("file-wrong", administrator, $"{session}/documents/HSP-EB.2024-1/files", 422, ("language", "zh"), ("version", "x"));
        await AddAsync("import-empty", administrator, $"{session}/import", 422, ("text", ""));
        await AddAsync("import-read", administrator, $"{at}/manage/sessions/2024-2/import", 200, ("text", System.Text.Encoding.UTF8.GetString(Import.OtherReportTests.Bytes("2027-2.en")).Replace("2027", "2024", StringComparison.Ordinal)));
        answers["referred-to"] = await administrator.Http.GetStringAsync($"{session}/paragraphs/21/remove");
        return answers;

        async Task AddAsync(string name, StaffClient client, string path, int status, params (string, string)[] fields) =>
            answers[name] = await BodyAsync(await client.PostAsync(path, fields), status);
    }

    private static async Task<string> BodyAsync(HttpResponseMessage response, int status)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode == status, $"{response.RequestMessage!.RequestUri} answered {(int)response.StatusCode}, not {status}:\n{body}");
            return body;
        }
    }

    private async Task<string> LinkTokenAsync(User user)
    {
        await using var scope = board.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().CreateAsync(user.Id, "en", CancellationToken.None);
        return link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
    }
}
