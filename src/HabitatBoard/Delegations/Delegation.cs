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

    public void Rename(LocalizedText listName, LocalizedText runningName, SortKeys sortKeys)
    {
        ListName = Guard.Required(listName, "listName");
        RunningName = Guard.Required(runningName, "runningName");
        SortKeys = sortKeys;
    }

    public void AddAlias(Language language, string text)
    {
        if (aliases.Any(a => a.Language == language && a.Text == text))
        {
            throw new RecordException(ErrorCode.NumberUsedTwice, "alias", text);
        }
        aliases.Add(new DelegationAlias(Code, language, text));
    }
}

/// <summary>Another spelling of a delegation's name, by which it is recognised but never printed.</summary>
public sealed class DelegationAlias
{
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
