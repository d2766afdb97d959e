using System.Text.Json;
using System.Text.Json.Nodes;
using HabitatBoard.Checks;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>
/// The form of one fact, whatever its kind: its fields are those of its draft. A button that rearranges rows posts here too
/// and stores nothing.
/// </summary>
[Accepts("done", "key")]
internal sealed class FormModel(WorkingStore store, RecordEditor record, TimeProvider clock) : EditingPage(store)
{
    /// <summary>What is edited; null for a new one.</summary>
    public string? Key { get; private set; }

    public DraftForm Form { get; private set; } = null!;

    public Names Names { get; private set; } = null!;

    /// <summary>The version that the form was made from, and its draft.</summary>
    public string? Version { get; private set; }

    public string? Base { get; private set; }

    /// <summary>Its primary key, by which the history names it; null where it was not read.</summary>
    public string? Id { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Whether a reason has to be given: what was adopted is not changed in silence.</summary>
    public bool NeedsReason { get; private set; }

    /// <summary>Somebody else saved first.</summary>
    public Conflict? Conflict { get; private set; }

    /// <summary>What was chosen where both changed a field, by its path.</summary>
    public IReadOnlyDictionary<string, string> Chosen { get; private set; } = new Dictionary<string, string>();

    /// <summary>Somebody else removed it.</summary>
    public bool IsGone { get; private set; }

    /// <summary>The control to begin with.</summary>
    public string? Focus { get; private set; }

    /// <summary>The report paragraphs that state or mention it, with their text.</summary>
    public IReadOnlyList<Stated> Sources { get; private set; } = [];

    /// <summary>The session whose findings can concern it; null for the registers, which all sessions share.</summary>
    public string? FindingsOf => Unit != Units.Registers ? Unit : Editor.Name == "session" ? Key : null;

    /// <summary>What the checks find of it.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What was wrong, by control; errors of the whole have none.</summary>
    public ILookup<string, string> Wrong { get; private set; } = Array.Empty<string>().ToLookup(s => s);

    /// <summary>The key of the fact that was just saved, for the message; and of the one after this in the list.</summary>
    public (string Key, string Name)? Saved { get; private set; }

    public string? Next { get; private set; }

    /// <summary>The language in which the session's report was written.</summary>
    public Language? Original { get; private set; }

    public string NameInList { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromRoute] string? session, [FromRoute] string? collection, [FromRoute] string? key, string? done)
    {
        if (await BeginAsync(session, collection, key) is { } nothing)
        {
            return nothing;
        }
        if (Key is null)
        {
            Form = DraftForm.Of(Editor.NewDraft());
        }
        else if (await Editor.FindAsync(Db, Unit, Key, HttpContext.RequestAborted) is { } found)
        {
            Begin(found);
        }
        else
        {
            return Fail(ErrorCode.RecordNotFound, T[$"noun.{Editor.Name}"], Problems.Shorten(Key));
        }
        if (done is "saved" && Request.Query["key"].ToString() is { Length: > 0 } saved && (await Editor.ListAsync(Db, Unit, HttpContext.RequestAborted)).FirstOrDefault(l => l.Key == saved) is { } line)
        {
            Saved = (saved, NameOf(line));
        }
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? session, [FromRoute] string? collection, [FromRoute] string? key)
    {
        if (await BeginAsync(session, collection, key) is { } nothing)
        {
            return nothing;
        }
        // What the form says of itself begins with "_", which no field does.
        var posted = Request.Form;
        (Version, Base, Reason) = (Given(posted["_version"]), Given(posted["_base"]), Given(posted["_reason"]));
        var what = posted["_do"].ToString();
        if (what == "resolve")
        {
            return await ResolveAsync(posted);
        }
        var rearranges = what.Contains(' ', StringComparison.Ordinal);
        Form = DraftForm.Read(DraftShape.Of(Editor.DraftType), posted, Names, keepBlankRows: rearranges);
        if (rearranges)
        {
            Focus = Form.Rearrange(what);
            return await ShowAsync();
        }
        return await SaveAsync(what);
    }

    private async Task<IActionResult> SaveAsync(string what)
    {
        CheckReason();
        if (Form.Draft(Editor.DraftType) is { } draft)
        {
            Form.Fail(Editor.Validate(draft));
            if (Form.Errors.Count == 0)
            {
                return await StoreAsync(draft, what);
            }
        }
        return await WrongAsync();
    }

    private async Task<IActionResult> StoreAsync(object draft, string what)
    {
        // "Next" is the one that came next before this one perhaps moved.
        var next = what == "next" ? await NextAsync() : null;
        try
        {
            var saved = await record.WriteAsync(new EditStep(Editor, Unit, IsGone ? null : Key, draft, Key is null || IsGone ? null : Version ?? ""), new Attribution(HttpContext.Writer, Reason ?? "", clock.GetUtcNow()), HttpContext.RequestAborted);
            var done = new QueryBuilder { { "done", Key is null ? "created" : "saved" }, { "key", saved!.Key } };
            return SeeOther(what switch
            {
                "new" => Address("new") + new QueryBuilder { { "done", "saved" }, { "key", saved.Key } },
                "next" when next is not null => Address(next) + new QueryBuilder { { "done", "saved" }, { "key", saved.Key } },
                _ when Editor.IsSingle || Editor.Collection == "sessions" => Frame.Href(Editor.IsSingle ? $"/manage/sessions/{Unit}" : $"/manage/sessions/{saved.Key}") + done,
                _ => Address() + done,
            });
        }
        catch (StaleException stale)
        {
            return await LoseAsync(draft, stale.Current);
        }
        catch (DraftException e)
        {
            Form.Fail(e.Errors);
        }
        catch (RecordException e)
        {
            Form.Fail([new DraftError("", e.Code, e.About)]);
        }
        return await WrongAsync();
    }

