using HabitatBoard.Agenda;
using HabitatBoard.Delegations;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;

namespace HabitatBoard.Statements;

/// <summary>In what capacity a speaker takes the floor.</summary>
public enum Capacity
{
    BoardMember,
    Observer,
    Secretariat,
    PresidingOfficer,
    Officer,
    Guest,
    NonGovernmental,
}

/// <summary>What a speaker takes the floor for.</summary>
public enum StatementKind
{
    Opening,
    Introduction,
    Presentation,
    Statement,
    RightOfReply,
    Answer,
    Closing,
}

/// <summary>How a statement reached the room.</summary>
public enum Medium
{
    Room,
    RecordedVideo,
    VideoLink,
}

/// <summary>How statements stand in a paragraph of a report, in the order in which they usually do.</summary>
internal enum StatementForm
{
    Opening,

    /// <summary>In a sentence of its own; the others stand in lists of their kind.</summary>
    Alone,
    Member,
    Observer,
    Organization,
    Reply,
    Answer,
    Closing,
}

/// <summary>
/// One speaker taking the floor in one paragraph under one item. A delegation that speaks in two capacities makes
/// two statements (Egypt, paragraph 21).
/// </summary>
public sealed class Statement : ISessionOwned, IOrdered
{
    private readonly List<StatementOnBehalf> onBehalfOf = [];

    private Statement()
    {
    }

    public Statement(Guid id, string sessionId, Guid paragraphId, int order, Guid? agendaItemId, Speaker speaker, Capacity capacity, StatementKind kind, Medium? medium)
    {
        Id = id;
        SessionId = sessionId;
        ParagraphId = paragraphId;
        Order = Guard.Positive(order, "order");
        AgendaItemId = agendaItemId;
        DelegationCode = speaker.DelegationCode;
        PersonCode = speaker.PersonCode;
        Office = Guard.Optional(speaker.Office, "office");
        if (DelegationCode is null && PersonCode is null && Office.IsNone)
        {
            throw new RecordException(ErrorCode.SpeakerMissing, "speaker");
        }
        Capacity = capacity;
        Kind = kind;
        Medium = medium;
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;

    /// <summary>The report paragraph that records it.</summary>
    public Guid ParagraphId { get; private set; }

    public Paragraph Paragraph { get; private set; } = null!;

    /// <summary>The place among the statements of its paragraph, from 1.</summary>
    public int Order { get; private set; }

    public Guid? AgendaItemId { get; private set; }
    public AgendaItem? AgendaItem { get; private set; }

    /// <summary>The delegation that speaks, or to which the person who speaks belongs.</summary>
    public string? DelegationCode { get; private set; }

    public Delegation? Delegation { get; private set; }

    /// <summary>The person who speaks, where one is named.</summary>
    public string? PersonCode { get; private set; }

    public Person? Person { get; private set; }

    /// <summary>The office of the person as printed, or the office alone where nobody is named.</summary>
    public LocalizedText Office { get; private set; } = LocalizedText.None;

    public Capacity Capacity { get; private set; }
    public StatementKind Kind { get; private set; }

    /// <summary>Null where the record does not say.</summary>
    public Medium? Medium { get; private set; }

    /// <summary>The matter on which it was made, as the report words it after "on"; none where it does not say.</summary>
    public LocalizedText Subject { get; private set; } = LocalizedText.None;

    /// <summary>What it set out, as a clause that ends the sentence: 介绍了…, "outlining ...". None for a bare mention.</summary>
    public LocalizedText Topic { get; private set; } = LocalizedText.None;

    /// <summary>The slug of the document to which the speaker drew attention.</summary>
    public string? DocumentSlug { get; private set; }

    /// <summary>The variants of the standard phrases with which it is printed; see <see cref="Reports.Phrasing.PhraseBook"/>.</summary>
    public string? Variant { get; private set; }

    /// <summary>How it stands in a paragraph: by itself, or in a list of its kind.</summary>
    internal StatementForm Form => Kind switch
    {
        StatementKind.Opening => StatementForm.Opening,
        StatementKind.Closing => StatementForm.Closing,
        StatementKind.Answer => StatementForm.Answer,
        StatementKind.RightOfReply => StatementForm.Reply,
        StatementKind.Statement when Capacity == Capacity.NonGovernmental => StatementForm.Organization,
        StatementKind.Statement when IsBare => Capacity == Capacity.BoardMember ? StatementForm.Member : StatementForm.Observer,
        _ => StatementForm.Alone,
    };

    /// <summary>A delegation took the floor, and nothing more is said of it.</summary>
    internal bool IsBare =>
        DelegationCode is not null && PersonCode is null && DocumentSlug is null && Medium is null
        && Office.IsNone && Topic.IsNone && Subject.IsNone;

    /// <summary>The groups and delegations on whose behalf it was made, in the order in which they are named.</summary>
    public IReadOnlyList<StatementOnBehalf> OnBehalfOf => onBehalfOf;

    /// <summary>Says what the statement was about.</summary>
    public void Treat(LocalizedText subject, LocalizedText topic, string? documentSlug)
    {
        Subject = Guard.Optional(subject, "subject");
        Topic = Guard.Optional(topic, "topic");
        DocumentSlug = documentSlug;
    }

    /// <summary>Says how the statement was made, where the record tells it apart.</summary>
    public void Deliver(Medium medium) => Medium = medium;

    /// <summary>Names the variants of the standard phrases with which it is printed; null for the usual ones.</summary>
    public void Phrase(string? variant) => Variant = Guard.Variant(variant);

    /// <summary>Gives it another place among the statements of its paragraph.</summary>
    public void MoveTo(int order) => Order = Guard.Positive(order, "order");

    public void SpeakFor(string? groupCode, string? delegationCode)
    {
        if (onBehalfOf.Any(o => o.GroupCode == groupCode && o.DelegationCode == delegationCode))
        {
            throw new RecordException(ErrorCode.NumberUsedTwice, "onBehalfOf", groupCode ?? delegationCode ?? "");
        }
        onBehalfOf.Add(new StatementOnBehalf(SessionId, Id, onBehalfOf.Count + 1, groupCode, delegationCode));
    }
}

/// <summary>Who speaks: a delegation, a person, an office, or a person with office for a delegation.</summary>
public readonly record struct Speaker(string? DelegationCode, string? PersonCode, LocalizedText Office);

/// <summary>A group or delegation on whose behalf a statement was made.</summary>
public sealed class StatementOnBehalf : ISessionOwned
{
    private StatementOnBehalf()
    {
    }

    internal StatementOnBehalf(string sessionId, Guid statementId, int order, string? groupCode, string? delegationCode)
    {
        SessionId = sessionId;
        StatementId = statementId;
        Order = order;
        if ((groupCode is null) == (delegationCode is null))
        {
            throw new RecordException(ErrorCode.ReferenceToNothing, "onBehalfOf");
        }
        GroupCode = groupCode;
        DelegationCode = delegationCode;
    }

    public string SessionId { get; private set; } = null!;
    public Guid StatementId { get; private set; }
    public int Order { get; private set; }
    public string? GroupCode { get; private set; }
    public Group? Group { get; private set; }
    public string? DelegationCode { get; private set; }
    public Delegation? Delegation { get; private set; }
}
