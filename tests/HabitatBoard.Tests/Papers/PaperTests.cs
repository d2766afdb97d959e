using FsCheck;
using FsCheck.Fluent;
using HabitatBoard.Languages;
using HabitatBoard.Papers;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Tests.Data;
using HabitatBoard.Tests.Reports;
using Xunit.Abstractions;

namespace HabitatBoard.Tests.Papers;

/// <summary>Papers of the seed, read back from every format.</summary>
public sealed class PaperTests(SeedPapers seed) : IClassFixture<SeedPapers>
{
    public static TheoryData<Language> Languages => [.. OfficialLanguages.All];

    public static TheoryData<Language, PaperFormat> All
    {
        get
        {
            var all = new TheoryData<Language, PaperFormat>();
            foreach (var language in OfficialLanguages.All)
            {
                foreach (var format in PaperFormats.All)
                {
                    all.Add(language, format);
                }
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Report_ReadBack_SaysTheSame(Language language, PaperFormat format)
    {
        var paper = await seed.ReportAsync(language);
        Assert.Equal(Reading.Outline(paper), Reading.Outline(format, Reading.Bytes(paper, format)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task AgendaAndDecisions_ReadBack_SayTheSame(Language language, PaperFormat format)
    {
        foreach (var paper in (Paper[])[await seed.AgendaAsync(language), .. await seed.DecisionsAsync(language)])
        {
            Assert.Equal(Reading.Outline(paper), Reading.Outline(format, Reading.Bytes(paper, format)));
        }
    }

    /// <summary>What the papers hold is what the record holds, by another way than theirs.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Report_HoldsEveryParagraph_AsRecordedOrElseAsComposed(Language language)
    {
        var facts = await seed.FactsAsync();
        var paper = await seed.ReportAsync(language);
        var composed = SeedReport.Compose(facts, language).Paragraphs.ToDictionary(p => p.Number, p => p.Text);
        Assert.Equal(
            facts.Paragraphs.OrderBy(p => p.Number).Select(p => (p.Number, p.Text[language]?.Text ?? composed[p.Number])),
            paper.Sections.SelectMany(s => s.Paragraphs).Select(p => (p.Mark!.Value, p.Plain)));
        Assert.Equal(
            facts.Sections.OrderBy(s => s.Order).Select(s => s.Heading.For(language)!.Value.Text.Text),
            paper.Sections.Select(s => s.Heading!.Plain));
        Assert.Equal(language == Language.Zh, paper.Notice is null);
    }

    [Fact]
    public async Task Report_OfWhichTheLanguageHasAPart_SaysWhichParagraphsAreComposed()
    {
        var facts = await seed.FactsAsync();
        var recorded = facts.Paragraphs.Select(p => p.Number is 3 or 5 or 6 or 7 ? p : new Paragraph(p.Id, p.SessionId, p.SectionId, p.Number, p.Text.With(Language.En, "Recorded."))).ToList();
        var paper = PaperBuilder.Report(facts.With(recorded), null, Language.En);

        Assert.Equal("The following paragraphs were composed from the facts of the record and are not an official text of the United Nations: 3, 5–7.", paper.Notice);
        Assert.Equal("Recorded.", paper.Sections.SelectMany(s => s.Paragraphs).Single(p => p.Mark!.Value == 4).Plain);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task EqualPapers_AreEqualBytes(Language language, PaperFormat format)
    {
        var first = Reading.Bytes(await seed.ReportAsync(language), format);
        await Task.Delay(format == PaperFormat.Docx ? 2_100 : 0); // An archive counts time in steps of two seconds.
        Assert.Equal(first, Reading.Bytes(await seed.ReportAsync(language), format));
    }

    [Theory]
    [InlineData(Language.Zh, PaperFormat.Html)]
    [InlineData(Language.Zh, PaperFormat.Txt)]
    [InlineData(Language.Zh, PaperFormat.Docx)]
    [InlineData(Language.Zh, PaperFormat.Xml)]
    [InlineData(Language.En, PaperFormat.Html)]
    [InlineData(Language.En, PaperFormat.Txt)]
    [InlineData(Language.En, PaperFormat.Docx)]
    [InlineData(Language.En, PaperFormat.Xml)]
    [InlineData(Language.Ar, PaperFormat.Docx)]
    public async Task Report_IsAsInItsGoldenFile(Language language, PaperFormat format)
    {
        var bytes = Reading.Bytes(await seed.ReportAsync(language), format);
        var text = format == PaperFormat.Docx ? DocxReading.Dump(bytes) : System.Text.Encoding.UTF8.GetString(bytes);
        Golden.Assert(
            $"report.{language.Code}.{(format == PaperFormat.Docx ? "docx.txt" : format.Ending)}",
            format == PaperFormat.Xml ? System.Xml.Linq.XDocument.Parse(text).ToString() + "\n" : text);
    }

    [Theory]
    [InlineData(PaperFormat.Txt)]
    [InlineData(PaperFormat.Docx)]
    [InlineData(PaperFormat.Xml)]
    public async Task Decision_IsAsInItsGoldenFile(PaperFormat format)
    {
        var bytes = Reading.Bytes((await seed.DecisionsAsync(Language.En))[0], format);
        var text = format == PaperFormat.Docx ? DocxReading.Dump(bytes) : System.Text.Encoding.UTF8.GetString(bytes);
        Golden.Assert($"decision.en.{(format == PaperFormat.Docx ? "docx.txt" : format.Ending)}", format == PaperFormat.Xml ? System.Xml.Linq.XDocument.Parse(text).ToString() + "\n" : text);
    }
}

/// <summary>Papers of sessions that never were.</summary>
public sealed class GeneratedPaperTests(ITestOutputHelper output)
{
    private static readonly string[][] Marks =
    [
        [.. Enumerable.Range(1, 30).Select(n => $"{n}.")], [.. Enumerable.Range(0, 26).Select(n => $"({(char)('a' + n)})")], [.. Enumerable.Range(0, 26).Select(n => $"{(char)('a' + n)})")],
        ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"], ["(一)", "(二)", "(三)", "(十)", "(十一)", "(二十)"], ["(أ)", "(ب)", "(ج)", "(د)", "(هـ)", "(و)"], ["'1'", "'2'", "'3'"], ["1 -", "2 -", "3 -"], ["*", "–", "A.", "(xyz)"],
    ];

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    [InlineData(Language.Ar)]
    [InlineData(Language.Fr)]
    public void ComposedReports_ReadBack_SayTheSame(Language language) => Check(40, seed => PaperBuilder.Report(new GeneratedSession(seed).Facts, null, language));

    /// <summary>Numbers begin anywhere and have gaps, sub-paragraphs are marked in every way and in none.</summary>
    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Ar)]
    public void RecordedReports_ReadBack_SayTheSame(Language language) => Check(100, seed => Recorded(new Random(seed), language));

    private void Check(int runs, Func<int, Paper> paper) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var written = paper(seed);
        foreach (var format in PaperFormats.All)
        {
            var (expected, read) = (Reading.Outline(written), Reading.Outline(format, Reading.Bytes(written, format)));
            if (expected != read)
            {
                output.WriteLine($"seed {seed}, {format}");
            }
            Assert.Equal(expected, read);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(runs));

    private static Paper Recorded(Random random, Language language)
    {
        var sections = new List<Section>();
        var paragraphs = new List<Paragraph>();
        var number = random.Next(1, 50);
        for (var (i, section) = (0, random.Next(0, 3)); i < random.Next(1, 8); i++, section += random.Next(1, 4))
        {
            sections.Add(new Section(Guid.NewGuid(), "2031-1", i + 1, section, null, null, null, LocalizedText.None.With(language, $"Heading {i} <&>")));
            for (var p = 0; p < random.Next(0, 5); p++, number += random.Next(1, 3))
            {
                paragraphs.Add(new Paragraph(Guid.NewGuid(), "2031-1", sections[^1].Id, number, LocalizedText.None.With(language, Text(random))));
            }
        }
        return PaperBuilder.Report(new ReportFacts { Session = new Session(2031, 1, LocalizedText.None.With(language, "2031")), Sections = sections, Paragraphs = paragraphs }, null, language);
    }

    private static string Text(Random random)
    {
        var lines = new List<string> { "First line: “a” & <b>" };
        var (first, second) = (Marks[random.Next(Marks.Length)], Marks[random.Next(Marks.Length)]);
        for (var (at, i) = (random.Next(0, 3), 0); i < random.Next(0, 8); i++, at += random.Next(1, 3))
        {
            lines.Add($"{first[at % first.Length]} line {i}");
            for (var below = 0; below < random.Next(0, 3); below++)
            {
                lines.Add($"{second[below % second.Length]} below {i}");
            }
        }
        return string.Join('\n', lines);
    }
}

/// <summary>The papers of the seed's session.</summary>
public sealed class SeedPapers : IAsyncLifetime
{
    private TestInstallation installation = null!;

    public async Task InitializeAsync() => installation = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await installation.DisposeAsync();

    public async Task<ReportFacts> FactsAsync()
    {
        await using var db = await installation.Stores.Published.CreateDbContextAsync();
        return (await ReportFacts.ReadAsync(db, "2024-1", CancellationToken.None))!;
    }

    public async Task<Paper> ReportAsync(Language language)
    {
        await using var db = await installation.Stores.Published.CreateDbContextAsync();
        return (await PaperReader.ReportAsync(db, "2024-1", language, CancellationToken.None))!;
    }

    public async Task<Paper> AgendaAsync(Language language)
    {
        await using var db = await installation.Stores.Published.CreateDbContextAsync();
        return (await PaperReader.AgendaAsync(db, "2024-1", language, CancellationToken.None))!;
    }

    public async Task<IReadOnlyList<Paper>> DecisionsAsync(Language language)
    {
        await using var db = await installation.Stores.Published.CreateDbContextAsync();
        var papers = new List<Paper>();
        for (var number = 1; number <= 4; number++)
        {
            papers.Add((await PaperReader.DecisionAsync(db, 2024, number, language, CancellationToken.None))!);
        }
        return papers;
    }
}

internal static class FactsExtensions
{
    /// <summary>The same facts with other paragraphs.</summary>
    public static ReportFacts With(this ReportFacts facts, IReadOnlyList<Paragraph> paragraphs) => new()
    {
        Session = facts.Session,
        Report = facts.Report,
        Sessions = facts.Sessions,
        Sections = facts.Sections,
        Paragraphs = paragraphs,
        Passages = facts.Passages,
        Citations = facts.Citations,
        Agenda = facts.Agenda,
        Officers = facts.Officers,
        AttendanceHeadings = facts.AttendanceHeadings,
        Attendance = facts.Attendance,
        Statements = facts.Statements,
        Acts = facts.Acts,
        Adoptions = facts.Adoptions,
        Events = facts.Events,
        Documents = facts.Documents,
        Decisions = facts.Decisions,
        Delegations = facts.Delegations,
        Groups = facts.Groups,
        Persons = facts.Persons,
        Bodies = facts.Bodies,
    };
}
