using HabitatBoard.Languages;

namespace HabitatBoard.Checks;

/// <summary>
/// A decision or part is adopted under an item it does not belong to: the paragraph stands in the section of another item,
/// or its title clearly names another item's matter. Paragraphs of a part may be adopted under several items, and are not
/// compared by title; a whole part under two items is <see cref="AdoptedTwice"/>.
/// </summary>
public sealed class AdoptionUnderItem : Check
{
    /// <summary>How much of a title must be another item's for it to belong there (the Dice coefficient of their pairs of characters).</summary>
    private const double Belongs = 0.6;

    /// <summary>How much less it may at most have of its own item's.</summary>
    private const double Margin = 0.3;

    public override string Code => "adoption-under-item";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var adoption in record.Facts.Adoptions.OrderBy(a => record.Number(a.ParagraphId)).ThenBy(a => a.Order))
        {
            var decision = record.Facts.Decisions.FirstOrDefault(d => d.Id == adoption.DecisionId);
            if (decision is null || record.Item(adoption.AgendaItemId) is not { } item)
            {
                continue;
            }
            var part = decision.Parts.FirstOrDefault(p => p.Id == adoption.PartId);
            var label = CheckedRecord.Label(decision, part);
            var subject = new Subject(part is null ? "decision" : "decisionPart", label);
            var at = record.Number(adoption.ParagraphId);
            if (record.ItemOfParagraph(adoption.ParagraphId) is { } reported && reported.Number != item.Number)
            {
                yield return At(at, Severity.Error, subject, "section", ("provision", label), ("item", item.Label), ("other", reported.Label));
                continue;
            }
            if (adoption.Paragraphs.Count > 0)
            {
                continue;
            }
            var title = part?.Title ?? decision.Title;
            var closest = record.Facts.Agenda
                .Select(i => (Item: i, Share: Resemblance(record, title, i.Title)))
                .OrderByDescending(i => i.Share).ThenBy(i => (i.Item.Number, i.Item.Letter))
                .FirstOrDefault();
            if (closest.Item is not null && closest.Item.Number != item.Number && closest.Share >= Belongs && closest.Share - Resemblance(record, title, item.Title) >= Margin)
            {
                yield return At(at, Severity.Warning, subject, "title", ("provision", label), ("item", item.Label), ("other", closest.Item.Label), ("title", title));
            }
        }
    }

    internal static double Resemblance(CheckedRecord record, LocalizedText a, LocalizedText b) =>
        record.Held.DefaultIfEmpty(record.Printed)
            .Where(l => a[l] is not null && b[l] is not null && Reading.Of(l) is not null)
            .Select(l => Dice(Reading.Of(l)!.Loose(a[l]!.Text), Reading.Of(l)!.Loose(b[l]!.Text)))
            .DefaultIfEmpty(0).Max();

    private static double Dice(string a, string b)
    {
        var first = a.Zip(a.Skip(1)).CountBy(p => p).ToDictionary();
        var second = b.Zip(b.Skip(1)).CountBy(p => p).ToDictionary();
        var common = first.Sum(p => Math.Min(p.Value, second.GetValueOrDefault(p.Key)));
        return a.Length < 2 || b.Length < 2 ? 0 : 2.0 * common / (a.Length + b.Length - 2);
    }
}
