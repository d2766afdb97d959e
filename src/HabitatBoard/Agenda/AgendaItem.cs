using System.Globalization;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;

namespace HabitatBoard.Agenda;

/// <summary>Which agenda of the session an item stands on.</summary>
public enum AgendaVersion
{
    Adopted,
    Provisional,
}

/// <summary>
/// An item or sub-item of a session's agenda: <c>4</c>, <c>2(a)</c>. The paragraph that states it is that of the act
/// by which the agenda was adopted.
/// </summary>
public sealed class AgendaItem : ISessionOwned
{
    private AgendaItem()
    {
    }

    public AgendaItem(Guid id, string sessionId, AgendaVersion version, int number, string? letter, LocalizedText title)
    {
        Id = id;
        SessionId = sessionId;
        Version = version;
        Number = Guard.Positive(number, "number");
        Letter = Guard.Letter(letter, "letter");
        Title = Guard.Required(title, "title");
    }

    public Guid Id { get; private set; }
    public string SessionId { get; private set; } = null!;
    public AgendaVersion Version { get; private set; }
    public int Number { get; private set; }

    /// <summary>The letter of a sub-item, <c>a</c>; empty for an item.</summary>
    public string Letter { get; private set; } = "";

    /// <summary>The number as written in text, <c>2(a)</c>.</summary>
    public string Label => LabelOf(Number, Letter);

    /// <summary>The number as in addresses, <c>2a</c>.</summary>
    public string Slug => string.Create(CultureInfo.InvariantCulture, $"{Number}{Letter}");

    public LocalizedText Title { get; private set; } = LocalizedText.None;

    /// <summary>Reads <c>4</c>, <c>2a</c> and <c>2(a)</c>.</summary>
    public static (int Number, string Letter)? ParseNumber(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 3 || !int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return null;
        }
        var rest = text[digits..];
        return rest switch
        {
            "" => (number, ""),
            [var letter] when char.IsAsciiLetterLower(letter) => (number, rest),
            ['(', var letter, ')'] when char.IsAsciiLetterLower(letter) => (number, rest[1..2]),
            _ => null,
        };
    }

    public static string LabelOf(int number, string letter) =>
        letter.Length == 0 ? number.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{number}({letter})");

    /// <summary>Gives it another number on its agenda.</summary>
    public void Renumber(int number, string letter)
    {
        Number = Guard.Positive(number, "number");
        Letter = Guard.Letter(letter, "letter");
    }

    public void Retitle(LocalizedText title) => Title = Guard.Required(title, "title");
}
