using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Tests.Reports;

/// <summary>
/// A session made up from a number: attendance, items, documents, speakers, groups, acts, adoptions. Everything that
/// has a name is called 〔D7〕 or the like in every language, so that a text says which facts it tells, and in what order.
/// </summary>
internal sealed class GeneratedSession
{
    private const string Id = "2031-1";
    private readonly Random random;
    private readonly List<Section> sections = [];
    private readonly List<Paragraph> paragraphs = [];
    private readonly List<Passage> passages = [];
    private readonly List<AgendaItem> agenda = [];
    private readonly List<AttendanceEntry> attendance = [];
    private readonly List<Statement> statements = [];
    private readonly List<Act> acts = [];
    private readonly List<Adoption> adoptions = [];
    private readonly List<Document> documents = [];
    private readonly List<Decision> decisions = [];
    private readonly List<Delegation> delegations;
    private readonly List<Group> groups;
    private readonly List<Person> persons = [];
    private readonly Session session = new(2031, 1, Both("〔session〕"));
    private int names;

    public GeneratedSession(int seed)
    {
        random = new Random(seed);
        delegations = [.. Enumerable.Range(0, random.Next(1, 60)).Select(i =>
        {
            // Names in no alphabetical order.
            var name = Both($"〔{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}{i}〕");
            return new Delegation($"D{i}", DelegationKind.State, name, name, SortKeys.For(name, LocalizedText.None));
        })];
        groups = [.. Enumerable.Range(0, 3).Select(i => new Group($"G{i}", GroupKind.Regional, Both($"〔G{i}〕")))];
        Opening();
        Attendance();
        for (var number = 1; number <= random.Next(1, 6); number++)
        {
            Item(number);
        }
        Outcomes();
        session.State(paragraphs[0].Id, Paragraph([], []).Id);
        Facts = new ReportFacts
        {
            Session = session,
            Sessions = [session],
            Sections = sections,
            Paragraphs = paragraphs,
            Passages = passages,
            Agenda = agenda,
            Attendance = attendance,
            Statements = statements,
            Acts = acts,
            Adoptions = adoptions,
            Documents = documents,
            Decisions = decisions,
            Delegations = delegations.ToDictionary(d => d.Code),
            Groups = groups.ToDictionary(g => g.Code),
            Persons = persons.ToDictionary(p => p.Code),
        };
    }

    public ReportFacts Facts { get; }

    /// <summary>
    /// By paragraph, the names that it has to tell, in order, in each language. Russian and Arabic put an office before
    /// the name of who holds it, as Chinese does; all else stands as in English.
    /// </summary>
    public Dictionary<int, (List<string> Zh, List<string> En, List<string> Ru)> Expected { get; } = [];

    public IEnumerable<string> Symbols => documents.Select(d => d.Symbol).OfType<string>().Where(s => !s.EndsWith("/999"));

    private static LocalizedText Both(string name) => OfficialLanguages.All.Aggregate(LocalizedText.None, (text, language) => text.With(language, name));

    private static string Name(LocalizedText text) => text.Zh!.Text;

    private string NewName(string kind) => $"〔{kind}{++names}〕";

    private bool Chance(int ofTen) => random.Next(10) < ofTen;

    private List<T> Some<T>(IReadOnlyList<T> all, int most) =>
        [.. all.OrderBy(_ => random.Next()).Take(random.Next(0, Math.Min(most, all.Count) + 1))];

    private Paragraph Paragraph(List<string> zh, List<string> en, List<string>? ru = null)
    {
        if (sections.Count == 0)
        {
            sections.Add(new Section(Guid.NewGuid(), Id, 1, 1, null, null, null, Both("〔section〕")));
        }
        var paragraph = new Paragraph(Guid.NewGuid(), Id, sections[0].Id, paragraphs.Count + 1, LocalizedText.None);
        paragraphs.Add(paragraph);
        Expected.Add(paragraph.Number, (zh, en, ru ?? en));
        return paragraph;
    }

    private void Opening()
    {
        session.Hold(SessionStatus.Closed, Chance(8) ? new DateTimeOffset(2031, 5, 5, random.Next(0, 24), random.Next(0, 60), 0, TimeSpan.FromHours(3)) : null, null);
        Paragraph(["〔session〕"], ["〔session〕"]);
    }

