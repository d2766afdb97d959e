using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using HabitatBoard.Languages;
using HabitatBoard.Papers;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace HabitatBoard.Tests.Papers;

/// <summary>What only a Word document has.</summary>
public sealed class DocxPaperTests(SeedPapers seed) : IClassFixture<SeedPapers>
{
    public static TheoryData<Language> Languages => [.. OfficialLanguages.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Validator_ReportsNothing(Language language)
    {
        foreach (var paper in new[] { await seed.ReportAsync(language), await seed.AgendaAsync(language), (await seed.DecisionsAsync(language))[0] })
        {
            using var document = Open(paper);
            foreach (var version in new[] { FileFormatVersions.Office2007, FileFormatVersions.Office2013, FileFormatVersions.Microsoft365 })
            {
                Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(e => $"{version} {e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
            }
        }
    }

    /// <summary>A validator that says nothing of a broken file would prove nothing.</summary>
    [Fact]
    public async Task Validator_ReportsAnElementOutOfPlace()
    {
        using var stream = new MemoryStream();
        stream.Write(Reading.Bytes(await seed.ReportAsync(Language.En), PaperFormat.Docx));
        using var document = WordprocessingDocument.Open(stream, isEditable: true);
        document.MainDocumentPart!.Document.Body!.AppendChild(new Run());
        Assert.NotEmpty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document));
    }

    [Fact]
    public async Task Headings_Paragraphs_SubParagraphs_AreByTheirStyles_AndCounted()
    {
        using var document = Open(await seed.ReportAsync(Language.Zh));
        var paragraphs = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().ToLookup(p => p.ParagraphProperties!.ParagraphStyleId!.Val!.Value);
        Assert.Equal(16, paragraphs["Heading1"].Count());
        Assert.Equal(5, paragraphs["Heading2"].Count());
        Assert.Equal(73, paragraphs["NumberedParagraph"].Count());
        // All but the introduction.
        Assert.Equal(15, paragraphs["Heading1"].Count(p => p.ParagraphProperties!.NumberingProperties is not null));
        Assert.All(paragraphs["NumberedParagraph"].Concat(paragraphs["SubParagraph1"]).Concat(paragraphs["SubParagraph2"]), p => Assert.NotNull(p.ParagraphProperties!.NumberingProperties));
        Assert.All(paragraphs["NumberedParagraph"], p => Assert.Equal(0, p.ParagraphProperties!.NumberingProperties!.NumberingLevelReference!.Val!.Value));
        Assert.All(paragraphs["SubParagraph1"], p => Assert.Equal(1, p.ParagraphProperties!.NumberingProperties!.NumberingLevelReference!.Val!.Value));
        Assert.All(paragraphs["SubParagraph2"], p => Assert.Equal(2, p.ParagraphProperties!.NumberingProperties!.NumberingLevelReference!.Val!.Value));
        // One list for all paragraphs, since their numbers have no gap.
        Assert.Single(paragraphs["NumberedParagraph"].Select(p => p.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value).Distinct());
        Assert.Equal(
            document.MainDocumentPart.Document.Descendants<Hyperlink>().Select(h => h.Anchor!.Value),
            paragraphs["Heading1"].Concat(paragraphs["Heading2"]).OrderBy(p => p.ElementsBefore().Count()).Select(p => p.GetFirstChild<BookmarkStart>()!.Name!.Value));
    }

