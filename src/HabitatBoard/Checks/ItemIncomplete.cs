using HabitatBoard.Documents;
using HabitatBoard.Statements;

namespace HabitatBoard.Checks;

/// <summary>
/// An item on which documents were submitted is not introduced; an item that was introduced, or on which documents were
/// submitted, has no outcome; or nothing at all is recorded on it. Agendas, reports of sessions and decisions are not submitted
/// in this sense, and an item with sub-items may leave everything to them.
/// </summary>
public sealed class ItemIncomplete : Check
{
    public override string Code => "item-incomplete";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        var facts = record.Facts;
        if (facts.Paragraphs.Count == 0)
        {
            yield break;
        }
        foreach (var item in facts.Agenda.Where(i => i.Version == Agenda.AgendaVersion.Adopted).OrderBy(i => (i.Number, i.Letter)))
        {
            var own = facts.Agenda.Where(i => i.Number == item.Number && (i.Id == item.Id || item.Letter.Length == 0)).Select(i => i.Id).ToHashSet();
            var statements = facts.Statements.Where(s => s.AgendaItemId is { } id && own.Contains(id)).ToList();
            var outcomes = facts.Acts.Count(a => a.AgendaItemId is { } id && own.Contains(id)) + facts.Adoptions.Count(a => a.AgendaItemId is { } id && own.Contains(id));
            var introduced = statements.Exists(s => s.Kind == StatementKind.Introduction);
            var submitted = facts.Documents.Any(d => d.SessionId == facts.Session.Id && d.Items.Any(i => i.AgendaItemId == item.Id)
                && d.Kind is DocumentKind.ExecutiveDirectorReport or DocumentKind.SecretariatNote or DocumentKind.InformationDocument or DocumentKind.ConferenceRoomPaper);
            var sections = facts.Sections.Where(s => s.AgendaItemId is { } id && own.Contains(id)).Select(s => s.Id).ToHashSet();
            var paragraphs = record.Paragraphs.Where(p => sections.Contains(p.SectionId)).Select(p => p.Number).ToList();
            int? first = paragraphs.Count == 0 ? null : paragraphs[0];
            var subject = new Subject("agendaItem", item.Label);
            if (statements.Count == 0 && outcomes == 0)
            {
                yield return At(first, Severity.Warning, subject, "empty", ("item", item.Label), ("title", item.Title));
                continue;
            }
            if (submitted && !introduced)
            {
                yield return At(first, Severity.Warning, subject, "no-introduction", ("item", item.Label), ("title", item.Title));
            }
            if ((submitted || introduced) && outcomes == 0)
            {
                yield return At(paragraphs.Count == 0 ? null : paragraphs[^1], Severity.Warning, subject, "no-outcome", ("item", item.Label), ("title", item.Title));
            }
        }
    }
}
