using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HabitatBoard.Attendance;
using HabitatBoard.Delegations;
using HabitatBoard.Import;
using HabitatBoard.Languages;
using HabitatBoard.Papers;
using HabitatBoard.Reports;
using HabitatBoard.Statements;
using HabitatBoard.Tests.Reports;

namespace HabitatBoard.Tests.Import;

/// <summary>What is composed from facts and read in again gives the facts back, in both languages.</summary>
public sealed class RoundTripTests(SeedReport seed) : IClassFixture<SeedReport>
{
    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public async Task Import_OfTheComposedSeed_GivesItsFacts(Language language)
    {
        var facts = await seed.FactsAsync();
        Assert.Equal(Lines(facts), Lines(Read(facts, language)));
    }

    /// <summary>Other delegations present and speaking, for other groups, in other numbers; composed, written as a file, and read.</summary>
    [Theory]
    [InlineData(PaperFormat.Docx, Language.Zh)]
    [InlineData(PaperFormat.Docx, Language.En)]
    [InlineData(PaperFormat.Xml, Language.Zh)]
    [InlineData(PaperFormat.Xml, Language.En)]
    [InlineData(PaperFormat.Html, Language.Zh)]
    [InlineData(PaperFormat.Html, Language.En)]
    [InlineData(PaperFormat.Txt, Language.Zh)]
    [InlineData(PaperFormat.Txt, Language.En)]
    public async Task Import_OfAGeneratedSession_GivesItsFacts(PaperFormat format, Language language)
    {
        var facts = await seed.FactsAsync();
        var report = facts.Documents.Single(d => d.Slug == facts.Report!.DocumentSlug);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), number =>
        {
            var generated = Generate(facts, new Random(number));
            using var file = new MemoryStream();
            format.Write(PaperBuilder.Report(generated, report, language), file, "/paper.css");
            file.Position = 0;
            Assert.Equal(Lines(generated), Lines(Read(file, generated)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3));
    }

    /// <summary>Lines broken at any width, page headers and lost blank lines change nothing.</summary>
    [Theory]
    [InlineData(Language.Zh, 46)]
    [InlineData(Language.En, 88)]
    public async Task Import_OfABrokenCopy_GivesTheSameFacts(Language language, int width)
    {
        var facts = await seed.FactsAsync();
        var broken = new StringBuilder();
        var lines = 0;
        foreach (var line in ReportText.Of(facts, language).Split('\n'))
        {
            for (var at = 0; at < line.Length || at == 0;)
            {
                var end = line.Length - at <= width ? line.Length : language == Language.Zh ? Han(line, at + width) : line.LastIndexOf(' ', at + width, width) is var space and > 0 ? space : at + width;
                broken.Append(line.AsSpan(at, end - at).Trim()).Append('\n');
                at = Math.Max(end, at + 1);
                if (++lines % 50 == 0 && lines > 100)
                {
                    broken.Append("\nHSP/EB.2024/12\n\n").Append(lines / 50).Append("/14\n\n");
                }
            }
        }
        Assert.Equal(Lines(facts), Lines(Read(broken.ToString(), facts)));
    }

    /// <summary>Lines of Chinese break between Chinese characters.</summary>
    private static int Han(string line, int at)
    {
        while (!(line[at] is >= '\u3400' and <= '\u9FFF' && line[at - 1] is >= '\u3400' and <= '\u9FFF'))
        {
            at--;
        }
        return at;
    }

    private static ReportFacts Generate(ReportFacts facts, Random random)
    {
        var states = facts.Delegations.Values.Where(d => d.Kind == DelegationKind.State).ToList();
        var groups = facts.Groups.Keys.ToList();
        var present = states.OrderBy(_ => random.Next()).Take(60).OrderBy(d => d.SortKeys.En, StringComparer.Ordinal).ToList();
        var members = present.Where((_, i) => i % 2 == 0).ToList();
        var observers = present.Except(members).ToList();
        var attendance = facts.Attendance.Where(a => a.Class > AttendanceClass.ObserverState).ToList();
        foreach (var (listed, attended) in new[] { (members, AttendanceClass.Member), (observers, AttendanceClass.ObserverState) })
        {
            var paragraph = facts.Attendance.First(a => a.Class == attended).ParagraphId;
            attendance.AddRange(listed.Select((d, i) => new AttendanceEntry(Guid.NewGuid(), facts.Session.Id, attended, i + 1, d.Code, Presence.Present, paragraph)));
        }
        var statements = new List<Statement>();
        foreach (var paragraph in facts.Statements.GroupBy(s => s.ParagraphId))
        {
            var order = 0;
            var made = new HashSet<(Capacity, StatementKind)>();
            foreach (var statement in paragraph.OrderBy(s => s.Order))
            {
                if (!(statement.IsBare && statement.Capacity is Capacity.BoardMember or Capacity.Observer) || statement.Kind == StatementKind.Answer)
                {
                    if (statement is { PersonCode: not null, DelegationCode: not null, Capacity: Capacity.BoardMember or Capacity.Observer } || (statement.DelegationCode is not null && statement.Capacity is Capacity.BoardMember or Capacity.Observer))
                    {
                        continue; // whether this delegation attends depends on chance
                    }
                    statements.Add(Copy(statement, ++order));
                    continue;
                }
                if (!made.Add((statement.Capacity, statement.Kind)))
                {
                    continue;
                }
                var among = statement.Capacity == Capacity.BoardMember ? members : observers;
                foreach (var speaker in among.OrderBy(_ => random.Next()).Take(random.Next(2, 9)).OrderBy(d => d.SortKeys.En, StringComparer.Ordinal))
                {
                    var said = new Statement(
                        Guid.NewGuid(), facts.Session.Id, statement.ParagraphId, ++order, statement.AgendaItemId, new Speaker(speaker.Code, null, LocalizedText.None), statement.Capacity, statement.Kind, null);
                    said.Phrase(statement.Variant);
                    if (statement.Kind == StatementKind.Statement && random.Next(6) == 0)
                    {
                        said.SpeakFor(groups[random.Next(groups.Count)], null);
                    }
                    statements.Add(said);
                }
            }
        }
        return new ReportFacts
        {
            Session = facts.Session, Report = facts.Report, Sections = facts.Sections,
            // Without a recorded text, so that every paragraph is composed.
            Paragraphs = [.. facts.Paragraphs.Select(p => new Paragraph(p.Id, p.SessionId, p.SectionId, p.Number, LocalizedText.None))],
            Passages = facts.Passages, Citations = facts.Citations, Agenda = facts.Agenda, Officers = facts.Officers, AttendanceHeadings = facts.AttendanceHeadings, Attendance = attendance, Statements = statements,
            Acts = facts.Acts, Adoptions = facts.Adoptions, Events = facts.Events, Documents = facts.Documents, Decisions = facts.Decisions, Sessions = facts.Sessions,
            Delegations = facts.Delegations, Groups = facts.Groups, Persons = facts.Persons, Bodies = facts.Bodies,
        };
    }

