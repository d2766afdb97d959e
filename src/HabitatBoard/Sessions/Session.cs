using System.Globalization;
using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Sessions;

/// <summary>How a session is held.</summary>
public enum SessionMode
{
    InPerson,
    Online,
    Hybrid,
}

/// <summary>How far a session has come.</summary>
public enum SessionStatus
{
    Planned,
    Open,
    Closed,
}

/// <summary>One session of the Executive Board.</summary>
public sealed class Session
{
    private Session()
    {
    }

    public Session(int year, int number, LocalizedText title)
    {
        Year = year is >= 1946 and <= 9999 ? year : throw new RecordException(ErrorCode.MalformedIdentifier, "year", year);
        Number = Guard.Positive(number, "number");
        Id = Identifier(year, number);
        Title = Guard.Required(title, "title");
    }

    /// <summary>Year and number in the year, <c>2024-1</c>: the session's permanent address.</summary>
    public string Id { get; private set; } = null!;

    public int Year { get; private set; }

    /// <summary>The number within the year, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>As the report's masthead has it: 2024 年第一次会议.</summary>
    public LocalizedText Title { get; private set; } = LocalizedText.None;

    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }
    public LocalizedText Place { get; private set; } = LocalizedText.None;
    public SessionMode? Mode { get; private set; }

    /// <summary>What the record adds to the mode, such as who may follow online.</summary>
    public LocalizedText ModeNote { get; private set; } = LocalizedText.None;

    public SessionStatus Status { get; private set; }

    /// <summary>When the Chair declared the session open, in the time of Nairobi.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When the Chair declared the session closed, in the time of Nairobi.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The report paragraph that states the opening. No foreign key: paragraphs belong to the session.</summary>
    public Guid? OpeningParagraphId { get; private set; }

    /// <summary>The report paragraph that states the closing.</summary>
    public Guid? ClosingParagraphId { get; private set; }

    public Interpretation? Interpretation { get; private set; }

    /// <summary>The address of a session, <c>2024-1</c>.</summary>
    public static string Identifier(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{year}-{number}");

    public void Describe(LocalizedText title, LocalizedText place, SessionMode? mode, LocalizedText modeNote, Interpretation? interpretation)
    {
        Title = Guard.Required(title, "title");
        Place = Guard.Optional(place, "place");
        Mode = mode;
        ModeNote = Guard.Optional(modeNote, "modeNote");
        Interpretation = interpretation;
    }

    public void Schedule(DateOnly? startsOn, DateOnly? endsOn)
    {
        Guard.InOrder(startsOn, endsOn, "endsOn");
        StartsOn = startsOn;
        EndsOn = endsOn;
    }

    /// <summary>Says when it was opened and closed; kept by the clock of the Board, whichever the caller has.</summary>
    public void Hold(SessionStatus status, DateTimeOffset? openedAt, DateTimeOffset? closedAt)
    {
        if (openedAt > closedAt)
        {
            throw new RecordException(ErrorCode.DatesReversed, "closedAt");
        }
        Status = status;
        OpenedAt = openedAt?.InNairobi;
        ClosedAt = closedAt?.InNairobi;
    }

    /// <summary>Says which report paragraphs state opening and closing.</summary>
    public void State(Guid? openingParagraphId, Guid? closingParagraphId)
    {
        OpeningParagraphId = openingParagraphId;
        ClosingParagraphId = closingParagraphId;
    }
}

/// <summary>Simultaneous interpretation at a session.</summary>
public sealed record Interpretation
{
    private Interpretation()
    {
    }

    public Interpretation(double? hoursPerDay, IReadOnlyList<Language> languages)
    {
        HoursPerDay = hoursPerDay is null or (> 0 and <= 24) ? hoursPerDay : throw new RecordException(ErrorCode.MalformedIdentifier, "hoursPerDay", hoursPerDay);
        Languages = languages;
    }

    /// <summary>Hours of interpretation a day; null where they are not recorded.</summary>
    public double? HoursPerDay { get; private set; }

    public IReadOnlyList<Language> Languages { get; private set; } = [];
}
