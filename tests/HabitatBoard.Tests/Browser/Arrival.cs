using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>Waiting for where a click or a key leads.</summary>
internal static class Arrival
{
    /// <summary>
    /// Waits until the page stands at an address and was read to its end. Playwright's <c>WaitForURLAsync</c> also waits for an
    /// event, and waits in vain for one that came first.
    /// </summary>
    /// <param name="glob">The address; <c>**</c> stands for anything, <c>*</c> for anything without a slash.</param>
    public static async Task ArriveAsync(this IPage page, string glob)
    {
        var pattern = Regex.Escape(glob).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{pattern}$"));
        await page.WaitForFunctionAsync("() => document.readyState !== 'loading'");
    }
}
