using HabitatBoard.Editing;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>The registers, which all sessions share.</summary>
internal sealed class RegistersModel(WorkingStore store) : EditingPage(store)
{
    /// <summary>Each kind of entry with how many there are.</summary>
    public IReadOnlyList<(Editor Editor, int Count)> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await OpenAsync(null, null);
        var kinds = new List<(Editor, int)>();
        foreach (var editor in Editors.All.Where(e => !e.OfSession))
        {
            kinds.Add((editor, await editor.CountAsync(Db, Unit, HttpContext.RequestAborted)));
        }
        Kinds = kinds;
        Place("registers", T["manage.registers"]);
        return Page();
    }
}
