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
        if (reason.Length > ReasonLength)
        {
            throw new RecordException(ErrorCode.TextTooLong, "reason", "", ReasonLength);
        }
        if (!Guard.IsClean(reason, lines: true))
        {
            throw new RecordException(ErrorCode.ForbiddenCharacter, "reason", "");
        }
        Author = author;
        Reason = reason;
        // Whole milliseconds: digests must survive the round trip through every store.
        At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
    }

    public string Author { get; }

    /// <summary>Why, in the author's words; may be empty where nothing needs explaining.</summary>
    public string Reason { get; }

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTimeOffset At { get; }
}
