using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages;

/// <summary>What stands in place of a page that was not read before the line was gone. Browsers keep it (wwwroot/sw.js).</summary>
public sealed class OfflineModel : BoardPage
{
    public IActionResult OnGet()
    {
        Place(section: null, T["offline.title"]);
        return Page();
    }
}
