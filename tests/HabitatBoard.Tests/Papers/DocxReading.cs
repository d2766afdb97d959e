using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HabitatBoard.Tests.Papers;

/// <summary>Reads a DOCX as Word shows it: numbers are counted from the numbering part (ECMA-376, 17.9).</summary>
internal static class DocxReading
{
    public static string Outline(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var counter = new Counter(document.MainDocumentPart!.NumberingDefinitionsPart?.Numbering);
        var outline = new StringBuilder();
        foreach (var paragraph in document.MainDocumentPart.Document.Body!.Elements<Paragraph>())
        {
            var style = paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!;
            var text = Said(paragraph);
            if (counter.Count(paragraph) is { } mark)
            {
                text = Reading.Joined(mark, text);
            }
            switch (style)
            {
                case "Title":
                    outline.Append("= ").AppendLine(text);
                    break;
                case "Rapporteur" or "Notice":
                    outline.Append(": ").AppendLine(text);
                    break;
                case "Heading1" or "Heading2":
                    outline.Append(style == "Heading1" ? "# " : "## ").AppendLine(text);
                    break;
                case "NumberedParagraph" or "UnnumberedParagraph":
                    outline.AppendLine(text);
                    break;
                case "SubParagraph1" or "SubParagraph2":
                    outline.Append(style == "SubParagraph1" ? "> " : ">> ").AppendLine(text);
                    break;
                case "Note":
                    outline.Append("- ").AppendLine(text);
                    break;
            }
        }
        return outline.ToString();
    }

    /// <summary>Everything that is printed, masthead and contents included, with styles; for people to read.</summary>
    public static string Dump(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var main = document.MainDocumentPart!;
        var counter = new Counter(main.NumberingDefinitionsPart?.Numbering);
        var dump = new StringBuilder();
        foreach (var paragraph in main.Document.Descendants<Paragraph>().Concat(main.FooterParts.SelectMany(f => f.Footer.Descendants<Paragraph>())))
        {
            var mark = counter.Count(paragraph);
            var bookmark = paragraph.Elements<BookmarkStart>().FirstOrDefault()?.Name?.Value;
            dump.AppendLine(CultureInfo.InvariantCulture, $"{paragraph.ParagraphProperties!.ParagraphStyleId!.Val}{(bookmark is null ? "" : $" #{bookmark}")}: {(mark is null ? "" : $"⟨{mark}⟩ ")}{Said(paragraph, tab: "→")}");
        }
        return dump.ToString();
    }

    private static string Said(Paragraph paragraph, string tab = " ") => string.Concat(paragraph.Descendants().Select(e => e switch
    {
        Text text => text.Text,
        TabChar => tab,
        SimpleField field => $"{{{field.Instruction}}}",
        _ => "",
    }));

    private sealed class Counter(Numbering? numbering)
    {
        private readonly Dictionary<int, int?[]> counts = [];
        private readonly HashSet<(int List, int Level)> overridden = [];

        public string? Count(Paragraph paragraph)
        {
            if (paragraph.ParagraphProperties?.NumberingProperties is not { } properties)
            {
                return null;
            }
            var (list, level) = (properties.NumberingId!.Val!.Value, properties.NumberingLevelReference!.Val!.Value);
            var instance = numbering!.Elements<NumberingInstance>().Single(n => n.NumberID?.Value == list);
            var kind = numbering.Elements<AbstractNum>().Single(a => a.AbstractNumberId!.Value == instance.AbstractNumId!.Val!.Value);
            var definition = kind.Elements<Level>().Single(l => l.LevelIndex?.Value == level);
            var over = instance.Elements<LevelOverride>().SingleOrDefault(o => o.LevelIndex?.Value == level)?.StartOverrideNumberingValue?.Val?.Value;
            // Lists of one kind go on counting where the one before stopped, unless they say where they start.
            var count = counts.TryGetValue(kind.AbstractNumberId!.Value, out var known) ? known : counts[kind.AbstractNumberId.Value] = new int?[9];
            count[level] = over is { } start && overridden.Add((list, level)) ? start : count[level] is { } last ? last + 1 : over ?? definition.StartNumberingValue!.Val!.Value;
            Array.Fill(count, null, level + 1, 8 - level);
            var number = Written(definition.NumberingFormat!.Val!.Value, count[level]!.Value);
            return definition.LevelText!.Val!.Value!.Replace($"%{level + 1}", number, StringComparison.Ordinal);
        }

        private static string Written(NumberFormatValues format, int number) => format switch
        {
            NumberFormatValues.Decimal => number.ToString(CultureInfo.InvariantCulture),
            NumberFormatValues.LowerLetter => ((char)('a' + number - 1)).ToString(),
            NumberFormatValues.UpperLetter => ((char)('A' + number - 1)).ToString(),
            NumberFormatValues.UpperRoman => Roman(number),
            NumberFormatValues.LowerRoman => Roman(number).ToLowerInvariant(),
            NumberFormatValues.ChineseCountingThousand => Chinese(number),
            _ => throw new InvalidOperationException($"{format}"),
        };

        private static string Roman(int number)
        {
            var text = "";
            foreach (var (value, letters) in new[] { (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
            {
                for (; number >= value; number -= value)
                {
                    text += letters;
                }
            }
            return text;
        }

        private static string Chinese(int number)
        {
            string[] digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
            return number < 10 ? digits[number] : (number < 20 ? "十" : digits[number / 10] + "十") + digits[number % 10];
        }
    }
}
