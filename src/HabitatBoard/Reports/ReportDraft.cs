using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Reports;

/// <summary>What the masthead of a report says, as it is written. Sections and paragraphs are written by themselves.</summary>
[ReadOnlyMembers("session", "distribution", "versions", "rapporteur", "corrigenda", "sections", "paragraphs")]
public sealed class ReportDraft
{
    /// <summary>The document that the report is, by symbol or slug; a later session may own it.</summary>
    [Refers("document")]
    public string? Symbol { get; set; }

    public ReportStatus Status { get; set; }

    /// <summary>The number of the decision that adopted it; null while it is a draft.</summary>
    [Refers("decision")]
    public string? AdoptedByDecision { get; set; }

    /// <summary>ISO 639-1 code.</summary>
    public string? OriginalLanguage { get; set; }

    public MastheadDraft Masthead { get; set; } = new();

    public IReadOnlyDictionary<string, string>? Title { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? TitleStatus { get; set; }

    public sealed class Validator : AbstractValidator<ReportDraft>
    {
        public Validator()
        {
            RuleFor(r => r.Symbol).Given();
            RuleFor(r => r.AdoptedByDecision).Form(n => DecisionDraft.Parse(n) is not null);
            RuleFor(r => r.AdoptedByDecision).Must((r, decision) => string.IsNullOrWhiteSpace(decision) || r.Status == ReportStatus.Adopted).Says(ErrorCode.MalformedValue);
            RuleFor(r => r.OriginalLanguage).Given();
            RuleFor(r => r.OriginalLanguage).Form(l => OfficialLanguages.TryParse(l, out _));
            RuleFor(r => r.Title).Text(required: true);
            RuleFor(r => r.Masthead).NotNull().Says(ErrorCode.MalformedValue);
            RuleFor(r => r.Masthead).ChildRules(masthead =>
            {
                masthead.RuleFor(m => m.Organization).Text(required: false);
                masthead.RuleFor(m => m.Programme).Text(required: false);
                masthead.RuleFor(m => m.ProgrammeShortName).Text(required: false);
                masthead.RuleFor(m => m.Organ).Text(required: false);
                masthead.RuleFor(m => m.DatesAndPlace).Text(required: false);
            });
        }
    }
}

/// <summary>The lines of the masthead.</summary>
public sealed class MastheadDraft
{
    public IReadOnlyDictionary<string, string>? Organization { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? OrganizationStatus { get; set; }

    public IReadOnlyDictionary<string, string>? Programme { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? ProgrammeStatus { get; set; }

    public IReadOnlyDictionary<string, string>? ProgrammeShortName { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? ProgrammeShortNameStatus { get; set; }

    public IReadOnlyDictionary<string, string>? Organ { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? OrganStatus { get; set; }

    /// <summary>Dates and place of the session in one line.</summary>
    public IReadOnlyDictionary<string, string>? DatesAndPlace { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? DatesAndPlaceStatus { get; set; }
}

/// <summary>The report of a session; there is at most one, whatever it is called.</summary>
public sealed class ReportEditor : Editor<Report, ReportDraft>
{
    public override string Name => "report";

    public override string Collection => "report";

    public override bool IsSingle => true;

    protected override IValidator<ReportDraft> Rules => field ??= new ReportDraft.Validator();

    protected override IQueryable<Report> All(BoardDbContext db, string unit) => db.Reports.Where(r => r.SessionId == unit);

    protected override IQueryable<Report>? One(BoardDbContext db, string unit, string key) => All(db, unit);

    protected override string KeyOf(Report root) => root.SessionId;

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Report> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(r => new Listed(KeyOf(r), "", r.Title))]);

    protected override async Task<ReportDraft> DraftOfAsync(EditScope scope, Report root, CancellationToken cancellationToken) => new()
    {
        Symbol = await scope.Db.Documents.Where(d => d.Slug == root.DocumentSlug).Select(d => d.Symbol).FirstOrDefaultAsync(cancellationToken) ?? root.DocumentSlug,
        Status = root.Status,
        AdoptedByDecision = root.AdoptedByDecision,
        OriginalLanguage = root.OriginalLanguage.Code,
        Masthead = new MastheadDraft
        {
            Organization = root.Organization.Map(),
            OrganizationStatus = root.Organization.StatusMap(),
            Programme = root.Programme.Map(),
            ProgrammeStatus = root.Programme.StatusMap(),
            ProgrammeShortName = root.ProgrammeShortName.Map(),
            ProgrammeShortNameStatus = root.ProgrammeShortName.StatusMap(),
            Organ = root.Organ.Map(),
            OrganStatus = root.Organ.StatusMap(),
            DatesAndPlace = root.DatesAndPlace.Map(),
            DatesAndPlaceStatus = root.DatesAndPlace.StatusMap(),
        },
        Title = root.Title.Map(),
        TitleStatus = root.Title.StatusMap(),
    };

    protected override async Task<Report?> BuildAsync(EditScope scope, ReportDraft draft, Report? replaced, CancellationToken cancellationToken)
    {
        if (replaced is null)
        {
            await scope.RefuseTakenAsync(All(scope.Db, scope.Unit), "", cancellationToken);
        }
        var document = await scope.DocumentAsync(draft.Symbol, "symbol", cancellationToken);
        var decision = DecisionDraft.Parse(draft.AdoptedByDecision);
        if (decision is var (year, number) && !await scope.Db.Decisions.AnyAsync(d => d.Year == year && d.Number == number, cancellationToken))
        {
            scope.Fail("adoptedByDecision", ErrorCode.ReferenceToNothing, "adoptedByDecision", draft.AdoptedByDecision!);
        }
        if (document is null)
        {
            return null;
        }
        var report = new Report(
            scope.Unit, document, draft.Status, OfficialLanguages.Parse(draft.OriginalLanguage!), scope.Text(draft.Title, draft.TitleStatus, "title", replaced?.Title));
        var m = draft.Masthead;
        report.SetMasthead(
            scope.Text(m.Organization, m.OrganizationStatus, "masthead.organization", replaced?.Organization),
            scope.Text(m.Programme, m.ProgrammeStatus, "masthead.programme", replaced?.Programme),
            scope.Text(m.ProgrammeShortName, m.ProgrammeShortNameStatus, "masthead.programmeShortName", replaced?.ProgrammeShortName),
            scope.Text(m.Organ, m.OrganStatus, "masthead.organ", replaced?.Organ),
            scope.Text(m.DatesAndPlace, m.DatesAndPlaceStatus, "masthead.datesAndPlace", replaced?.DatesAndPlace));
        if (decision is var (y, n))
        {
            report.Adopt(Decision.LabelOf(y, n));
        }
        return report;
    }
}