    /// <summary>Shows what each made of it. Nothing of mine is lost: it travels with the page.</summary>
    private async Task<IActionResult> LoseAsync(object draft, Editable? current)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        if (current is null)
        {
            IsGone = true;
            return await ShowAsync();
        }
        var theirs = DraftJson.Write(current.Draft);
        Conflict = new Conflict(Form.Shape, Parse(Base) ?? theirs, theirs, DraftJson.Write(draft));
        (Version, Base) = (current.Version, theirs.ToJsonString(DraftJson.Options));
        if (Conflict.Fields(T).Count == 0)
        {
            // Both made the same of it.
            return SeeOther(Address() + new QueryBuilder { { "done", "saved" }, { "key", current.Key } });
        }
        return await ShowAsync();
    }

    private async Task<IActionResult> ResolveAsync(IFormCollection posted)
    {
        if (Parse(posted["_before"]) is not { } before || Parse(Base) is not { } theirs || Parse(posted["_mine"]) is not { } mine)
        {
            return Fail(ErrorCode.MalformedRequest);
        }
        var conflict = new Conflict(DraftShape.Of(Editor.DraftType), before, theirs, mine);
        Chosen = posted.Where(f => f.Key.StartsWith("_choice.", StringComparison.Ordinal)).ToDictionary(f => f.Key["_choice.".Length..], f => f.Value.ToString());
        string? Choice(Disputed field) => Chosen.GetValueOrDefault(field.Path, field.Proposed ?? "");
        Form = new DraftForm(conflict.Shape, conflict.Resolve(T, Choice));
        var open = conflict.Fields(T).Where(f => Choice(f) is not ("mine" or "theirs")).Select(f => f.Path).ToHashSet();
        CheckReason();
        if (open.Count > 0)
        {
            Conflict = conflict;
            Form.Fail(open.Select(p => new DraftError(p, ErrorCode.FieldMissing, p)));
            return await WrongAsync();
        }
        return await SaveAsync("save");
    }

    private async Task<IActionResult?> BeginAsync(string? session, string? collection, string? key)
    {
        // A session is edited below its own address, which names it.
        var ofSession = collection is null;
        if (await OpenAsync(ofSession ? null : session, collection ?? "sessions") is { } nothing)
        {
            return nothing;
        }
        Key = ofSession ? session : key;
        var shape = DraftShape.Of(Editor.DraftType);
        Names = await Names.ReadAsync(Db, Unit, shape, HttpContext.RequestAborted);
        var report = await Db.Reports.AsNoTracking().Where(r => r.SessionId == Unit).Select(r => new { r.OriginalLanguage, r.Status }).FirstOrDefaultAsync(HttpContext.RequestAborted);
        Original = report?.OriginalLanguage;
        NeedsReason = Key is not null && (Editor.Name == "decision" || (report?.Status == ReportStatus.Adopted && Editor.Name is "report" or "section" or "paragraph" or "passage"));
        return null;
    }

    private void Begin(Editable found)
    {
        Form = DraftForm.Of(found.Draft);
        (Id, Version, Base) = (found.Id, found.Version, Form.Typed.ToJsonString(DraftJson.Options));
    }

    private void CheckReason()
    {
        if (NeedsReason && Reason is null)
        {
            Form.Fail([new DraftError("reason", ErrorCode.FieldMissing, "reason")]);
        }
        else if (Attribution.WrongWith(Reason ?? "", "reason") is { } wrong)
        {
            Form.Fail([wrong]);
        }
    }

    private async Task<IActionResult> WrongAsync()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        Wrong = Form.Errors.Select(e =>
        {
            var (control, label) = e.Field == "reason" ? ("reason", T["manage.reason"]) : Form.Shape.Locate(T, e.Field);
            // Sentences name the field by its path; people know it by what stands before it.
            var about = e.About.Select(a => a is string s && s.Equals(e.Field, StringComparison.OrdinalIgnoreCase) ? label : a);
            return (control, Sentence: Problems.Detail(e.Code, Language, [.. about]));
        }).Distinct().ToLookup(e => e.control, e => e.Sentence);
        var listed = Key is null ? null : (await Editor.ListAsync(Db, Unit, HttpContext.RequestAborted)).FirstOrDefault(l => l.Key == Key);
        NameInList = listed is null ? "" : NameOf(listed);
        Next = await NextAsync();
        Sources = await Stated.ReadAsync(Db, Editor.Name, Editor.Name == "session" ? Key ?? "" : Unit, Key, Form, HttpContext.RequestAborted);
        if (Key is not null && FindingsOf is { } session)
        {
            Findings = await Concerned.WithAsync(Db, session, Editor, Key, Form.Typed, [.. Sources.Where(s => s.Session == session).Select(s => s.Number)], HttpContext.RequestAborted);
        }
        PlaceBelow(Key is null ? T.Format("manage.new", T[$"noun.{Editor.Name}"]) : $"{T[$"noun.{Editor.Name}"]} {NameInList}".Trim(), list: !Editor.IsSingle);
        return Page();
    }

    private async Task<string?> NextAsync()
    {
        if (Key is null || Editor.Collection == "sessions")
        {
            return null;
        }
        var keys = (await Editor.ListAsync(Db, Unit, HttpContext.RequestAborted)).Select(l => l.Key).ToList();
        return keys.IndexOf(Key) is >= 0 and var at && at + 1 < keys.Count ? keys[at + 1] : null;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static JsonObject? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = DraftJson.Options.MaxDepth }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
