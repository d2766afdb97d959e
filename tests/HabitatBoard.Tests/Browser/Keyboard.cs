using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>A page used from the keyboard alone.</summary>
internal static class Keyboard
{
    private const int MostStops = 400;

    /// <summary>Presses Tab until the focus is on what the selector finds.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        // The page that has it may still be on its way.
        await Assertions.Expect(page.Locator(selector).First).ToBeAttachedAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{selector} cannot be reached with Tab on {page.Url}");
    }

    /// <summary>Goes to a link, a button or what opens and closes, and presses it.</summary>
    public static async Task PressAsync(this IPage page, string selector)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes to a field and types, in the place of what stands in it.</summary>
    public static async Task FillInAsync(this IPage page, string selector, string text)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.InsertTextAsync(text);
    }
}
