using System.Globalization;
using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Decisions;

/// <summary>A decision as it is written, with its parts and paragraphs.</summary>
[ReadOnlyMembers("session", "adoptions")]
public sealed class DecisionDraft
{
    /// <summary>As written, <c>2024/1</c>.</summary>
    public string? Number { get; set; }

    public IReadOnlyDictionary<string, string>? Title { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? TitleStatus { get; set; }

    /// <summary>Null where the record does not say.</summary>
    public DateOnly? AdoptedOn { get; set; }

    /// <summary>The slug of the document in which the text stands.</summary>
    [Refers("document")]
    public string? Document { get; set; }

    /// <summary>The report paragraph that lists it among the decisions of its session.</summary>
    [Refers("paragraph")]
    public int? ReportParagraph { get; set; }

    public IReadOnlyList<DecisionPartDraft> Parts { get; set; } = [];

    /// <summary>The paragraphs outside any part.</summary>
    public IReadOnlyList<DecisionParagraphDraft> Paragraphs { get; set; } = [];

    /// <summary>Reads <c>2024/1</c>.</summary>
    internal static (int Year, int Number)? Parse(string? label) =>
        label?.Trim().Split('/', '-') is [var year, var number]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= 1946 and <= 9999
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 999
            ? (y, n) : null;

    public sealed class Validator : AbstractValidator<DecisionDraft>
    {
        public Validator()
        {
            RuleFor(d => d.Number).Given();
            RuleFor(d => d.Number).Form(n => Parse(n) is not null);
            RuleFor(d => d.Title).Text(required: true);
            RuleFor(d => d.AdoptedOn).Day();
            RuleFor(d => d.Parts).Listed();
            RuleFor(d => d.Paragraphs).Listed();
            RuleForEach(d => d.Parts).ChildRules(part =>
            {
                part.RuleFor(p => p.Letter).Given();
                part.RuleFor(p => p.Letter).Form(l => l.Length == 1 && char.IsAsciiLetterLower(l[0]));
                part.RuleFor(p => p.Paragraphs).Listed();
                part.RuleFor(p => p.Title).Text(required: true);
                part.RuleForEach(p => p.Paragraphs).ChildRules(Paragraph);
            });
            RuleForEach(d => d.Paragraphs).ChildRules(Paragraph);
        }

        private static void Paragraph(InlineValidator<DecisionParagraphDraft> paragraph)
        {
            paragraph.RuleFor(p => p.Number).Within(1, 9_999);
            paragraph.RuleFor(p => p.Text).Text(required: false, Guard.TextLength);
        }
    }
}

/// <summary>A lettered part.</summary>
[ReadOnlyMembers("adoptions")]
public sealed class DecisionPartDraft
{
    /// <summary>A letter, <c>b</c>.</summary>
    public string? Letter { get; set; }

    public IReadOnlyDictionary<string, string>? Title { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? TitleStatus { get; set; }

    public IReadOnlyList<DecisionParagraphDraft> Paragraphs { get; set; } = [];
}

/// <summary>A paragraph of a decision.</summary>
[ReadOnlyMembers("kind", "adoptions")]
public sealed class DecisionParagraphDraft
{
    /// <summary>Runs through the decision; null for a preambular paragraph.</summary>
    public int? Number { get; set; }

    /// <summary>Null where the document that holds it is not held.</summary>
    [Long]
    public IReadOnlyDictionary<string, string>? Text { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? TextStatus { get; set; }
}

/// <summary>The decisions of a session.</summary>
public sealed class DecisionEditor : Editor<Decision, DecisionDraft>
{
    public override string Name => "decision";

    public override string Collection => "decisions";

    protected override IValidator<DecisionDraft> Rules => field ??= new DecisionDraft.Validator();

    protected override IQueryable<Decision> All(BoardDbContext db, string unit) =>
        db.Decisions.Where(d => d.SessionId == unit).OrderBy(d => d.Year).ThenBy(d => d.Number);

    protected override IQueryable<Decision>? One(BoardDbContext db, string unit, string key) =>
        DecisionDraft.Parse(key) is var (year, number) ? db.Decisions.Where(d => d.SessionId == unit && d.Year == year && d.Number == number) : null;

