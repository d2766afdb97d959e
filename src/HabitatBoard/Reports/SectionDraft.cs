using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Reports;

/// <summary>A section of a report, or a lettered part of one, as it is written.</summary>
[ReadOnlyMembers("session")]
public sealed class SectionDraft
{
    /// <summary>I is 1; the introduction is 0.</summary>
    public int? Number { get; set; }

    /// <summary><c>A</c> for a part of the section with this number; null for a section.</summary>
    public string? Letter { get; set; }

    /// <summary>As printed, without its number.</summary>
    public IReadOnlyDictionary<string, string>? Heading { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? HeadingStatus { get; set; }

    /// <summary>The agenda item it reports on, if it reports on one.</summary>
    [Refers("agendaItem")]
    public string? Item { get; set; }

    /// <summary>The place in the report, from 1; last when left out.</summary>
    public int? Order { get; set; }

    public sealed class Validator : AbstractValidator<SectionDraft>
    {
        public Validator()
        {
            RuleFor(s => s.Number).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(s => s.Number).Within(0, 999);
            RuleFor(s => s.Letter).Form(l => l.Length == 1 && char.IsAsciiLetterUpper(l[0]));
            RuleFor(s => s.Heading).Text(required: true);
            RuleFor(s => s.Order).Order();
        }
    }
}

/// <summary>The sections of a session's report.</summary>
public sealed class SectionEditor : Editor<Section, SectionDraft>
{
    public override string Name => "section";

    public override string Collection => "sections";

    public override bool IsOrdered => true;

    protected override IValidator<SectionDraft> Rules => field ??= new SectionDraft.Validator();

    protected override IQueryable<Section> All(BoardDbContext db, string unit) =>
        db.Sections.Where(s => s.SessionId == unit).OrderBy(s => s.Order).ThenBy(s => s.Number).ThenBy(s => s.Letter);

    protected override IQueryable<Section>? One(BoardDbContext db, string unit, string key) =>
        Section.ParseLabel(key) is var (number, letter) ? db.Sections.Where(s => s.SessionId == unit && s.Number == number && s.Letter == letter) : null;

    protected override string KeyOf(Section root) => root.Label;

    /// <summary>A section among the sections, a part among the parts of its section; see <see cref="Renumbering.MoveSectionAsync"/>.</summary>
    internal override async Task MoveAsync(WorkingEdit edit, string unit, string key, Func<int, int> to, CancellationToken cancellationToken) =>
        await Renumbering.MoveSectionAsync(edit, await FindRootAsync(edit.Db, unit, key, cancellationToken), to, cancellationToken);

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Section> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(s => new Listed(KeyOf(s), s.Label, s.Heading))]);

    protected override async Task<SectionDraft> DraftOfAsync(EditScope scope, Section root, CancellationToken cancellationToken) => new()
    {
        Number = root.Number,
        Letter = root.Letter.Length == 0 ? null : root.Letter,
        Heading = root.Heading.Map(),
        HeadingStatus = root.Heading.StatusMap(),
        Item = await scope.LabelOfAsync(root.AgendaItemId, cancellationToken),
        Order = root.Order,
    };

    protected override async Task<Section?> BuildAsync(EditScope scope, SectionDraft draft, Section? replaced, CancellationToken cancellationToken)
    {
        var (db, id, number) = (scope.Db, replaced?.Id ?? Guid.CreateVersion7(), draft.Number!.Value);
        var letter = string.IsNullOrWhiteSpace(draft.Letter) ? "" : draft.Letter;
        var own = db.Sections.Where(s => s.SessionId == scope.Unit && s.Id != id);
        await scope.RefuseTakenAsync(own.Where(s => s.Number == number && s.Letter == letter), letter.Length == 0 ? "number" : "letter", cancellationToken);
        var item = await scope.ItemAsync(draft.Item, "item", cancellationToken);
        Guid? parent = null;
        if (letter.Length > 0)
        {
            parent = await own.Where(s => s.Number == number && s.Letter == "").Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken);
            if (parent is null)
            {
                scope.Fail("number", ErrorCode.ReferenceToNothing, "number", number);
            }
        }
        if (replaced is not null && (replaced.Number, replaced.Letter) != (number, letter) && await own.AnyAsync(s => s.ParentId == id, cancellationToken))
        {
            // Its parts bear its number: it is moved together with them.
            scope.Fail("number", ErrorCode.KeyIsPermanent, "number", replaced.Label);
        }
        var order = draft.Order ?? 1 + (await own.MaxAsync(s => (int?)s.Order, cancellationToken) ?? 0);
        return new Section(id, scope.Unit, order, number, letter, parent, item, scope.Text(draft.Heading, draft.HeadingStatus, "heading", replaced?.Heading));
    }
}
