using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages;

/// <summary>What was tested of how accessible the pages are, what is known not to work, and what nobody has tested. Each sentence has a test (Browser/EveryPageTests, AccessibleTests, DelegateTaskTests) or says that there is none.</summary>
public sealed class AccessibilityModel : BoardPage
{
    /// <summary>The day on which these sentences were last held against the tests.</summary>
    public static readonly DateOnly TestedOn = new(2026, 11, 22);

    public static readonly IReadOnlyList<string> Tested = ["rules", "keyboard", "focus", "targets", "spacing", "order", "motion", "pictures"];

    public static readonly IReadOnlyList<string> Limits = ["marks", "language"];

    public static readonly IReadOnlyList<string> Untested = ["assistive", "browsers", "files"];

    public IActionResult OnGet()
    {
        Place("accessibility", T["accessibility.title"]);
        return Page();
    }
}
