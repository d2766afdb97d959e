namespace HabitatBoard.Checks;

/// <summary>A period is said to last another number of days than lie between its dates.</summary>
public sealed class DurationOfDates : Check
{
    public override string Code => "duration-of-dates";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var text in record.Texts)
        {
            foreach (var match in text.Reading.Matches("duration", text.Text))
            {
                var period = PrintedDates.Period(text.Reading, match);
                if (!period.IsPair && period.First is { } first && period.Last is { } last && text.Reading.Number(match.Groups["count"].Value) is { } days
                    && last.DayNumber - first.DayNumber + 1 != days)
                {
                    yield return At(
                        text.Paragraph,
                        Severity.Error,
                        new Subject("paragraph", text.Paragraph.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                        "",
                        ("printed", match.Value),
                        ("days", last.DayNumber - first.DayNumber + 1));
                }
            }
        }
    }
}
