using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Delegations;

/// <summary>A group as it is written.</summary>
public sealed class GroupDraft
{
    /// <summary>A short key of our own, <c>G77</c>; given once.</summary>
    public string? Code { get; set; }

    public GroupKind? Kind { get; set; }

    public IReadOnlyDictionary<string, string>? Name { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? NameStatus { get; set; }

    public sealed class Validator : AbstractValidator<GroupDraft>
    {
        public Validator()
        {
            RuleFor(g => g.Code).Given();
            RuleFor(g => g.Code).Form(c => Guard.IsCode(c.Trim(), 16));
            RuleFor(g => g.Kind).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(g => g.Name).Text(required: true);
        }
    }
}

/// <summary>The groups on whose behalf delegations speak.</summary>
public sealed class GroupEditor : Editor<Group, GroupDraft>
{
    public override string Name => "group";

    public override string Collection => "groups";

    public override bool OfSession => false;

    protected override IValidator<GroupDraft> Rules => field ??= new GroupDraft.Validator();

    protected override IQueryable<Group> All(BoardDbContext db, string unit) => db.Groups.OrderBy(g => g.Code);

    protected override IQueryable<Group>? One(BoardDbContext db, string unit, string key) => db.Groups.Where(g => g.Code == key);

    protected override string KeyOf(Group root) => root.Code;

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Group> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(g => new Listed(g.Code, g.Code, g.Name))]);

    protected override Task<GroupDraft> DraftOfAsync(EditScope scope, Group root, CancellationToken cancellationToken) =>
        Task.FromResult(new GroupDraft { Code = root.Code, Kind = root.Kind, Name = root.Name.Map(), NameStatus = root.Name.StatusMap() });

    protected override async Task<Group?> BuildAsync(EditScope scope, GroupDraft draft, Group? replaced, CancellationToken cancellationToken)
    {
        var code = await scope.KeyAsync(scope.Db.Groups, g => g.Code, draft.Code!, replaced?.Code, "code", cancellationToken);
        if (replaced is null)
        {
            // Statements name groups and delegations alike in one list.
            await scope.RefuseTakenAsync(scope.Db.Delegations.Where(d => d.Code == code), "code", cancellationToken);
        }
        return new Group(code, draft.Kind!.Value, scope.Text(draft.Name, draft.NameStatus, "name", replaced?.Name));
    }
}
