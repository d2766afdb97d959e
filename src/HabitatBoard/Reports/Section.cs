using HabitatBoard.Agenda;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using System.Globalization;

namespace HabitatBoard.Reports;

/// <summary>
/// A section of a report, or a lettered part of one. Sections are numbered I, II, ...; the introduction has the number 0.
/// A section is not an agenda item, though most report on one.
/// </summary>
public sealed class Section : ISessionOwned
{
    private Section()
    {
    }

    public Section(Guid id, string sessionId, int order, int number, string? letter, Guid? parentId, Guid? agendaItemId, LocalizedText heading)
    {
        Id = id;
        SessionId = sessionId;
        Order = order;
        Number = number >= 0 ? number : throw new RecordException(ErrorCode.MalformedIdentifier, "section", number);
        Letter = Guard.Letter(letter, "letter");
        ParentId = parentId;
        AgendaItemId = agendaItemId;
        Heading = Guard.Required(heading, "heading");
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;

    /// <summary>The place in the report, from 1.</summary>
    public int Order { get; private set; }

    public int Number { get; private set; }

    /// <summary>The letter of a part of a section, <c>A</c>; empty for a section.</summary>
    public string Letter { get; private set; } = "";

    public Guid? ParentId { get; private set; }
    public Section? Parent { get; private set; }

    /// <summary>The item it reports on, if it reports on one.</summary>
    public Guid? AgendaItemId { get; private set; }

    public AgendaItem? AgendaItem { get; private set; }

    /// <summary>The heading as printed, without its number.</summary>
    public LocalizedText Heading { get; private set; } = LocalizedText.None;

    /// <summary>Number and letter as in addresses, <c>2A</c>.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"{Number}{Letter}");

    /// <summary>Reads <c>4</c>, <c>2A</c> and, for the introduction, <c>0</c>.</summary>
    public static (int Number, string Letter)? ParseLabel(string label)
    {
        var letter = label.Length > 1 && char.IsAsciiLetterUpper(label[^1]) ? label[^1..] : "";
        return label.Length - letter.Length is > 0 and <= 3 && int.TryParse(label.AsSpan(0, label.Length - letter.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, letter) : null;
    }

    /// <summary>Gives it another place in the report, and the number that belongs to the place.</summary>
    public void Place(int order, int number, string letter)
    {
        Order = Guard.Positive(order, "order");
        Number = number >= 0 ? number : throw new RecordException(ErrorCode.MalformedIdentifier, "section", number);
        Letter = Guard.Letter(letter, "letter");
    }
}
