using System.Globalization;
using System.Text;

namespace HabitatBoard.Web.TakeAway;

/// <summary>A calendar as text (RFC 5545): lines of at most 75 octets, ended by CR LF, texts escaped.</summary>
internal sealed class CalendarText
{
    public const string MediaType = "text/calendar";

    /// <summary>RFC 5545, section 3.1: the octets of a line, without its end.</summary>
    private const int LineLength = 75;

    private readonly StringBuilder text = new();

    /// <summary>A line whose value needs no escaping.</summary>
    public CalendarText Line(string name, string value)
    {
        var line = $"{name}:{value}";
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            // Folded between characters, never within one: section 3.1 allows both, readers do not.
            if (octets + rune.Utf8SequenceLength > LineLength)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
        return this;
    }

    /// <summary>A line whose value is text (section 3.3.11); a blank one is left out.</summary>
    public CalendarText Text(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return this;
        }
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append(' '),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        }
        return Line(name, escaped.ToString());
    }

    /// <summary>Whole days: the end is the day after the last (section 3.6.1).</summary>
    public CalendarText Days(DateOnly from, DateOnly? until) =>
        Line("DTSTART;VALUE=DATE", Day(from)).Line("DTEND;VALUE=DATE", Day((until ?? from).AddDays(1)));

    public CalendarText Moment(string name, DateTimeOffset moment) =>
        Line(name, moment.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
