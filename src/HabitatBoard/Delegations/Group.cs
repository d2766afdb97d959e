using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;

namespace HabitatBoard.Delegations;

/// <summary>What binds a group.</summary>
public enum GroupKind
{
    Regional,
    Political,
}

/// <summary>A group on whose behalf delegations speak: the African States, the Group of 77 and China.</summary>
public sealed class Group
{
    private Group()
    {
    }

    public Group(string code, GroupKind kind, LocalizedText name)
    {
        Code = Guard.Code(code, 16, "group");
        Kind = kind;
        Rename(name);
    }

    /// <summary>A short key of our own, <c>G77</c>.</summary>
    public string Code { get; private set; } = null!;

    public GroupKind Kind { get; private set; }
    public LocalizedText Name { get; private set; } = LocalizedText.None;

    public void Rename(LocalizedText name) => Name = Guard.Required(name, "name");
}

/// <summary>A delegation's membership of a body or a group, with its term. Empty dates are not recorded.</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    public Membership(Guid id, string delegationCode, string? bodyCode, string? groupCode, DateOnly? startsOn, DateOnly? endsOn)
    {
        Id = id;
        DelegationCode = delegationCode;
        if ((bodyCode is null) == (groupCode is null))
        {
            throw new RecordException(ErrorCode.ReferenceToNothing, "bodyOrGroup");
        }
        BodyCode = bodyCode;
        GroupCode = groupCode;
        Guard.InOrder(startsOn, endsOn, "endsOn");
        StartsOn = startsOn;
        EndsOn = endsOn;
    }

    public Guid Id { get; private set; }
    public string DelegationCode { get; private set; } = null!;
    public Delegation Delegation { get; private set; } = null!;
    public string? BodyCode { get; private set; }
    public Body? Body { get; private set; }
    public string? GroupCode { get; private set; }
    public Group? Group { get; private set; }
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }
}
