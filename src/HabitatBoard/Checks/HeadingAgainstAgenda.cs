namespace HabitatBoard.Checks;

/// <summary>The heading of a section is worded otherwise than the agenda item it reports on. Parts of a section that share their item have headings of their own.</summary>
public sealed class HeadingAgainstAgenda : Check
{
    public override string Code => "heading-against-agenda";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var section in record.Facts.Sections.OrderBy(s => s.Order))
        {
            if (record.Item(section.AgendaItemId) is not { } item || (section.Letter.Length > 0) != (item.Letter.Length > 0))
            {
                continue;
            }
            foreach (var language in record.Held)
            {
                if (section.Heading[language] is { } heading && item.Title[language] is { } title && Reading.Of(language) is { } reading
                    && reading.Typeset(heading.Text) != reading.Typeset(title.Text))
                {
                    var within = record.Facts.Sections.Where(s => s.Id == section.Id || s.ParentId == section.Id).Select(s => s.Id).ToHashSet();
                    yield return At(
                        record.Paragraphs.Where(p => within.Contains(p.SectionId)).Select(p => (int?)p.Number).FirstOrDefault(),
                        reading.Embedded(heading.Text) == reading.Embedded(title.Text) ? Severity.Notice : Severity.Warning,
                        new Subject("agendaItem", item.Label),
                        "",
                        ("item", item.Label),
                        ("heading", heading.Text),
                        ("title", title.Text));
                }
            }
        }
    }
}
