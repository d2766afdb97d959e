using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Checks;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Tests.Checks;

/// <summary>Small facts of a session, made for one example. Every paragraph that is named is there.</summary>
internal sealed class SmallSession
{
    private const string Id = "2030-1";
    private readonly Dictionary<int, Paragraph> paragraphs = [];
    private readonly Dictionary<string, Delegation> delegations = [];
    private readonly Dictionary<string, Person> persons = [];
    private readonly Dictionary<string, Body> bodies = [];
    private readonly List<Section> sections = [];
    private readonly List<AgendaItem> items = [];
    private readonly List<AttendanceEntry> attendance = [];
    private readonly List<AttendanceHeading> headings = [];
    private readonly List<Statement> statements = [];
    private readonly List<Act> acts = [];
    private readonly List<Adoption> adoptions = [];
    private readonly List<Decision> decisions = [];
    private readonly List<Document> documents = [];
    private readonly List<Citation> citations = [];
    private readonly List<Event> events = [];
    private readonly List<Session> others = [];

    public SmallSession() => Section(1, "会议");

    public Session Session { get; } = Make(2030, 1, new DateOnly(2030, 4, 1), new DateOnly(2030, 4, 3));

    public ReportFacts Facts => new()
    {
        Session = Session,
        Sessions = [Session, .. others],
        Sections = sections,
        Paragraphs = [.. paragraphs.Values],
        Agenda = items,
        Attendance = attendance,
        AttendanceHeadings = headings,
        Statements = statements,
        Acts = acts,
        Adoptions = adoptions,
        Decisions = decisions,
        Documents = documents,
        Citations = citations,
        Events = events,
        Delegations = delegations,
        Persons = persons,
        Bodies = bodies,
    };

    public IReadOnlyList<Finding> Run<TCheck>()
        where TCheck : Check, new() => [.. new TCheck().Find(new CheckedRecord(Facts))];

    /// <summary>The findings of one check as <c>paragraph subject</c>.</summary>
    public IReadOnlyList<string> Found<TCheck>()
        where TCheck : Check, new() => [.. Run<TCheck>().Select(f => $"{f.Paragraph} {f.Subject.Key}")];

    public static Session Make(int year, int number, DateOnly from, DateOnly until)
    {
        var session = new Session(year, number, Zh($"{year} 年第{"一二三四五"[number - 1]}次会议"));
        session.Schedule(from, until);
        return session;
    }

    public SmallSession Other(int year, int number, DateOnly from, DateOnly until)
    {
        others.Add(Make(year, number, from, until));
        return this;
    }

    public SmallSession Text(int number, string zh, string? en = null)
    {
        paragraphs[number] = new Paragraph(paragraphs.TryGetValue(number, out var p) ? p.Id : Guid.NewGuid(), Id, sections[^1].Id, number, Zh(zh).With(Language.En, en));
        return this;
    }

    public SmallSession Section(int number, string heading, string? letter = null, string? item = null)
    {
        var parent = letter is null ? null : sections.Find(s => s.Number == number && s.Letter.Length == 0);
        sections.Add(new Section(Guid.NewGuid(), Id, sections.Count + 1, number, letter, parent?.Id, item is null ? null : Item(item), Zh(heading)));
        return this;
    }

    public SmallSession Item(string number, string title)
    {
        var (n, letter) = AgendaItem.ParseNumber(number)!.Value;
        items.Add(new AgendaItem(Guid.NewGuid(), Id, AgendaVersion.Adopted, n, letter, Zh(title)));
        return this;
    }

    public SmallSession Delegations(params string[] names)
    {
        foreach (var name in names)
        {
            Delegation(name, DelegationKind.State, name);
        }
        return this;
    }

    public SmallSession Delegation(string code, DelegationKind kind, string zh)
    {
        var name = Zh(zh).With(Language.En, code);
        delegations[code] = new Delegation(code, kind, name, name, SortKeys.For(name, LocalizedText.None));
        return this;
    }

    public SmallSession Person(string code, string name)
    {
        persons[code] = new Person(code, Zh(name).With(Language.En, name), name.Split(' ')[^1]);
        return this;
    }

    public SmallSession Body(string code, string name)
    {
        bodies[code] = new Body(code, BodyKind.AdHocWorkingGroup, Zh(name));
        return this;
    }

    public SmallSession Attend(AttendanceClass attendanceClass, int paragraph, string heading, params string[] codes)
    {
        headings.Add(new AttendanceHeading(Id, attendanceClass, Zh(heading), P(paragraph)));
        return Attend(attendanceClass, paragraph, Presence.Present, codes);
    }

    public SmallSession Attend(AttendanceClass attendanceClass, int paragraph, Presence presence, params string[] codes)
    {
        attendance.AddRange(codes.Select((code, i) => new AttendanceEntry(Guid.NewGuid(), Id, attendanceClass, attendance.Count + i + 1, code, presence, P(paragraph))));
        return this;
    }

