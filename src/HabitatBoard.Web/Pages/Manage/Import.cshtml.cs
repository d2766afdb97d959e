using System.Text;
using HabitatBoard.Attendance;
using HabitatBoard.Checks;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Import;
using HabitatBoard.Import.Files;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Hosting;
using HabitatBoard.Web.Pages.Manage.Forms;
using HabitatBoard.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>
/// A report, pasted or uploaded, beside the record of its session: what is added, changed and the same, to be accepted fact
/// by fact or together. What was read of it travels in the form; nothing is stored before it is accepted.
/// </summary>
[Accepts("done")]
[RequestSizeLimit(ReportFile.MaxBytes + (4 * HttpLimits.BodyLength))]
[RequestFormLimits(ValueCountLimit = MostFacts, ValueLengthLimit = ReportFile.MaxBytes)]
internal sealed class ImportModel(WorkingStore store, TimeProvider clock) : EditingPage(store)
{
    /// <summary>The most boxes of a form: some thirty times those of a long session.</summary>
    private const int MostFacts = 20_000;

    /// <summary>As many missing facts are named at a time.</summary>
    private const int MostErrors = 20;

    /// <summary>As many of a kind are shown of what was set right; they are alike.</summary>
    public const int MostMended = 40;

    /// <summary>A group of more lines is folded at first.</summary>
    private const int MostUnfolded = 12;

    /// <summary>More of a title is not shown, in characters: the sentence has it.</summary>
    private const int LongestName = 120;

    /// <summary>What tells facts of one kind from each other, beside what they are called.</summary>
    private static readonly HashSet<string> Telling =
    [
        "agendaItemId", "kind", "capacity", "medium", "groupCode", "office", "bodyCode", "class", "presence", "manner", "orallyAmended", "decisionParagraphId",
        "startsOn", "endsOn", "openedAt", "closedAt", "mode", "distribution", "subjectSessionId", "issuedOn",
    ];

    /// <summary>The text as pasted, where it could not be read.</summary>
    public string Pasted { get; private set; } = "";

    /// <summary>What was read, packed.</summary>
    public string Packed { get; private set; } = "";

    public ImportProposal? Proposal { get; private set; }

    public ImportComparison Comparison { get; private set; } = null!;

