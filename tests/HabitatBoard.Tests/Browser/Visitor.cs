using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>
/// A reader with a keyboard: goes from link to link with Tab, follows with Enter, and reads what the page shows.
/// Each step asserts that the focus can be seen.
/// </summary>
internal sealed class Visitor(IPage page)
{
    private const int MostStops = 600;

    public IPage Page => page;

    public async Task OpenAsync(string path)
    {
        var response = await page.GotoAsync(path);
        Assert.True(response!.Ok, $"{path} answered {response.Status}");
    }

    /// <summary>Follows the first link in <paramref name="within"/> whose text contains <paramref name="text"/>.</summary>
    public Task FollowAsync(string text, string within = "body") =>
        FollowAsync(page.Locator($"{within} a:visible").Filter(new LocatorFilterOptions { HasText = text }).First, text);

    /// <summary>Follows the link that leads to <paramref name="address"/>.</summary>
    public Task FollowAddressAsync(string address, string within = "main") =>
        FollowAsync(page.Locator($"{within} a[href$='{address}']:visible").First, address);

    /// <summary>Opens a disclosure with the keyboard.</summary>
    public async Task DiscloseAsync(string text)
    {
        await FocusAsync(page.Locator("summary:visible").Filter(new LocatorFilterOptions { HasText = text }).First, text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Reads a text that has to be visible in <paramref name="within"/>.</summary>
    public async Task ReadsAsync(string text, string within = "main") =>
        await Assertions.Expect(page.Locator(within).First).ToContainTextAsync(text);

    private async Task FollowAsync(ILocator link, string what)
    {
        await FocusAsync(link, what);
        var address = new Uri(new Uri(page.Url), await link.GetAttributeAsync("href"));
        await page.Keyboard.PressAsync("Enter");
        // Asks for the address until it is there. Waiting for the event of the navigation would wait in vain where the
        // page was there before the wait began.
        await Assertions.Expect(page).ToHaveURLAsync(address.ToString(), new PageAssertionsToHaveURLOptions { Timeout = 30_000 });
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    private async Task FocusAsync(ILocator target, string what)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        // From the top of the page, as after a page load.
        await page.EvaluateAsync("document.activeElement?.blur?.(), window.getSelection()?.removeAllRanges()");
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                await AssertFocusIsSeenAsync(target, what);
                return;
            }
        }
        Assert.Fail($"“{what}” cannot be reached with Tab on {page.Url}");
    }

    private static async Task AssertFocusIsSeenAsync(ILocator target, string what)
    {
        var seen = await target.EvaluateAsync<bool>("""
            element => {
                const box = element.getClientRects()[0];
                const style = getComputedStyle(element);
                return box.bottom > 0 && box.top < innerHeight && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            }
            """);
        Assert.True(seen, $"the focus on “{what}” cannot be seen");
    }
}
