namespace HabitatBoard.Delegations.Recognition;

/// <summary>What a word or phrase does in a list of speakers.</summary>
internal enum TokenKind
{
    Delegation,
    Group,
    OnBehalfOf,

    /// <summary>"for": on behalf of, where a group or the speaker follows.</summary>
    OnBehalfOfBeforeAName,

    /// <summary>代表: on behalf of where a name follows, else the word for a representative.</summary>
    RepresentativeOrOnBehalfOf,

    /// <summary>"in its national capacity": for itself.</summary>
    Own,

    /// <summary>"its country": for itself where it follows "on behalf of".</summary>
    Itself,
    Then,
    And,
    Article,
    Representative,
    Verb,
    Word,
    Comma,
    Stop,
    Open,
    Close,
    Punctuation,
    Unknown,
}

/// <summary>A word or phrase of a text, with its place in the original.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string? Code = null);
