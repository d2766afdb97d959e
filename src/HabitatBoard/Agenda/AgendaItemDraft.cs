using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;

namespace HabitatBoard.Agenda;

/// <summary>An agenda item as it is written.</summary>
[ReadOnlyMembers("subItems", "section", "paragraphs", "documents", "adoptions", "acts")]
public sealed class AgendaItemDraft
{
    /// <summary>As written in text or in addresses, <c>4</c>, <c>2(a)</c> or <c>2a</c>.</summary>
    public string? Number { get; set; }

    /// <summary>The agenda it stands on.</summary>
    public AgendaVersion Version { get; set; } = AgendaVersion.Adopted;

    public IReadOnlyDictionary<string, string>? Title { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? TitleStatus { get; set; }

    public sealed class Validator : AbstractValidator<AgendaItemDraft>
    {
        public Validator()
        {
            RuleFor(i => i.Number).Given();
            RuleFor(i => i.Number).Form(n => AgendaItem.ParseNumber(n.Trim()) is not null);
            RuleFor(i => i.Title).Text(required: true);
        }
    }
}

/// <summary>The agenda of a session.</summary>
public sealed class AgendaItemEditor : Editor<AgendaItem, AgendaItemDraft>
{
    /// <summary>Stands before the key of an item of the provisional agenda.</summary>
    public const string Provisional = "provisional-";

    public override string Name => "agendaItem";

    public override string Collection => "agenda";

    public override bool IsOrdered => true;

    protected override IValidator<AgendaItemDraft> Rules => field ??= new AgendaItemDraft.Validator();

    protected override IQueryable<AgendaItem> All(BoardDbContext db, string unit) =>
        db.AgendaItems.Where(i => i.SessionId == unit).OrderBy(i => i.Version).ThenBy(i => i.Number).ThenBy(i => i.Letter);

    protected override IQueryable<AgendaItem>? One(BoardDbContext db, string unit, string key)
    {
        var version = key.StartsWith(Provisional, StringComparison.Ordinal) ? AgendaVersion.Provisional : AgendaVersion.Adopted;
        return AgendaItem.ParseNumber(version == AgendaVersion.Provisional ? key[Provisional.Length..] : key) is var (number, letter)
            ? db.AgendaItems.Where(i => i.SessionId == unit && i.Version == version && i.Number == number && i.Letter == letter)
            : null;
    }

    /// <summary>An item with its sub-items on its agenda, a sub-item within its item; see <see cref="Renumbering.MoveItemAsync"/>.</summary>
    internal override async Task MoveAsync(WorkingEdit edit, string unit, string key, Func<int, int> to, CancellationToken cancellationToken) =>
        await Renumbering.MoveItemAsync(edit, await FindRootAsync(edit.Db, unit, key, cancellationToken), to, cancellationToken);

    protected override string KeyOf(AgendaItem root) => root.Version == AgendaVersion.Provisional ? Provisional + root.Slug : root.Slug;

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<AgendaItem> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(i => new Listed(KeyOf(i), i.Label, i.Title))]);

    protected override Task<AgendaItemDraft> DraftOfAsync(EditScope scope, AgendaItem root, CancellationToken cancellationToken) =>
        Task.FromResult(new AgendaItemDraft { Number = root.Label, Version = root.Version, Title = root.Title.Map(), TitleStatus = root.Title.StatusMap() });

    protected override async Task<AgendaItem?> BuildAsync(EditScope scope, AgendaItemDraft draft, AgendaItem? replaced, CancellationToken cancellationToken)
    {
        var (number, letter) = AgendaItem.ParseNumber(draft.Number!.Trim())!.Value;
        var id = replaced?.Id ?? Guid.CreateVersion7();
        await scope.RefuseTakenAsync(
            scope.Db.AgendaItems.Where(i => i.SessionId == scope.Unit && i.Version == draft.Version && i.Number == number && i.Letter == letter && i.Id != id), "number", cancellationToken);
        return new AgendaItem(id, scope.Unit, draft.Version, number, letter, scope.Text(draft.Title, draft.TitleStatus, "title", replaced?.Title));
    }
}
