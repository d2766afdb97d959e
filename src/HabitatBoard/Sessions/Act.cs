using HabitatBoard.Agenda;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;

namespace HabitatBoard.Sessions;

/// <summary>What the Board does on an item beside adopting decisions.</summary>
public enum ActKind
{
    TookNote,
    Agreed,
    Decided,
    AdoptedAgenda,
    AdoptedReport,
}

/// <summary>What the subject of an act is composed from.</summary>
public enum ActSubject
{
    /// <summary>From <see cref="Act.Subject"/>, as recorded.</summary>
    AsRecorded,

    /// <summary>The documents introduced under the item and the further information provided.</summary>
    DocumentsAndInformation,

    /// <summary>That the co-facilitators named in the paragraph lead the informal consultations.</summary>
    CoFacilitators,
}

/// <summary>One act of the Board, other than the adoption of a decision.</summary>
public sealed class Act : ISessionOwned, IOrdered
{
    private Act()
    {
    }

    public Act(Guid id, string sessionId, Guid paragraphId, int order, ActKind kind, Guid? agendaItemId, LocalizedText subject)
    {
        Id = id;
        SessionId = sessionId;
        ParagraphId = paragraphId;
        Order = order;
        Kind = kind;
        AgendaItemId = agendaItemId;
        Word(subject);
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;

    /// <summary>The report paragraph that states it.</summary>
    public Guid ParagraphId { get; private set; }

    public Paragraph Paragraph { get; private set; } = null!;

    /// <summary>The place among the acts of its paragraph, from 1.</summary>
    public int Order { get; private set; }

    public ActKind Kind { get; private set; }
    public Guid? AgendaItemId { get; private set; }
    public AgendaItem? AgendaItem { get; private set; }

    /// <summary>What a report composes the subject from. The recorded text stays, for those who read acts by themselves.</summary>
    public ActSubject SubjectKind { get; private set; }

    /// <summary>What was adopted, noted, agreed or decided, as printed.</summary>
    public LocalizedText Subject { get; private set; } = LocalizedText.None;

    /// <summary>The slug of the document the act is about, such as the adopted report.</summary>
    public string? DocumentSlug { get; private set; }

    /// <summary>The session the act is about, such as the next one.</summary>
    public string? SubjectSessionId { get; private set; }

    /// <summary>The adoption by which the act was done, where a decision does it.</summary>
    public Guid? AdoptionId { get; private set; }

    /// <summary>The variants of the standard phrases with which it is printed; see <see cref="Reports.Phrasing.PhraseBook"/>.</summary>
    public string? Variant { get; private set; }

    /// <summary>Says by which adoption the act was done, and how a report words it.</summary>
    public void Phrase(ActSubject subjectKind, Guid? adoptionId, string? variant)
    {
        SubjectKind = subjectKind;
        AdoptionId = adoptionId;
        Variant = Guard.Variant(variant);
    }

    /// <summary>Words what was adopted, noted, agreed or decided.</summary>
    public void Word(LocalizedText subject) => Subject = Guard.Required(subject, "subject");

    public void Concern(string? documentSlug, string? subjectSessionId)
    {
        DocumentSlug = documentSlug;
        SubjectSessionId = subjectSessionId;
    }

    /// <summary>Gives it another place among its like.</summary>
    public void MoveTo(int order) => Order = Guard.Positive(order, "order");
}
