using System.Globalization;
using HabitatBoard.Import;
using HabitatBoard.Languages;

namespace HabitatBoard.Tests.Import;

/// <summary>The facts of a proposal as lines that a colleague can write by hand after reading the report.</summary>
internal static class ReadFacts
{
    public static IReadOnlyList<string> Of(ImportProposal proposal)
    {
        var facts = proposal.Record;
        var session = facts.Session;
        var numbers = facts.Paragraphs.ToDictionary(p => p.Id, p => p.Number);
        var items = facts.Agenda.ToDictionary(i => i.Id, i => i.Label);
        string Item(Guid? id) => id is { } item && items.TryGetValue(item, out var label) ? label : "-";
        string At(Guid? id) => id is { } paragraph && numbers.TryGetValue(paragraph, out var number) ? $"p{number}" : "p-";
        string Time(DateTimeOffset? at) => at?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) ?? "-";
        string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
        // What the report calls a document; of one that it names by the symbol alone nothing more is known.
        string Title(HabitatBoard.Documents.Document d) => d.Title[proposal.Language] is { Text: var title } && !title.StartsWith("HSP/", StringComparison.Ordinal) ? $"“{title}”" : "-";
        // Codes of organizations that are new to the registers are made up, so a hand-written line cannot have them.
        var made = proposal.Facts.Where(f => f.Kind == FactKind.Delegation).Select(f => ((HabitatBoard.Delegations.Delegation)f.Row).Code).ToHashSet();
        var mode = session.Mode is { } m ? char.ToLowerInvariant($"{m}"[0]) + $"{m}"[1..] : "-";
        return
        [
            $"session {Day(session.StartsOn)} {Day(session.EndsOn)} {mode} opened={Time(session.OpenedAt)} closed={Time(session.ClosedAt)} interpretation={session.Interpretation?.HoursPerDay?.ToString(CultureInfo.InvariantCulture) ?? "-"} {(session.Interpretation is { } i ? string.Join(',', i.Languages.Select(l => l.Code)) : "-")}",
            .. facts.Sessions.Where(s => string.CompareOrdinal(s.Id, session.Id) > 0 && s.StartsOn is not null).Select(s => $"next {s.Id} {Day(s.StartsOn)} {Day(s.EndsOn)}"),
            .. facts.Officers.Select(o => $"officer {o.Office} {o.BodyCode} {o.DelegationCode ?? "-"} {At(o.ParagraphId)}"),
            .. facts.Agenda.Select(a => $"item {a.Label}"),
            .. facts.Sections.Select(s => $"section {s.Number}{s.Letter} {Item(s.AgendaItemId)}"),
            .. facts.Attendance.GroupBy(a => (a.Class, a.ParagraphId)).Select(g => $"attendance {g.Key.Class} {string.Join(',', g.OrderBy(a => a.Order).Select(a => a.DelegationCode))} {At(g.Key.ParagraphId)}"),
            .. facts.Documents.Select(d => $"document {d.Symbol ?? "-"} {d.Kind} {(d.Items.Count == 0 ? "-" : string.Join(',', d.Items.Select(x => Item(x.AgendaItemId))))} {Title(d)}"),
            .. facts.Statements.Select(s => $"statement {At(s.ParagraphId)} {Item(s.AgendaItemId)} {s.Kind} {s.Capacity} {(s.DelegationCode is { } code ? made.Contains(code) ? "*" : code : "-")} {s.PersonCode ?? "-"} {(s.OnBehalfOf.Count == 0 ? "-" : string.Join(',', s.OnBehalfOf.Select(o => o.GroupCode ?? o.DelegationCode)))} {s.Medium?.ToString() ?? "-"}"),
            .. facts.Decisions.Where(d => d.SessionId == proposal.Session).Select(d => $"decision {d.Label} {(d.Parts.Count == 0 ? "-" : string.Join(',', d.Parts.Select(p => p.Letter)))}"),
            .. facts.Adoptions.Select(a =>
            {
                var decision = facts.Decisions.Single(d => d.Id == a.DecisionId);
                var covered = a.Paragraphs.Select(p => decision.Paragraphs.Single(d => d.Id == p.DecisionParagraphId).Number).Order().ToList();
                return $"adoption {At(a.ParagraphId)} {Item(a.AgendaItemId)} {decision.Label} {decision.Parts.SingleOrDefault(p => p.Id == a.PartId)?.Letter ?? "-"} {(covered.Count == 0 ? "-" : string.Join(',', covered))} {a.Manner} {(a.OrallyAmended ? "oral" : "-")}";
            }),
            .. facts.Acts.Select(a => $"act {At(a.ParagraphId)} {Item(a.AgendaItemId)} {a.Kind} {a.SubjectSessionId ?? "-"}"),
            .. facts.Events.Select(e => $"event {At(e.ParagraphId)} {Day(e.StartsOn)} {Day(e.EndsOn)} {e.Place[proposal.Language]?.Text ?? "-"} “{e.Title[proposal.Language]?.Text}”"),
        ];
    }
}
