using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Decisions;

/// <summary>The adoption of a decision, a part of one, or paragraphs of it, as it is written.</summary>
[ReadOnlyMembers("id", "session")]
public sealed class AdoptionDraft
{
    /// <summary>The agenda item under which it was adopted, <c>2(b)</c>; null between sessions.</summary>
    [Refers("agendaItem")]
    public string? Item { get; set; }

    /// <summary>The decision's number, <c>2024/1</c>.</summary>
    [Refers("decision")]
    public string? Decision { get; set; }

    /// <summary>The part's letter; null where the whole decision was adopted.</summary>
    public string? Part { get; set; }

    /// <summary>The numbers of the paragraphs adopted; null for a whole part or decision.</summary>
    public IReadOnlyList<int>? Paragraphs { get; set; }

    public AdoptionManner Manner { get; set; }

    public bool OrallyAmended { get; set; }

    /// <summary>The paragraph of the session's report that records it.</summary>
    [Refers("paragraph")]
    public int? ReportParagraph { get; set; }

    /// <summary>The place among the adoptions of its paragraph, from 1; last when left out.</summary>
    public int? Order { get; set; }

    /// <summary>The variants of the standard phrases with which it is printed.</summary>
    public string? Variant { get; set; }

    public sealed class Validator : AbstractValidator<AdoptionDraft>
    {
        public Validator()
        {
            RuleFor(a => a.Decision).Given();
            RuleFor(a => a.Decision).Form(n => DecisionDraft.Parse(n) is not null);
            RuleFor(a => a.Part).Form(l => l.Length == 1 && char.IsAsciiLetterLower(l[0]));
            RuleFor(a => a.Order).Order();
            RuleFor(a => a.Variant).Variant();
        }
    }
}

/// <summary>The adoptions of a session.</summary>
public sealed class AdoptionEditor : Editor<Adoption, AdoptionDraft>
{
    public override string Name => "adoption";

    public override string Collection => "adoptions";

    protected override IValidator<AdoptionDraft> Rules => field ??= new AdoptionDraft.Validator();

    protected override IQueryable<Adoption> All(BoardDbContext db, string unit) =>
        db.Adoptions.Where(a => a.SessionId == unit).OrderBy(a => a.Paragraph == null ? 0 : a.Paragraph.Number).ThenBy(a => a.Order).ThenBy(a => a.Id);

    protected override IQueryable<Adoption>? One(BoardDbContext db, string unit, string key) =>
        Guid.TryParse(key, out var id) ? db.Adoptions.Where(a => a.SessionId == unit && a.Id == id) : null;

    protected override IQueryable<Adoption> Like(BoardDbContext db, Adoption root) =>
        db.Adoptions.Where(a => a.SessionId == root.SessionId && a.ParagraphId == root.ParagraphId).OrderBy(a => a.Order).ThenBy(a => a.Id);

    protected override string KeyOf(Adoption root) => root.Id.ToString();

    protected override async Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Adoption> roots, CancellationToken cancellationToken)
    {
        var decisions = await scope.Db.Decisions.AsNoTracking().Where(d => d.SessionId == scope.Unit).Include(d => d.Parts).ToDictionaryAsync(d => d.Id, cancellationToken);
        return
        [
            .. roots.Select(a =>
            {
                var decision = decisions[a.DecisionId];
                var part = decision.Parts.FirstOrDefault(p => p.Id == a.PartId);
                return new Listed(KeyOf(a), part is null ? decision.Label : $"{decision.Label}({part.Letter})", part?.Title ?? decision.Title);
            }),
        ];
    }

    protected override async Task<AdoptionDraft> DraftOfAsync(EditScope scope, Adoption root, CancellationToken cancellationToken)
    {
        var decision = await Whole(scope.Db).FirstAsync(d => d.Id == root.DecisionId, cancellationToken);
        var covered = root.Paragraphs.Select(p => p.DecisionParagraphId).ToHashSet();
        return new AdoptionDraft
        {
            Item = await scope.LabelOfAsync(root.AgendaItemId, cancellationToken),
            Decision = decision.Label,
            Part = decision.Parts.FirstOrDefault(p => p.Id == root.PartId)?.Letter,
            Paragraphs = covered.Count == 0 ? null : [.. decision.Paragraphs.Where(p => covered.Contains(p.Id)).Select(p => p.Number).OfType<int>().Order()],
            Manner = root.Manner,
            OrallyAmended = root.OrallyAmended,
            ReportParagraph = await scope.NumberOfAsync(root.ParagraphId, cancellationToken),
            Order = root.Order,
            Variant = root.Variant,
        };
    }

    protected override async Task<Adoption?> BuildAsync(EditScope scope, AdoptionDraft draft, Adoption? replaced, CancellationToken cancellationToken)
    {
        var db = scope.Db;
        var item = await scope.ItemAsync(draft.Item, "item", cancellationToken);
        var paragraph = await scope.ParagraphAsync(draft.ReportParagraph, "reportParagraph", cancellationToken);
        var (year, number) = DecisionDraft.Parse(draft.Decision)!.Value;
        // A decision is published with its session, and so are its adoptions.
        if (await Whole(db).FirstOrDefaultAsync(d => d.SessionId == scope.Unit && d.Year == year && d.Number == number, cancellationToken) is not { } decision)
        {
            scope.Fail("decision", ErrorCode.ReferenceToNothing, "decision", draft.Decision!);
            return null;
        }
        var letter = string.IsNullOrWhiteSpace(draft.Part) ? null : draft.Part;
        var part = decision.Parts.FirstOrDefault(p => p.Letter == letter);
        if (letter is not null && part is null)
        {
            scope.Fail("part", ErrorCode.ReferenceToNothing, "part", letter);
            return null;
        }
        var order = draft.Order ?? 1 + (await db.Adoptions.Where(a => a.SessionId == scope.Unit && a.ParagraphId == paragraph).MaxAsync(a => (int?)a.Order, cancellationToken) ?? 0);
        var adoption = new Adoption(
            replaced?.Id ?? Guid.CreateVersion7(), scope.Unit, decision.Id, part?.Id, item, paragraph, order, draft.Manner, draft.OrallyAmended);
        adoption.Phrase(draft.Variant);
        foreach (var (i, covered) in (draft.Paragraphs ?? []).Index())
        {
            var field = $"paragraphs[{i}]";
            if (decision.Paragraphs.FirstOrDefault(p => p.Number == covered && (part is null || p.PartId == part.Id)) is not { } known)
            {
                scope.Fail(field, ErrorCode.ReferenceToNothing, field, covered);
            }
            else if (adoption.Paragraphs.Any(p => p.DecisionParagraphId == known.Id))
            {
                scope.Fail(field, ErrorCode.NumberUsedTwice, field);
            }
            else
            {
                adoption.Cover(known);
            }
        }
        return adoption;
    }

    private static IQueryable<Decision> Whole(BoardDbContext db) => db.Decisions.AsNoTracking().AsSplitQuery().Include(d => d.Parts).Include(d => d.Paragraphs).OrderBy(d => d.Id);
}
