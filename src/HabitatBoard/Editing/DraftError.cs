using HabitatBoard.Errors;

namespace HabitatBoard.Editing;

/// <summary>What is wrong with one field of a draft.</summary>
/// <param name="Field">The path of the field as in JSON, <c>title.en</c> or <c>parts[0].letter</c>; empty for the draft as a whole.</param>
/// <param name="Code">The error; its sentence is in the catalogue.</param>
/// <param name="About">What the sentence names, in its order.</param>
public sealed record DraftError(string Field, ErrorCode Code, params IReadOnlyList<object> About)
{
    /// <summary>The field as a JSON Pointer (RFC 6901), <c>/parts/0/letter</c>.</summary>
    public string Pointer => Field.Length == 0 ? "" : "/" + Field.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/');
}

/// <summary>A draft cannot be stored as it is. Nothing was.</summary>
public sealed class DraftException(IReadOnlyList<DraftError> errors)
    : RecordException(ErrorCode.InvalidDraft, string.Join(", ", errors.Select(e => e.Field)))
{
    public IReadOnlyList<DraftError> Errors { get; } = errors;
}

/// <summary>What was to be changed is no longer what it was when it was read.</summary>
public sealed class StaleException(Editable? current) : RecordException(ErrorCode.StaleVersion)
{
    /// <summary>What it is now; null where it was removed.</summary>
    public Editable? Current { get; } = current;

    /// <summary>The fields in which what was to be written differs from what it is now, as JSON Pointers.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}
