using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Sessions;

/// <summary>A body as it is written.</summary>
public sealed class BodyDraft
{
    /// <summary>A readable key of our own, <c>executive-board</c>; given once.</summary>
    public string? Code { get; set; }

    public BodyKind? Kind { get; set; }

    public IReadOnlyDictionary<string, string>? Name { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? NameStatus { get; set; }

    public sealed class Validator : AbstractValidator<BodyDraft>
    {
        public Validator()
        {
            RuleFor(b => b.Code).Given();
            RuleFor(b => b.Code).Form(c => Guard.IsCode(c.Trim(), 64));
            RuleFor(b => b.Kind).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(b => b.Name).Text(required: true);
        }
    }
}

/// <summary>The bodies in which people hold office.</summary>
public sealed class BodyEditor : Editor<Body, BodyDraft>
{
    public override string Name => "body";

    public override string Collection => "bodies";

    public override bool OfSession => false;

    protected override IValidator<BodyDraft> Rules => field ??= new BodyDraft.Validator();

    protected override IQueryable<Body> All(BoardDbContext db, string unit) => db.Bodies.OrderBy(b => b.Code);

    protected override IQueryable<Body>? One(BoardDbContext db, string unit, string key) => db.Bodies.Where(b => b.Code == key);

    protected override string KeyOf(Body root) => root.Code;

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Body> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(b => new Listed(b.Code, b.Code, b.Name))]);

    protected override Task<BodyDraft> DraftOfAsync(EditScope scope, Body root, CancellationToken cancellationToken) =>
        Task.FromResult(new BodyDraft { Code = root.Code, Kind = root.Kind, Name = root.Name.Map(), NameStatus = root.Name.StatusMap() });

    protected override async Task<Body?> BuildAsync(EditScope scope, BodyDraft draft, Body? replaced, CancellationToken cancellationToken) => new(
        await scope.KeyAsync(scope.Db.Bodies, b => b.Code, draft.Code!, replaced?.Code, "code", cancellationToken),
        draft.Kind!.Value,
        scope.Text(draft.Name, draft.NameStatus, "name", replaced?.Name));
}

/// <summary>A person as it is written.</summary>
public sealed class PersonDraft
{
    /// <summary>A readable key of our own, <c>zainab-hawa-bangura</c>; given once.</summary>
    public string? Code { get; set; }

    /// <summary>The full name without forms of address.</summary>
    public IReadOnlyDictionary<string, string>? Name { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? NameStatus { get; set; }

    /// <summary>In Latin script, by which lists of non-governmental speakers run.</summary>
    public string? Surname { get; set; }

    public sealed class Validator : AbstractValidator<PersonDraft>
    {
        public Validator()
        {
            RuleFor(p => p.Code).Given();
            RuleFor(p => p.Code).Form(c => Guard.IsCode(c.Trim(), 64));
            RuleFor(p => p.Name).Text(required: true);
            RuleFor(p => p.Surname).Given();
            RuleFor(p => p.Surname).Line(Person.SurnameLength);
        }
    }
}

/// <summary>Named individuals.</summary>
public sealed class PersonEditor : Editor<Person, PersonDraft>
{
    public override string Name => "person";

    public override string Collection => "persons";

    public override bool OfSession => false;

    protected override IValidator<PersonDraft> Rules => field ??= new PersonDraft.Validator();

    protected override IQueryable<Person> All(BoardDbContext db, string unit) => db.Persons.OrderBy(p => p.Surname).ThenBy(p => p.Code);

    protected override IQueryable<Person>? One(BoardDbContext db, string unit, string key) => db.Persons.Where(p => p.Code == key);

    protected override string KeyOf(Person root) => root.Code;

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Person> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(p => new Listed(p.Code, "", p.Name))]);

    protected override Task<PersonDraft> DraftOfAsync(EditScope scope, Person root, CancellationToken cancellationToken) =>
        Task.FromResult(new PersonDraft { Code = root.Code, Name = root.Name.Map(), NameStatus = root.Name.StatusMap(), Surname = root.Surname });

    protected override async Task<Person?> BuildAsync(EditScope scope, PersonDraft draft, Person? replaced, CancellationToken cancellationToken) => new(
        await scope.KeyAsync(scope.Db.Persons, p => p.Code, draft.Code!, replaced?.Code, "code", cancellationToken),
        scope.Text(draft.Name, draft.NameStatus, "name", replaced?.Name),
        draft.Surname!.Trim());
}
