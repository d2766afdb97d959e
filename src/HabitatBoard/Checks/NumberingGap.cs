using HabitatBoard.Agenda;

namespace HabitatBoard.Checks;

/// <summary>
/// A series of numbers or letters leaves one out, or has one twice: paragraphs, sections and their parts, agenda items and
/// sub-items, decisions and their parts, and the lines that a paragraph numbers. A letter A needs a B.
/// </summary>
public sealed class NumberingGap : Check
{
    public override string Code => "numbering-gap";

    public override IEnumerable<Finding> Find(CheckedRecord record) =>
        Paragraphs(record)
            // Sections are made as things happen under their items; they are a series once somebody writes the report.
            .Concat(record.Facts.Report is null && record.Facts.Paragraphs.All(p => p.Text.IsNone) ? [] : Sections(record)).Concat(Items(record)).Concat(Decisions(record)).Concat(Lines(record));

    private IEnumerable<Finding> Paragraphs(CheckedRecord record) =>
        Series(record.Paragraphs.Select(p => (p.Number, Paragraph: (int?)p.Number)), 1)
            .Select(gap => Gap("paragraph", gap.At, "paragraph", $"{gap.Number}", $"{gap.Number}"));

    private IEnumerable<Finding> Sections(CheckedRecord record)
    {
        var sections = record.Facts.Sections.OrderBy(s => s.Order).ToList();
        var first = sections.ToDictionary(s => s.Id, s => record.Paragraphs
            .Where(p => p.SectionId == s.Id || sections.Exists(c => c.ParentId == s.Id && c.Id == p.SectionId)).Select(p => (int?)p.Number).FirstOrDefault());
        var numbered = sections.Where(s => s.Letter.Length == 0 && s.Number > 0).ToList();
        foreach (var gap in Series(numbered.Select(s => (s.Number, first[s.Id])), 1))
        {
            yield return Gap("section", gap.At, "section", $"{gap.Number}", $"{gap.Number}");
        }
        foreach (var parts in sections.Where(s => s.Letter.Length > 0).GroupBy(s => s.Number))
        {
            foreach (var finding in Lettered(parts.Select(p => (p.Letter, first[p.Id])), "section", l => $"{parts.Key}{l}", upper: true))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Items(CheckedRecord record)
    {
        foreach (var agenda in record.Facts.Agenda.GroupBy(i => i.Version))
        {
            var at = record.Number(record.Facts.Acts.Where(a => a.Kind == Sessions.ActKind.AdoptedAgenda).OrderBy(a => record.Number(a.ParagraphId)).FirstOrDefault()?.ParagraphId);
            foreach (var gap in Series(agenda.Where(i => i.Letter.Length == 0).OrderBy(i => i.Number).Select(i => (i.Number, at)), 1))
            {
                yield return Gap("item", gap.At, "agendaItem", $"{gap.Number}", $"{gap.Number}");
            }
            foreach (var subItems in agenda.Where(i => i.Letter.Length > 0).GroupBy(i => i.Number))
            {
                foreach (var finding in Lettered(subItems.OrderBy(i => i.Letter, StringComparer.Ordinal).Select(i => (i.Letter, at)), "agendaItem", l => AgendaItem.LabelOf(subItems.Key, l)))
                {
                    yield return finding;
                }
            }
        }
    }

    private IEnumerable<Finding> Decisions(CheckedRecord record)
    {
        foreach (var year in record.Facts.Decisions.Where(d => d.SessionId == record.Facts.Session.Id).GroupBy(d => d.Year))
        {
            var ordered = year.OrderBy(d => d.Number).ToList();
            foreach (var gap in Series(ordered.Select(d => (d.Number, record.Number(d.ParagraphId))), ordered[0].Number))
            {
                yield return Gap("decision", gap.At, "decision", $"{year.Key}/{gap.Number}", $"{year.Key}/{gap.Number}");
            }
            foreach (var decision in ordered)
            {
                foreach (var finding in Lettered(decision.Parts.OrderBy(p => p.Letter, StringComparer.Ordinal).Select(p => (p.Letter, record.Number(decision.ParagraphId))), "decisionPart", l => $"{decision.Label}({l})"))
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>The numbered lines of a paragraph. A mark of another kind begins a series below the one it stands in.</summary>
    private IEnumerable<Finding> Lines(CheckedRecord record)
    {
        foreach (var text in record.Texts)
        {
            var open = new List<(string Kind, int Number, int Meant)>();
            foreach (var line in text.Text.Split('\n'))
            {
                if (text.Reading.Matches("subparagraph", line.TrimStart()).FirstOrDefault() is not { } mark)
                {
                    continue;
                }
                var (kind, number) = Mark(text.Reading, mark, open);
                var level = open.FindIndex(o => o.Kind == kind);
                var expected = level < 0 ? 1 : open[level].Meant + 1;
                // After a slip the series goes on either from what was printed or from what should have been.
                if (number != expected && (level < 0 || number != open[level].Number + 1))
                {
                    yield return At(
                        text.Paragraph,
                        Severity.Warning,
                        new Subject("paragraph", text.Paragraph.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                        "line",
                        ("mark", mark.Value));
                }
                if (level >= 0)
                {
                    expected = number == open[level].Number + 1 ? number : expected;
                    open.RemoveRange(level, open.Count - level);
                }
                open.Add((kind, number, expected));
            }
        }
    }

    private static (string Kind, int Number) Mark(Reading reading, System.Text.RegularExpressions.Match mark, List<(string Kind, int Number, int Meant)> open)
    {
        if (mark.Groups["number"].Success)
        {
            return ("number", reading.Number(mark.Groups["number"].Value) ?? 0);
        }
        if (mark.Groups["numeral"].Success)
        {
            return ("numeral", reading.Number(mark.Groups["numeral"].Value) ?? 0);
        }
        var letter = mark.Groups["letter"].Value;
        // (i) is the letter after (h), else a Roman number.
        var letters = open.Find(o => o.Kind == "letter").Number;
        return letter.Length == 1 && (letter[0] - 'a' == letters || !"ivx".Contains(letter[0], StringComparison.Ordinal))
            ? ("letter", letter[0] - 'a' + 1)
            : ("roman", Roman(letter));
    }

    private static int Roman(string text)
    {
        string[] numbers = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];
        return Math.Max(0, Array.IndexOf(numbers, text));
    }

    private IEnumerable<Finding> Lettered(IEnumerable<(string Letter, int? Paragraph)> letters, string type, Func<string, string> label, bool upper = false)
    {
        var all = letters.ToList();
        var first = upper ? 'A' : 'a';
        foreach (var gap in Series(all.Select(l => (l.Letter[0] - first + 1, l.Paragraph)), 1))
        {
            var name = label(((char)(first + gap.Number - 1)).ToString());
            yield return Gap("letter", gap.At, type, name, name);
        }
        if (all.Count == 1 && all[0].Letter[0] == first)
        {
            yield return At(all[0].Paragraph, Severity.Warning, new Subject(type, label(all[0].Letter)), "alone", ("number", label(all[0].Letter)));
        }
    }

    private Finding Gap(string variant, int? at, string type, string key, string number) =>
        At(at, Severity.Error, new Subject(type, key), variant, ("number", number));

    /// <summary>The numbers that a series leaves out, or has twice, each with the paragraph where the series goes wrong.</summary>
    private static IEnumerable<(int Number, int? At)> Series(IEnumerable<(int Number, int? Paragraph)> numbers, int expected)
    {
        foreach (var (number, paragraph) in numbers)
        {
            if (number < expected)
            {
                yield return (number, paragraph);
            }
            for (; expected < number; expected++)
            {
                yield return (expected, paragraph);
            }
            expected = Math.Max(expected, number + 1);
        }
    }
}
