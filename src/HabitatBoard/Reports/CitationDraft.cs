using System.Text.RegularExpressions;
using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Reports;

/// <summary>A mention in a paragraph as it is written.</summary>
[ReadOnlyMembers("id", "session")]
public sealed class CitationDraft
{
    [Refers("paragraph")]
    public int? Paragraph { get; set; }

    /// <summary>The place among the citations of its paragraph, from 1; last when left out.</summary>
    public int? Order { get; set; }

    public CitationKind? Kind { get; set; }

    /// <summary>The key of what is mentioned: slug or symbol, number, code, or session.</summary>
    [Refers("document decision body person delegation session")]
    public string? Target { get; set; }

    /// <summary>The symbol or number as printed; null for things that have neither.</summary>
    public string? Reference { get; set; }

    /// <summary>The title or name as printed; null where only the symbol or number is.</summary>
    public IReadOnlyDictionary<string, string>? Wording { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? WordingStatus { get; set; }

    /// <summary>The variants of the standard phrases with which it is printed.</summary>
    public string? Variant { get; set; }

    public sealed class Validator : AbstractValidator<CitationDraft>
    {
        public Validator()
        {
            RuleFor(c => c.Paragraph).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(c => c.Order).Order();
            RuleFor(c => c.Kind).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(c => c.Target).Given();
            RuleFor(c => c.Target).Line(64);
            RuleFor(c => c.Reference).Line(256);
            RuleFor(c => c.Wording).Text(required: false);
            RuleFor(c => c.Wording).Must((c, wording) => !string.IsNullOrWhiteSpace(c.Reference) || wording?.Any(w => !string.IsNullOrWhiteSpace(w.Value)) == true)
                .Says(ErrorCode.TextInNoLanguage);
            RuleFor(c => c.Variant).Variant();
        }
    }
}

/// <summary>The citations of a session's report.</summary>
public sealed partial class CitationEditor : Editor<Citation, CitationDraft>
{
    public override string Name => "citation";

    public override string Collection => "citations";

    protected override IValidator<CitationDraft> Rules => field ??= new CitationDraft.Validator();

    protected override IQueryable<Citation> All(BoardDbContext db, string unit) =>
        db.Citations.Where(c => c.SessionId == unit).OrderBy(c => c.Paragraph.Number).ThenBy(c => c.Order).ThenBy(c => c.Id);

    protected override IQueryable<Citation>? One(BoardDbContext db, string unit, string key) =>
        Guid.TryParse(key, out var id) ? db.Citations.Where(c => c.SessionId == unit && c.Id == id) : null;

    protected override IQueryable<Citation> Like(BoardDbContext db, Citation root) =>
        db.Citations.Where(c => c.ParagraphId == root.ParagraphId).OrderBy(c => c.Order).ThenBy(c => c.Id);

    protected override string KeyOf(Citation root) => root.Id.ToString();

    protected override async Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Citation> roots, CancellationToken cancellationToken)
    {
        var lines = new List<Listed>(roots.Count);
        foreach (var citation in roots)
        {
            lines.Add(new Listed(KeyOf(citation), $"{await scope.NumberOfAsync(citation.ParagraphId, cancellationToken)}.{citation.Order} · {citation.Reference ?? citation.Target}", citation.Wording));
        }
        return lines;
    }

    protected override async Task<CitationDraft> DraftOfAsync(EditScope scope, Citation root, CancellationToken cancellationToken) => new()
    {
        Paragraph = await scope.NumberOfAsync(root.ParagraphId, cancellationToken),
        Order = root.Order,
        Kind = root.Kind,
        Target = root.Target,
        Reference = root.Reference,
        Wording = root.Wording.Map(),
        WordingStatus = root.Wording.StatusMap(),
        Variant = root.Variant,
    };

    protected override async Task<Citation?> BuildAsync(EditScope scope, CitationDraft draft, Citation? replaced, CancellationToken cancellationToken)
    {
        var db = scope.Db;
        var target = await TargetAsync(scope, draft.Kind!.Value, draft.Target!.Trim(), cancellationToken);
        if (await scope.ParagraphAsync(draft.Paragraph, "paragraph", cancellationToken) is not { } paragraph || target is null)
        {
            return null;
        }
        var order = draft.Order ?? 1 + (await db.Citations.Where(c => c.ParagraphId == paragraph).MaxAsync(c => (int?)c.Order, cancellationToken) ?? 0);
        return new Citation(
            replaced?.Id ?? Guid.CreateVersion7(),
            scope.Unit,
            paragraph,
            order,
            draft.Kind.Value,
            target,
            string.IsNullOrWhiteSpace(draft.Reference) ? null : draft.Reference.Trim(),
            scope.Text(draft.Wording, draft.WordingStatus, "wording", replaced?.Wording),
            draft.Variant);
    }

    /// <summary>The key of what is mentioned, as <see cref="CitationKind"/> has it.</summary>
    private static async Task<string?> TargetAsync(EditScope scope, CitationKind kind, string target, CancellationToken cancellationToken)
    {
        var db = scope.Db;
        switch (kind)
        {
            case CitationKind.Document:
                return await scope.DocumentAsync(target, "target", cancellationToken);
            case CitationKind.Body:
                return await scope.KnownAsync(db.Bodies, b => b.Code, target, "target", cancellationToken);
            case CitationKind.Person:
                return await scope.KnownAsync(db.Persons, p => p.Code, target, "target", cancellationToken);
            case CitationKind.Delegation:
                return await scope.KnownAsync(db.Delegations, d => d.Code, target, "target", cancellationToken);
            case CitationKind.Session:
                return await scope.KnownAsync(db.Sessions, s => s.Id, target, "target", cancellationToken);
            case CitationKind.Resolution:
                // It belongs to another body; the record does not hold it.
                return target;
        }
        var part = kind == CitationKind.DecisionPart ? PartForm().Match(target) : null;
        if (part is { Success: false } || DecisionDraft.Parse(part?.Groups["decision"].Value ?? target) is not var (year, number))
        {
            scope.Fail("target", ErrorCode.MalformedIdentifier, "target", target);
            return null;
        }
        var letter = part?.Groups["letter"].Value;
        var isKnown = letter is null
            ? await db.Decisions.AnyAsync(d => d.Year == year && d.Number == number, cancellationToken)
            : await db.Decisions.Where(d => d.Year == year && d.Number == number).SelectMany(d => d.Parts).AnyAsync(p => p.Letter == letter, cancellationToken);
        if (!isKnown)
        {
            scope.Fail("target", ErrorCode.ReferenceToNothing, "target", target);
            return null;
        }
        return letter is null ? Decision.LabelOf(year, number) : $"{Decision.LabelOf(year, number)}({letter})";
    }

    [GeneratedRegex(@"^(?<decision>[0-9]+/[0-9]+)\((?<letter>[a-z])\)$")]
    private static partial Regex PartForm();
}