    [Fact]
    public void Numbers_WithGaps_AreTheRecords_CountedByListsThatStartThere()
    {
        var section = new Section(Guid.NewGuid(), "2031-1", 1, 3, null, null, null, LocalizedText.None.With(Language.En, "Heading"));
        var paragraphs = new[] { 5, 6, 9, 10 }.Select(n => new HabitatBoard.Reports.Paragraph(Guid.NewGuid(), "2031-1", section.Id, n, LocalizedText.None.With(Language.En, "Text.\n(c) Third.\n(i) One.\n(ii) Two.\n(e) Fifth.\n(ii) Second.")));
        var paper = PaperBuilder.Report(
            new ReportFacts { Session = new Session(2031, 1, LocalizedText.None.With(Language.En, "Session")), Sections = [section], Paragraphs = [.. paragraphs] }, null, Language.En);
        var bytes = Reading.Bytes(paper, PaperFormat.Docx);

        var lines = DocxReading.Outline(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.TrimEnd('\r')).ToList();
        Assert.Equal("# III. Heading", lines[0]);
        foreach (var (number, i) in new[] { 5, 6, 9, 10 }.Select((n, i) => (n, i)))
        {
            Assert.Equal([$"{number}. Text.", "> (c) Third.", ">> (i) One.", ">> (ii) Two.", "> (e) Fifth.", ">> (ii) Second."], lines.Skip(1 + (6 * i)).Take(6));
        }
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.All(document.MainDocumentPart!.Document.Descendants<NumberingProperties>(), n => Assert.NotNull(n.NumberingId));
        Assert.Contains(document.MainDocumentPart.NumberingDefinitionsPart!.Numbering.Descendants<StartOverrideNumberingValue>(), s => s.Val! == 9);
    }

    [Fact]
    public async Task Arabic_RunsFromRightToLeft_AndItsLatinFromLeftToRight()
    {
        using var document = Open(await seed.ReportAsync(Language.Ar));
        var main = document.MainDocumentPart!;
        Assert.NotNull(main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == "Normal").StyleParagraphProperties!.BiDi);
        Assert.NotNull(main.Document.Body!.GetFirstChild<SectionProperties>()!.GetFirstChild<BiDi>());
        var runs = main.Document.Body.Descendants<Run>().Where(r => r.InnerText.Length > 0).ToList();
        Assert.All(runs.Where(r => r.InnerText.Any(c => c is >= '\u0621' and <= '\u064A')), r => Assert.NotNull(r.RunProperties?.RightToLeftText));
        Assert.All(runs.Where(r => r.InnerText.StartsWith("HSP/", StringComparison.Ordinal)), r => Assert.Null(r.RunProperties?.RightToLeftText));
    }

    [Theory]
    [InlineData(Language.Zh, "en-GB")]
    [InlineData(Language.Fr, "fr-FR")]
    [InlineData(Language.Ru, "ru-RU")]
    [InlineData(Language.Ar, "en-GB")]
    public async Task LanguagesAndFonts_AreNamed(Language language, string latin)
    {
        using var document = Open(await seed.ReportAsync(language));
        var defaults = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal((latin, "zh-CN", "ar-SA"), (defaults.Languages!.Val!.Value, defaults.Languages.EastAsia!.Value, defaults.Languages.Bidi!.Value));
        Assert.Equal("SimSun", defaults.RunFonts!.EastAsia!.Value);
    }

    [Fact]
    public async Task MastheadFooterAndProperties_SayWhatTheRecordSays()
    {
        using var document = Open(await seed.ReportAsync(Language.Zh));
        var cells = document.MainDocumentPart!.Document.Descendants<TableCell>().Select(c => string.Join('|', c.Elements<Paragraph>().Select(p => p.InnerText))).ToList();
        Assert.Equal(["联合国", "HSP/EB.2024/12", "联合国人类住区规划署|联合国人居署", "Distr.: General|14 May 2024|Chinese|Original: English"], cells);
        var footer = document.MainDocumentPart.FooterParts.Single().Footer;
        Assert.Contains("HSP/EB.2024/12", footer.InnerText, StringComparison.Ordinal);
        Assert.Equal(["PAGE", "NUMPAGES"], footer.Descendants<SimpleField>().Select(f => f.Instruction!.Value));
        Assert.Equal("联合国人类住区规划署执行局 2024 年第一次会议工作报告草案", document.PackageProperties.Title);
        Assert.Equal(("HSP/EB.2024/12", "zh"), (document.PackageProperties.Subject, document.PackageProperties.Language));
    }

    private static WordprocessingDocument Open(Paper paper) => WordprocessingDocument.Open(new MemoryStream(Reading.Bytes(paper, PaperFormat.Docx)), isEditable: false);
}
