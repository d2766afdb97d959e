using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Sessions;

/// <summary>An act of the Board as it is written.</summary>
[ReadOnlyMembers("id", "session")]
public sealed class ActDraft
{
    public ActKind? Kind { get; set; }

    /// <summary>The agenda item, <c>4</c>; null where it was taken under none.</summary>
    [Refers("agendaItem")]
    public string? Item { get; set; }

    /// <summary>The paragraph of the session's report that records it.</summary>
    [Refers("paragraph")]
    public int? ReportParagraph { get; set; }

    /// <summary>The place among the acts of its paragraph, from 1; last when left out.</summary>
    public int? Order { get; set; }

    /// <summary>What was adopted, noted, agreed or decided.</summary>
    public IReadOnlyDictionary<string, string>? Subject { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? SubjectStatus { get; set; }

    /// <summary>The document it is about, by slug or symbol.</summary>
    [Refers("document")]
    public string? Document { get; set; }

    /// <summary>The session it is about, where that is another than this.</summary>
    [Refers("session")]
    public string? SubjectSession { get; set; }

    /// <summary>What a report composes the subject from.</summary>
    public ActSubject SubjectKind { get; set; }

    /// <summary>The adoption by which it was done, where a decision does it.</summary>
    [Refers("adoption")]
    public Guid? Adoption { get; set; }

    /// <summary>The variants of the standard phrases with which it is printed.</summary>
    public string? Variant { get; set; }

    public sealed class Validator : AbstractValidator<ActDraft>
    {
        public Validator()
        {
            RuleFor(a => a.Kind).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(a => a.ReportParagraph).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(a => a.Order).Order();
            RuleFor(a => a.Subject).Text(required: true);
            RuleFor(a => a.Variant).Variant();
        }
    }
}

/// <summary>The acts of the Board at a session.</summary>
public sealed class ActEditor : Editor<Act, ActDraft>
{
    public override string Name => "act";

    public override string Collection => "acts";

    protected override IValidator<ActDraft> Rules => field ??= new ActDraft.Validator();

    protected override IQueryable<Act> All(BoardDbContext db, string unit) =>
        db.Acts.Where(a => a.SessionId == unit).OrderBy(a => a.Paragraph.Number).ThenBy(a => a.Order).ThenBy(a => a.Id);

    protected override IQueryable<Act>? One(BoardDbContext db, string unit, string key) =>
        Guid.TryParse(key, out var id) ? db.Acts.Where(a => a.SessionId == unit && a.Id == id) : null;

    protected override IQueryable<Act> Like(BoardDbContext db, Act root) =>
        db.Acts.Where(a => a.ParagraphId == root.ParagraphId).OrderBy(a => a.Order).ThenBy(a => a.Id);

    protected override string KeyOf(Act root) => root.Id.ToString();

    protected override async Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Act> roots, CancellationToken cancellationToken)
    {
        var lines = new List<Listed>(roots.Count);
        foreach (var act in roots)
        {
            lines.Add(new Listed(KeyOf(act), $"{await scope.NumberOfAsync(act.ParagraphId, cancellationToken)}.{act.Order}", act.Subject));
        }
        return lines;
    }

    protected override async Task<ActDraft> DraftOfAsync(EditScope scope, Act root, CancellationToken cancellationToken) => new()
    {
        Kind = root.Kind,
        Item = await scope.LabelOfAsync(root.AgendaItemId, cancellationToken),
        ReportParagraph = await scope.NumberOfAsync(root.ParagraphId, cancellationToken),
        Order = root.Order,
        Subject = root.Subject.Map(),
        SubjectStatus = root.Subject.StatusMap(),
        Document = root.DocumentSlug,
        SubjectSession = root.SubjectSessionId,
        SubjectKind = root.SubjectKind,
        Adoption = root.AdoptionId,
        Variant = root.Variant,
    };

    protected override async Task<Act?> BuildAsync(EditScope scope, ActDraft draft, Act? replaced, CancellationToken cancellationToken)
    {
        var db = scope.Db;
        var item = await scope.ItemAsync(draft.Item, "item", cancellationToken);
        var document = await scope.DocumentAsync(draft.Document, "document", cancellationToken);
        var session = await scope.KnownAsync(db.Sessions, s => s.Id, draft.SubjectSession, "subjectSession", cancellationToken);
        if (draft.Adoption is { } adoption && !await db.Adoptions.AnyAsync(a => a.SessionId == scope.Unit && a.Id == adoption, cancellationToken))
        {
            scope.Fail("adoption", ErrorCode.ReferenceToNothing, "adoption", adoption);
        }
        if (await scope.ParagraphAsync(draft.ReportParagraph, "reportParagraph", cancellationToken) is not { } paragraph)
        {
            return null;
        }
        var order = draft.Order ?? 1 + (await db.Acts.Where(a => a.ParagraphId == paragraph).MaxAsync(a => (int?)a.Order, cancellationToken) ?? 0);
        var act = new Act(
            replaced?.Id ?? Guid.CreateVersion7(), scope.Unit, paragraph, order, draft.Kind!.Value, item, scope.Text(draft.Subject, draft.SubjectStatus, "subject", replaced?.Subject));
        act.Concern(document, session);
        act.Phrase(draft.SubjectKind, draft.Adoption, draft.Variant);
        return act;
    }
}
