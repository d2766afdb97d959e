using HabitatBoard.Editing;
using HabitatBoard.Errors;

namespace HabitatBoard.Publishing;

/// <summary>Who writes, when, and why. Every write says so.</summary>
public sealed record Attribution
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 1_000;

    /// <exception cref="RecordException">
    /// There is no author; the reason is too long (<see cref="ErrorCode.TextTooLong"/>) or holds characters that cannot be seen
    /// (<see cref="ErrorCode.ForbiddenCharacter"/>). Both name it <c>reason</c>.
    /// </exception>
    public Attribution(string author, string reason, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(author))
        {
            throw new RecordException(ErrorCode.AttributionMissing, "author");
        }
        if (WrongWith(reason, "reason") is { } wrong)
        {
            throw new RecordException(wrong.Code, [.. wrong.About]);
        }
        Author = author;
        Reason = reason;
        // Whole milliseconds: digests must survive the round trip through every store.
        At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
    }

    /// <summary>Why a text cannot be a reason, said of the field in which it was typed; null where it can.</summary>
    public static DraftError? WrongWith(string reason, string field) =>
        reason.Length > ReasonLength ? new DraftError(field, ErrorCode.TextTooLong, field, "", ReasonLength)
            : !Guard.IsClean(reason, lines: true) ? new DraftError(field, ErrorCode.ForbiddenCharacter, field, "")
            : null;

    public string Author { get; }

    /// <summary>Why, in the author's words; may be empty where nothing needs explaining.</summary>
    public string Reason { get; }

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTimeOffset At { get; }
}
