namespace HabitatBoard.Checks;

/// <summary>
/// The session opens or closes on a day outside its dates; the paragraph that states opening or closing prints another day
/// or time than the record; the report is issued before the session has closed.
/// </summary>
public sealed class OpeningAndClosing : Check
{
    public override string Code => "opening-and-closing";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        var session = record.Facts.Session;
        foreach (var (variant, at, day, stated) in new[]
        {
            ("opening", session.OpenedAt, session.StartsOn, session.OpeningParagraphId),
            ("closing", session.ClosedAt, session.EndsOn, session.ClosingParagraphId),
        })
        {
            if (at is not { } moment)
            {
                continue;
            }
            var paragraph = record.Number(stated);
            var subject = new Subject("session", session.Id);
            if (day is not null && DateOnly.FromDateTime(moment.DateTime) != day)
            {
                yield return At(paragraph, Severity.Error, subject, $"{variant}-day", ("at", moment), ("day", day.Value));
            }
            foreach (var text in record.Texts.Where(t => t.Paragraph == paragraph))
            {
                // The moment is the first one printed.
                if (PrintedDates.Days(text.Reading, text.Text).FirstOrDefault() is { Day: { } printed } && printed != DateOnly.FromDateTime(moment.DateTime))
                {
                    yield return At(paragraph, Severity.Error, subject, variant, ("at", moment), ("printed", PrintedDates.Days(text.Reading, text.Text).First().Text));
                }
                if (text.Reading.Matches("time", text.Text).FirstOrDefault() is { } time && Time(text.Reading, time) is { } clock && clock != TimeOnly.FromDateTime(moment.DateTime))
                {
                    yield return At(paragraph, Severity.Error, subject, variant, ("at", moment), ("printed", time.Value.Trim()));
                }
            }
        }
        var issued = record.Facts.Documents.FirstOrDefault(d => d.Slug == record.Facts.Report?.DocumentSlug)?.Versions.Select(v => v.IssuedOn).Min();
        if (issued < session.EndsOn)
        {
            yield return At(null, Severity.Error, new Subject("session", session.Id), "issued", ("issued", issued!.Value), ("day", session.EndsOn!.Value));
        }
    }

    private static TimeOnly? Time(Reading reading, System.Text.RegularExpressions.Match match)
    {
        var hour = int.Parse(match.Groups["hour"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;
        hour += match.Groups["half"].Success && reading.IsAfternoon(match.Groups["half"].Value) && hour < 12 ? 12 : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }
}
