using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Import.Files;

/// <summary>The automatic numbers of a word-processing document, which stand nowhere in its text (ISO/IEC 29500-1, 17.9).</summary>
internal sealed partial class WordNumbering
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly Dictionary<string, (string Abstract, XElement Number)> numbers = [];
    private readonly Dictionary<string, XElement> abstracts = [];
    private readonly Dictionary<string, int[]> counts = [];

    public WordNumbering(XElement? part)
    {
        foreach (var list in part?.Elements(W + "abstractNum") ?? [])
        {
            abstracts.TryAdd((string?)list.Attribute(W + "abstractNumId") ?? "", list);
        }
        foreach (var number in part?.Elements(W + "num") ?? [])
        {
            numbers.TryAdd((string?)number.Attribute(W + "numId") ?? "", ((string?)number.Element(W + "abstractNumId")?.Attribute(W + "val") ?? "", number));
        }
    }

    /// <summary>The number of the next paragraph with these properties; empty for none, or a bullet.</summary>
    /// <param name="style">Of the paragraph: a level may be a style's.</param>
    public string Label(XElement? properties, string? style)
    {
        var id = (string?)properties?.Element(W + "numId")?.Attribute(W + "val");
        if (id is null or "0" || !numbers.TryGetValue(id, out var number) || !abstracts.TryGetValue(number.Abstract, out var list))
        {
            return "";
        }
        if (!int.TryParse((string?)properties!.Element(W + "ilvl")?.Attribute(W + "val"), CultureInfo.InvariantCulture, out var level))
        {
            level = style is null ? 0 : Enumerable.Range(0, 9).FirstOrDefault(l => (string?)Level(list, l)?.Element(W + "pStyle")?.Attribute(W + "val") == style);
        }
        level = Math.Clamp(level, 0, 8);
        // Lists with one definition count on together, but for one whose start is overridden.
        var key = number.Number.Elements(W + "lvlOverride").Any(o => o.Element(W + "startOverride") is not null) ? $"num {id}" : number.Abstract;
        if (!counts.TryGetValue(key, out var count))
        {
            counts[key] = count = new int[9];
        }
        count[level] = count[level] == 0 ? Start(number.Number, list, level) : count[level] + 1;
        Array.Clear(count, level + 1, 8 - level);
        var text = (string?)Level(list, level)?.Element(W + "lvlText")?.Attribute(W + "val") ?? "";
        if (Format(list, level) is "bullet" or "none")
        {
            return "";
        }
        return Place().Replace(text, m =>
        {
            var of = m.Value[1] - '1';
            return Written(Math.Max(1, count[of]), Format(list, of));
        }).Trim();
    }

    private static int Start(XElement number, XElement list, int level)
    {
        var value = (string?)number.Elements(W + "lvlOverride").FirstOrDefault(o => Is(o, level))?.Element(W + "startOverride")?.Attribute(W + "val")
            ?? (string?)Level(list, level)?.Element(W + "start")?.Attribute(W + "val");
        return int.TryParse(value, CultureInfo.InvariantCulture, out var start) ? start : 1;
    }

    private static XElement? Level(XElement list, int level) => list.Elements(W + "lvl").FirstOrDefault(l => Is(l, level));

    private static bool Is(XElement element, int level) => (string?)element.Attribute(W + "ilvl") == level.ToString(CultureInfo.InvariantCulture);

    private static string Format(XElement list, int level) => (string?)Level(list, level)?.Element(W + "numFmt")?.Attribute(W + "val") ?? "decimal";

    private static string Written(int number, string format) => format switch
    {
        "upperRoman" => EnglishPhrasing.Roman(number).ToUpperInvariant(),
        "lowerRoman" => EnglishPhrasing.Roman(number),
        "upperLetter" => Letter(number).ToUpperInvariant(),
        "lowerLetter" => Letter(number),
        "chineseCounting" or "chineseCountingThousand" or "ideographDigital" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" => ChinesePhrasing.Numeral(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letter(int number) => new((char)('a' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place();
}
