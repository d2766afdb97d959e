namespace HabitatBoard.Errors;

/// <summary>
/// An invariant of the record would be broken. It carries a code of the catalogue and the names of what it is about,
/// never prose: whoever shows it has the sentence in the reader's language.
/// </summary>
public class RecordException(ErrorCode code, params object[] about) : Exception($"{code}: {string.Join(", ", about)}")
{
    public ErrorCode Code { get; } = code;

    /// <summary>What the error is about, in the order in which the catalogue's sentence names it.</summary>
    public IReadOnlyList<object> About { get; } = about;
}
