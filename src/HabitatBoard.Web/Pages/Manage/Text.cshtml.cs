using System.Globalization;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>
/// The text of a report in one language, paragraph by paragraph: beside each its facts and what they compose. What is
/// written here stands until somebody writes again; what the facts say later stands beside it as a proposal.
/// </summary>
[Accepts("text", "only", "done")]
internal sealed class TextModel(WorkingStore store, TimeProvider clock) : EditingPage(store)
{
    public LanguagePhrasing Phrasing { get; private set; } = null!;

    /// <summary>Whether only those are shown whose text and composition differ.</summary>
    public bool OnlyDifferent { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>How many paragraphs there are in each state.</summary>
    public IReadOnlyDictionary<PinState, int> Counts { get; private set; } = new Dictionary<PinState, int>();

    /// <summary>What was typed that could not be saved, by its paragraph.</summary>
    public (int Paragraph, string Text, TextStatus Status, string Reason)? Typed { get; private set; }

    /// <summary>The paragraph that was just saved.</summary>
    public int? Done { get; private set; }

    /// <summary>Whether a reason has to be given: an adopted report is corrected, not edited.</summary>
    public bool NeedsReason { get; private set; }

    /// <summary>The address in a language, with or without what agrees.</summary>
    public string At(Language language, bool only) => $"{Frame.Href($"/manage/sessions/{Unit}/text")}?text={language.Code}{(only ? "&only=different" : "")}";

    public Task<IActionResult> OnGetAsync(string session, string? text, string? only, string? done)
    {
        Done = int.TryParse(done, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return ShowAsync(session, text, only);
    }

    /// <summary>Records another text.</summary>
    /// <param name="composition">The composition in view, as <see cref="ParagraphText.Composition"/>.</param>
    public Task<IActionResult> OnPostAsync(string session, string? text, string? only, int paragraph, string? words, string? status, string? composition, string? version, string? reason)
    {
        if (!Enum.TryParse<TextStatus>(status, ignoreCase: true, out var stands) || !Enum.IsDefined(stands))
        {
            return Task.FromResult(Fail(ErrorCode.InvalidParameter, "status", Problems.Shorten(status), "official, unofficial, composed"));
        }
        Typed = (paragraph, words ?? "", stands, reason ?? "");
        return SaveAsync(session, text, only, paragraph, composition, reason, (edit, language) =>
            ParagraphText.WriteAsync(edit, session, paragraph, language, words, stands, composition!, version ?? "", HttpContext.RequestAborted));
    }

    /// <summary>Makes the composition the text.</summary>
    public Task<IActionResult> OnPostTakeAsync(string session, string? text, string? only, int paragraph, string? composition, string? version, string? reason) =>
        SaveAsync(session, text, only, paragraph, composition, reason, (edit, language) =>
            ParagraphText.TakeAsync(edit, session, paragraph, language, composition!, version ?? "", HttpContext.RequestAborted));

    /// <summary>Lets the text stand against the composition.</summary>
    public Task<IActionResult> OnPostKeepAsync(string session, string? text, string? only, int paragraph, string? composition, string? reason) =>
        SaveAsync(session, text, only, paragraph, composition, reason, (edit, language) =>
            ParagraphText.KeepAsync(edit, session, paragraph, language, composition!, HttpContext.RequestAborted));

    private async Task<IActionResult> SaveAsync(string session, string? text, string? only, int paragraph, string? composition, string? reason, Func<WorkingEdit, Language, Task> write)
    {
        if (!OfficialLanguages.TryParse(text ?? "", out var language) || composition is not { Length: 64 } || !composition.All(char.IsAsciiHexDigitLower))
        {
            return Fail(ErrorCode.MalformedRequest);
        }
        if (reason?.Length > Attribution.ReasonLength)
        {
            return await AgainAsync(session, text, only, paragraph, new RecordException(ErrorCode.TextTooLong, T["manage.reason"], Language.Code, Attribution.ReasonLength));
        }
        try
        {
            await Store.EditAsync(
                async edit =>
                {
                    await write(edit, language);
                    return true;
                },
                new Attribution(HttpContext.Writer, reason?.Trim() ?? "", clock.GetUtcNow()),
                HttpContext.RequestAborted);
            Unit = session;
            return SeeOther($"{At(language, only is not null)}&done={paragraph}#p{paragraph}");
        }
        catch (DraftException e)
        {
            return await AgainAsync(session, text, only, paragraph, new RecordException(e.Errors[0].Code, [.. e.Errors[0].About]));
        }
        catch (RecordException e)
        {
            return await AgainAsync(session, text, only, paragraph, e);
        }
    }

    /// <summary>The page with what is wrong. What was typed stays in its field.</summary>
    private async Task<IActionResult> AgainAsync(string session, string? text, string? only, int paragraph, RecordException error)
    {
        ModelState.AddModelError($"p{paragraph}", Problems.Detail(error.Code, Language, [.. error.About]));
        var shown = await ShowAsync(session, text, only);
        if (shown is Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
        {
            Response.StatusCode = Problems.StatusOf(error.Code);
        }
        return shown;
    }

    private async Task<IActionResult> ShowAsync(string session, string? text, string? only)
    {
        if (await OpenAsync(session, null) is { } nothing)
        {
            return nothing;
        }
        if (await ReportFacts.ReadAsync(Db, session, HttpContext.RequestAborted) is not { Report: { } report } facts)
        {
            return Fail(ErrorCode.ReportNotFound, session);
        }
        var language = string.IsNullOrEmpty(text) ? report.OriginalLanguage : OfficialLanguages.TryParse(text, out var asked) ? asked : (Language?)null;
        if (language is null || LanguagePhrasing.Of(language.Value) is not { } phrasing)
        {
            return Fail(ErrorCode.InvalidParameter, "text", Problems.Shorten(text), string.Join(", ", LanguagePhrasing.All.Select(p => p.Language.Code)));
        }
        if (only is not (null or "different"))
        {
            return Fail(ErrorCode.InvalidParameter, "only", Problems.Shorten(only), "different");
        }
        (Phrasing, OnlyDifferent, NeedsReason) = (phrasing, only is not null, report.Status == ReportStatus.Adopted);
        var texts = await ParagraphText.ReadAsync(Db, facts, phrasing, HttpContext.RequestAborted);
        Counts = texts.CountBy(t => t.State).ToDictionary();
        var versions = (await Editors.Named("paragraph")!.AllAsync(Db, session, HttpContext.RequestAborted)).ToDictionary(p => Guid.Parse(p.Id), p => p.Version);
        var links = await LinksAsync(facts);
        Lines = [.. texts.Where(t => !OnlyDifferent || t.State is PinState.Kept or PinState.Proposed || t.Number == Typed?.Paragraph || t.Number == Done).Select(t => new Line(t, versions[t.Id], [.. links[t.Id]]))];
        var (titled, title) = SessionTitle.For(Language)!.Value;
        Place("sessions", T["text.title"], Crumb("/manage/sessions", T["manage.sessions"]), new Crumb(Frame.Href($"/manage/sessions/{Unit}"), title.Text, titled == Language ? null : titled));
        return Page();
    }

    /// <summary>The facts that each paragraph states, and what it mentions, where they are edited.</summary>
    private async Task<ILookup<Guid, (string Noun, string Name, string Href)>> LinksAsync(ReportFacts facts)
    {
        var stated = facts.Acts.Select(a => ("act", a.ParagraphId, a.Id))
            .Concat(facts.Statements.Select(s => ("statement", s.ParagraphId, s.Id)))
            .Concat(facts.Adoptions.Where(a => a.ParagraphId is not null).Select(a => ("adoption", a.ParagraphId!.Value, a.Id)))
            .Concat(facts.Events.Select(e => ("event", e.ParagraphId, e.Id)))
            .Concat(facts.Officers.Where(o => o.ParagraphId is not null).Select(o => ("officer", o.ParagraphId!.Value, o.Id)))
            .Concat(facts.Attendance.Select(a => ("attendance", a.ParagraphId, a.Id)))
            .Concat(facts.Passages.Select(p => ("passage", p.ParagraphId, p.Id)))
            .Concat(facts.Citations.OrderBy(c => c.Order).Select(c => ("citation", c.ParagraphId, c.Id)))
            .ToList();
        var links = new List<(Guid Paragraph, (string, string, string) Link)>();
        foreach (var kind in stated.GroupBy(s => s.Item1))
        {
            var editor = Editors.Named(kind.Key)!;
            var listed = await editor.ListAsync(Db, Unit, [.. kind.Select(s => s.Item3.ToString())], HttpContext.RequestAborted);
            links.AddRange(kind.Where(s => listed.ContainsKey(s.Item3.ToString())).Select(s =>
            {
                var line = listed[s.Item3.ToString()];
                return (s.Item2, (kind.Key, NameOf(line), Frame.Href(ManagePaths.Of(editor, Unit, line.Key))));
            }));
        }
        return links.ToLookup(l => l.Paragraph, l => l.Link);
    }

    /// <summary>A paragraph as it is edited.</summary>
    /// <param name="Version">Of the paragraph, in all its languages.</param>
    public sealed record Line(ParagraphText Text, string Version, IReadOnlyList<(string Noun, string Name, string Href)> Facts);
}
