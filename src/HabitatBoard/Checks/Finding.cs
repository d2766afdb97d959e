using HabitatBoard.Languages;
using HabitatBoard.Publishing;

namespace HabitatBoard.Checks;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Two things the record says cannot both be true.</summary>
    Error,

    /// <summary>Something is probably wrong, and a reader would notice.</summary>
    Warning,

    /// <summary>A small difference that an editor evens out.</summary>
    Notice,
}

/// <summary>What a finding is about: <c>decisionPart</c> <c>2024/1(b)</c>, <c>delegation</c> <c>ZAF</c>.</summary>
public sealed record Subject(string Type, string Key);

/// <summary>Something that a careful editor would query.</summary>
/// <param name="Code">Which check found it, <c>list-order</c>; permanent.</param>
/// <param name="Message">What is wrong, in every language of the Organization.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="Paragraph">The report paragraph to mend; null where none states the fact.</param>
/// <param name="Paragraphs">All the paragraphs concerned, in order.</param>
public sealed record Finding(
    string Code,
    Severity Severity,
    LocalizedText Message,
    LocalizedText Advice,
    int? Paragraph,
    IReadOnlyList<int> Paragraphs,
    Subject Subject)
{
    /// <summary>
    /// Names the finding by what it says of what, in lower-case hexadecimal digits. It changes with the facts that the
    /// sentence states, but not with the number of the paragraph that states them.
    /// </summary>
    public string DigestIn(string session) => CanonicalJson.Digest(new object?[]
    {
        session, Code, Severity.ToString(), Subject.Type, Subject.Key, Message.En?.Text,
    });
}
