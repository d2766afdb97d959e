using System.Text.Json.Serialization;
using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Sessions;

/// <summary>An officer as it is written.</summary>
[ReadOnlyMembers("id", "session")]
public sealed class OfficerDraft
{
    public Office? Office { get; set; }

    /// <summary>The code of the body in which the office is held.</summary>
    [Refers("body")]
    [JsonConverter(typeof(CodeConverter))]
    public string? Body { get; set; }

    [Refers("person")]
    [JsonConverter(typeof(CodeConverter))]
    public string? Person { get; set; }

    /// <summary>The delegation the officer belongs to.</summary>
    [Refers("delegation")]
    [JsonConverter(typeof(CodeConverter))]
    public string? Delegation { get; set; }

    public DateOnly? TermStartsOn { get; set; }

    public DateOnly? TermEndsOn { get; set; }

    /// <summary>The paragraph that states it; null where the masthead does.</summary>
    [Refers("paragraph")]
    public int? ReportParagraph { get; set; }

    /// <summary>The place among the officers of the session, from 1; last when left out.</summary>
    public int? Order { get; set; }

    public sealed class Validator : AbstractValidator<OfficerDraft>
    {
        public Validator()
        {
            RuleFor(o => o.Office).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(o => o.Body).Given();
            RuleFor(o => o.Person).Given();
            RuleFor(o => o.TermStartsOn).Day();
            RuleFor(o => o.TermEndsOn).Day().NotBefore(o => o.TermStartsOn);
            RuleFor(o => o.Order).Order();
        }
    }
}

/// <summary>The officers of a session.</summary>
public sealed class OfficerEditor : Editor<Officer, OfficerDraft>
{
    public override string Name => "officer";

    public override string Collection => "officers";

    protected override IValidator<OfficerDraft> Rules => field ??= new OfficerDraft.Validator();

    protected override IQueryable<Officer> All(BoardDbContext db, string unit) => db.Officers.Where(o => o.SessionId == unit).OrderBy(o => o.Order).ThenBy(o => o.Id);

    protected override IQueryable<Officer>? One(BoardDbContext db, string unit, string key) =>
        Guid.TryParse(key, out var id) ? db.Officers.Where(o => o.SessionId == unit && o.Id == id) : null;

    protected override IQueryable<Officer> Like(BoardDbContext db, Officer root) => All(db, root.SessionId);

    protected override string KeyOf(Officer root) => root.Id.ToString();

    protected override async Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Officer> roots, CancellationToken cancellationToken)
    {
        var persons = await scope.Db.Persons.AsNoTracking().ToDictionaryAsync(p => p.Code, p => p.Name, cancellationToken);
        return [.. roots.Select(o => new Listed(KeyOf(o), o.BodyCode, persons.GetValueOrDefault(o.PersonCode, LocalizedText.None)))];
    }

    protected override async Task<OfficerDraft> DraftOfAsync(EditScope scope, Officer root, CancellationToken cancellationToken) => new()
    {
        Office = root.Office,
        Body = root.BodyCode,
        Person = root.PersonCode,
        Delegation = root.DelegationCode,
        TermStartsOn = root.TermStartsOn,
        TermEndsOn = root.TermEndsOn,
        ReportParagraph = await scope.NumberOfAsync(root.ParagraphId, cancellationToken),
        Order = root.Order,
    };

    protected override async Task<Officer?> BuildAsync(EditScope scope, OfficerDraft draft, Officer? replaced, CancellationToken cancellationToken)
    {
        var db = scope.Db;
        var body = await scope.KnownAsync(db.Bodies, b => b.Code, draft.Body, "body", cancellationToken);
        var person = await scope.KnownAsync(db.Persons, p => p.Code, draft.Person, "person", cancellationToken);
        var delegation = await scope.KnownAsync(db.Delegations, d => d.Code, draft.Delegation, "delegation", cancellationToken);
        var paragraph = await scope.ParagraphAsync(draft.ReportParagraph, "reportParagraph", cancellationToken);
        var order = draft.Order ?? 1 + (await db.Officers.Where(o => o.SessionId == scope.Unit).MaxAsync(o => (int?)o.Order, cancellationToken) ?? 0);
        var officer = new Officer(replaced?.Id ?? Guid.CreateVersion7(), scope.Unit, order, draft.Office!.Value, body!, person!, delegation, paragraph);
        officer.Serve(draft.TermStartsOn, draft.TermEndsOn);
        return officer;
    }
}
