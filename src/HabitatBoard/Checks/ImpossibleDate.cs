namespace HabitatBoard.Checks;

/// <summary>A day that the calendar does not have, or a period that ends before it begins.</summary>
public sealed class ImpossibleDate : Check
{
    public override string Code => "impossible-date";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var text in record.Texts)
        {
            var wrong = PrintedDates.Periods(text.Reading, text.Text).Where(p => p.First is null || p.Last is null || p.First > p.Last).Select(p => (p.Text, p.Index)).ToList();
            wrong.AddRange(PrintedDates.Days(text.Reading, text.Text)
                .Where(d => d.Day is null && !wrong.Exists(w => w.Index <= d.Index && d.Index < w.Index + w.Text.Length)).Select(d => (d.Text, d.Index)));
            foreach (var (printed, _) in wrong)
            {
                yield return At(text.Paragraph, Severity.Error, new Subject("paragraph", text.Paragraph.ToString(System.Globalization.CultureInfo.InvariantCulture)), "", ("printed", printed));
            }
        }
    }
}
