using HabitatBoard.Decisions;

namespace HabitatBoard.Checks;

/// <summary>A decision, a part or a paragraph of one is adopted twice, by itself or within what holds it.</summary>
public sealed class AdoptedTwice : Check
{
    public override string Code => "adopted-twice";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var decision in record.Facts.Decisions.OrderBy(d => (d.Year, d.Number)))
        {
            var adoptions = record.Facts.Adoptions.Where(a => a.DecisionId == decision.Id).OrderBy(a => record.Number(a.ParagraphId)).ThenBy(a => a.Order).ToList();
            for (var i = 0; i < adoptions.Count; i++)
            {
                foreach (var earlier in adoptions.Take(i))
                {
                    foreach (var (subject, label, number) in Overlap(decision, earlier, adoptions[i]))
                    {
                        yield return At(
                            record.Number(adoptions[i].ParagraphId),
                            new[] { record.Number(earlier.ParagraphId), record.Number(adoptions[i].ParagraphId) }.OfType<int>(),
                            Severity.Error,
                            subject,
                            number is null ? "whole" : "paragraph",
                            ("provision", label),
                            ("number", number ?? 0),
                            ("earlier", new ParagraphNumbers([.. new[] { record.Number(earlier.ParagraphId) }.OfType<int>()])));
                    }
                }
            }
        }
    }

    private static IEnumerable<(Subject Subject, string Label, int? Number)> Overlap(Decision decision, Adoption earlier, Adoption later)
    {
        if (earlier.PartId is not null && later.PartId is not null && earlier.PartId != later.PartId)
        {
            yield break;
        }
        var narrower = later.PartId is null && later.Paragraphs.Count == 0 ? earlier : later;
        var part = decision.Parts.FirstOrDefault(p => p.Id == narrower.PartId);
        var label = CheckedRecord.Label(decision, part);
        if (earlier.Paragraphs.Count == 0 && later.Paragraphs.Count == 0)
        {
            yield return (new Subject(part is null ? "decision" : "decisionPart", label), label, null);
            yield break;
        }
        var both = earlier.Paragraphs.Count == 0 ? later.Paragraphs
            : later.Paragraphs.Count == 0 ? earlier.Paragraphs
            : earlier.Paragraphs.IntersectBy(later.Paragraphs.Select(p => p.DecisionParagraphId), p => p.DecisionParagraphId);
        foreach (var number in both.Select(b => decision.Paragraphs.FirstOrDefault(p => p.Id == b.DecisionParagraphId)?.Number).OfType<int>().Order())
        {
            yield return (new Subject("decisionParagraph", $"{label}/{number}"), label, number);
        }
    }
}
