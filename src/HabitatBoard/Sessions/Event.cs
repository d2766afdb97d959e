using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;

namespace HabitatBoard.Sessions;

/// <summary>A dated event that the record of a session names, such as the World Urban Forum.</summary>
public sealed class Event : ISessionOwned
{
    private Event()
    {
    }

    public Event(Guid id, string sessionId, LocalizedText title, DateOnly startsOn, DateOnly? endsOn, LocalizedText place, Guid paragraphId)
    {
        Id = id;
        SessionId = sessionId;
        Title = Guard.Required(title, "title");
        Guard.InOrder(startsOn, endsOn, "endsOn");
        StartsOn = startsOn;
        EndsOn = endsOn;
        Place = Guard.Optional(place, "place");
        ParagraphId = paragraphId;
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;
    public LocalizedText Title { get; private set; } = LocalizedText.None;
    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day, or null for an event of one day.</summary>
    public DateOnly? EndsOn { get; private set; }

    public LocalizedText Place { get; private set; } = LocalizedText.None;

    /// <summary>The report paragraph that names it.</summary>
    public Guid ParagraphId { get; private set; }

    public Paragraph Paragraph { get; private set; } = null!;
}
