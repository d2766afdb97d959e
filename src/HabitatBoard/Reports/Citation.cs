using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;

namespace HabitatBoard.Reports;

/// <summary>What a citation mentions.</summary>
public enum CitationKind
{
    /// <summary>Target: a document's slug.</summary>
    Document,

    /// <summary>Target: a decision's number, <c>2024/1</c>.</summary>
    Decision,

    /// <summary>Target: a part's number, <c>2024/1(b)</c>.</summary>
    DecisionPart,

    /// <summary>Target: the number of a resolution of another body, <c>73/239</c>; it is not part of the record.</summary>
    Resolution,

    /// <summary>Target: a body's code.</summary>
    Body,

    /// <summary>Target: a person's code.</summary>
    Person,

    /// <summary>Target: a delegation's code.</summary>
    Delegation,

    /// <summary>Target: a session, <c>2023-3</c>.</summary>
    Session,
}

/// <summary>
/// A mention in a paragraph, with the wording printed there. Wordings differ from place to place: the fact has one
/// title, its citations keep what was printed.
/// </summary>
public sealed class Citation : ISessionOwned, IOrdered
{
    private Citation()
    {
    }

    public Citation(Guid id, string sessionId, Guid paragraphId, int order, CitationKind kind, string target, string? reference, LocalizedText wording, string? variant = null)
    {
        Id = id;
        SessionId = sessionId;
        ParagraphId = paragraphId;
        Order = Guard.Positive(order, "order");
        Kind = kind;
        Target = target;
        Reference = reference;
        Wording = Guard.Optional(wording, "wording");
        Variant = Guard.Variant(variant);
        if (reference is null && wording.IsNone)
        {
            throw new RecordException(ErrorCode.TextInNoLanguage, "wording");
        }
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;
    public Guid ParagraphId { get; private set; }
    public Paragraph Paragraph { get; private set; } = null!;

    /// <summary>The place among the citations of its paragraph, from 1.</summary>
    public int Order { get; private set; }

    public CitationKind Kind { get; private set; }

    /// <summary>The key of what is mentioned; <see cref="CitationKind"/> says which key.</summary>
    public string Target { get; private set; } = null!;

    /// <summary>The symbol or number as printed there, <c>HSP/EB.2024/INF.2</c>; null for things that have neither.</summary>
    public string? Reference { get; private set; }

    /// <summary>The title or name as printed there; none where only the symbol or number is.</summary>
    public LocalizedText Wording { get; private set; } = LocalizedText.None;

    /// <summary>The variants of the standard phrases with which it is printed; see <see cref="Phrasing.PhraseBook"/>.</summary>
    public string? Variant { get; private set; }

    /// <summary>Gives it another place among its like.</summary>
    public void MoveTo(int order) => Order = Guard.Positive(order, "order");
}