    public SmallSession Speak(int paragraph, Capacity capacity, params string[] codes)
    {
        foreach (var code in codes)
        {
            Speak(paragraph, capacity, StatementKind.Statement, new Speaker(code, null, LocalizedText.None), null);
        }
        return this;
    }

    public SmallSession SpeakFor(int paragraph, Capacity capacity, string code, string group) =>
        Speak(paragraph, capacity, StatementKind.Statement, new Speaker(code, null, LocalizedText.None), null, group);

    public SmallSession Organization(int paragraph, string person, string code) =>
        Speak(paragraph, Capacity.NonGovernmental, StatementKind.Statement, new Speaker(code, person, LocalizedText.None), null);

    public SmallSession Introduce(int paragraph, string item) =>
        Speak(paragraph, Capacity.PresidingOfficer, StatementKind.Introduction, new Speaker(null, null, Zh("主席")), item);

    public SmallSession Note(int paragraph, string item)
    {
        acts.Add(new Act(Guid.NewGuid(), Id, P(paragraph), acts.Count + 1, ActKind.TookNote, Item(item), Zh("所介绍的文件")));
        return this;
    }

    public SmallSession Document(string symbol, string title = "文件", string? item = null)
    {
        var document = new Document(Guid.NewGuid(), Id, DocumentSymbol.Parse(symbol), null, DocumentKind.ExecutiveDirectorReport, null, Zh(title));
        if (item is not null)
        {
            document.Serve(Item(item));
        }
        documents.Add(document);
        return this;
    }

    public SmallSession Cite(int paragraph, CitationKind kind, string target, string? wording, string? reference = null)
    {
        citations.Add(new Citation(Guid.NewGuid(), Id, P(paragraph), citations.Count + 1, kind, target, reference, Zh(wording)));
        return this;
    }

    /// <summary>A decision listed in a paragraph, with its parts and the numbers of their paragraphs.</summary>
    public SmallSession Decision(int number, int? listed, params (string Letter, string Title, int[] Paragraphs)[] parts)
    {
        var decision = new Decision(Guid.NewGuid(), Id, 2030, number, Zh("决定"), null, null, listed is { } p ? P(p) : null);
        foreach (var (letter, title, numbers) in parts)
        {
            var part = decision.AddPart(Guid.NewGuid(), letter, Zh(title));
            foreach (var n in numbers)
            {
                decision.AddParagraph(Guid.NewGuid(), part, n, LocalizedText.None);
            }
        }
        decisions.Add(decision);
        return this;
    }

    public SmallSession Adopt(int paragraph, int number, string? letter = null, string? item = null, params int[] numbers)
    {
        var decision = decisions.Single(d => d.Number == number);
        var part = letter is null ? null : decision.Parts.Single(p => p.Letter == letter);
        var adoption = new Adoption(Guid.NewGuid(), Id, decision.Id, part?.Id, item is null ? null : Item(item), P(paragraph), adoptions.Count + 1, AdoptionManner.NotRecorded, false);
        foreach (var n in numbers)
        {
            adoption.Cover(decision.Paragraphs.Single(p => p.Number == n));
        }
        adoptions.Add(adoption);
        return this;
    }

    public SmallSession Event(int paragraph, string title, DateOnly from, DateOnly? until)
    {
        events.Add(new Event(Guid.NewGuid(), Id, Zh(title), from, until, LocalizedText.None, P(paragraph)));
        return this;
    }

    /// <summary>The session opens and closes, as paragraphs 1 and 2 state.</summary>
    public SmallSession Open(DateTimeOffset opened, DateTimeOffset closed)
    {
        Session.Hold(SessionStatus.Closed, opened, closed);
        Session.State(P(1), P(2));
        return this;
    }

    private static LocalizedText Zh(string? text) => LocalizedText.None.With(Language.Zh, text);

    private SmallSession Speak(int paragraph, Capacity capacity, StatementKind kind, Speaker speaker, string? item, string? group = null)
    {
        var statement = new Statement(Guid.NewGuid(), Id, P(paragraph), statements.Count + 1, item is null ? null : Item(item), speaker, capacity, kind, null);
        if (group is not null)
        {
            statement.SpeakFor(group, null);
        }
        statements.Add(statement);
        return this;
    }

    private Guid Item(string number)
    {
        var (n, letter) = AgendaItem.ParseNumber(number)!.Value;
        return items.Single(i => i.Number == n && i.Letter == letter).Id;
    }

    private Guid P(int number)
    {
        if (!paragraphs.ContainsKey(number))
        {
            Text(number, "。");
        }
        return paragraphs[number].Id;
    }
}
