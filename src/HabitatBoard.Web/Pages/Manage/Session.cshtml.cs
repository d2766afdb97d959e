using HabitatBoard.Agenda;
using HabitatBoard.Checks;
using HabitatBoard.Editing;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>The desk of a session: all that is kept of it, and what the checks find.</summary>
[Accepts("done", "key")]
internal sealed class SessionModel(WorkingStore store) : EditingPage(store)
{
    /// <summary>Each kind of fact with how many there are.</summary>
    public IReadOnlyList<(Editor Editor, int Count)> Kinds { get; private set; } = [];

    /// <summary>Whether there is a report, whose text can be edited.</summary>
    public bool HasReport { get; private set; }

    /// <summary>Whether an agenda was adopted.</summary>
    public bool HasAgenda { get; private set; }

    /// <summary>How many findings of each severity nobody has accepted.</summary>
    public IReadOnlyDictionary<Severity, int> Findings { get; private set; } = new Dictionary<Severity, int>();

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string session, string? done)
    {
        if (await OpenAsync(session, null) is { } nothing)
        {
            return nothing;
        }
        var kinds = new List<(Editor, int)>();
        foreach (var editor in Editors.All.Where(ManagePaths.IsBelowSession))
        {
            kinds.Add((editor, await editor.CountAsync(Db, session, HttpContext.RequestAborted)));
        }
        Kinds = kinds;
        HasReport = await Db.Reports.AnyAsync(r => r.SessionId == session, HttpContext.RequestAborted);
        HasAgenda = await Db.AgendaItems.AnyAsync(i => i.SessionId == session && i.Version == AgendaVersion.Adopted, HttpContext.RequestAborted);
        Findings = (await StandingFindings.ReadAsync(Db, session, HttpContext.RequestAborted)).CountBy(f => f.Severity).ToDictionary();
        Done = done is "saved" or "created" ? done : null;
        Place("sessions", TextOf(SessionTitle), Crumb("/manage/sessions", T["manage.sessions"]));
        return Page();
    }
}
