using System.Globalization;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;

namespace HabitatBoard.Decisions;

/// <summary>Preambular paragraphs have no number; operative ones are numbered through the decision.</summary>
public enum DecisionParagraphKind
{
    Operative,
    Preambular,
}

/// <summary>A decision of the Board with its parts and paragraphs, as far as the record holds them.</summary>
public sealed class Decision : ISessionOwned
{
    private readonly List<DecisionPart> parts = [];
    private readonly List<DecisionParagraph> paragraphs = [];

    private Decision()
    {
    }

    public Decision(Guid id, string sessionId, int year, int number, LocalizedText title, DateOnly? adoptedOn, string? documentSlug, Guid? paragraphId)
    {
        Id = id;
        SessionId = sessionId;
        Year = Guard.Positive(year, "year");
        Number = Guard.Positive(number, "number");
        Title = Guard.Required(title, "title");
        AdoptedOn = adoptedOn;
        StandIn(documentSlug);
        ParagraphId = paragraphId;
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;
    public int Year { get; private set; }

    /// <summary>The number within the year.</summary>
    public int Number { get; private set; }

    /// <summary>The number as written, <c>2024/1</c>.</summary>
    public string Label => LabelOf(Year, Number);

    public LocalizedText Title { get; private set; } = LocalizedText.None;

    /// <summary>Null where the record does not say.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    /// <summary>The slug of the document in which the text stands.</summary>
    public string? DocumentSlug { get; private set; }

    /// <summary>The report paragraph that lists the decision among those of its session.</summary>
    public Guid? ParagraphId { get; private set; }

    public Paragraph? Paragraph { get; private set; }
    public IReadOnlyList<DecisionPart> Parts => parts;

    /// <summary>All paragraphs that the record knows of, in order, those of parts included.</summary>
    public IReadOnlyList<DecisionParagraph> Paragraphs => paragraphs;

    public static string LabelOf(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{year}/{number}");

    /// <summary>Says in which document the text stands; null where the record does not say.</summary>
    public void StandIn(string? documentSlug) => DocumentSlug = documentSlug;

    public DecisionPart AddPart(Guid id, string letter, LocalizedText title)
    {
        if (parts.Any(p => p.Letter == letter))
        {
            throw new RecordException(ErrorCode.NumberUsedTwice, "part", letter);
        }
        var part = new DecisionPart(id, SessionId, Id, letter, title);
        parts.Add(part);
        return part;
    }

    public DecisionParagraph AddParagraph(Guid id, DecisionPart? part, int? number, LocalizedText text)
    {
        if (part is not null && !parts.Contains(part))
        {
            throw new RecordException(ErrorCode.ReferenceToNothing, "part", part.Letter);
        }
        if (number is not null && paragraphs.Any(p => p.Number == number))
        {
            throw new RecordException(ErrorCode.NumberUsedTwice, "paragraph", number);
        }
        var paragraph = new DecisionParagraph(id, SessionId, Id, part?.Id, paragraphs.Count + 1, number, text);
        paragraphs.Add(paragraph);
        return paragraph;
    }
}

/// <summary>A lettered part of a decision, <c>(b)</c>.</summary>
public sealed class DecisionPart : ISessionOwned
{
    private DecisionPart()
    {
    }

    internal DecisionPart(Guid id, string sessionId, Guid decisionId, string letter, LocalizedText title)
    {
        Id = id;
        SessionId = sessionId;
        DecisionId = decisionId;
        Letter = Guard.Letter(letter, "part") is { Length: > 0 } l ? l : throw new RecordException(ErrorCode.MalformedIdentifier, "part", letter);
        Title = Guard.Required(title, "title");
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;
    public Guid DecisionId { get; private set; }
    public string Letter { get; private set; } = null!;
    public LocalizedText Title { get; private set; } = LocalizedText.None;
}

/// <summary>A paragraph of a decision. Its text is none where the document that holds it is not held.</summary>
public sealed class DecisionParagraph : ISessionOwned
{
    private DecisionParagraph()
    {
    }

    internal DecisionParagraph(Guid id, string sessionId, Guid decisionId, Guid? partId, int order, int? number, LocalizedText text)
    {
        Id = id;
        SessionId = sessionId;
        DecisionId = decisionId;
        PartId = partId;
        Order = order;
        Number = number is null ? null : Guard.Positive(number.Value, "paragraph");
        Text = Guard.Optional(text, "text", Guard.TextLength);
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;
    public Guid DecisionId { get; private set; }
    public Guid? PartId { get; private set; }
    public int Order { get; private set; }

    /// <summary>The number, which runs through the decision; null for a preambular paragraph.</summary>
    public int? Number { get; private set; }

    public DecisionParagraphKind Kind => Number is null ? DecisionParagraphKind.Preambular : DecisionParagraphKind.Operative;
    public LocalizedText Text { get; private set; } = LocalizedText.None;
}
