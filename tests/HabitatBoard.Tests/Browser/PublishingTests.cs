using HabitatBoard.Accounts;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>The pages of publishing, history, preview and editions as people see them.</summary>
[Collection(nameof(InBrowser))]
public sealed class PublishingTests(BrowserFixture board)
{
    private static readonly string[] Pages =
    [
        "/manage/publish", "/manage/sessions/2024-1/publish", "/manage/registers/publish", "/manage/history?unit=2024-1", "/manage/history/session/2024-1",
        "/preview/sessions/2024-1", "/preview/sessions/2024-1/agenda/4", "/preview/search?q=Kenya", "/sessions/2024-1/editions", "/sessions/2024-1/editions/1", "/sessions/2024-1/editions/compare?from=1&to=1",
    ];

    [BrowserTheory]
    [InlineData("en", 1280, false)]
    [InlineData("zh", 320, true)]
    [InlineData("ar", 320, false)]
    [InlineData("ar", 1280, true)]
    public async Task ThePagesOfPublishing_ViolateNoAccessibilityRule_AndDoNotScrollSideways(string language, int width, bool dark)
    {
        var (user, key) = await board.AddUserAsync(Role.Publisher, secondFactor: true);
        var store = board.Services.GetRequiredService<WorkingStore>();
        await using (var db = await store.OpenAsync(CancellationToken.None))
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == "2024-1");
            session.Describe(session.Title.With(Language.En, $"The first session of the year {Guid.NewGuid():N}", TextStatus.Unofficial).With(Language.Zh, $"二〇二四年第一届会议{width}"), session.Place, session.Mode, session.ModeNote, session.Interpretation);
            db.Remove(await db.Events.FirstAsync());
            await store.SaveAsync(db, new Attribution(user.DisplayName, "A better title.", DateTimeOffset.UtcNow), CancellationToken.None);
        }
        var violations = new List<string>();
        await board.VisitAsync(new Reader(language, width, Dark: dark), async page =>
        {
            await page.GotoAsync($"/{language}/manage/publish");
            await page.FillAsync("#userName", user.UserName!);
            await page.FillAsync("#password", BoardFixture.Password);
            await page.Locator("main form button").First.ClickAsync();
            await page.FillAsync("#code", Totp.Password(key!, Totp.StepAt(DateTimeOffset.UtcNow)));
            await page.Locator("main form button").First.ClickAsync();
            await page.ArriveAsync($"**/{language}/manage/publish");
            foreach (var path in Pages)
            {
                await page.GotoAsync($"/{language}{path}");
                foreach (var details in await page.Locator("main details").AllAsync())
                {
                    await details.EvaluateAsync("d => d.open = true");
                }
                violations.AddRange((await board.WrongAsync(page)).Select(w => $"/{language}{path}: {w}"));
                if (Environment.GetEnvironmentVariable("HABITATBOARD_SCREENSHOTS") is { Length: > 0 } folder)
                {
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{language}-{width}{path.Replace('/', '_').Split('?')[0]}.png") });
                }
            }
        });
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }
}
