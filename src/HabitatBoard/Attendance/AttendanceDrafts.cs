using System.Text.Json.Serialization;
using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Attendance;

/// <summary>A delegation's attendance as it is written.</summary>
[ReadOnlyMembers("id", "session", "listName", "heading", "headingStatus")]
public sealed class AttendanceDraft
{
    [Refers("delegation")]
    [JsonConverter(typeof(CodeConverter))]
    public string? Delegation { get; set; }

    public AttendanceClass? Class { get; set; }

    /// <summary>The place within the class, from 1; last when left out.</summary>
    public int? Order { get; set; }

    public Presence Presence { get; set; }

    /// <summary>The paragraph of the session's report that lists it; that of the class's heading when left out.</summary>
    [Refers("paragraph")]
    public int? Paragraph { get; set; }

    public sealed class Validator : AbstractValidator<AttendanceDraft>
    {
        public Validator()
        {
            RuleFor(a => a.Delegation).Given();
            RuleFor(a => a.Class).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(a => a.Order).Order();
        }
    }
}

/// <summary>The attendance of a session.</summary>
public sealed class AttendanceEditor : Editor<AttendanceEntry, AttendanceDraft>
{
    public override string Name => "attendance";

    public override string Collection => "attendance";

    protected override IValidator<AttendanceDraft> Rules => field ??= new AttendanceDraft.Validator();

    /// <summary>Classes are stored by name, which is not their order.</summary>
    protected override IQueryable<AttendanceEntry> All(BoardDbContext db, string unit) =>
        db.Attendance.Where(a => a.SessionId == unit)
            .OrderBy(a => a.Class == AttendanceClass.Member ? 0 : a.Class == AttendanceClass.ObserverState ? 1 : a.Class == AttendanceClass.SpecializedAgency ? 2 : 3)
            .ThenBy(a => a.Order).ThenBy(a => a.Id);

    protected override IQueryable<AttendanceEntry>? One(BoardDbContext db, string unit, string key) =>
        Guid.TryParse(key, out var id) ? db.Attendance.Where(a => a.SessionId == unit && a.Id == id) : null;

    protected override IQueryable<AttendanceEntry> Like(BoardDbContext db, AttendanceEntry root) =>
        db.Attendance.Where(a => a.SessionId == root.SessionId && a.Class == root.Class).OrderBy(a => a.Order).ThenBy(a => a.Id);

    protected override string KeyOf(AttendanceEntry root) => root.Id.ToString();

    protected override async Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<AttendanceEntry> roots, CancellationToken cancellationToken)
    {
        var names = await scope.Db.Delegations.AsNoTracking().ToDictionaryAsync(d => d.Code, d => d.ListName, cancellationToken);
        return [.. roots.Select(a => new Listed(KeyOf(a), a.DelegationCode, names.GetValueOrDefault(a.DelegationCode, LocalizedText.None)))];
    }

    protected override async Task<AttendanceDraft> DraftOfAsync(EditScope scope, AttendanceEntry root, CancellationToken cancellationToken) => new()
    {
        Delegation = root.DelegationCode,
        Class = root.Class,
        Order = root.Order,
        Presence = root.Presence,
        Paragraph = await scope.NumberOfAsync(root.ParagraphId, cancellationToken),
    };

    protected override async Task<AttendanceEntry?> BuildAsync(EditScope scope, AttendanceDraft draft, AttendanceEntry? replaced, CancellationToken cancellationToken)
    {
        var (db, id, attendanceClass) = (scope.Db, replaced?.Id ?? Guid.CreateVersion7(), draft.Class!.Value);
        var delegation = await scope.KnownAsync(db.Delegations, d => d.Code, draft.Delegation, "delegation", cancellationToken);
        var others = db.Attendance.Where(a => a.SessionId == scope.Unit && a.Class == attendanceClass && a.Id != id);
        await scope.RefuseTakenAsync(others.Where(a => a.DelegationCode == delegation), "delegation", cancellationToken);
        var paragraph = draft.Paragraph is not null
            ? await scope.ParagraphAsync(draft.Paragraph, "paragraph", cancellationToken)
            : await db.AttendanceHeadings.Where(h => h.SessionId == scope.Unit && h.Class == attendanceClass).Select(h => (Guid?)h.ParagraphId).FirstOrDefaultAsync(cancellationToken);
        if (paragraph is not { } known)
        {
            if (draft.Paragraph is null)
            {
                scope.Fail("paragraph", ErrorCode.FieldMissing, "paragraph");
            }
            return null;
        }
        var order = draft.Order ?? 1 + (await others.MaxAsync(a => (int?)a.Order, cancellationToken) ?? 0);
        return new AttendanceEntry(id, scope.Unit, attendanceClass, order, delegation!, draft.Presence, known);
    }
}

