using HabitatBoard.Agenda;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;

namespace HabitatBoard.Decisions;

/// <summary>How the Board adopts.</summary>
public enum AdoptionManner
{
    NotRecorded,
    Consensus,
    Vote,
}

/// <summary>The Board adopts a decision, a part of one, or paragraphs of it, under an item, as a report paragraph records.</summary>
public sealed class Adoption : ISessionOwned, IOrdered
{
    private readonly List<AdoptedParagraph> paragraphs = [];

    private Adoption()
    {
    }

    public Adoption(Guid id, string sessionId, Guid decisionId, Guid? partId, Guid? agendaItemId, Guid? paragraphId, int order, AdoptionManner manner, bool orallyAmended)
    {
        Id = id;
        SessionId = sessionId;
        DecisionId = decisionId;
        PartId = partId;
        AgendaItemId = agendaItemId;
        ParagraphId = paragraphId;
        Order = Guard.Positive(order, "order");
        Manner = manner;
        OrallyAmended = orallyAmended;
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;
    public Guid DecisionId { get; private set; }
    public Decision Decision { get; private set; } = null!;

    /// <summary>The part adopted; null where the whole decision is.</summary>
    public Guid? PartId { get; private set; }

    public DecisionPart? Part { get; private set; }

    /// <summary>The item under which it was adopted; null between sessions.</summary>
    public Guid? AgendaItemId { get; private set; }

    public AgendaItem? AgendaItem { get; private set; }

    /// <summary>The report paragraph that records it.</summary>
    public Guid? ParagraphId { get; private set; }

    public Paragraph? Paragraph { get; private set; }

    /// <summary>The place among the adoptions of its paragraph, from 1.</summary>
    public int Order { get; private set; }

    public AdoptionManner Manner { get; private set; }
    public bool OrallyAmended { get; private set; }

    /// <summary>The variants of the standard phrases with which it is printed; see <see cref="Reports.Phrasing.PhraseBook"/>.</summary>
    public string? Variant { get; private set; }

    /// <summary>The paragraphs adopted; empty where the whole part or decision is.</summary>
    public IReadOnlyList<AdoptedParagraph> Paragraphs => paragraphs;

    /// <summary>Names the variants of the standard phrases with which it is printed; null for the usual ones.</summary>
    public void Phrase(string? variant) => Variant = Guard.Variant(variant);

    /// <summary>Gives it another place among its like.</summary>
    public void MoveTo(int order) => Order = Guard.Positive(order, "order");

    public void Cover(DecisionParagraph paragraph)
    {
        if (paragraph.DecisionId != DecisionId || (PartId is not null && paragraph.PartId != PartId))
        {
            throw new RecordException(ErrorCode.ReferenceToNothing, "paragraph", paragraph.Number ?? 0);
        }
        if (paragraphs.Any(p => p.DecisionParagraphId == paragraph.Id))
        {
            throw new RecordException(ErrorCode.NumberUsedTwice, "paragraph", paragraph.Number ?? 0);
        }
        paragraphs.Add(new AdoptedParagraph(SessionId, Id, paragraph.Id));
    }
}

/// <summary>A paragraph of a decision that an adoption covers.</summary>
public sealed class AdoptedParagraph : ISessionOwned
{
    private AdoptedParagraph()
    {
    }

    internal AdoptedParagraph(string sessionId, Guid adoptionId, Guid decisionParagraphId)
    {
        SessionId = sessionId;
        AdoptionId = adoptionId;
        DecisionParagraphId = decisionParagraphId;
    }

    public string SessionId { get; private set; } = null!;
    public Guid AdoptionId { get; private set; }
    public Guid DecisionParagraphId { get; private set; }
    public DecisionParagraph DecisionParagraph { get; private set; } = null!;
}
