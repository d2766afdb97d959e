namespace HabitatBoard.Checks;

/// <summary>
/// Some paragraphs of a part, or of a decision without parts, are adopted, and others between them, or others that the record
/// knows, are not. What stands before the first and after the last adopted number is unknown, not missing.
/// </summary>
public sealed class AdoptionGap : Check
{
    public override string Code => "adoption-gap";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var decision in record.Facts.Decisions.OrderBy(d => (d.Year, d.Number)))
        {
            var adoptions = record.Facts.Adoptions.Where(a => a.DecisionId == decision.Id).ToList();
            if (adoptions.Exists(a => a.PartId is null && a.Paragraphs.Count == 0))
            {
                continue;
            }
            var numbers = decision.Paragraphs.Where(p => p.Number is not null).ToDictionary(p => p.Id, p => p.Number!.Value);
            var adopted = adoptions
                .SelectMany(a => a.Paragraphs.Select(p => (Number: numbers.GetValueOrDefault(p.DecisionParagraphId), Paragraph: record.Number(a.ParagraphId))))
                .Where(a => a.Number > 0)
                .ToList();
            foreach (var part in decision.Paragraphs.GroupBy(p => p.PartId))
            {
                if (part.Key is not null && adoptions.Exists(a => a.PartId == part.Key && a.Paragraphs.Count == 0))
                {
                    continue;
                }
                var known = part.Select(p => p.Number).OfType<int>().ToList();
                var done = adopted.Where(a => known.Contains(a.Number)).ToList();
                if (done.Count == 0)
                {
                    continue;
                }
                var elsewhere = numbers.Values.Except(known);
                int[] missing = [.. Enumerable.Range(done.Min(d => d.Number), done.Max(d => d.Number) - done.Min(d => d.Number) + 1)
                    .Union(known).Except(done.Select(d => d.Number)).Except(elsewhere).Order()];
                if (missing.Length > 0)
                {
                    var label = CheckedRecord.Label(decision, decision.Parts.FirstOrDefault(p => p.Id == part.Key));
                    var neighbour = done.Where(d => d.Number < missing[0]).DefaultIfEmpty(done.MinBy(d => d.Number)).MaxBy(d => d.Number);
                    yield return At(
                        neighbour.Paragraph,
                        done.Select(d => d.Paragraph).OfType<int>(),
                        Severity.Error,
                        new Subject(part.Key is null ? "decision" : "decisionPart", label),
                        "",
                        ("provision", label),
                        ("missing", new ParagraphNumbers(missing)),
                        ("paragraphs", new ParagraphNumbers([.. done.Select(d => d.Paragraph).OfType<int>().Distinct().Order()])));
                }
            }
        }
    }
}
