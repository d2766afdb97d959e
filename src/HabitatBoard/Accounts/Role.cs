namespace HabitatBoard.Accounts;

/// <summary>What a member of the secretariat, or a system with a key, may do. Each role includes the one before.</summary>
public enum Role
{
    /// <summary>Edits the working store.</summary>
    Editor = 1,

    /// <summary>Also publishes, restores, and overrules checks.</summary>
    Publisher = 2,

    /// <summary>Also keeps accounts and keys.</summary>
    Administrator = 3,
}
