namespace HabitatBoard.Publishing;

/// <summary>A row that belongs to one session and is published with it.</summary>
public interface ISessionOwned
{
    /// <summary>The session, as in <c>2024-1</c>.</summary>
    string SessionId { get; }
}

/// <summary>Names of units that are no sessions.</summary>
public static class Units
{
    /// <summary>The unit that holds delegations, groups, bodies and persons.</summary>
    public const string Registers = PublishedUnit.Registers;
}
