using HabitatBoard.Agenda;
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

/// <summary>One act of the Board, other than the adoption of a decision.</summary>
public sealed class Act : ISessionOwned
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
        Subject = Guard.Required(subject, "subject");
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

    /// <summary>What was adopted, noted, agreed or decided, as printed.</summary>
    public LocalizedText Subject { get; private set; } = LocalizedText.None;

    /// <summary>The slug of the document the act is about, such as the adopted report.</summary>
    public string? DocumentSlug { get; private set; }

    /// <summary>The session the act is about, such as the next one.</summary>
    public string? SubjectSessionId { get; private set; }

    public void Concern(string? documentSlug, string? subjectSessionId)
    {
        DocumentSlug = documentSlug;
        SubjectSessionId = subjectSessionId;
    }
}
