namespace HabitatBoard.Checks;

/// <summary>The paragraph that names an event prints days, but not the event's; or two facts date one event differently.</summary>
public sealed class DatesOfEvent : Check
{
    public override string Code => "dates-of-event";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var @event in record.Facts.Events.OrderBy(e => record.Number(e.ParagraphId)).ThenBy(e => e.StartsOn))
        {
            var subject = new Subject("event", @event.Title.For(Languages.Language.En)?.Text.Text ?? "");
            foreach (var text in record.Texts.Where(t => t.Paragraph == record.Number(@event.ParagraphId)))
            {
                var periods = PrintedDates.Periods(text.Reading, text.Text).ToList();
                var days = PrintedDates.Days(text.Reading, text.Text).Select(d => d.Day).ToList();
                var last = @event.EndsOn ?? @event.StartsOn;
                var printed = last == @event.StartsOn ? days.Contains(last) : periods.Exists(p => p.First == @event.StartsOn && p.Last == last);
                if (!printed && (days.Count > 0 || periods.Count > 0))
                {
                    yield return At(text.Paragraph, Severity.Error, subject, "", ("event", @event.Title), ("first", @event.StartsOn), ("last", last));
                }
            }
            if (record.Facts.Events.FirstOrDefault(e => e.Id != @event.Id && e.Title == @event.Title && record.Number(e.ParagraphId) < record.Number(@event.ParagraphId)
                && (e.StartsOn, e.EndsOn) != (@event.StartsOn, @event.EndsOn)) is { } other)
            {
                yield return At(
                    record.Number(@event.ParagraphId),
                    new[] { record.Number(other.ParagraphId), record.Number(@event.ParagraphId) }.OfType<int>(),
                    Severity.Error,
                    subject,
                    "twice",
                    ("event", @event.Title),
                    ("first", @event.StartsOn),
                    ("other", other.StartsOn));
            }
        }
    }
}
