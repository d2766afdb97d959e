using HabitatBoard.Attendance;
using HabitatBoard.Delegations;
using HabitatBoard.Delegations.Recognition;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages.Manage.Forms;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>
/// The workbench for attendance: all delegations of a class to tick, shortened as one types; or a list, pasted. Two who
/// tick at once do not undo each other: what is stored is what each changed.
/// </summary>
[Accepts("class", "done", "added", "removed")]
internal sealed class RollModel(WorkingStore store, TimeProvider clock) : EditingPage(store)
{
    /// <summary>A pasted list of a whole class.</summary>
    public const int LongestList = 20_000;

    public AttendanceClass Class { get; private set; }

    /// <summary>How many there are in each class.</summary>
    public IReadOnlyDictionary<AttendanceClass, int> Counts { get; private set; } = new Dictionary<AttendanceClass, int>();

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>The pasted list, where it could not be taken.</summary>
    public string Pasted { get; private set; } = "";

    public string? Wrong { get; private set; }

    /// <summary>How many were added and taken off.</summary>
    public (int Added, int Removed)? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string session, [FromQuery(Name = "class")] string? attendanceClass, string? done, int? added, int? removed)
    {
        if (await BeginAsync(session, attendanceClass) is { } nothing)
        {
            return nothing;
        }
        Done = done is "called" ? (added ?? 0, removed ?? 0) : null;
        await ShowAsync(null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string session)
    {
        var form = Request.Form;
        if (await BeginAsync(session, form["class"]) is { } nothing)
        {
            return nothing;
        }
        var (before, ticked) = (form["before"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries), form["ticked"].OfType<string>().ToList());
        Pasted = form["list"].ToString().Trim();
        var pasted = Pasted.Length > LongestList ? Fail(T.Format("roll.tooLong", Language.Number(LongestList))) : await ReadAsync();
        if (pasted is not null)
        {
            try
            {
                var (added, removed) = await Store.EditAsync(
                    edit => Roll.CallAsync(edit, Unit, Class, [.. ticked.Except(before), .. pasted], [.. before.Except(ticked).Except(pasted)], HttpContext.RequestAborted),
                    new Attribution(HttpContext.Writer, "", clock.GetUtcNow()),
                    HttpContext.RequestAborted);
                return SeeOther(AddressOf(Class) + "&" + new QueryBuilder { { "done", "called" }, { "added", $"{added}" }, { "removed", $"{removed}" } }.ToString()[1..]);
            }
            catch (RecordException e)
            {
                Wrong = Problems.Detail(e.Code, Language, [.. e.About]);
            }
        }
        await ShowAsync(ticked);
        return Invalid();
    }

    /// <summary>The page of a class.</summary>
    public string AddressOf(AttendanceClass attendanceClass) => Frame.Href($"/manage/sessions/{Unit}/roll?class={Choices.CamelCase(attendanceClass.ToString())}");

    private async Task<IActionResult?> BeginAsync(string session, string? attendanceClass)
    {
        if (await OpenAsync(session, null) is { } nothing)
        {
            return nothing;
        }
        if (attendanceClass is not null)
        {
            if (!Choices.TryParse<AttendanceClass>(attendanceClass, out var known))
            {
                return Fail(ErrorCode.InvalidParameter, "class", Problems.Shorten(attendanceClass), Choices.Names<AttendanceClass>());
            }
            Class = known;
        }
        Place("sessions", T["roll.title"], Crumb("/manage/sessions", T["manage.sessions"]), Crumb($"/manage/sessions/{session}", TextOf(SessionTitle)));
        return null;
    }

    /// <summary>The delegations of the pasted list; null where it has something else in it.</summary>
    private async Task<IReadOnlyList<string>?> ReadAsync()
    {
        if (Pasted.Length == 0)
        {
            return [];
        }
        var delegations = await Db.Delegations.AsNoTracking().Include(d => d.Aliases).ToListAsync(HttpContext.RequestAborted);
        // Lists stand one to a line, and a line without a mark at its end would run into the next.
        var text = string.Join("、", Pasted.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var spans = new Recogniser(delegations, []).Read(text).Spans;
        var unknown = spans.Where(s => s.Kind == SpanKind.Unrecognised).Select(s => s.In(text).Trim()).Where(t => t.Length > 0).ToList();
        var codes = spans.Select(s => s.Code).OfType<string>().Distinct().ToList();
        // Codes are not names in a sentence.
        var byCode = unknown.Where(u => delegations.Exists(d => d.Code == u)).ToList();
        if (unknown.Except(byCode).ToList() is { Count: > 0 } strange)
        {
            return Fail(T.Format("speakers.unknown", Language.Join(strange)));
        }
        return [.. codes, .. byCode];
    }

    private IReadOnlyList<string>? Fail(string sentence)
    {
        Wrong = sentence;
        return null;
    }

    private async Task ShowAsync(IReadOnlyCollection<string>? ticked)
    {
        var token = HttpContext.RequestAborted;
        var entries = await Db.Attendance.AsNoTracking().Where(a => a.SessionId == Unit).Select(a => new { a.DelegationCode, a.Class, a.Presence }).ToListAsync(token);
        Counts = entries.CountBy(e => e.Class).ToDictionary();
        var elsewhere = entries.Where(e => e.Class != Class).ToLookup(e => e.DelegationCode, e => e.Class);
        var here = entries.Where(e => e.Class == Class).ToDictionary(e => e.DelegationCode, e => e.Presence);
        var delegations = await Db.Delegations.AsNoTracking().ToListAsync(token);
        Lines =
        [
            .. delegations.Where(d => Suits(d) || here.ContainsKey(d.Code)).OrderBy(d => d.SortKeys[Language], StringComparer.Ordinal).Select(d => new Line(
                d.Code, d.ListName, here.ContainsKey(d.Code), ticked?.Contains(d.Code) ?? here.ContainsKey(d.Code), here.GetValueOrDefault(d.Code) == Presence.Absent, elsewhere[d.Code].Select(c => (AttendanceClass?)c).FirstOrDefault())),
        ];
    }

    /// <summary>States in the classes of States; all that are none, and observer entities, in the others.</summary>
    private bool Suits(Delegation delegation) => Class is AttendanceClass.Member or AttendanceClass.ObserverState
        ? delegation.Kind == DelegationKind.State
        : delegation.Kind != DelegationKind.State || Class == AttendanceClass.SpecializedAgency;

    /// <summary>A delegation to tick.</summary>
    /// <param name="IsRecorded">Whether it is in the class now.</param>
    /// <param name="IsTicked">Whether its box is.</param>
    /// <param name="Elsewhere">The other class in which it attends.</param>
    public sealed record Line(string Code, LocalizedText Name, bool IsRecorded, bool IsTicked, bool IsAbsent, AttendanceClass? Elsewhere);
}
