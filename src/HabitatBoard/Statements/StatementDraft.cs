using System.Text.Json.Serialization;
using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Statements;

/// <summary>A statement as it is written.</summary>
[ReadOnlyMembers("id", "session")]
public sealed class StatementDraft
{
    /// <summary>The agenda item, <c>4</c> or <c>2a</c>; null where the record does not say.</summary>
    [Refers("agendaItem")]
    public string? Item { get; set; }

    /// <summary>The paragraph of the session's report that records it.</summary>
    [Refers("paragraph")]
    public int? Paragraph { get; set; }

    /// <summary>The place among the statements of its paragraph, from 1; last when left out.</summary>
    public int? Order { get; set; }

    public SpeakerDraft Speaker { get; set; } = new();

    public Capacity? Capacity { get; set; }

    /// <summary>The groups and delegations spoken for, in the order in which they are named.</summary>
    [Refers("group delegation")]
    public IReadOnlyList<CodeReference> OnBehalfOf { get; set; } = [];

    public StatementKind? Kind { get; set; }

    /// <summary>Null where the record does not say.</summary>
    public Medium? Medium { get; set; }

    /// <summary>The matter on which it was made, as the report words it after "on".</summary>
    public IReadOnlyDictionary<string, string>? Subject { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? SubjectStatus { get; set; }

    /// <summary>What it set out, as a clause that ends the sentence.</summary>
    public IReadOnlyDictionary<string, string>? Topic { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? TopicStatus { get; set; }

    /// <summary>The slug of the document to which the speaker drew attention.</summary>
    [Refers("document")]
    public string? Document { get; set; }

    /// <summary>The variants of the standard phrases with which it is printed.</summary>
    public string? Variant { get; set; }

    public sealed class Validator : AbstractValidator<StatementDraft>
    {
        public Validator()
        {
            RuleFor(s => s.Paragraph).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(s => s.Order).Order();
            RuleFor(s => s.Capacity).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(s => s.Kind).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(s => s.Speaker).NotNull().Says(ErrorCode.SpeakerMissing);
            RuleFor(s => s.Speaker).Must(p => p is null || p.Delegation is { Length: > 0 } || p.Person is { Length: > 0 } || p.Office is { Count: > 0 })
                .Says(ErrorCode.SpeakerMissing);
            RuleFor(s => s.Speaker.Office).Text(required: false).When(s => s.Speaker is not null);
            RuleFor(s => s.OnBehalfOf).Listed();
            RuleForEach(s => s.OnBehalfOf).Must(o => !string.IsNullOrWhiteSpace(o?.Code)).Says(ErrorCode.FieldMissing);
            RuleFor(s => s.Subject).Text(required: false);
            RuleFor(s => s.Topic).Text(required: false);
            RuleFor(s => s.Variant).Variant();
        }
    }
}

/// <summary>Who speaks: a delegation, a person, an office, or a person with office for a delegation.</summary>
public sealed class SpeakerDraft
{
    /// <summary>The code of the delegation.</summary>
    [Refers("delegation")]
    [JsonConverter(typeof(CodeConverter))]
    public string? Delegation { get; set; }

    /// <summary>The code of the person, where one is named.</summary>
    [Refers("person")]
    [JsonConverter(typeof(CodeConverter))]
    public string? Person { get; set; }

    /// <summary>The office as printed.</summary>
    public IReadOnlyDictionary<string, string>? Office { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? OfficeStatus { get; set; }
}

/// <summary>The statements of a session.</summary>
public sealed class StatementEditor : Editor<Statement, StatementDraft>
{
    public override string Name => "statement";

    public override string Collection => "statements";

    protected override IValidator<StatementDraft> Rules => field ??= new StatementDraft.Validator();

    public override object NewDraft() => new StatementDraft { Kind = StatementKind.Statement };

    protected override IQueryable<Statement> All(BoardDbContext db, string unit) =>
        db.Statements.Where(s => s.SessionId == unit).OrderBy(s => s.Paragraph.Number).ThenBy(s => s.Order).ThenBy(s => s.Id);

    protected override IQueryable<Statement>? One(BoardDbContext db, string unit, string key) =>
        Guid.TryParse(key, out var id) ? db.Statements.Where(s => s.SessionId == unit && s.Id == id) : null;

    protected override IQueryable<Statement> Like(BoardDbContext db, Statement root) =>
        db.Statements.Where(s => s.ParagraphId == root.ParagraphId).OrderBy(s => s.Order).ThenBy(s => s.Id);

    protected override string KeyOf(Statement root) => root.Id.ToString();

    protected override async Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Statement> roots, CancellationToken cancellationToken)
    {
        var delegations = await scope.Db.Delegations.AsNoTracking().ToDictionaryAsync(d => d.Code, d => d.RunningName, cancellationToken);
        var persons = await scope.Db.Persons.AsNoTracking().ToDictionaryAsync(p => p.Code, p => p.Name, cancellationToken);
        var lines = new List<Listed>(roots.Count);
        foreach (var s in roots)
        {
            var label = s.PersonCode is { } person ? persons[person] : s.DelegationCode is { } delegation ? delegations[delegation] : s.Office;
            lines.Add(new Listed(KeyOf(s), $"{await scope.NumberOfAsync(s.ParagraphId, cancellationToken)}.{s.Order}", label));
        }
        return lines;
    }

    protected override async Task<StatementDraft> DraftOfAsync(EditScope scope, Statement root, CancellationToken cancellationToken) => new()
    {
        Item = await scope.LabelOfAsync(root.AgendaItemId, cancellationToken),
        Paragraph = await scope.NumberOfAsync(root.ParagraphId, cancellationToken),
        Order = root.Order,
        Speaker = new SpeakerDraft { Delegation = root.DelegationCode, Person = root.PersonCode, Office = root.Office.Map(), OfficeStatus = root.Office.StatusMap() },
        Capacity = root.Capacity,
        OnBehalfOf = [.. root.OnBehalfOf.OrderBy(o => o.Order).Select(o => new CodeReference((o.GroupCode ?? o.DelegationCode)!))],
        Kind = root.Kind,
        Medium = root.Medium,
        Subject = root.Subject.Map(),
        SubjectStatus = root.Subject.StatusMap(),
        Topic = root.Topic.Map(),
        TopicStatus = root.Topic.StatusMap(),
        Document = root.DocumentSlug,
        Variant = root.Variant,
    };

    protected override async Task<Statement?> BuildAsync(EditScope scope, StatementDraft draft, Statement? replaced, CancellationToken cancellationToken)
    {
        var db = scope.Db;
        var paragraph = await scope.ParagraphAsync(draft.Paragraph, "paragraph", cancellationToken);
        var item = await scope.ItemAsync(draft.Item, "item", cancellationToken);
        var delegation = await scope.KnownAsync(db.Delegations, d => d.Code, draft.Speaker.Delegation, "speaker.delegation", cancellationToken);
        var person = await scope.KnownAsync(db.Persons, p => p.Code, draft.Speaker.Person, "speaker.person", cancellationToken);
        var document = await scope.DocumentAsync(draft.Document, "document", cancellationToken);
        var groups = await db.Groups.Select(g => g.Code).ToListAsync(cancellationToken);
        if (paragraph is not { } paragraphId)
        {
            return null;
        }
        var order = draft.Order ?? 1 + (await db.Statements.Where(s => s.ParagraphId == paragraphId).MaxAsync(s => (int?)s.Order, cancellationToken) ?? 0);
        var speaker = new Speaker(delegation, person, scope.Text(draft.Speaker.Office, draft.Speaker.OfficeStatus, "speaker.office", replaced?.Office));
        var statement = new Statement(replaced?.Id ?? Guid.CreateVersion7(), scope.Unit, paragraphId, order, item, speaker, draft.Capacity!.Value, draft.Kind!.Value, draft.Medium);
        statement.Treat(scope.Text(draft.Subject, draft.SubjectStatus, "subject", replaced?.Subject), scope.Text(draft.Topic, draft.TopicStatus, "topic", replaced?.Topic), document);
        statement.Phrase(draft.Variant);
        foreach (var (i, code) in draft.OnBehalfOf.Index())
        {
            var field = $"onBehalfOf[{i}]";
            if (groups.Contains(code.Code))
            {
                statement.SpeakFor(code.Code, null);
            }
            else if (await scope.KnownAsync(db.Delegations, d => d.Code, code.Code, field, cancellationToken) is { } known)
            {
                statement.SpeakFor(null, known);
            }
        }
        return statement;
    }
}
