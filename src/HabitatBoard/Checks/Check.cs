namespace HabitatBoard.Checks;

/// <summary>
/// One thing that print can get wrong. A check is a function of a session's facts and nothing else; it finds, it never
/// mends. Its sentences stand in <c>Phrases/messages.*.json</c> under its code.
/// </summary>
public abstract class Check
{
    /// <summary>The permanent name, also the key of its sentences.</summary>
    public abstract string Code { get; }

    public abstract IEnumerable<Finding> Find(CheckedRecord record);

    /// <summary>A finding in one paragraph.</summary>
    /// <param name="variant">Which of the check's sentences; empty for its only one.</param>
    /// <param name="values">What the places of the sentence stand for.</param>
    protected Finding At(int? paragraph, Severity severity, Subject subject, string variant, params (string Place, object Value)[] values) =>
        At(paragraph, paragraph is { } number ? [number] : [], severity, subject, variant, values);

    /// <summary>A finding that concerns several paragraphs and is mended in one.</summary>
    protected Finding At(int? paragraph, IEnumerable<int> paragraphs, Severity severity, Subject subject, string variant, params (string Place, object Value)[] values)
    {
        var key = variant.Length == 0 ? Code : $"{Code}/{variant}";
        return new Finding(Code, severity, CheckPhrases.Message(key, values), CheckPhrases.Advice(key, values), paragraph, [.. paragraphs.Distinct().Order()], subject);
    }
}
