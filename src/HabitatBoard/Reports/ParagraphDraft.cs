using System.Globalization;
using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Reports;

/// <summary>A paragraph of a report as it is written.</summary>
[ReadOnlyMembers("session", "composed", "matches", "citations")]
public sealed class ParagraphDraft
{
    /// <summary>Runs through the report, from 1; the next when left out.</summary>
    public int? Number { get; set; }

    /// <summary>Number and letter of its section, <c>4</c>, <c>2A</c>; <c>0</c> for the introduction.</summary>
    [Refers("section")]
    public string? Section { get; set; }

    /// <summary>Without its number; sub-paragraphs stand on lines of their own.</summary>
    [Long]
    public IReadOnlyDictionary<string, string>? Text { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? TextStatus { get; set; }

    public sealed class Validator : AbstractValidator<ParagraphDraft>
    {
        public Validator()
        {
            RuleFor(p => p.Number).Within(1, 99_999);
            RuleFor(p => p.Section).Given();
            RuleFor(p => p.Section).Form(s => Reports.Section.ParseLabel(s.Trim()) is not null);
            RuleFor(p => p.Text).Text(required: false, Guard.TextLength);
        }
    }
}

/// <summary>The paragraphs of a session's report. Room for a new one among them is made by <see cref="Renumbering"/>.</summary>
public sealed class ParagraphEditor : Editor<Paragraph, ParagraphDraft>
{
    /// <summary>So many characters of a text stand for the paragraph in a list.</summary>
    private const int Beginning = 80;

    public override string Name => "paragraph";

    public override string Collection => "paragraphs";

    public override bool IsOrdered => true;

    protected override IValidator<ParagraphDraft> Rules => field ??= new ParagraphDraft.Validator();

    protected override IQueryable<Paragraph> All(BoardDbContext db, string unit) => db.Paragraphs.Where(p => p.SessionId == unit).OrderBy(p => p.Number);

    protected override IQueryable<Paragraph>? One(BoardDbContext db, string unit, string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? db.Paragraphs.Where(p => p.SessionId == unit && p.Number == number) : null;

    protected override string KeyOf(Paragraph root) => root.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Among all paragraphs of the report; see <see cref="Renumbering.MoveParagraphAsync"/>.</summary>
    internal override async Task MoveAsync(WorkingEdit edit, string unit, string key, Func<int, int> to, CancellationToken cancellationToken) =>
        await Renumbering.MoveParagraphAsync(edit, await FindRootAsync(edit.Db, unit, key, cancellationToken), to, cancellationToken);

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Paragraph> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(p => new Listed(KeyOf(p), KeyOf(p), Shortened(p.Text)))]);

    protected override async Task<ParagraphDraft> DraftOfAsync(EditScope scope, Paragraph root, CancellationToken cancellationToken) => new()
    {
        Number = root.Number,
        Section = await scope.SectionNumberOfAsync(root.SectionId, cancellationToken),
        Text = root.Text.Map(),
        TextStatus = root.Text.StatusMap(),
    };

    protected override async Task<Paragraph?> BuildAsync(EditScope scope, ParagraphDraft draft, Paragraph? replaced, CancellationToken cancellationToken)
    {
        var (db, id) = (scope.Db, replaced?.Id ?? Guid.CreateVersion7());
        var number = draft.Number ?? replaced?.Number ?? 1 + (await db.Paragraphs.Where(p => p.SessionId == scope.Unit).MaxAsync(p => (int?)p.Number, cancellationToken) ?? 0);
        await scope.RefuseTakenAsync(db.Paragraphs.Where(p => p.SessionId == scope.Unit && p.Number == number && p.Id != id), "number", cancellationToken);
        return await scope.SectionAsync(draft.Section, "section", cancellationToken) is { } section
            ? new Paragraph(id, scope.Unit, section, number, scope.Text(draft.Text, draft.TextStatus, "text", replaced?.Text))
            : null;
    }

    /// <summary>The beginning of a text in each language, not cut through a character.</summary>
    internal static LocalizedText Shortened(LocalizedText text) => text.Present()
        .Where(t => t.Text.Text.Length > Beginning)
        .Aggregate(text, (short_, t) => short_.With(t.Language, t.Text.Text[..(char.IsHighSurrogate(t.Text.Text[Beginning - 1]) ? Beginning - 1 : Beginning)] + "…", t.Text.Status));
}
