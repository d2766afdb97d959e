using System.Text.RegularExpressions;
using HabitatBoard.Languages;
using HabitatBoard.Reports;

namespace HabitatBoard.Checks;

/// <summary>
/// A title names an institution on both sides of a date and of nothing else; or the name of a delegation or body has a word
/// that the next member of its series ends with (城市和世界城市). In a title such a series may be meant: programmes and subprogrammes.
/// </summary>
public sealed class RepeatedInName : Check
{
    public override string Code => "repeated-in-name";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var reading in record.Held.Select(Reading.Of).OfType<Reading>())
        {
            var institutions = reading.Institutions.SelectMany(g => g)
                .Concat(record.Facts.Bodies.Values.Select(b => b.Name[reading.Language]?.Text).OfType<string>())
                .Distinct().OrderByDescending(n => n.Length).ToList();
            foreach (var (subject, text, paragraph) in Named(record, reading.Language).GroupBy(n => n.Subject).SelectMany(g => g.DistinctBy(n => n.Text)))
            {
                var repeated = institutions.Find(institution => AroundDate(reading, text, institution))
                    ?? (subject.Type is "delegation" or "body" ? InSeries(reading, text) : null);
                if (repeated is not null)
                {
                    yield return At(paragraph, Severity.Warning, subject, "", ("name", text), ("repeated", repeated));
                }
            }
        }
    }

    private static IEnumerable<(Subject Subject, string Text, int? Paragraph)> Named(CheckedRecord record, Language language)
    {
        foreach (var citation in record.Facts.Citations.OrderBy(c => record.Number(c.ParagraphId)).ThenBy(c => c.Order))
        {
            string? type = citation.Kind switch
            {
                CitationKind.Document => "document",
                CitationKind.Decision => "decision",
                CitationKind.DecisionPart => "decisionPart",
                CitationKind.Delegation => "delegation",
                CitationKind.Body => "body",
                _ => null,
            };
            if (type is not null && citation.Wording[language] is { } wording)
            {
                var key = type == "document" ? record.Facts.Documents.FirstOrDefault(d => d.Slug == citation.Target)?.Symbol ?? citation.Target : citation.Target;
                yield return (new Subject(type, key), wording.Text, record.Number(citation.ParagraphId));
            }
        }
        foreach (var statement in record.Facts.Statements.OrderBy(s => record.Number(s.ParagraphId)).ThenBy(s => s.Order))
        {
            foreach (var code in statement.OnBehalfOf.Select(o => o.DelegationCode).Prepend(statement.DelegationCode).OfType<string>())
            {
                if (record.Name(code)[language] is { } name)
                {
                    yield return (new Subject("delegation", code), name.Text, record.Number(statement.ParagraphId));
                }
            }
        }
    }

    private static bool AroundDate(Reading reading, string text, string institution)
    {
        var first = text.IndexOf(institution, StringComparison.Ordinal);
        var second = first < 0 ? -1 : text.IndexOf(institution, first + institution.Length, StringComparison.Ordinal);
        return second > 0 && reading.IsMatch("between", text[(first + institution.Length)..second]);
    }

    internal static string? InSeries(Reading reading, string text)
    {
        var parts = new List<string>();
        var at = 0;
        foreach (var conjunction in reading.Matches("conjunction", text))
        {
            parts.Add(text[at..conjunction.Index].Trim());
            at = conjunction.Index + conjunction.Length;
        }
        parts.Add(text[at..].Trim());
        return parts.Zip(parts.Skip(1))
            .Where(p => p.First.Length >= 2 && EndsWith(reading, p.Second, p.First))
            .Select(p => p.First)
            .FirstOrDefault();
    }

    private static bool EndsWith(Reading reading, string text, string word) =>
        reading.Spaced
            ? Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(word)}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)
            : text.EndsWith(word, StringComparison.Ordinal);
}