    private void Attendance()
    {
        var left = delegations.OrderBy(_ => random.Next()).ToList();
        foreach (var attendanceClass in Enum.GetValues<AttendanceClass>())
        {
            var present = left.Take(random.Next(0, left.Count + 1)).ToList();
            left.RemoveRange(0, present.Count);
            var paragraph = Paragraph(Names(present), Names(InEnglishOrder(present)));
            attendance.AddRange(present.Select((d, i) => new AttendanceEntry(Guid.NewGuid(), Id, attendanceClass, i + 1, d.Code, Presence.Present, paragraph.Id)));
        }
    }

    private static List<string> Names(IEnumerable<Delegation> listed) => [.. listed.Select(d => Name(d.ListName))];

    private static IEnumerable<Delegation> InEnglishOrder(IEnumerable<Delegation> listed) => listed.OrderBy(d => d.SortKeys.En, StringComparer.Ordinal);

    private void Item(int number)
    {
        var item = new AgendaItem(Guid.NewGuid(), Id, AgendaVersion.Adopted, number, null, Both(NewName("item")));
        agenda.Add(item);
        Introduction(item, number);
        Addresses(item);
        Speakers(item);
        if (Chance(7))
        {
            Note(item);
        }
        if (Chance(7))
        {
            Adopt(item, number);
        }
    }

    private void Introduction(AgendaItem item, int number)
    {
        var kinds = Enum.GetValues<DocumentKind>();
        var served = new List<Document>();
        for (var i = 0; i < random.Next(0, 6); i++)
        {
            var title = Both(NewName("document"));
            var kind = kinds[random.Next(kinds.Length)];
            var document = Chance(8)
                ? new Document(Guid.NewGuid(), Id, DocumentSymbol.Parse($"HSP/EB.2031/{(Chance(3) ? "INF/" : "")}{(number * 10) + i}"), null, kind, null, title)
                : new Document(Guid.NewGuid(), Id, (number * 10) + i, kind, null, title);
            document.Serve(item.Id);
            served.Add(document);
        }
        documents.AddRange(served);
        var listed = served.OrderBy(d => d.Symbol is null).ThenBy(d => d.SortKey, StringComparer.Ordinal).Select(d => Name(d.Title)).ToList();
        var paragraph = Paragraph(["〔chair〕", .. listed], ["〔chair〕", .. listed]);
        Say(paragraph, item, new Speaker(null, null, Both("〔chair〕")), Capacity.PresidingOfficer, StatementKind.Introduction);
    }

    private Statement Say(Paragraph paragraph, AgendaItem item, Speaker speaker, Capacity capacity, StatementKind kind, Medium? medium = null)
    {
        var statement = new Statement(
            Guid.NewGuid(), Id, paragraph.Id, statements.Count(s => s.ParagraphId == paragraph.Id) + 1, item.Id, speaker, capacity, kind, medium);
        statements.Add(statement);
        return statement;
    }

