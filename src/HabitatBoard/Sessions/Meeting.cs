using HabitatBoard.Errors;
using HabitatBoard.Publishing;

namespace HabitatBoard.Sessions;

/// <summary>One meeting of a session, where the record tells them apart.</summary>
public sealed class Meeting : ISessionOwned
{
    private Meeting()
    {
    }

    public Meeting(Guid id, string sessionId, int number, DateOnly day, TimeOnly? startsAt, TimeOnly? endsAt)
    {
        Id = id;
        SessionId = sessionId;
        Number = Guard.Positive(number, "number");
        Day = day;
        StartsAt = startsAt;
        EndsAt = startsAt > endsAt ? throw new RecordException(ErrorCode.DatesReversed, "endsAt") : endsAt;
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;

    /// <summary>The number within the session, from 1.</summary>
    public int Number { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>Local time at the place of the session.</summary>
    public TimeOnly? StartsAt { get; private set; }

    public TimeOnly? EndsAt { get; private set; }
}
