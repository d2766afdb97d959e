using System.Text.Json.Serialization;
using FluentValidation;
using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Delegations;

/// <summary>A delegation as it is written.</summary>
[ReadOnlyMembers("attendance", "statements", "officers", "mentions")]
public sealed class DelegationDraft
{
    /// <summary>ISO 3166-1 alpha-3 for States, <c>EU</c>, <c>PSE</c> and the like otherwise; given once.</summary>
    public string? Code { get; set; }

    public DelegationKind? Kind { get; set; }

    /// <summary>As in sentences: United Kingdom.</summary>
    public IReadOnlyDictionary<string, string>? Name { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? NameStatus { get; set; }

    /// <summary>As in lists of those attending.</summary>
    public IReadOnlyDictionary<string, string>? ListName { get; set; }

    public IReadOnlyDictionary<string, TextStatus>? ListNameStatus { get; set; }

    /// <summary>Under what it is sorted, in languages where that is not how the list name begins.</summary>
    public IReadOnlyDictionary<string, string>? SortAs { get; set; }

    /// <summary>Other spellings by which it is recognised, by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Its terms in bodies and groups.</summary>
    public IReadOnlyList<MembershipDraft> Memberships { get; set; } = [];

    public sealed class Validator : AbstractValidator<DelegationDraft>
    {
        public Validator()
        {
            RuleFor(d => d.Code).Given();
            RuleFor(d => d.Code).Form(c => Guard.IsCode(c.Trim(), 16));
            RuleFor(d => d.Kind).NotNull().Says(ErrorCode.FieldMissing);
            RuleFor(d => d.Name).Text(required: true);
            RuleFor(d => d.ListName).Text(required: true);
            RuleFor(d => d.SortAs).Text(required: false, 256);
            RuleFor(d => d.Aliases).NotNull().Says(ErrorCode.MalformedValue);
            RuleFor(d => d.Aliases).Must(a => a?.All(l => OfficialLanguages.TryParse(l.Key, out _)) != false).Says(ErrorCode.UnknownField);
            RuleForEach(d => d.Aliases).ChildRules(language =>
            {
                language.RuleFor(l => l.Value).Listed();
                language.RuleForEach(l => l.Value).Given();
                language.RuleForEach(l => l.Value).Line(DelegationAlias.Longest);
                language.RuleFor(l => l.Value).Must(v => v is null || v.Distinct(StringComparer.Ordinal).Count() == v.Count).Says(ErrorCode.NumberUsedTwice);
            });
            RuleFor(d => d.Memberships).Listed();
            RuleForEach(d => d.Memberships).ChildRules(membership =>
            {
                membership.RuleFor(m => m.Body).Must((m, _) => string.IsNullOrWhiteSpace(m.Body) != string.IsNullOrWhiteSpace(m.Group)).Says(ErrorCode.ReferenceToNothing);
                membership.RuleFor(m => m.StartsOn).Day();
                membership.RuleFor(m => m.EndsOn).Day().NotBefore(m => m.StartsOn);
            });
        }
    }
}

/// <summary>A term of membership of a body or of a group.</summary>
public sealed class MembershipDraft
{
    [Refers("body")]
    [JsonConverter(typeof(CodeConverter))]
    public string? Body { get; set; }

    [Refers("group")]
    [JsonConverter(typeof(CodeConverter))]
    public string? Group { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }
}

/// <summary>Delegations.</summary>
public sealed class DelegationEditor : Editor<Delegation, DelegationDraft>
{
    public override string Name => "delegation";

    public override string Collection => "delegations";

    public override bool OfSession => false;

    protected override IValidator<DelegationDraft> Rules => field ??= new DelegationDraft.Validator();

    protected override IQueryable<Delegation> All(BoardDbContext db, string unit) => db.Delegations.OrderBy(d => d.SortKeys.En).ThenBy(d => d.Code);

    protected override IQueryable<Delegation>? One(BoardDbContext db, string unit, string key) => db.Delegations.Where(d => d.Code == key);

    protected override string KeyOf(Delegation root) => root.Code;

