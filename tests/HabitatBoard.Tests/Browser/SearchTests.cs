using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>
/// Searching in a browser: what is suggested as one types, by keyboard and by finger, and the same without JavaScript.
/// Every step waits for what a reader would see, not for a time.
/// </summary>
[Collection(nameof(InBrowser))]
public sealed class SearchTests(BrowserFixture board)
{
    [BrowserTheory]
    [InlineData("en", 1280, "braz", "Brazil", "/delegations/BRA")]
    [InlineData("zh", 320, "肯尼", "肯尼亚", "/delegations/KEN")]
    [InlineData("ar", 320, "البراز", "البرازيل", "/delegations/BRA")]
    [InlineData("ru", 320, "кени", "Кения", "/delegations/KEN")]
    [InlineData("fr", 320, "bresil", "Brésil", "/delegations/BRA")]
    [InlineData("es", 1280, "mex", "México", "/delegations/MEX")]
    // Not in the reader's language: suggested all the same, and shown in it.
    [InlineData("en", 320, "巴西", "巴西", "/delegations/BRA")]
    public Task WhatIsTyped_IsSuggested_AndChosenWithTheKeyboard(string language, int width, string typed, string suggested, string page) =>
        board.VisitAsync(new Reader(language, width), async tab =>
        {
            await tab.GotoAsync($"/{language}");
            var (box, options) = (tab.GetByRole(AriaRole.Combobox), tab.GetByRole(AriaRole.Option));
            await box.PressSequentiallyAsync(typed);
            await Assertions.Expect(options.First).ToHaveTextAsync(suggested);
            await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");

            // Down marks the first, Up takes the mark back to the box, Escape closes and keeps what was typed.
            await box.PressAsync("ArrowDown");
            await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
            Assert.Equal(await options.First.GetAttributeAsync("id"), await box.GetAttributeAsync("aria-activedescendant"));
            Assert.Empty(await board.WrongAsync(tab));
            await box.PressAsync("ArrowUp");
            await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "false");
            await box.PressAsync("Escape");
            await Assertions.Expect(tab.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
            await Assertions.Expect(box).ToHaveValueAsync(typed);

            await box.PressAsync("ArrowDown");
            await Assertions.Expect(options.First).ToBeVisibleAsync();
            await box.PressAsync("ArrowDown");
            await box.PressAsync("Enter");
            await tab.ArriveAsync($"**/{language}{page}");
        });

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public Task OnAPhone_TheListFitsUnderTheBox_AndIsTouched(string language) =>
        board.VisitAsync(new Reader(language, 320), async tab =>
        {
            await tab.GotoAsync($"/{language}");
            await tab.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("HSP/EB.2024/1");
            var options = tab.GetByRole(AriaRole.Option);
            await Assertions.Expect(options.First).ToHaveTextAsync("HSP/EB.2024/1");
            var (list, first) = ((await tab.GetByRole(AriaRole.Listbox).BoundingBoxAsync())!, (await options.First.BoundingBoxAsync())!);
            Assert.True(list.X >= 0 && list.X + list.Width <= 320, $"the list reaches from {list.X} to {list.X + list.Width}");
            Assert.True(first.Height >= 40, $"a suggestion is {first.Height} px high");
            await options.First.ClickAsync();
            await tab.ArriveAsync($"**/{language}/documents/HSP-EB.2024-1");
        });

    [BrowserFact]
    public Task WhatIsSuggestedLate_IsNotShown() =>
        board.VisitAsync(new Reader("en", 1280), async tab =>
        {
            var answer = new TaskCompletionSource();
            await tab.RouteAsync("**/suggestions?q=bra*", async route =>
            {
                await answer.Task;
                // The page may have given it up by now, which is what is to be seen.
                await route.ContinueAsync();
            });
            await tab.GotoAsync("/en");
            var box = tab.GetByRole(AriaRole.Combobox);
            var asked = tab.WaitForRequestAsync("**/suggestions?q=bra*");
            await box.FillAsync("bra");
            await asked;
            await box.FillAsync("ken");
            await Assertions.Expect(tab.GetByRole(AriaRole.Option).First).ToHaveTextAsync("Kenya");
            answer.SetResult();
            await Assertions.Expect(tab.GetByRole(AriaRole.Option).First).ToHaveTextAsync("Kenya");
            await box.FillAsync("");
            await Assertions.Expect(tab.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        });

    [BrowserTheory]
    [InlineData("zh", 320, "肯尼亚", "发言")]
    [InlineData("ar", 320, "كينيا", "البيانات")]
    [InlineData("ru", 320, "Кения", "Выступления")]
    [InlineData("en", 1280, "Kenya", "Statements")]
    public Task WithoutScript_ASearchIsNarrowed_AndWidenedAgain(string language, int width, string typed, string statements) =>
        board.VisitAsync(new Reader(language, width, Script: false), async tab =>
        {
            await tab.GotoAsync($"/{language}");
            await tab.Locator("#find").FillAsync(typed);
            await tab.Locator("#find").PressAsync("Enter");
            await tab.ArriveAsync($"**/{language}/search?q=*");
            await Assertions.Expect(tab.Locator("main .list > li").First).ToContainTextAsync(typed);
            var all = await tab.Locator("main .list > li").CountAsync();

            await tab.Locator(".narrow summary").ClickAsync();
            var value = tab.Locator("details a[href*='type=statement']");
            await Assertions.Expect(value).ToContainTextAsync(statements);
            var count = int.Parse(await value.Locator(".n").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
            await value.ClickAsync();
            await tab.ArriveAsync("**type=statement*");
            await Assertions.Expect(tab.Locator("main .list > li")).ToHaveCountAsync(count);
            Assert.True(count < all);

            await tab.Locator("a.chosen").Filter(new() { HasText = statements }).ClickAsync();
            await Assertions.Expect(tab.Locator("main .list > li")).ToHaveCountAsync(all);
        });

    [BrowserTheory]
    [InlineData("zh", "阿尔及利压", "阿尔及利亚")]
    [InlineData("ar", "البرزيل", "البرازيل")]
    [InlineData("ru", "Бразлия", "Бразилия")]
    public Task WhereNothingIsFound_ALikeWordLeadsOn(string language, string typed, string meant) =>
        board.VisitAsync(new Reader(language, 320, Script: false), async tab =>
        {
            await tab.GotoAsync($"/{language}/search?q={Uri.EscapeDataString(typed)}");
            await Assertions.Expect(tab.Locator("main .list > li")).ToHaveCountAsync(0);
            await tab.Locator("main .note a").ClickAsync();
            await Assertions.Expect(tab.Locator("main .list > li").First).ToContainTextAsync(meant);
        });
}