    private void Addresses(AgendaItem item)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        var starts = new List<int> { 0 };
        var paragraph = Paragraph(zh, en, zh);
        for (var i = 0; i < random.Next(0, 4); i++)
        {
            var (office, topic, subject) = (NewName("office"), NewName("topic"), NewName("subject"));
            var kind = Chance(5) ? StatementKind.Presentation : StatementKind.Statement;
            Person? person = null;
            if (Chance(5))
            {
                person = new Person($"p{++names}", Both(NewName("person")), "Surname");
                persons.Add(person);
            }
            var statement = Say(
                paragraph, item, new Speaker(null, person?.Code, Both(office)), person is null ? Capacity.Secretariat : Capacity.Guest, kind, Chance(2) ? Medium.VideoLink : null);
            var (about, outlined) = (Chance(5), Chance(7));
            statement.Treat(about ? Both(subject) : LocalizedText.None, outlined ? Both(topic) : LocalizedText.None, null);
            zh.AddRange([office, .. person is null ? [] : new[] { Name(person.Name) }, .. about ? [subject] : Array.Empty<string>(), .. outlined ? [topic] : Array.Empty<string>()]);
            en.AddRange([.. person is null ? [] : new[] { Name(person.Name) }, office, .. about ? [subject] : Array.Empty<string>(), .. outlined ? [topic] : Array.Empty<string>()]);
            starts.Add(zh.Count);
        }
        if (Chance(4))
        {
            var words = NewName("passage");
            var after = random.Next(0, 4);
            passages.Add(new Passage(Guid.NewGuid(), Id, paragraph.Id, after, Both(words)));
            zh.Insert(starts[Math.Min(after, starts.Count - 1)], words);
            en.Insert(starts[Math.Min(after, starts.Count - 1)], words);
        }
    }

    private void Speakers(AgendaItem item)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        var paragraph = Paragraph(zh, en);
        foreach (var (capacity, kind) in new[]
        {
            (Capacity.BoardMember, StatementKind.Statement), (Capacity.Observer, StatementKind.Statement), (Capacity.BoardMember, StatementKind.RightOfReply),
        })
        {
            var entries = new List<(Delegation Delegation, List<string> Told)>();
            foreach (var delegation in Some(delegations, 20))
            {
                var told = new List<string> { Name(delegation.RunningName) };
                var first = Say(paragraph, item, new Speaker(delegation.Code, null, LocalizedText.None), capacity, kind);
                var behalf = Chance(2) ? Some(groups, 2) : [];
                foreach (var group in behalf)
                {
                    first.SpeakFor(group.Code, null);
                    told.Add(Name(group.Name));
                }
                if (behalf.Count > 0 && Chance(5))
                {
                    Say(paragraph, item, new Speaker(delegation.Code, null, LocalizedText.None), capacity, kind);
                    told.Add(Name(delegation.RunningName));
                }
                entries.Add((delegation, told));
            }
            zh.AddRange(entries.SelectMany(e => e.Told));
            en.AddRange(entries.OrderBy(e => e.Delegation.SortKeys.En, StringComparer.Ordinal).SelectMany(e => e.Told));
        }
        if (Chance(7))
        {
            Say(paragraph, item, new Speaker(null, null, Both("〔answering〕")), Capacity.Secretariat, StatementKind.Answer);
            zh.Add("〔answering〕");
            en.Add("〔answering〕");
        }
    }

    private void Note(AgendaItem item)
    {
        var subject = NewName("noted");
        var asRecorded = Chance(5);
        var paragraph = asRecorded ? Paragraph([subject], [subject]) : Paragraph([], []);
        var act = new Act(Guid.NewGuid(), Id, paragraph.Id, 1, ActKind.TookNote, item.Id, Both(subject));
        act.Phrase(asRecorded ? ActSubject.AsRecorded : ActSubject.DocumentsAndInformation, null, null);
        acts.Add(act);
    }

    private void Adopt(AgendaItem item, int number)
    {
        var title = NewName("decision");
        var decision = new Decision(Guid.NewGuid(), Id, 2031, number, Both(title), null, null, null);
        decisions.Add(decision);
        var parts = Enumerable.Range(0, random.Next(0, 4)).Select(i => decision.AddPart(Guid.NewGuid(), ((char)('a' + i)).ToString(), Both(NewName("part")))).ToList();
        var part = parts.Count > 0 && Chance(7) ? parts[random.Next(parts.Count)] : null;
        List<string> zh = [title], en = [title];
        if (part is not null)
        {
            zh.Add(Name(part.Title));
            en.Insert(0, Name(part.Title));
        }
        var paragraph = Paragraph(zh, en);
        var adoption = new Adoption(Guid.NewGuid(), Id, decision.Id, part?.Id, item.Id, paragraph.Id, 1, AdoptionManner.Consensus, orallyAmended: false);
        if (Chance(5))
        {
            foreach (var i in Some([.. Enumerable.Range(1, 12)], 5))
            {
                adoption.Cover(decision.AddParagraph(Guid.NewGuid(), part, i, LocalizedText.None));
            }
        }
        if (Chance(3))
        {
            var noted = NewName("noted");
            var act = new Act(Guid.NewGuid(), Id, paragraph.Id, 1, ActKind.TookNote, item.Id, Both(noted));
            act.Phrase(ActSubject.AsRecorded, adoption.Id, null);
            acts.Add(act);
            zh.Add(noted);
            en.Add(noted);
        }
        adoptions.Add(adoption);
    }

    /// <summary>The list of decisions; decisions know their paragraph from the start, so they are made anew.</summary>
    private void Outcomes()
    {
        var told = new List<string> { "〔session〕" };
        if (decisions.Count == 0)
        {
            return;
        }
        var paragraph = Paragraph(told, told);
        for (var i = 0; i < 2; i++)
        {
            var listed = new Decision(Guid.NewGuid(), Id, 2031, 100 + i, Both(NewName("decision")), null, null, paragraph.Id);
            told.Add(Name(listed.Title));
            for (var j = 0; j < random.Next(0, 3); j++)
            {
                told.Add(Name(listed.AddPart(Guid.NewGuid(), ((char)('a' + j)).ToString(), Both(NewName("part"))).Title));
            }
            decisions.Add(listed);
        }
    }
}
