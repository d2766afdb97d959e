using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Import.Facts;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Import;

/// <summary>Reads the facts from the masthead, the headings and the paragraphs: one reader for each kind of fact.</summary>
internal sealed class ReportReader
{
    /// <summary>
    /// What the paragraphs may take to read, each the square of its length: no pattern takes longer. A limit by the clock
    /// would give other answers on a busy day. The report of a long session takes half of this.
    /// </summary>
    private const long MaxWork = 50_000_000;

    /// <summary>The longest text of all paragraphs, in characters, and the most of them: several times those of a long report.</summary>
    private const int MaxText = 120_000;
    private const int MaxParagraphs = 1_000;

    /// <summary>The longest sentence that is read, in characters: the longest list of States is half as long. A longer one is shown as not understood.</summary>
    private const int MaxSentence = 6_000;

    private readonly ReportLayout layout;
    private readonly Draft draft;
    private readonly Dictionary<int, AgendaItem?> itemOfSection = [];
    private readonly Dictionary<int, IReadOnlyList<Sentence>> sentences = [];

    private ReportReader(ReportLayout layout, Draft draft)
    {
        this.layout = layout;
        this.draft = draft;
    }

    public static ImportProposal Read(ReportLayout layout, MastheadReader masthead, int year, int number, ImportRegisters known)
    {
        var draft = new Draft(year, number, known, Wording.Of(layout.Language));
        return new ReportReader(layout, draft).Read(masthead);
    }

    private ImportProposal Read(MastheadReader masthead)
    {
        var paragraphs = layout.Paragraphs;
        if (paragraphs.Count > MaxParagraphs || paragraphs.Sum(p => (long)p.Text.Length) > MaxText || paragraphs.Sum(p => (long)p.Text.Length * p.Text.Length) > MaxWork)
        {
            throw Files.ReportFile.TooLarge();
        }
        var speakers = new Speakers(draft);
        var documents = new DocumentReader(draft);
        var session = new SessionReader(draft, paragraphs[^1].Number - 1);
        var agenda = new AgendaReader(draft);
        var officers = new OfficerReader(draft);
        var groups = new Groups(draft);
        var attendance = new AttendanceReader(draft, layout.Sections);
        var decisions = new DecisionReader(draft, documents);
        var statements = new StatementReader(draft, speakers, groups, documents);
        var acts = new ActReader(draft, decisions, documents, officers);
        var events = new EventReader(draft);

        if (masthead.DatesAndPlace is { } dates)
        {
            session.Masthead(dates);
        }
        agenda.Read(paragraphs, layout.Sections);
        if (agenda.Found is null)
        {
            agenda.ReadFrom(layout.Sections);
        }
        Sections(agenda.ItemsOf(layout.Sections));
        foreach (var paragraph in paragraphs)
        {
            var item = itemOfSection[paragraph.Section];
            draft.Add(FactKind.Paragraph, RowKeys.Paragraph(paragraph.Number), new ImportSource(paragraph.Number, 0, paragraph.Text), () => new Paragraph(
                draft.Paragraph(paragraph.Number), draft.Session.Id, SectionId(layout.Sections[paragraph.Section]), paragraph.Number, draft.Text(paragraph.Text)));
            sentences[paragraph.Number] = [.. Sentence.Of(paragraph, item, draft.Wording)];
        }
        masthead.Read(draft);
        foreach (var line in masthead.Lines)
        {
            officers.Rapporteur(line);
        }
        foreach (var paragraph in paragraphs)
        {
            draft.People.Hear(paragraph.Text);
        }
        // What sentences anywhere may refer to comes first.
        Each(s => session.Held(s));
        Each(session.Introduced);
        Each(s => attendance.Read(s));
        Each(officers.Mentions);
        Each(s => documents.Read(s));
        Each(documents.Bare);
        Each(decisions.Look);
        Each(groups.Read);
        var sources = decisions.Sources().ToDictionary();
        decisions.Finish(sources, decisions.ListParagraph is { } list ? sources.GetValueOrDefault(list) : null);
        Each(s =>
        {
            _ = draft.ElementsOf(s.Number).Any(e => e.Start < s.End && e.End > s.Start)
                || agenda.Act(s, documents) || session.Opening(s) || (session.Closing(s) && (statements.Tells(s) || true)) || (session.Arrangements(s) && (statements.OpeningRemarks(s) || true))
                || (acts.Read(s) && (statements.TellsBeside(s) || true)) || statements.Read(s);
            events.Read(s);
        });
        officers.Finish();
        events.Finish();
        session.Finish();
        var citations = new CitationReader(draft, documents, decisions, events).Read(paragraphs, p => sentences[p.Number]);
        new PassageReader(draft).Read(paragraphs, citations);
        return Proposal();
    }

