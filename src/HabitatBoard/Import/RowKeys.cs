using System.Globalization;
using HabitatBoard.Reports;

namespace HabitatBoard.Import;

/// <summary>
/// The names of the rows of a session that do not depend on an installation: <c>p21/statement/3</c>. The seed makes its ids
/// from the same names.
/// </summary>
internal static class RowKeys
{
    public static string Item(string label) => $"agenda/{label}";

    public static string Section(int number, string letter) => string.Create(CultureInfo.InvariantCulture, $"section/{number}{letter}");

    public static string Paragraph(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");

    public static string In(int? paragraph, string what, int order) => string.Create(CultureInfo.InvariantCulture, $"p{paragraph}/{what}/{order}");

    public static string Officer(int order) => string.Create(CultureInfo.InvariantCulture, $"officer/{order}");

    public static string Attendance(object attendanceClass, string code) => $"attendance/{attendanceClass}/{code}";

    public static string Document(string? symbol, int? paper) => symbol is not null ? $"document/{symbol}" : string.Create(CultureInfo.InvariantCulture, $"document/paper-{paper}");

    public static string Decision(string label) => $"decision/{label}";

    public static string Part(string decision, string letter) => $"decision/{decision}({letter})";

    public static string DecisionParagraph(string decision, int number) => string.Create(CultureInfo.InvariantCulture, $"decision/{decision}/{number}");

    public static string Event(int order) => string.Create(CultureInfo.InvariantCulture, $"event/{order}");

    /// <summary>Every row of a recorded session that has an id of its own, by its name.</summary>
    public static IEnumerable<(string Key, Guid Id)> Of(ReportFacts facts)
    {
        var session = facts.Session.Id;
        var numbers = facts.Paragraphs.ToDictionary(p => p.Id, p => p.Number);
        foreach (var item in facts.Agenda.Where(i => i.Version == Agenda.AgendaVersion.Adopted))
        {
            yield return (Item(item.Label), item.Id);
        }
        foreach (var section in facts.Sections)
        {
            yield return (Section(section.Number, section.Letter), section.Id);
        }
        foreach (var paragraph in facts.Paragraphs)
        {
            yield return (Paragraph(paragraph.Number), paragraph.Id);
        }
        foreach (var officer in facts.Officers)
        {
            yield return (Officer(officer.Order), officer.Id);
        }
        foreach (var entry in facts.Attendance)
        {
            yield return (Attendance(entry.Class, entry.DelegationCode), entry.Id);
        }
        foreach (var document in facts.Documents.Where(d => d.SessionId == session))
        {
            yield return (Document(document.Symbol, document.PaperNumber), document.Id);
        }
        foreach (var decision in facts.Decisions)
        {
            yield return (Decision(decision.Label), decision.Id);
            foreach (var part in decision.Parts)
            {
                yield return (Part(decision.Label, part.Letter), part.Id);
            }
            foreach (var paragraph in decision.Paragraphs.Where(p => p.Number is not null))
            {
                yield return (DecisionParagraph(decision.Label, paragraph.Number!.Value), paragraph.Id);
            }
        }
        foreach (var statement in facts.Statements)
        {
            yield return (In(numbers[statement.ParagraphId], "statement", statement.Order), statement.Id);
        }
        foreach (var act in facts.Acts)
        {
            yield return (In(numbers[act.ParagraphId], "act", act.Order), act.Id);
        }
        foreach (var adoption in facts.Adoptions.Where(a => a.ParagraphId is not null))
        {
            yield return (In(numbers[adoption.ParagraphId!.Value], "adoption", adoption.Order), adoption.Id);
        }
        foreach (var (happening, i) in facts.Events.OrderBy(e => numbers[e.ParagraphId]).ThenBy(e => e.StartsOn).Select((e, i) => (e, i)))
        {
            yield return (Event(i + 1), happening.Id);
        }
        foreach (var passage in facts.Passages)
        {
            yield return (In(numbers[passage.ParagraphId], "passage", passage.After), passage.Id);
        }
        foreach (var citation in facts.Citations)
        {
            yield return (In(numbers[citation.ParagraphId], "citation", citation.Order), citation.Id);
        }
    }
}