/// <summary>The words that head a class of attendance, as they are written.</summary>
[ReadOnlyMembers("session")]
public sealed class AttendanceHeadingDraft
{
    public AttendanceClass? Class { get; set; }

    public IReadOnlyDictionary<string, string>? Heading { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? HeadingStatus { get; set; }

    /// <summary>The paragraph of the session's report that lists the class.</summary>
    [Refers("paragraph")]
    public int? Paragraph { get; set; }

    public sealed class Validator : AbstractValidator<AttendanceHeadingDraft>
    {
        public Validator()
        {
            RuleFor(h => h.Class).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(h => h.Heading).Text(required: true);
            RuleFor(h => h.Paragraph).NotNull().Says(ErrorCode.FieldMissing);
        }
    }
}

/// <summary>The headings of the classes of attendance of a session.</summary>
public sealed class AttendanceHeadingEditor : Editor<AttendanceHeading, AttendanceHeadingDraft>
{
    public override string Name => "attendanceHeading";

    public override string Collection => "attendance-headings";

    protected override IValidator<AttendanceHeadingDraft> Rules => field ??= new AttendanceHeadingDraft.Validator();

    protected override IQueryable<AttendanceHeading> All(BoardDbContext db, string unit) =>
        db.AttendanceHeadings.Where(h => h.SessionId == unit).OrderBy(h => h.Paragraph.Number).ThenBy(h => h.Class);

    protected override IQueryable<AttendanceHeading>? One(BoardDbContext db, string unit, string key) =>
        Enum.GetValues<AttendanceClass>().Where(c => Code(c) == key).Select(c => (AttendanceClass?)c).FirstOrDefault() is { } attendanceClass
            ? db.AttendanceHeadings.Where(h => h.SessionId == unit && h.Class == attendanceClass)
            : null;

    protected override string KeyOf(AttendanceHeading root) => Code(root.Class);

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<AttendanceHeading> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(h => new Listed(KeyOf(h), "", h.Heading))]);

    protected override async Task<AttendanceHeadingDraft> DraftOfAsync(EditScope scope, AttendanceHeading root, CancellationToken cancellationToken) => new()
    {
        Class = root.Class,
        Heading = root.Heading.Map(),
        HeadingStatus = root.Heading.StatusMap(),
        Paragraph = await scope.NumberOfAsync(root.ParagraphId, cancellationToken),
    };

    protected override async Task<AttendanceHeading?> BuildAsync(EditScope scope, AttendanceHeadingDraft draft, AttendanceHeading? replaced, CancellationToken cancellationToken)
    {
        var attendanceClass = draft.Class!.Value;
        if (attendanceClass != replaced?.Class)
        {
            await scope.RefuseTakenAsync(scope.Db.AttendanceHeadings.Where(h => h.SessionId == scope.Unit && h.Class == attendanceClass), "class", cancellationToken);
        }
        return await scope.ParagraphAsync(draft.Paragraph, "paragraph", cancellationToken) is { } paragraph
            ? new AttendanceHeading(scope.Unit, attendanceClass, scope.Text(draft.Heading, draft.HeadingStatus, "heading", replaced?.Heading), paragraph)
            : null;
    }

    /// <summary>The class as in JSON, <c>observerState</c>.</summary>
    private static string Code(AttendanceClass attendanceClass) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(attendanceClass.ToString());
}
