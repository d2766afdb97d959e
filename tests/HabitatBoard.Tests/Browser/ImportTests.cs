using System.Text;
using HabitatBoard.Accounts;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Sessions;
using HabitatBoard.Tests.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>A report brought in by somebody at a keyboard.</summary>
[Collection(nameof(InBrowser))]
public sealed class ImportTests(BrowserFixture board)
{
    [BrowserTheory]
    [InlineData("en", 1280, true, 2031)]
    [InlineData("zh", 320, false, 2032)]
    [InlineData("ar", 320, true, 2033)]
    public async Task AReport_IsPastedComparedAndAccepted_ByKeyboard(string language, int width, bool script, int year)
    {
        var stores = board.Services.GetRequiredService<BoardStores>();
        await using (var db = await stores.Working.CreateDbContextAsync())
        {
            db.Add(new Session(year, 2, LocalizedText.None.With(Language.En, $"Session of {year}", TextStatus.Unofficial)));
            await board.Services.GetRequiredService<WorkingStore>().SaveAsync(db, new Attribution("tests", "", DateTimeOffset.UtcNow), CancellationToken.None);
        }
        var text = Encoding.UTF8.GetString(OtherReportTests.Bytes("2027-2.en")).Replace("2027", $"{year}", StringComparison.Ordinal);
        var (user, _) = await board.AddUserAsync(Role.Editor);
        await board.VisitAsync(new Reader(language, width, Script: script), async page =>
        {
            await page.GotoAsync($"/{language}/account/sign-in");
            await page.Locator("#userName").FillAsync(user.UserName!);
            await page.Locator("#password").FillAsync(BoardFixture.Password);
            await page.Locator("#password").PressAsync("Enter");
            await page.ArriveAsync("**/manage");

            await page.GotoAsync($"/{language}/manage/sessions/{year}-2");
            await page.TabToAsync("a[href$='/import']");
            await page.Keyboard.PressAsync("Enter");
            // The text has the focus.
            await Assertions.Expect(page.Locator("#text")).ToBeFocusedAsync();
            await page.Keyboard.InsertTextAsync(text);
            await page.TabToAsync(".acts.save button");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForSelectorAsync("form.decide");
            if (script)
            {
                // Axe is a script itself.
                await CheckAsync(page);
            }

            // One fact is refused, in a list that stands folded as it is long, and a whole kind.
            await page.TabToAsync("#k-statement summary");
            await page.Keyboard.PressAsync("Enter");
            await page.TabToAsync("[name=fact][value='p19/statement/1']");
            await page.Keyboard.PressAsync("Space");
            await Assertions.Expect(page.Locator("[name=fact][value='p19/statement/1']")).Not.ToBeCheckedAsync();
            await page.TabToAsync("#k-citation [value='off citation']");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#k-citation [name=fact]:checked")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("[name=fact][value='p19/statement/1']")).Not.ToBeCheckedAsync();
            await page.TabToAsync("#reason");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForSelectorAsync(".done[role=status]");
        });
        await using var after = await stores.Working.CreateDbContextAsync();
        var statements = await after.Statements.Where(s => s.SessionId == $"{year}-2").Select(s => new { s.Order, s.Paragraph.Number }).ToListAsync();
        Assert.Equal(24, statements.Count);
        Assert.DoesNotContain(statements, s => s.Number == 19 && s.Order == 1);
        Assert.False(await after.Citations.AnyAsync(c => c.SessionId == $"{year}-2"));
    }

    private async Task CheckAsync(IPage page)
    {
        await page.EvaluateAsync("for (const d of document.querySelectorAll('main details:not([open])')) d.open = d.dataset.folded = true");
        Assert.Empty(await board.WrongAsync(page));
        await page.EvaluateAsync("for (const d of document.querySelectorAll('main details[data-folded]')) d.open = false");
    }
}
