using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Delegations;

/// <summary>What a delegation is.</summary>
public enum DelegationKind
{
    State,
    ObserverEntity,
    Intergovernmental,
    UnBody,
    NonGovernmental,
}

/// <summary>
/// A State, observer entity or organization that attends sessions. It has two names: the list name
/// (美利坚合众国) for attendance, and the name in running text (美国) for lists of speakers.
/// </summary>
public sealed class Delegation
{
    private readonly List<DelegationAlias> aliases = [];
    private readonly List<Membership> memberships = [];

    private Delegation()
    {
    }

    public Delegation(string code, DelegationKind kind, LocalizedText listName, LocalizedText runningName, SortKeys sortKeys)
    {
        Code = Guard.Code(code, 16, "delegation");
        Kind = kind;
        Rename(listName, runningName, sortKeys);
    }

    /// <summary>ISO 3166-1 alpha-3 for States, <c>EU</c>, <c>PSE</c>, <c>VAT</c>, <c>LAS</c> and the like otherwise.</summary>
    public string Code { get; private set; } = null!;

    public DelegationKind Kind { get; private set; }

    /// <summary>As in lists of those attending: United Kingdom of Great Britain and Northern Ireland.</summary>
    public LocalizedText ListName { get; private set; } = LocalizedText.None;

    /// <summary>As in sentences: United Kingdom.</summary>
    public LocalizedText RunningName { get; private set; } = LocalizedText.None;

    public SortKeys SortKeys { get; private set; } = null!;

    /// <summary>Other spellings by which the delegation is recognised.</summary>
    public IReadOnlyList<DelegationAlias> Aliases => aliases;

    /// <summary>The bodies and groups it belongs to, with terms.</summary>
    public IReadOnlyList<Membership> Memberships => memberships;

    public void Rename(LocalizedText listName, LocalizedText runningName, SortKeys sortKeys)
    {
        ListName = Guard.Required(listName, "listName");
        RunningName = Guard.Required(runningName, "runningName");
        SortKeys = sortKeys;
    }

    public void AddAlias(Language language, string text)
    {
        Guard.Line(text, "aliases", DelegationAlias.Longest);
        if (aliases.Any(a => a.Language == language && a.Text == text))
        {
            throw new RecordException(ErrorCode.NumberUsedTwice, "aliases", text);
        }
        aliases.Add(new DelegationAlias(Code, language, text));
    }

    /// <summary>Says that it belongs to a body or a group. Empty dates are not recorded.</summary>
    public void Join(Guid id, string? bodyCode, string? groupCode, DateOnly? startsOn, DateOnly? endsOn) =>
        memberships.Add(new Membership(id, Code, bodyCode, groupCode, startsOn, endsOn));
}

/// <summary>Another spelling of a delegation's name, by which it is recognised but never printed.</summary>
public sealed class DelegationAlias
{
    /// <summary>The longest spelling, in characters.</summary>
    public const int Longest = 200;

    private DelegationAlias()
    {
    }

    internal DelegationAlias(string delegationCode, Language language, string text)
    {
        DelegationCode = delegationCode;
        Language = language;
        Text = text;
    }

    public string DelegationCode { get; private set; } = null!;
    public Language Language { get; private set; }
    public string Text { get; private set; } = null!;
}
