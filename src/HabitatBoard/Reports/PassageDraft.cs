using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Reports;

/// <summary>Words of a paragraph that no standard phrase makes, as they are written.</summary>
[ReadOnlyMembers("id", "session")]
public sealed class PassageDraft
{
    [Refers("paragraph")]
    public int? Paragraph { get; set; }

    /// <summary>How many of the elements that are composed from facts stand before it.</summary>
    public int? After { get; set; }

    /// <summary>The words; <c>{kind/target}</c> mentions a fact.</summary>
    [Long]
    public IReadOnlyDictionary<string, string>? Text { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? TextStatus { get; set; }

    public sealed class Validator : AbstractValidator<PassageDraft>
    {
        public Validator()
        {
            RuleFor(p => p.Paragraph).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(p => p.After).Within(0, 9_999);
            RuleFor(p => p.Text).Text(required: true, Guard.TextLength);
        }
    }
}

/// <summary>The passages of a session's report.</summary>
public sealed class PassageEditor : Editor<Passage, PassageDraft>
{
    public override string Name => "passage";

    public override string Collection => "passages";

    protected override IValidator<PassageDraft> Rules => field ??= new PassageDraft.Validator();

    protected override IQueryable<Passage> All(BoardDbContext db, string unit) =>
        db.Passages.Where(p => p.SessionId == unit).OrderBy(p => p.Paragraph.Number).ThenBy(p => p.After).ThenBy(p => p.Id);

    protected override IQueryable<Passage>? One(BoardDbContext db, string unit, string key) =>
        Guid.TryParse(key, out var id) ? db.Passages.Where(p => p.SessionId == unit && p.Id == id) : null;

    protected override string KeyOf(Passage root) => root.Id.ToString();

    protected override async Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Passage> roots, CancellationToken cancellationToken)
    {
        var lines = new List<Listed>(roots.Count);
        foreach (var passage in roots)
        {
            lines.Add(new Listed(KeyOf(passage), $"{await scope.NumberOfAsync(passage.ParagraphId, cancellationToken)}", ParagraphEditor.Shortened(passage.Text)));
        }
        return lines;
    }

    protected override async Task<PassageDraft> DraftOfAsync(EditScope scope, Passage root, CancellationToken cancellationToken) => new()
    {
        Paragraph = await scope.NumberOfAsync(root.ParagraphId, cancellationToken),
        After = root.After,
        Text = root.Text.Map(),
        TextStatus = root.Text.StatusMap(),
    };

    protected override async Task<Passage?> BuildAsync(EditScope scope, PassageDraft draft, Passage? replaced, CancellationToken cancellationToken) =>
        await scope.ParagraphAsync(draft.Paragraph, "paragraph", cancellationToken) is { } paragraph
            ? new Passage(replaced?.Id ?? Guid.CreateVersion7(), scope.Unit, paragraph, draft.After ?? 0, scope.Text(draft.Text, draft.TextStatus, "text", replaced?.Text))
            : null;
}