    public IReadOnlyList<FactGroup> Groups { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public string Reason { get; private set; } = "";

    /// <summary>Whether a ticked fact refers to one that is not.</summary>
    public bool IsSomethingNeeded { get; private set; }

    /// <summary>How many facts were accepted just now.</summary>
    public int? Done { get; private set; }

    public string Here => Frame.Href($"/manage/sessions/{Unit}/import");

    public async Task<IActionResult> OnGetAsync(string session, int? done)
    {
        Done = done;
        return await BeginAsync(session) ?? Page();
    }

    /// <summary>Reads a report and shows what it says beside what is recorded.</summary>
    public async Task<IActionResult> OnPostAsync(string session, string? text, IFormFile? file)
    {
        if (await BeginAsync(session) is { } nothing)
        {
            return nothing;
        }
        Pasted = text ?? "";
        var field = file is { Length: > 0 } ? "file" : "text";
        if (field == "text" && string.IsNullOrWhiteSpace(text))
        {
            return Invalid("text", "import.nothingToRead");
        }
        try
        {
            await using var content = file is { Length: > 0 } ? file.OpenReadStream() : new MemoryStream(Encoding.UTF8.GetBytes(Pasted));
            var read = ReportFile.Read(content);
            Proposal = await ReportImport.ReadAsync(read, Unit, Db, HttpContext.RequestAborted);
            Packed = read.Pack();
        }
        catch (RecordException e)
        {
            ModelState.AddModelError(field, Problems.Detail(e.Code, Language, [.. e.About]));
            return Invalid();
        }
        var source = Proposal.Record.Documents.FirstOrDefault(d => d.Slug == Proposal.Record.Report?.DocumentSlug)?.Symbol ?? Unit;
        // What is kept holds no marks of direction: whoever shows it sets it apart.
        Reason = string.Concat(T.Format("import.reason", source).Where(c => c is not (>= '\u2066' and <= '\u2069')));
        await CompareAsync(null, "");
        return Page();
    }

    /// <summary>Ticks and unticks, or accepts what is ticked.</summary>
    /// <param name="act"><c>accept</c>, <c>needed</c>, or <c>on</c> and <c>off</c>, alone or with a kind: <c>on statement</c>.</param>
    public async Task<IActionResult> OnPostDecideAsync(string session, string? packed, string? version, string? reason, string? act)
    {
        if (await BeginAsync(session) is { } nothing)
        {
            return nothing;
        }
        try
        {
            Packed = packed ?? "";
            Proposal = await ReportImport.ReadAsync(ReportFile.Unpack(Packed), Unit, Db, HttpContext.RequestAborted);
        }
        catch (RecordException)
        {
            // The form sends what it was given.
            return Fail(ErrorCode.MalformedRequest);
        }
        var ticked = Request.Form["fact"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        Reason = reason?.Trim() ?? "";
        var status = StatusCodes.Status200OK;
        switch (act?.Split(' '))
        {
            case ["accept"]:
                if (await AcceptAsync(ticked, version) is { } accepted)
                {
                    return SeeOther($"{Here}?done={accepted}");
                }
                status = StatusCodes.Status422UnprocessableEntity;
                break;
            case ["needed"]:
                await TickNeededAsync(ticked);
                break;
            case ["on" or "off"] or ["on" or "off", _]:
                break;
            default:
                return Fail(ErrorCode.MalformedRequest);
        }
        await CompareAsync(ticked, act);
        Response.StatusCode = status;
        return Page();
    }

    private async Task<IActionResult?> BeginAsync(string session)
    {
        if (await OpenAsync(session, null) is { } nothing)
        {
            return nothing;
        }
        Place("sessions", T["import.title"], Crumb("/manage/sessions", T["manage.sessions"]), Crumb($"/manage/sessions/{session}", TextOf(SessionTitle)));
        return null;
    }

    /// <summary>How many were accepted; null where something is wrong, which is then said.</summary>
    private async Task<int?> AcceptAsync(HashSet<string> ticked, string? version)
    {
        if (Reason.Length is 0 or > Attribution.ReasonLength)
        {
            ModelState.AddModelError("reason", Reason.Length == 0
                ? Problems.Detail(ErrorCode.FieldMissing, Language, T["manage.reason"])
                : Problems.Detail(ErrorCode.TextTooLong, Language, T["manage.reason"], Language.Code, Attribution.ReasonLength));
            return null;
        }
        if (ticked.Count == 0)
        {
            ModelState.AddModelError("", T["import.nothingTicked"]);
            return null;
        }
        try
        {
            return await ImportAcceptance.AcceptAsync(Store, Proposal!, ticked, version ?? "", new Attribution(HttpContext.Writer, Reason, clock.GetUtcNow()), HttpContext.RequestAborted);
        }
        catch (NeededFactsException e)
        {
            IsSomethingNeeded = true;
            Comparison = await ImportComparison.CompareAsync(Proposal!, Db, HttpContext.RequestAborted);
            var facts = Comparison.Facts.Where(f => f.Fact is not null).ToDictionary(f => f.Fact!.Id);
            foreach (var needed in e.Needed.Take(MostErrors))
            {
                ModelState.AddModelError($"f-{needed.Fact.Id}", T.Format(
                    "import.needed", Called(facts[needed.Fact.Id]), needed.By.Count, Language.Join([.. needed.By.Take(3).Select(f => Called(facts[f.Id]))])));
            }
        }
        catch (StaleException)
        {
            ModelState.AddModelError("", T["import.stale"]);
        }
        catch (RecordException e)
        {
            ModelState.AddModelError("", Problems.Detail(e.Code, Language, [.. e.About]));
        }
        return null;
    }

    /// <summary>Ticks what ticked facts refer to, and what that refers to.</summary>
    private async Task TickNeededAsync(HashSet<string> ticked)
    {
        var comparison = await ImportComparison.CompareAsync(Proposal!, Db, HttpContext.RequestAborted);
        while (ImportAcceptance.Needed(comparison, ticked, Db) is { Count: > 0 } needed)
        {
            ticked.UnionWith(needed.Select(n => n.Fact.Id));
        }
    }

    /// <param name="ticked">Null at first: what is added is ticked, and what would replace something recorded is not.</param>
    private async Task CompareAsync(HashSet<string>? ticked, string? act)
    {
        Comparison = await ImportComparison.CompareAsync(Proposal!, Db, HttpContext.RequestAborted);
        Findings = [.. Proposal!.Check().OrderBy(f => f.Severity)];
        var missing = new Dictionary<string, Listed>();
        foreach (var resource in Comparison.Facts.Where(f => f.State == FactState.Missing).GroupBy(f => f.Resource))
        {
            if (Editors.Named(resource.Key) is { } editor)
            {
                foreach (var (id, listed) in await editor.ListAsync(Db, Unit, [.. resource.Select(f => f.Key)], HttpContext.RequestAborted))
                {
                    missing[id] = listed;
                }
            }
        }
        Groups = [.. Comparison.Facts.GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(Group)];

        FactGroup Group(IGrouping<FactKind, ComparedFact> kind)
        {
            var noun = Choices.CamelCase(kind.Key.ToString());
            var (all, turned) = act?.Split(' ') switch
            {
                ["on" or "off"] => (true, act == "on"),
                ["on" or "off", var only] when only == noun => (true, act.StartsWith("on", StringComparison.Ordinal)),
                _ => (false, false),
            };
            var lines = kind.Select(f => new Line(
                f, Called(f, below: f.Fact is not null), Said(f), all ? turned : ticked?.Contains(f.Fact?.Id ?? "") ?? f.State == FactState.Added,
                f.State == FactState.Missing && missing.TryGetValue(f.Key, out var listed) ? Frame.Href(ManagePaths.Of(Editors.Named(f.Resource)!, Unit, listed.Key)) : null)).ToList();
            var open = lines.Where(l => l.Fact.State is FactState.Added or FactState.Changed).ToList();
            return new FactGroup(
                noun, open, [.. lines.Where(l => l.Fact.State == FactState.Same)], [.. lines.Where(l => l.Fact.State == FactState.Missing)],
                open.Count is > 0 and <= MostUnfolded || act?.EndsWith($" {noun}", StringComparison.Ordinal) == true || open.Exists(l => ModelState.ContainsKey($"f-{l.Fact.Fact!.Id}")));
        }
    }

    /// <summary>What a fact is called, in one line.</summary>
    /// <param name="below">Whether it stands below its sentence, which says the paragraph.</param>
    private string Called(ComparedFact fact, bool below = false)
    {
        var record = Proposal!.Record;
        var name = fact.Fact?.Row switch
        {
            Statement { DelegationCode: { } code } => record.Delegations[code].RunningName,
            Statement { PersonCode: { } code } => record.Persons[code].Name,
            Statement statement => statement.Office,
            AttendanceEntry entry => record.Delegations[entry.DelegationCode].ListName,
            Officer officer => record.Persons[officer.PersonCode].Name,
            _ => LocalizedText.None,
        };
        var sign = Comparison.Names.Sign(fact.Resource, fact.Key);
        var paragraph = sign.StartsWith('¶') ? sign.Split(' ')[0] : "";
        var text = name.For(Language)?.Text.Text ?? Comparison.Names.Title(fact.Resource, fact.Key, Language)?.Text ?? "";
        // A name says more than a code.
        sign = fact.Resource is "officer" or "attendanceHeading" or "person" or "body" or "group" ? "" : !name.IsNone || (text.Length > 0 && fact.Resource is "act" or "citation") ? paragraph : sign;
        if (below && paragraph == $"¶{fact.Fact?.Source?.Paragraph}" && fact.Resource != "paragraph")
        {
            sign = sign[paragraph.Length..].TrimStart();
        }
        text = text.Length > LongestName ? text[..LongestName] + "…" : text;
        return string.Join(' ', new[] { sign, text }.Where(t => t.Length > 0)) is { Length: > 0 } called ? called : T[$"noun.{fact.Resource}"];
    }

    /// <summary>What tells a fact from others of its kind, in one line.</summary>
    private string Said(ComparedFact fact) => fact.State != FactState.Added ? "" : string.Join(" · ", fact.Differences
        .Select(d => (Field: d.Path.Split('/')[^1], Raw: d.After!.ToString(), d.After))
        .Where(d => Telling.Contains(d.Field.Split('.')[^1]) && d.Raw != "false")
        .Select(d =>
        {
            if (d.Field == "groupCode")
            {
                return $"{T["field.onBehalfOf"]}{T["colon"]} {Proposal!.Record.Groups[d.Raw].Name.For(Language)?.Text.Text}";
            }
            var (name, value) = (FieldWords.Name(T, fact.Resource, d.Field), FieldWords.Value(T, fact.Resource, d.Field, Comparison.Names, d.After));
            // What is chosen from a list says itself what it is.
            return d.Raw == "true" ? name : d.Raw != value && !Guid.TryParse(d.Raw, out _) ? value : $"{name} {value}";
        })
        .Distinct());

    /// <summary>The facts of one kind.</summary>
    /// <param name="Noun">The kind as in the resources, <c>statement</c>.</param>
    /// <param name="Open">What is added or changed: what there is to decide.</param>
    /// <param name="IsUnfolded">Whether it stands open.</param>
    public sealed record FactGroup(string Noun, IReadOnlyList<Line> Open, IReadOnlyList<Line> Same, IReadOnlyList<Line> Missing, bool IsUnfolded)
    {
        /// <summary>The lines with the sentence from which those that follow each other came.</summary>
        public static IEnumerable<(ImportSource? Source, IReadOnlyList<Line> Lines)> BySource(IReadOnlyList<Line> lines)
        {
            for (var i = 0; i < lines.Count;)
            {
                var source = lines[i].Fact.Fact!.Source;
                var among = lines.Skip(i).TakeWhile(l => l.Fact.Fact!.Source == source).ToList();
                yield return (source, among);
                i += among.Count;
            }
        }
    }

    /// <summary>A fact as it is decided on.</summary>
    /// <param name="Said">What tells it from others of its kind.</param>
    /// <param name="Href">Where it is edited, if the report does not state it.</param>
    public sealed record Line(ComparedFact Fact, string Called, string Said, bool IsTicked, string? Href);
}
