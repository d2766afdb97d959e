using System.Globalization;
using System.Text.RegularExpressions;

namespace HabitatBoard.Papers;

/// <summary>How numbers are written.</summary>
public enum Counting
{
    Decimal,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
    Chinese,

    /// <summary>أ, ب, ج. Word can count so, but programs differ in the letters they write.</summary>
    Abjad,
}

/// <summary>How a mark is written: the counting, and what stands round the number.</summary>
public sealed record MarkStyle(Counting Counting, string Before, string After);

/// <summary>The number in front of a section, a paragraph or a sub-paragraph: <c>IV.</c>, <c>21.</c>, <c>(a)</c>, <c>(一)</c>, <c>'1'</c>.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Value">The number, from 1.</param>
/// <param name="Style">Null where <paramref name="Text"/> is no number that can be counted on from, such as أولا.</param>
/// <param name="IsLetter">Whether the number is written by a letter: <c>(a)</c>, <c>(أ)</c>.</param>
public sealed partial record Mark(string Text, int Value, MarkStyle? Style, bool IsLetter = false)
{
    private const string Abjad = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    private const string Han = "零一二三四五六七八九";

    /// <summary>A mark as it is printed. It keeps its style if whoever counts in that style comes to the same.</summary>
    public static Mark Of(string text, int value, MarkStyle style) =>
        new(text, value, style.Counting != Counting.Abjad && $"{style.Before}{Write(style.Counting, value)}{style.After}" == text ? style : null, style.Counting is Counting.LowerLetter or Counting.UpperLetter or Counting.Abjad);

    /// <summary>
    /// The lines below the first line of a paragraph, with their marks and degrees. What is numbered as the first of them
    /// is of the first degree, what is numbered otherwise of the second: 1. and (a), (a) and (一).
    /// </summary>
    public static IReadOnlyList<(int Degree, Mark? Mark, string Text)> Read(IReadOnlyList<string> lines)
    {
        var read = new List<(int, Mark?, string)>(lines.Count);
        (MarkStyle Style, int Value)? first = null, second = null;
        foreach (var line in lines)
        {
            var match = Marked().Match(line);
            var candidates = match.Success ? Candidates(match) : [];
            if (candidates.Count == 0)
            {
                read.Add((1, null, line));
                continue;
            }
            // A letter may be a Roman number too: what goes on from the line before is meant.
            var (style, value) = candidates.Cast<(MarkStyle Style, int Value)?>().FirstOrDefault(c => first is { } f && c!.Value.Style == f.Style && c.Value.Value == f.Value + 1)
                ?? candidates.Cast<(MarkStyle Style, int Value)?>().FirstOrDefault(c => second is { } s && c!.Value.Style == s.Style && (c.Value.Value == s.Value + 1 || c.Value.Value == 1))
                ?? candidates.Cast<(MarkStyle Style, int Value)?>().FirstOrDefault(c => c!.Value.Value == 1)
                ?? candidates[0];
            var degree = first is null || style == first.Value.Style ? 1 : 2;
            if (degree == 1)
            {
                (first, second) = ((style, value), null);
            }
            else
            {
                second = (style, value);
            }
            read.Add((degree, Of(match.Groups["mark"].Value, value, style), line[match.Length..]));
        }
        return read;
    }

    /// <summary>A number as a counting writes it; null beyond what it is sure of.</summary>
    public static string? Write(Counting counting, int value) => counting switch
    {
        _ when value < 1 => null,
        Counting.Decimal => value.ToString(CultureInfo.InvariantCulture),
        Counting.LowerLetter => value <= 26 ? ((char)('a' + value - 1)).ToString() : null,
        Counting.UpperLetter => value <= 26 ? ((char)('A' + value - 1)).ToString() : null,
        Counting.UpperRoman => Roman(value),
        Counting.LowerRoman => Roman(value)?.ToLowerInvariant(),
        Counting.Abjad => value <= Abjad.Length ? Abjad[value - 1].ToString() : null,
        _ => value < 10 ? Han[value].ToString() : value < 100 ? $"{(value < 20 ? "" : Han[value / 10])}十{(value % 10 == 0 ? "" : Han[value % 10])}" : null,
    };

    private static List<(MarkStyle Style, int Value)> Candidates(Match match)
    {
        var number = match.Groups["number"].Value;
        var found = new List<(MarkStyle, int)>(2);
        foreach (var counting in Enum.GetValues<Counting>())
        {
            // ه for a letter stands with a stroke, so that it is not taken for a five.
            if (Read(counting, number.TrimEnd('ـ')) is { } value)
            {
                found.Add((new MarkStyle(counting, match.Groups["before"].Value, match.Groups["after"].Value), value));
            }
        }
        return found;
    }

    private static int? Read(Counting counting, string number)
    {
        if (counting == Counting.Decimal)
        {
            return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits > 0 ? digits : null;
        }
        for (var value = 1; value <= 99; value++)
        {
            if (Write(counting, value) == number)
            {
                return value;
            }
        }
        return null;
    }

    private static string? Roman(int value)
    {
        if (value > 99)
        {
            return null;
        }
        string[] tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
        string[] ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return tens[value / 10] + ones[value % 10];
    }

    /// <summary>1., 1 -, (a), a), (一), '1', with one space and words behind it.</summary>
    [GeneratedRegex(@"^(?<mark>(?:(?<number>\d{1,3})(?<after>\.| -)|(?<before>')(?<number>\d{1,2})(?<after>')|(?<before>\()(?<number>[a-z]{1,7}|\d{1,3}|[一二三四五六七八九十]{1,3}|[\u0621-\u064A]{1,2})(?<after>\))|(?<number>[a-z]{1,7}|\d{1,3})(?<after>\)))) (?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
