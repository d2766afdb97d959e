using HabitatBoard.Checks;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>What the checks find in a session, each to be mended where it stands or accepted with a reason.</summary>
[Accepts("done")]
internal sealed class FindingsModel(WorkingStore store, TimeProvider clock) : EditingPage(store)
{
    public IReadOnlyList<Line> Standing { get; private set; } = [];

    public IReadOnlyList<Line> Accepted { get; private set; } = [];

    public bool Done { get; private set; }

    /// <summary>The finding whose reason was refused, and the reason as typed.</summary>
    public (string Digest, string Reason)? Typed { get; private set; }

    public string Here => Frame.Href($"/manage/sessions/{Unit}/findings");

    public Task<IActionResult> OnGetAsync(string session, string? done)
    {
        Done = done is not null;
        return ShowAsync(session);
    }

    /// <summary>Accepts a finding.</summary>
    /// <param name="digest">As <see cref="Finding.DigestIn"/>.</param>
    public Task<IActionResult> OnPostAsync(string session, string? digest, string? reason)
    {
        Typed = (digest ?? "", reason ?? "");
        return SaveAsync(session, reason, (edit, by) => StandingFindings.AcceptAsync(edit, session, digest ?? "", by, HttpContext.RequestAborted));
    }

    /// <summary>Lets an accepted finding speak again.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(string session, string? digest) =>
        SaveAsync(session, null, (edit, _) => StandingFindings.WithdrawAsync(edit, session, digest ?? "", HttpContext.RequestAborted));

    private async Task<IActionResult> SaveAsync(string session, string? reason, Func<WorkingEdit, Attribution, Task> write)
    {
        try
        {
            var by = new Attribution(HttpContext.Writer, reason?.Trim() ?? "", clock.GetUtcNow());
            await Store.EditAsync(
                async edit =>
                {
                    await write(edit, by);
                    return true;
                },
                by,
                HttpContext.RequestAborted);
            Unit = session;
            return SeeOther($"{Here}?done=saved");
        }
        catch (RecordException e)
        {
            ModelState.AddModelError("reason", Problems.Detail(e.Code, Language, [.. e.About.Select(a => a is "reason" ? T["findings.reason"] : a)]));
            var shown = await ShowAsync(session);
            if (shown is Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
            {
                Response.StatusCode = Problems.StatusOf(e.Code);
            }
            return shown;
        }
    }

    private async Task<IActionResult> ShowAsync(string session)
    {
        if (await OpenAsync(session, null) is { } nothing)
        {
            return nothing;
        }
        var lines = new List<Line>();
        foreach (var (finding, accepted) in (await StandingFindings.AllAsync(Db, session, HttpContext.RequestAborted)).OrderBy(f => f.Finding.Severity))
        {
            // The fact has a form of its own, or the finding is about something that only texts have.
            var fact = await Concerned.FactOfAsync(Db, session, finding.Subject, HttpContext.RequestAborted);
            lines.Add(new Line(finding, accepted, finding.DigestIn(session), fact is var (editor, unit, key) ? (editor.Name, key, Frame.Href(ManagePaths.Of(editor, unit, key))) : null));
        }
        (Standing, Accepted) = ([.. lines.Where(l => l.Accepted is null)], [.. lines.Where(l => l.Accepted is not null)]);
        var (titled, title) = SessionTitle.For(Language)!.Value;
        Place("sessions", T["publish.findings"], Crumb("/manage/sessions", T["manage.sessions"]), new Crumb(Frame.Href($"/manage/sessions/{Unit}"), title.Text, titled == Language ? null : titled));
        return Page();
    }

    /// <summary>A finding where it can be accepted, with the form of its fact where that has one.</summary>
    public sealed record Line(Finding Finding, AcceptedFinding? Accepted, string Digest, (string Noun, string Key, string Href)? Fact);
}