    protected override Task<IReadOnlyList<Listed>> ListAsync(EditScope scope, IReadOnlyList<Delegation> roots, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Listed>>([.. roots.Select(d => new Listed(d.Code, d.Code, d.RunningName))]);

    protected override Task<DelegationDraft> DraftOfAsync(EditScope scope, Delegation root, CancellationToken cancellationToken)
    {
        var byName = SortKeys.For(root.ListName, LocalizedText.None);
        // Lists in Chinese documents run by the English name.
        var sorted = OfficialLanguages.All.Where(l => l != Language.Zh && root.SortKeys[l] != byName[l]).ToDictionary(l => l.Code, l => root.SortKeys[l]);
        return Task.FromResult(new DelegationDraft
        {
            Code = root.Code,
            Kind = root.Kind,
            Name = root.RunningName.Map(),
            NameStatus = root.RunningName.StatusMap(),
            ListName = root.ListName.Map(),
            ListNameStatus = root.ListName.StatusMap(),
            SortAs = sorted.Count == 0 ? null : sorted,
            Aliases = root.Aliases.GroupBy(a => a.Language).OrderBy(g => g.Key)
                .ToDictionary(g => g.Key.Code, g => (IReadOnlyList<string>)[.. g.Select(a => a.Text).Order(StringComparer.Ordinal)]),
            Memberships =
            [
                .. root.Memberships.OrderBy(m => m.StartsOn).ThenBy(m => m.BodyCode ?? m.GroupCode, StringComparer.Ordinal).ThenBy(m => m.Id)
                    .Select(m => new MembershipDraft { Body = m.BodyCode, Group = m.GroupCode, StartsOn = m.StartsOn, EndsOn = m.EndsOn }),
            ],
        });
    }

    protected override async Task<Delegation?> BuildAsync(EditScope scope, DelegationDraft draft, Delegation? replaced, CancellationToken cancellationToken)
    {
        var db = scope.Db;
        var code = await scope.KeyAsync(db.Delegations, d => d.Code, draft.Code!, replaced?.Code, "code", cancellationToken);
        if (replaced is null)
        {
            // Statements name groups and delegations alike in one list.
            await scope.RefuseTakenAsync(db.Groups.Where(g => g.Code == code), "code", cancellationToken);
        }
        var list = scope.Text(draft.ListName, draft.ListNameStatus, "listName", replaced?.ListName);
        var delegation = new Delegation(
            code,
            draft.Kind!.Value,
            list,
            scope.Text(draft.Name, draft.NameStatus, "name", replaced?.RunningName),
            SortKeys.For(list, scope.Text(draft.SortAs, null, "sortAs", present: null), replaced?.SortKeys));
        foreach (var (language, texts) in draft.Aliases)
        {
            foreach (var text in texts)
            {
                delegation.AddAlias(OfficialLanguages.Parse(language), text);
            }
        }
        // A term that stays keeps its id, also when its dates are corrected.
        var terms = replaced?.Memberships.OrderBy(m => m.Id).ToList() ?? [];
        foreach (var (i, draftTerm) in draft.Memberships.Index())
        {
            var body = await scope.KnownAsync(db.Bodies, b => b.Code, draftTerm.Body, $"memberships[{i}].body", cancellationToken);
            var group = await scope.KnownAsync(db.Groups, g => g.Code, draftTerm.Group, $"memberships[{i}].group", cancellationToken);
            var same = terms.Where(m => m.BodyCode == body && m.GroupCode == group).ToList();
            var kept = same.Find(m => m.StartsOn == draftTerm.StartsOn && m.EndsOn == draftTerm.EndsOn) ?? same.Find(m => !IsKept(m)) ;
            if (kept is not null)
            {
                terms.Remove(kept);
            }
            delegation.Join(kept?.Id ?? Guid.CreateVersion7(), body, group, draftTerm.StartsOn, draftTerm.EndsOn);
        }
        return delegation;

        bool IsKept(Membership term) => draft.Memberships.Any(m =>
            (Blank(m.Body), Blank(m.Group), m.StartsOn, m.EndsOn) == (term.BodyCode, term.GroupCode, term.StartsOn, term.EndsOn));

        static string? Blank(string? code) => string.IsNullOrWhiteSpace(code) ? null : code.Trim();
    }
}
