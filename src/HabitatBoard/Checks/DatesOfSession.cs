using HabitatBoard.Sessions;

namespace HabitatBoard.Checks;

/// <summary>
/// A paragraph or the masthead gives a session of the Board other dates than the record; a day of this session lies outside
/// it; a decision is dated outside it; a later session begins before it ends.
/// </summary>
public sealed class DatesOfSession : Check
{
    public override string Code => "dates-of-session";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        var own = record.Facts.Session;
        foreach (var text in record.Texts)
        {
            foreach (var (session, period) in Dated(record, text))
            {
                if (period.First is not null && period.Last is not null && (period.First != session.StartsOn || period.Last != session.EndsOn))
                {
                    yield return Contradicts(text.Paragraph, session, period.Text);
                }
            }
            foreach (var match in text.Reading.Matches("dayOfThisSession", text.Text))
            {
                if (PrintedDates.Day(text.Reading, match) is { } day && (day < own.StartsOn || day > own.EndsOn))
                {
                    yield return Contradicts(text.Paragraph, own, match.Value);
                }
            }
        }
        foreach (var language in record.Held)
        {
            if (record.Facts.Report?.DatesAndPlace[language] is { } masthead && Reading.Of(language) is { } reading && own.StartsOn is not null
                && PrintedDates.Periods(reading, masthead.Text).FirstOrDefault() is { First: not null, Last: not null } period && (period.First != own.StartsOn || period.Last != own.EndsOn))
            {
                yield return Contradicts(null, own, period.Text);
            }
        }
        foreach (var decision in record.Facts.Decisions.Where(d => d.SessionId == own.Id && (d.AdoptedOn < own.StartsOn || d.AdoptedOn > own.EndsOn)))
        {
            yield return At(record.Number(decision.ParagraphId), Severity.Error, new Subject("decision", decision.Label), "decision", ("provision", decision.Label), ("day", decision.AdoptedOn!.Value));
        }
        foreach (var other in record.Facts.Sessions.Where(s => (s.Year, s.Number).CompareTo((own.Year, own.Number)) > 0 && s.StartsOn <= own.EndsOn).OrderBy(s => (s.Year, s.Number)))
        {
            var act = record.Facts.Acts.Where(a => a.SubjectSessionId == other.Id).Select(a => record.Number(a.ParagraphId)).Min();
            yield return At(act, Severity.Error, new Subject("session", other.Id), "order", ("session", other.Title), ("day", other.StartsOn!.Value));
        }
    }

    private Finding Contradicts(int? paragraph, Session session, string printed) => At(
        paragraph,
        Severity.Error,
        new Subject("session", session.Id),
        "",
        ("session", session.Title),
        ("printed", printed),
        ("first", session.StartsOn!.Value),
        ("last", (session.EndsOn ?? session.StartsOn)!.Value));

    /// <summary>The sessions of the Board that a text names with a period, one directly after the other.</summary>
    private static IEnumerable<(Session Session, PrintedPeriod Period)> Dated(CheckedRecord record, PrintedText text)
    {
        var periods = PrintedDates.Periods(text.Reading, text.Text).Where(p => !p.IsPair).ToList();
        foreach (var match in text.Reading.Matches("session", text.Text))
        {
            var number = text.Reading.Number(match.Groups["number"].Value);
            var session = number is null ? null : record.Session(int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), number.Value);
            if (session?.StartsOn is null)
            {
                continue;
            }
            foreach (var period in periods)
            {
                if ((period.Index >= match.Index + match.Length && text.Reading.IsMatch("sessionThenDates", Between(text.Text, match.Index + match.Length, period.Index)))
                    || (match.Index >= period.Index + period.Text.Length && text.Reading.IsMatch("datesThenSession", Between(text.Text, period.Index + period.Text.Length, match.Index))))
                {
                    yield return (session, period);
                }
            }
        }
    }

    private static string Between(string text, int from, int to) => text[from..to];
}
