using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Decisions;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Checks;

/// <summary>A session's facts, with what several checks look up in them.</summary>
public sealed class CheckedRecord
{
    private readonly Dictionary<Guid, int> numbers;
    private readonly Dictionary<Guid, AgendaItem> items;

    public CheckedRecord(ReportFacts facts)
    {
        Facts = facts;
        numbers = facts.Paragraphs.ToDictionary(p => p.Id, p => p.Number);
        items = facts.Agenda.ToDictionary(i => i.Id);
        Paragraphs = [.. facts.Paragraphs.OrderBy(p => p.Number).ThenBy(p => p.Id)];
        var held = Paragraphs.SelectMany(p => p.Text.Present()).Where(t => t.Text.Status != TextStatus.Composed).CountBy(t => t.Language).ToDictionary();
        Printed = held.Count == 0
            ? facts.Report?.OriginalLanguage ?? Language.En
            : held.MaxBy(h => (h.Value, h.Key == facts.Report?.OriginalLanguage)).Key;
        Held = held.Count == 0 ? [Printed] : [.. OfficialLanguages.All.Where(held.ContainsKey)];
        Texts = [.. Read()];
    }

    public ReportFacts Facts { get; }

    /// <summary>The paragraphs in their order.</summary>
    public IReadOnlyList<Paragraph> Paragraphs { get; }

    /// <summary>The languages in which the report is held; before any of it is written, the one in which it will be.</summary>
    public IReadOnlyList<Language> Held { get; }

    /// <summary>The language whose order the recorded lists have: that in which most of the report is held, else its original language.</summary>
    public Language Printed { get; }

    /// <summary>
    /// The paragraphs in the languages that can be read: as held and, where a paragraph has no text yet, as it is
    /// composed in the language of the lists.
    /// </summary>
    internal IReadOnlyList<PrintedText> Texts { get; }

    /// <summary>The number of a paragraph of this report.</summary>
    public int? Number(Guid? paragraph) => paragraph is { } id && numbers.TryGetValue(id, out var number) ? number : null;

    public AgendaItem? Item(Guid? id) => id is { } item ? items.GetValueOrDefault(item) : null;

    public LocalizedText Name(string delegation) =>
        Facts.Delegations.TryGetValue(delegation, out var found) ? found.RunningName : LocalizedText.None.With(Language.En, delegation);

    public LocalizedText NameOfPerson(string person) =>
        Facts.Persons.TryGetValue(person, out var found) ? found.Name : LocalizedText.None.With(Language.En, person);

    /// <summary>The speaker of a statement by the best name there is.</summary>
    public LocalizedText NameOf(Statement statement) =>
        statement.DelegationCode is { } delegation && statement.PersonCode is null ? Name(delegation)
            : statement.PersonCode is { } person ? NameOfPerson(person)
            : statement.Office;

    /// <summary>The item of the section in which a paragraph stands.</summary>
    public AgendaItem? ItemOfParagraph(Guid? paragraph) =>
        Facts.Paragraphs.FirstOrDefault(p => p.Id == paragraph) is { } found && Facts.Sections.FirstOrDefault(s => s.Id == found.SectionId) is { } section
            ? Item(section.AgendaItemId)
            : null;

    /// <summary>
    /// The lists of speakers: statements that follow each other in a paragraph in one kind and capacity, by delegations
    /// or, for non-governmental organizations, by persons.
    /// </summary>
    public IEnumerable<IReadOnlyList<Statement>> SpeakerLists()
    {
        foreach (var paragraph in Facts.Statements.GroupBy(s => s.ParagraphId).OrderBy(g => Number(g.Key)))
        {
            var list = new List<Statement>();
            foreach (var statement in paragraph.OrderBy(s => s.Order))
            {
                if (list.Count > 0 && (!Lists(statement) || statement.Kind != list[0].Kind || statement.Capacity != list[0].Capacity))
                {
                    yield return list;
                    list = [];
                }
                if (Lists(statement))
                {
                    list.Add(statement);
                }
            }
            if (list.Count > 0)
            {
                yield return list;
            }
        }

        static bool Lists(Statement statement) =>
            statement.Kind is StatementKind.Statement or StatementKind.RightOfReply
            && statement.DelegationCode is not null
            && statement.Capacity switch
            {
                Capacity.BoardMember or Capacity.Observer => statement.PersonCode is null,
                Capacity.NonGovernmental => true,
                _ => false,
            };
    }

    /// <summary>Those present, by delegation; nothing where attendance is not recorded.</summary>
    public ILookup<string, AttendanceEntry> Present() => Facts.Attendance.Where(a => a.Presence == Presence.Present).ToLookup(a => a.DelegationCode);

    /// <summary>A session's title by its year and number, <c>2024-2</c>.</summary>
    public Session? Session(int year, int number) => Facts.Sessions.FirstOrDefault(s => s.Year == year && s.Number == number);

    /// <summary>What a decision, or a part of it, is called in a finding.</summary>
    public static string Label(Decision decision, DecisionPart? part) => part is null ? decision.Label : $"{decision.Label}({part.Letter})";

    private IEnumerable<PrintedText> Read()
    {
        foreach (var paragraph in Paragraphs)
        {
            foreach (var (language, text) in paragraph.Text.Present())
            {
                if (text.Status != TextStatus.Composed && Reading.Of(language) is { } reading)
                {
                    yield return new PrintedText(paragraph.Number, reading, text.Text);
                }
            }
        }
        var unwritten = Paragraphs.Where(p => p.Text.IsNone).Select(p => p.Id).ToHashSet();
        if (unwritten.Count > 0 && LanguagePhrasing.Of(Printed) is { } phrasing && Reading.Of(Printed) is { } printed)
        {
            foreach (var paragraph in new ReportComposer(phrasing).Compose(SessionReport.From(Facts)).Paragraphs.Where(p => unwritten.Contains(p.Id)))
            {
                yield return new PrintedText(paragraph.Number, printed, paragraph.Text);
            }
        }
    }
}

/// <summary>A paragraph in one language, to be read.</summary>
internal sealed record PrintedText(int Paragraph, Reading Reading, string Text);
