namespace HabitatBoard.Delegations.Recognition;

/// <summary>What a stretch of the text was read as.</summary>
public enum SpanKind
{
    Delegation,
    Group,

    /// <summary>What joins names: "on behalf of", "和", punctuation, white space.</summary>
    Connective,

    /// <summary>Nothing we know: to be looked at by whoever pasted the text.</summary>
    Unrecognised,
}

/// <summary>A stretch of the text. Together the spans of a text are the text.</summary>
/// <param name="Start">Offset into the text as it was given, in UTF-16 code units.</param>
/// <param name="Code">The delegation's or the group's code; null for the other kinds.</param>
public readonly record struct Span(SpanKind Kind, int Start, int Length, string? Code)
{
    public int End => Start + Length;

    /// <summary>The words that <paramref name="text"/>, which is what was read, has here.</summary>
    public string In(string text) => text.Substring(Start, Length);
}

/// <summary>
/// A delegation that takes the floor once. One that speaks for a group and then for itself is there twice.
/// </summary>
/// <param name="Code">The delegation's code.</param>
/// <param name="OnBehalfOf">Codes of groups and delegations for which it speaks, in the order of the text; empty for itself.</param>
/// <param name="Start">Where the delegation is named.</param>
public sealed record RecognisedSpeaker(string Code, IReadOnlyList<string> OnBehalfOf, int Start);

/// <summary>The reading of one text.</summary>
/// <param name="Speakers">Delegations in the order of the text.</param>
/// <param name="Spans">The whole text, in order, without gaps.</param>
/// <param name="Unspoken">Groups that are named without a delegation that speaks for them.</param>
public sealed record Recognition(IReadOnlyList<RecognisedSpeaker> Speakers, IReadOnlyList<Span> Spans, IReadOnlyList<Span> Unspoken)
{
    /// <summary>What was not recognised. Nothing is dropped.</summary>
    public IEnumerable<Span> Unrecognised => Spans.Where(s => s.Kind == SpanKind.Unrecognised);
}