    private static Statement Copy(Statement statement, int order)
    {
        var copy = new Statement(
            Guid.NewGuid(), statement.SessionId, statement.ParagraphId, order, statement.AgendaItemId, new Speaker(statement.DelegationCode, statement.PersonCode, statement.Office), statement.Capacity, statement.Kind, statement.Medium);
        copy.Treat(statement.Subject, statement.Topic, statement.DocumentSlug);
        copy.Phrase(statement.Variant);
        foreach (var behalf in statement.OnBehalfOf.OrderBy(o => o.Order))
        {
            copy.SpeakFor(behalf.GroupCode, behalf.DelegationCode);
        }
        return copy;
    }

    private static ReportFacts Read(ReportFacts facts, Language language) => Read(ReportText.Of(facts, language), facts);

    private static ReportFacts Read(string text, ReportFacts facts) => Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), facts);

    private static ReportFacts Read(Stream file, ReportFacts facts) => ReportImport.Read(
        file,
        facts.Session.Id,
        new ImportRegisters([.. facts.Delegations.Values], [.. facts.Groups.Values], [.. facts.Bodies.Values], [.. facts.Persons.Values], [])).Record;

    /// <summary>Who attended, spoke and adopted what, in any order: lists have the order of the language.</summary>
    internal static IEnumerable<string> Lines(ReportFacts facts)
    {
        var numbers = facts.Paragraphs.ToDictionary(p => p.Id, p => p.Number);
        var items = facts.Agenda.ToDictionary(i => i.Id, i => i.Label);
        var decisions = facts.Decisions.ToDictionary(d => d.Id);
        string Item(Guid? id) => id is { } item ? items[item] : "-";
        return facts.Attendance.Select(a => $"attendance {a.Class} {a.DelegationCode} {numbers[a.ParagraphId]}")
            .Concat(facts.Statements.Where(s => facts.Session.Id == s.SessionId).Select(s =>
                $"statement {numbers[s.ParagraphId]} {Item(s.AgendaItemId)} {s.Kind} {s.Capacity} {s.DelegationCode} {s.PersonCode} {string.Join(',', s.OnBehalfOf.OrderBy(o => o.Order).Select(o => o.GroupCode ?? o.DelegationCode))} {s.Medium}"))
            .Concat(facts.Adoptions.Select(a => $"adoption {numbers[a.ParagraphId!.Value]} {Item(a.AgendaItemId)} {decisions[a.DecisionId].Label} {decisions[a.DecisionId].Parts.SingleOrDefault(p => p.Id == a.PartId)?.Letter} {string.Join(',', a.Paragraphs.Select(p => decisions[a.DecisionId].Paragraphs.Single(d => d.Id == p.DecisionParagraphId).Number).Order())}"))
            .Concat(facts.Acts.Select(a => $"act {numbers[a.ParagraphId]} {Item(a.AgendaItemId)} {a.Kind} {a.SubjectKind} {a.DocumentSlug} {a.SubjectSessionId}"))
            .Concat(facts.Officers.Select(o => $"officer {o.Office} {o.BodyCode} {o.PersonCode} {o.DelegationCode}"))
            .Concat(facts.Documents.Where(d => d.SessionId == facts.Session.Id && d.Slug != facts.Report!.DocumentSlug).Select(d => $"document {d.Slug} {d.Kind} {string.Join(',', d.Items.Select(i => items[i.AgendaItemId]))}"))
            .Concat(facts.Sections.Select(s => $"section {s.Number}{s.Letter} {Item(s.AgendaItemId)}"))
            .Concat(facts.Agenda.Select(i => $"item {i.Label}"))
            .Append($"session {facts.Session.StartsOn} {facts.Session.EndsOn} {facts.Session.OpenedAt} {facts.Session.ClosedAt} {facts.Session.Mode}")
            .Order(StringComparer.Ordinal).ToList();
    }
}
