using HabitatBoard.Reports;

namespace HabitatBoard.Checks;

/// <summary>
/// Citations word one document, decision or part in more than one way: one finding for each thing, at the wording that
/// fewer paragraphs have (of two that as many have, the one that the list of decisions does not have).
/// <list type="bullet">
/// <item>Waved through: punctuation (brackets for a comma) and particles that the sentence around a title asks for or
/// drops, unless one paragraph has both forms.</item>
/// <item>A notice: one institution by its long and its short name, one conjunction for another, a general noun at the end.</item>
/// <item>A warning: any other difference.</item>
/// </list>
/// </summary>
public sealed class WordingOfOneThing : Check
{
    public override string Code => "wording-differs";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        var cited = record.Facts.Citations
            .Where(c => c.Kind is CitationKind.Document or CitationKind.Decision or CitationKind.DecisionPart && !c.Wording.IsNone)
            .GroupBy(c => (c.Kind, c.Target));
        foreach (var thing in cited)
        {
            foreach (var reading in record.Held.Select(Reading.Of).OfType<Reading>())
            {
                var wordings = thing
                    .Select(c => (c.Wording[reading.Language]?.Text, Paragraph: record.Number(c.ParagraphId) ?? 0, c.Order))
                    .Where(w => w.Text is not null)
                    .OrderBy(w => (w.Paragraph, w.Order))
                    .Select(w => (Text: w.Text!, w.Paragraph))
                    .ToList();
                if (Differences(record, reading, thing.Key.Kind, thing.Key.Target, wordings) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private Finding? Differences(CheckedRecord record, Reading reading, CitationKind kind, string target, IReadOnlyList<(string Text, int Paragraph)> wordings)
    {
        var groups = wordings.GroupBy(w => reading.Embedded(w.Text)).ToList();
        if (groups.Count > 1)
        {
            var severity = wordings.Select(w => reading.Loose(w.Text)).Distinct().Count() == 1 ? Severity.Notice : Severity.Warning;
            var listing = Listing(record, kind, target);
            var main = groups.MaxBy(g => (g.Select(w => w.Paragraph).Distinct().Count(), g.Any(w => w.Paragraph == listing), -g.Min(w => w.Paragraph)))!;
            return Found(severity, groups.Where(g => g != main).SelectMany(g => g).Min(w => w.Paragraph), "");
        }
        foreach (var paragraph in wordings.GroupBy(w => w.Paragraph))
        {
            if (paragraph.Select(w => reading.Unpunctuated(w.Text)).Distinct().Count() > 1)
            {
                return Found(Severity.Notice, paragraph.Key, "in-one-paragraph");
            }
        }
        return null;

        Finding Found(Severity severity, int at, string variant) => At(
            at,
            wordings.Select(w => w.Paragraph),
            severity,
            new Subject(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), kind == CitationKind.Document ? Symbol(record, target) : target),
            variant,
            ("kind", Word.Of(kind)),
            ("thing", kind == CitationKind.Document ? Symbol(record, target) : target),
            ("wordings", new WordingList(
                [.. wordings.GroupBy(w => reading.Typeset(w.Text)).Select(g => (g.First().Text, (IReadOnlyList<int>)[.. g.Select(w => w.Paragraph).Distinct().Order()]))])));
    }

    private static string Symbol(CheckedRecord record, string slug) => record.Facts.Documents.FirstOrDefault(d => d.Slug == slug)?.Symbol ?? slug;

    /// <summary>The paragraph that lists a decision among those of its session.</summary>
    private static int? Listing(CheckedRecord record, CitationKind kind, string target) =>
        kind == CitationKind.Document ? null : record.Number(record.Facts.Decisions.FirstOrDefault(d => d.Label == target.Split('(')[0])?.ParagraphId);
}
