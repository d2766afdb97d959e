using System.Text;
using HabitatBoard.Errors;
using HabitatBoard.Import;
using HabitatBoard.Import.Files;
using HabitatBoard.Languages;
using HabitatBoard.Papers;
using HabitatBoard.Reports;
using HabitatBoard.Tests.Data;
using HabitatBoard.Tests.Reports;

namespace HabitatBoard.Tests.Import;

/// <summary>What we export, read in again, gives the facts from which it was written, in every format.</summary>
public sealed class ExportedTests(SeedReport seed) : IClassFixture<SeedReport>
{
    [Theory]
    [InlineData(PaperFormat.Html, Language.Zh)]
    [InlineData(PaperFormat.Html, Language.En)]
    [InlineData(PaperFormat.Txt, Language.Zh)]
    [InlineData(PaperFormat.Txt, Language.En)]
    [InlineData(PaperFormat.Docx, Language.Zh)]
    [InlineData(PaperFormat.Docx, Language.En)]
    [InlineData(PaperFormat.Xml, Language.Zh)]
    [InlineData(PaperFormat.Xml, Language.En)]
    public async Task Import_OfTheExportedSeed_GivesItsFacts(PaperFormat format, Language language)
    {
        var facts = await seed.FactsAsync();
        using var file = new MemoryStream();
        await using (var board = await TestInstallation.SeededAsync())
        await using (var db = await board.Stores.Working.CreateDbContextAsync())
        {
            format.Write((await PaperReader.ReportAsync(db, "2024-1", language, CancellationToken.None))!, file, "/paper.css");
        }
        file.Position = 0;
        var proposal = Read(file, facts);
        Assert.Equal(RoundTripTests.Lines(facts), RoundTripTests.Lines(proposal.Record));
        Assert.Equal(facts.Paragraphs.Count, proposal.Record.Paragraphs.Count);
        Assert.Equal("HSP/EB.2024/12", proposal.Record.Documents.First(d => d.Slug == proposal.Record.Report!.DocumentSlug).Symbol);
    }

    /// <summary>As Word would copy it: the headings stand in a table of contents as well.</summary>
    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public async Task Import_OfATextWithATableOfContents_GivesTheSameFacts(Language language)
    {
        var facts = await seed.FactsAsync();
        var text = ReportText.Of(facts, language);
        var introduction = facts.Sections.Single(s => s.Number == 0).Heading[language]!.Text;
        var headings = text.Split("\n\n").SkipWhile(b => b != introduction).Where(b => b.Length > 0 && !char.IsAsciiDigit(b[0])).ToList();
        var contents = string.Join('\n', headings.Select((h, i) => $"{h} {i + 2}"));
        var body = text.IndexOf($"\n\n{headings[0]}\n\n", StringComparison.Ordinal);
        var proposal = Read(new MemoryStream(Encoding.UTF8.GetBytes($"{text[..body]}\n\n{(language == Language.Zh ? "目录" : "Contents")}\n\n{contents}{text[body..]}")), facts);
        Assert.Equal(RoundTripTests.Lines(facts), RoundTripTests.Lines(proposal.Record));
        Assert.Contains(proposal.Mended, m => m.Kind == MendingKind.Contents);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><akomaNtoso><p>&e;</p></akomaNtoso>", ErrorCode.ImportDamaged)]
    [InlineData("<?xml version=\"1.0\"?><akomaNtoso><p>cut", ErrorCode.ImportDamaged)]
    [InlineData("<?xml version=\"1.0\"?><rss><p>I. Opening</p></rss>", ErrorCode.ImportDamaged)]
    [InlineData("<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"/>", ErrorCode.ImportNotAReport)]
    [InlineData("<!DOCTYPE html><title>A page", ErrorCode.ImportNotAReport)]
    [InlineData("<html><p a='", ErrorCode.ImportNotAReport)]
    [InlineData("<html><!--", ErrorCode.ImportNotAReport)]
    public void Read_OfAFileThatIsNoReport_SaysSo(string text, ErrorCode code) =>
        Assert.Equal(code, Assert.Throws<RecordException>(() => ReportImport.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), null, new ImportRegisters([], [], [], [], []))).Code);

    [Fact]
    public void Read_OfDeeplyNestedXml_Refuses()
    {
        var deep = string.Concat(Enumerable.Repeat("<section>", 100_000));
        var error = Assert.Throws<RecordException>(() => ReportImport.Read(new MemoryStream(Encoding.UTF8.GetBytes($"<akomaNtoso>{deep}")), null, new ImportRegisters([], [], [], [], [])));
        Assert.Equal(ErrorCode.ImportDamaged, error.Code);
    }

    /// <summary>What travels in a form between the comparison and its acceptance is what was read.</summary>
    [Fact]
    public void Pack_KeepsWhatWasRead_InLittle()
    {
        using var source = SourceTests.Source();
        var read = ReportFile.Read(source);
        var packed = read.Pack();
        var again = ReportFile.Unpack(packed);
        Assert.Equal(read.Lines, again.Lines);
        Assert.Equal(read.HasParagraphs, again.HasParagraphs);
        Assert.Equal(read.Mended, again.Mended);
        Assert.InRange(packed.Length, 1, 64 * 1024);
        Assert.Throws<RecordException>(() => ReportFile.Unpack(packed[..(packed.Length / 2 / 4 * 4)]));
    }

    private static ImportProposal Read(Stream file, ReportFacts facts) => ReportImport.Read(
        file, facts.Session.Id, new ImportRegisters([.. facts.Delegations.Values], [.. facts.Groups.Values], [.. facts.Bodies.Values], [.. facts.Persons.Values], []));
}
