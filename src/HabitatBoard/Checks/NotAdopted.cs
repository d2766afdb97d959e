namespace HabitatBoard.Checks;

/// <summary>
/// A decision of the session, or a part of one, that the report lists but adopts under no item; and a decision that it adopts
/// and, though it lists others, does not list.
/// </summary>
public sealed class NotAdopted : Check
{
    public override string Code => "not-adopted";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        var own = record.Facts.Decisions.Where(d => d.SessionId == record.Facts.Session.Id).OrderBy(d => (d.Year, d.Number)).ToList();
        if (record.Paragraphs.Count == 0)
        {
            yield break;
        }
        var lists = own.Exists(d => d.ParagraphId is not null);
        foreach (var decision in own)
        {
            var adoptions = record.Facts.Adoptions.Where(a => a.DecisionId == decision.Id).ToList();
            if (lists && decision.ParagraphId is null && adoptions.Count > 0)
            {
                yield return At(adoptions.Min(a => record.Number(a.ParagraphId)), Severity.Error, new Subject("decision", decision.Label), "not-listed", ("provision", decision.Label));
            }
            if (adoptions.Count == 0)
            {
                yield return At(record.Number(decision.ParagraphId), Severity.Error, new Subject("decision", decision.Label), "decision", ("provision", decision.Label));
                continue;
            }
            foreach (var part in decision.Parts.OrderBy(p => p.Letter, StringComparer.Ordinal))
            {
                var parts = decision.Paragraphs.Where(p => p.PartId == part.Id).Select(p => p.Id).ToHashSet();
                if (!adoptions.Exists(a => a.PartId == part.Id || (a.PartId is null && (a.Paragraphs.Count == 0 || a.Paragraphs.Any(p => parts.Contains(p.DecisionParagraphId))))))
                {
                    var label = CheckedRecord.Label(decision, part);
                    yield return At(record.Number(decision.ParagraphId), Severity.Error, new Subject("decisionPart", label), "part", ("provision", label));
                }
            }
        }
    }
}