    private void Each(Action<Sentence> read)
    {
        foreach (var sentence in sentences.Values.SelectMany(s => s).Where(s => s.Text.Length <= MaxSentence))
        {
            read(sentence);
        }
    }

    private Guid SectionId(ReadSection section) => draft.Id(RowKeys.Section(section.Number, section.Letter));

    private void Sections(IReadOnlyList<AgendaItem?> items)
    {
        ReadSection? parent = null;
        for (var i = 0; i < layout.Sections.Count; i++)
        {
            var section = layout.Sections[i];
            parent = section.Letter.Length == 0 ? section : parent;
            itemOfSection[i] = items[i];
            var (item, order, above) = (items[i], i + 1, parent);
            draft.Add(FactKind.Section, RowKeys.Section(section.Number, section.Letter), new ImportSource(null, 0, section.Heading), () => new Section(
                SectionId(section), draft.Session.Id, order, section.Number, section.Letter, section.Letter.Length == 0 || above is null ? null : SectionId(above), item?.Id, draft.Text(section.Heading)));
        }
    }

    private ImportProposal Proposal()
    {
        var order = 0;
        var facts = draft.Facts.Select(f => (Fact: f, At: order++)).OrderBy(f => f.Fact.Kind).ThenBy(f => f.At).Select(f => f.Fact).ToList();
        return new ImportProposal
        {
            Session = draft.Session.Id,
            Language = draft.Language,
            Facts = facts,
            NotUnderstood = [.. sentences.Values.SelectMany(s => s).Where(s => !draft.IsUnderstood(s)).Select(s => s.Source)],
            Mended = layout.Mended,
            Problems = [.. layout.Problems, .. draft.Problems],
            Record = new ReportFacts
            {
                Session = draft.Session,
                Report = draft.Rows<Report>().FirstOrDefault(),
                Sections = [.. draft.Rows<Section>()],
                Paragraphs = [.. draft.Rows<Paragraph>()],
                Passages = [.. draft.Rows<Passage>()],
                Citations = [.. draft.Rows<Citation>()],
                Agenda = [.. draft.Rows<AgendaItem>()],
                Officers = [.. draft.Rows<Officer>()],
                AttendanceHeadings = [.. draft.Rows<AttendanceHeading>()],
                Attendance = [.. draft.Rows<AttendanceEntry>()],
                Statements = [.. draft.Rows<Statement>()],
                Acts = [.. draft.Rows<Act>()],
                Adoptions = [.. draft.Rows<Adoption>()],
                Events = [.. draft.Rows<Event>()],
                Documents = [.. draft.Rows<Document>()],
                Decisions = [.. draft.Rows<Decision>()],
                Sessions = [.. draft.Other.Values.Append(draft.Session).OrderBy(s => s.Year).ThenBy(s => s.Number)],
                Delegations = draft.Delegations,
                Groups = draft.Known.Groups.Concat(draft.Rows<Group>()).ToDictionary(g => g.Code),
                Persons = draft.People.All.DistinctBy(p => p.Code).ToDictionary(p => p.Code),
                Bodies = draft.Bodies,
            },
        };
    }
}
