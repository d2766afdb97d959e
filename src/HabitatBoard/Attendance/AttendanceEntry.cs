using HabitatBoard.Delegations;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;

namespace HabitatBoard.Attendance;

/// <summary>The classes in which a report lists those who attended, in their order.</summary>
public enum AttendanceClass
{
    Member,
    ObserverState,

    /// <summary>Headed "members of the specialized agencies" in the source, whoever stands under it.</summary>
    SpecializedAgency,

    OtherObserver,
}

/// <summary>Present and absent are both recorded; what is not recorded has no entry.</summary>
public enum Presence
{
    Present,
    Absent,
}

/// <summary>A delegation's presence at a session, or its recorded absence, in a class.</summary>
public sealed class AttendanceEntry : ISessionOwned, IOrdered
{
    private AttendanceEntry()
    {
    }

    public AttendanceEntry(Guid id, string sessionId, AttendanceClass attendanceClass, int order, string delegationCode, Presence presence, Guid paragraphId)
    {
        Id = id;
        SessionId = sessionId;
        Class = attendanceClass;
        Order = Guard.Positive(order, "order");
        DelegationCode = delegationCode;
        Presence = presence;
        ParagraphId = paragraphId;
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;
    public AttendanceClass Class { get; private set; }

    /// <summary>The place within the class as printed, from 1.</summary>
    public int Order { get; private set; }

    public string DelegationCode { get; private set; } = null!;
    public Delegation Delegation { get; private set; } = null!;
    public Presence Presence { get; private set; }

    /// <summary>The report paragraph that lists it.</summary>
    public Guid ParagraphId { get; private set; }

    public Paragraph Paragraph { get; private set; } = null!;

    /// <summary>Gives it another place among its like.</summary>
    public void MoveTo(int order) => Order = Guard.Positive(order, "order");
}

/// <summary>The words under which a class of attendance is printed at a session.</summary>
public sealed class AttendanceHeading : ISessionOwned
{
    private AttendanceHeading()
    {
    }

    public AttendanceHeading(string sessionId, AttendanceClass attendanceClass, LocalizedText heading, Guid paragraphId)
    {
        SessionId = sessionId;
        Class = attendanceClass;
        ParagraphId = paragraphId;
        Reword(heading);
    }

    public string SessionId { get; private set; } = null!;
    public AttendanceClass Class { get; private set; }
    public LocalizedText Heading { get; private set; } = LocalizedText.None;
    public Guid ParagraphId { get; private set; }
    public Paragraph Paragraph { get; private set; } = null!;

    public void Reword(LocalizedText heading) => Heading = Guard.Required(heading, "heading");
}