    /// <summary><c>2024-1</c>: with <c>/</c> it would be two segments of an address.</summary>
    protected override string KeyOf(Decision root) => root.Label.Replace('/', '-');

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Decision> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(d => new Listed(KeyOf(d), d.Label, d.Title))]);

    protected override async Task<DecisionDraft> DraftOfAsync(EditScope scope, Decision root, CancellationToken cancellationToken) => new()
    {
        Number = root.Label,
        Title = root.Title.Map(),
        TitleStatus = root.Title.StatusMap(),
        AdoptedOn = root.AdoptedOn,
        Document = root.DocumentSlug,
        ReportParagraph = await scope.NumberOfAsync(root.ParagraphId, cancellationToken),
        Parts =
        [
            .. root.Parts.OrderBy(p => p.Letter, StringComparer.Ordinal).Select(p => new DecisionPartDraft
            {
                Letter = p.Letter,
                Title = p.Title.Map(),
                TitleStatus = p.Title.StatusMap(),
                Paragraphs = ParagraphsOf(root, p.Id),
            }),
        ],
        Paragraphs = ParagraphsOf(root, null),
    };

    protected override async Task<Decision?> BuildAsync(EditScope scope, DecisionDraft draft, Decision? replaced, CancellationToken cancellationToken)
    {
        var (year, number) = DecisionDraft.Parse(draft.Number)!.Value;
        var document = await scope.DocumentAsync(draft.Document, "document", cancellationToken);
        var paragraph = await scope.ParagraphAsync(draft.ReportParagraph, "reportParagraph", cancellationToken);
        var id = replaced?.Id ?? Guid.CreateVersion7();
        await scope.RefuseTakenAsync(scope.Db.Decisions.Where(d => d.Year == year && d.Number == number && d.Id != id), "number", cancellationToken);
        var decision = new Decision(id, scope.Unit, year, number, scope.Text(draft.Title, draft.TitleStatus, "title", replaced?.Title), draft.AdoptedOn, document, paragraph);
        foreach (var (i, partDraft) in draft.Parts.Index())
        {
            if (decision.Parts.Any(p => p.Letter == partDraft.Letter))
            {
                scope.Fail($"parts[{i}].letter", ErrorCode.NumberUsedTwice, $"parts[{i}].letter");
                continue;
            }
            // Adoptions refer to parts and paragraphs: those that stay keep their ids.
            var was = replaced?.Parts.FirstOrDefault(p => p.Letter == partDraft.Letter);
            var part = decision.AddPart(
                was?.Id ?? Guid.CreateVersion7(), partDraft.Letter!, scope.Text(partDraft.Title, partDraft.TitleStatus, $"parts[{i}].title", was?.Title));
            AddParagraphs(scope, decision, replaced, part, partDraft.Paragraphs, $"parts[{i}].paragraphs");
        }
        AddParagraphs(scope, decision, replaced, null, draft.Paragraphs, "paragraphs");
        return decision;
    }

    private static void AddParagraphs(EditScope scope, Decision decision, Decision? replaced, DecisionPart? part, IReadOnlyList<DecisionParagraphDraft> drafts, string field)
    {
        var preambular = replaced?.Paragraphs.Where(p => p.Number is null && p.PartId == part?.Id).OrderBy(p => p.Order).ToList() ?? [];
        var unnumbered = 0;
        foreach (var (i, draft) in drafts.Index())
        {
            if (draft.Number is not null && decision.Paragraphs.Any(p => p.Number == draft.Number))
            {
                scope.Fail($"{field}[{i}].number", ErrorCode.NumberUsedTwice, $"{field}[{i}].number");
                continue;
            }
            var was = draft.Number is { } number
                ? replaced?.Paragraphs.FirstOrDefault(p => p.Number == number)
                : unnumbered < preambular.Count ? preambular[unnumbered++] : null;
            decision.AddParagraph(was?.Id ?? Guid.CreateVersion7(), part, draft.Number, scope.Text(draft.Text, draft.TextStatus, $"{field}[{i}].text", was?.Text));
        }
    }

    private static IReadOnlyList<DecisionParagraphDraft> ParagraphsOf(Decision decision, Guid? part) =>
        [.. decision.Paragraphs.Where(p => p.PartId == part).OrderBy(p => p.Order).Select(p => new DecisionParagraphDraft { Number = p.Number, Text = p.Text.Map(), TextStatus = p.Text.StatusMap() })];
}
