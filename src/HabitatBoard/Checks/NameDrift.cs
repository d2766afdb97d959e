using HabitatBoard.Reports;

namespace HabitatBoard.Checks;

/// <summary>
/// The name of a programme, initiative or body is written nearly but not quite as where it is given: where an abbreviation
/// follows it in brackets, where it stands in quotation marks, or in the register of bodies. Short names are none of that:
/// only what differs by a letter in ten counts.
/// </summary>
public sealed class NameDrift : Check
{
    /// <summary>Shorter names resemble too much that is not meant.</summary>
    private const int ShortestName = 8;

    public override string Code => "name-drift";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var texts in record.Texts.GroupBy(t => t.Reading))
        {
            var reading = texts.Key;
            var plain = texts.Select(t => (t.Paragraph, Text: reading.Typeset(WithoutAbbreviations(t.Text)))).ToList();
            var names = Names(record, reading, texts).DistinctBy(n => n.Name).ToList();
            var rank = names.Select((n, i) => (n.Name, Rank: (plain.Count(t => t.Text.Contains(n.Name, StringComparison.Ordinal)), -i))).ToDictionary();
            foreach (var (name, given) in names)
            {
                // What is another name is none of this one; but of two given names the rarer, or later, one drifts.
                var others = names.Where(o => !Drifts(o, (name, given))).Select(o => o.Name).OrderByDescending(o => o.Length).ToList();
                var drift = plain
                    .Select(t => (t.Paragraph, Text: others.Aggregate(t.Text, (text, other) => text.Replace(other, "\uE001", StringComparison.Ordinal))))
                    .SelectMany(t => NearMatch.Find(t.Text, name, Math.Max(1, name.Length / 10)).Select(found => (t.Paragraph, Found: found)))
                    .ToList();
                if (drift.Count > 0)
                {
                    yield return At(
                        drift[0].Paragraph,
                        given is { } at ? drift.Select(d => d.Paragraph).Append(at) : drift.Select(d => d.Paragraph),
                        Severity.Warning,
                        new Subject("name", name),
                        "",
                        ("printed", drift[0].Found),
                        ("paragraphs", new ParagraphNumbers([.. drift.Select(d => d.Paragraph).Distinct().Order()])),
                        ("name", name));
                }
            }

            bool Drifts((string Name, int? Given) other, (string Name, int? Given) name) =>
                rank[other.Name].CompareTo(rank[name.Name]) < 0 && (other.Given is not null || name.Given is not null);
        }
    }

    private static IEnumerable<(string Name, int? Given)> Names(CheckedRecord record, Reading reading, IEnumerable<PrintedText> texts)
    {
        foreach (var text in texts)
        {
            foreach (var match in reading.Matches("definition", text.Text))
            {
                var name = reading.Typeset(match.Groups["before"].Value + match.Groups["after"].Value);
                if (name.Length >= ShortestName)
                {
                    yield return (name, text.Paragraph);
                }
            }
            foreach (var match in reading.Matches("quoted", text.Text))
            {
                var name = reading.Typeset(match.Groups["name"].Value);
                if (name.Length >= ShortestName)
                {
                    yield return (name, text.Paragraph);
                }
            }
        }
        var cited = record.Facts.Citations.Where(c => c.Kind == CitationKind.Body).Select(c => c.Target).ToHashSet();
        foreach (var body in record.Facts.Bodies.Values.Where(b => cited.Contains(b.Code)).OrderBy(b => b.Code, StringComparer.Ordinal))
        {
            if (body.Name[reading.Language] is { } name && reading.Typeset(name.Text) is { Length: >= ShortestName } typeset)
            {
                yield return (typeset, null);
            }
        }
    }

    private static string WithoutAbbreviations(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"\s?[（(][A-Za-z][A-Za-z0-9-]+[）)]", "");
}
