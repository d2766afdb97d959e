namespace HabitatBoard.Checks;

/// <summary>The weekday printed with a day is another than the calendar's.</summary>
public sealed class WeekdayOfDate : Check
{
    public override string Code => "weekday-of-date";

    public override IEnumerable<Finding> Find(CheckedRecord record) =>
        from text in record.Texts
        from match in text.Reading.Matches("weekday", text.Text)
        let day = PrintedDates.Day(text.Reading, match)
        let weekday = text.Reading.Weekday(match.Groups["weekday"].Value)
        where day is not null && weekday is not null && day.Value.DayOfWeek != weekday
        select At(
            text.Paragraph,
            Severity.Error,
            new Subject("paragraph", text.Paragraph.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            "",
            ("printed", match.Value),
            ("day", day.Value),
            ("weekday", Word.Of(day.Value.DayOfWeek)));
}
