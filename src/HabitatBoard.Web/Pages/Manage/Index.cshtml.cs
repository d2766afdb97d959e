using HabitatBoard.Editing;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>Where the secretariat starts: the sessions at work, and what they lack.</summary>
internal sealed class IndexModel(WorkingStore store) : EditingPage(store)
{
    // The sessions at hand; the list of sessions has them all.
    private const int Most = 6;

    /// <summary>Kinds of facts that every session comes to have.</summary>
    private static readonly IReadOnlyList<string> Expected = ["agendaItem", "officer", "attendance", "document", "statement", "adoption", "decision", "report"];

    /// <summary>The latest sessions with the kinds of facts of which they have none.</summary>
    public IReadOnlyList<(string Id, LocalizedText Title, IReadOnlyList<Editor> Missing)> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await OpenAsync(null, null);
        var latest = await Db.Sessions.AsNoTracking().OrderByDescending(s => s.Year).ThenByDescending(s => s.Number)
            .Select(s => new { s.Id, s.Title }).Take(Most).ToListAsync(HttpContext.RequestAborted);
        var sessions = new List<(string, LocalizedText, IReadOnlyList<Editor>)>();
        foreach (var session in latest)
        {
            var missing = new List<Editor>();
            foreach (var editor in Expected.Select(Editors.Named).OfType<Editor>())
            {
                if (await editor.CountAsync(Db, session.Id, HttpContext.RequestAborted) == 0)
                {
                    missing.Add(editor);
                }
            }
            sessions.Add((session.Id, session.Title, missing));
        }
        Sessions = sessions;
        Place(null, T["manage.title"]);
        return Page();
    }
}
