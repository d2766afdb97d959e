using System.Diagnostics;
using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Benchmarks;

/// <summary>
/// Composes the seed's report. At most 20 ms, warm; longer reports cost in proportion, which is shown by reports that
/// hold the seed's paragraphs with their facts two, four and eight times.
/// </summary>
internal static class ComposeBenchmark
{
    private const int Rounds = 201;
    private static readonly int[] Sizes = [1, 2, 4, 8];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("habitatboard-benchmark-");
        try
        {
            var facts = await FactsAsync(folder.FullName);
            foreach (var language in LanguagePhrasing.All.Select(p => p.Language))
            {
                var reports = Sizes.Select(times => Times(facts, times)).ToList();
                var times = Measure(reports, language);
                for (var i = 0; i < Sizes.Length; i++)
                {
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{language.Code}  {reports[i].Paragraphs.Count,4} paragraphs  median {times[i].Median,6:F2} ms  least {times[i].Least,6:F2} ms, {times[i].Least / times[0].Least:F1} times the first"));
                }
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ReportFacts> FactsAsync(string folder)
    {
        var stores = new BoardStores(new DatabaseOptions { Folder = folder });
        await stores.MigrateAsync(CancellationToken.None);
        await new RecordSeed(new WorkingStore(stores), stores, new Publisher(stores, new PublishedClock()), TimeProvider.System).RunAsync(CancellationToken.None);
        await using var db = await stores.Published.CreateDbContextAsync();
        return (await ReportFacts.ReadAsync(db, "2024-1", CancellationToken.None))!;
    }

    /// <summary>
    /// The sizes take turns, so that what else the machine does falls on all of them; the least time shows the growth that
    /// is the code's own.
    /// </summary>
    private static (double Median, double Least)[] Measure(List<ReportFacts> reports, Language language)
    {
        var composer = new ReportComposer(LanguagePhrasing.Of(language)!);
        var times = reports.Select(_ => new List<double>()).ToList();
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds;)
        {
            var warm = Stopwatch.GetElapsedTime(began) > WarmUp;
            for (var i = 0; i < reports.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                composer.Compose(SessionReport.From(reports[i]));
                if (warm)
                {
                    times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
            round += warm ? 1 : 0;
        }
        return [.. times.Select(t => (t.Order().ElementAt(Rounds / 2), t.Min()))];
    }

    /// <summary>The same facts so many times, each time with paragraphs, and ids, of their own.</summary>
    private static ReportFacts Times(ReportFacts facts, int times)
    {
        var copies = Enumerable.Range(0, times).Select(i => new Copy(facts, i)).ToList();
        return new ReportFacts
        {
            Session = facts.Session,
            Sessions = facts.Sessions,
            Sections = facts.Sections,
            Agenda = facts.Agenda,
            Officers = facts.Officers,
            AttendanceHeadings = facts.AttendanceHeadings,
            Decisions = facts.Decisions,
            Documents = facts.Documents,
            Delegations = facts.Delegations,
            Groups = facts.Groups,
            Persons = facts.Persons,
            Bodies = facts.Bodies,
            Paragraphs = [.. copies.SelectMany(c => c.Paragraphs)],
            Passages = [.. copies.SelectMany(c => c.Passages)],
            Citations = [.. copies.SelectMany(c => c.Citations)],
            Statements = [.. copies.SelectMany(c => c.Statements)],
            Acts = [.. copies.SelectMany(c => c.Acts)],
            Adoptions = [.. copies.SelectMany(c => c.Adoptions)],
            Attendance = [.. copies.SelectMany(c => c.Attendance)],
        };
    }

    private sealed class Copy
    {
        private readonly int number;

        public Copy(ReportFacts facts, int number)
        {
            this.number = number;
            var last = facts.Paragraphs.Max(p => p.Number);
            Paragraphs = [.. facts.Paragraphs.Select(p => new Paragraph(IdOf(p.Id), p.SessionId, p.SectionId, p.Number + (number * last), p.Text))];
            Passages = [.. facts.Passages.Select(p => new Passage(IdOf(p.Id), p.SessionId, IdOf(p.ParagraphId), p.After, p.Text))];
            Citations = [.. facts.Citations.Select(c => new Citation(
                IdOf(c.Id), c.SessionId, IdOf(c.ParagraphId), c.Order, c.Kind, c.Target, c.Reference, c.Wording, c.Variant))];
            Statements = [.. facts.Statements.Select(s => Statement(s))];
            Acts = [.. facts.Acts.Select(a => Act(a))];
            Adoptions = [.. facts.Adoptions.Select(a => Adoption(facts, a))];
            Attendance = [.. facts.Attendance.Select(a => new Attendance.AttendanceEntry(
                IdOf(a.Id), a.SessionId, a.Class, a.Order, a.DelegationCode, a.Presence, IdOf(a.ParagraphId)))];
        }

        public IReadOnlyList<Paragraph> Paragraphs { get; }
        public IReadOnlyList<Passage> Passages { get; }
        public IReadOnlyList<Citation> Citations { get; }
        public IReadOnlyList<Statements.Statement> Statements { get; }
        public IReadOnlyList<Sessions.Act> Acts { get; }
        public IReadOnlyList<Decisions.Adoption> Adoptions { get; }
        public IReadOnlyList<Attendance.AttendanceEntry> Attendance { get; }

        private Guid IdOf(Guid id) => number == 0 ? id : StableId.For($"{id}/{number}");

        private Statements.Statement Statement(Statements.Statement s)
        {
            var statement = new Statements.Statement(
                IdOf(s.Id), s.SessionId, IdOf(s.ParagraphId), s.Order, s.AgendaItemId, new(s.DelegationCode, s.PersonCode, s.Office), s.Capacity, s.Kind, s.Medium);
            statement.Treat(s.Subject, s.Topic, s.DocumentSlug);
            statement.Phrase(s.Variant);
            foreach (var behalf in s.OnBehalfOf.OrderBy(o => o.Order))
            {
                statement.SpeakFor(behalf.GroupCode, behalf.DelegationCode);
            }
            return statement;
        }

        private Sessions.Act Act(Sessions.Act a)
        {
            var act = new Sessions.Act(IdOf(a.Id), a.SessionId, IdOf(a.ParagraphId), a.Order, a.Kind, a.AgendaItemId, a.Subject);
            act.Concern(a.DocumentSlug, a.SubjectSessionId);
            act.Phrase(a.SubjectKind, a.AdoptionId is { } id ? IdOf(id) : null, a.Variant);
            return act;
        }

        private Decisions.Adoption Adoption(ReportFacts facts, Decisions.Adoption a)
        {
            var adoption = new Decisions.Adoption(
                IdOf(a.Id), a.SessionId, a.DecisionId, a.PartId, a.AgendaItemId, a.ParagraphId is { } id ? IdOf(id) : null, a.Order, a.Manner, a.OrallyAmended);
            adoption.Phrase(a.Variant);
            var decision = facts.Decisions.Single(d => d.Id == a.DecisionId);
            foreach (var paragraph in a.Paragraphs)
            {
                adoption.Cover(decision.Paragraphs.Single(p => p.Id == paragraph.DecisionParagraphId));
            }
            return adoption;
        }
    }
}
