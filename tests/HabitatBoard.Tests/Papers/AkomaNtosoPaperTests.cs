using System.Xml.Linq;
using HabitatBoard.Languages;
using HabitatBoard.Papers;

namespace HabitatBoard.Tests.Papers;

/// <summary>What only Akoma Ntoso has: identity, references, ids. The schema is in no package, so its rules are asserted.</summary>
public sealed class AkomaNtosoPaperTests(SeedPapers seed) : IClassFixture<SeedPapers>
{
    private static readonly XNamespace Akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    public static TheoryData<Language> Languages => [.. OfficialLanguages.All];

    [Fact]
    public async Task Report_IsADebateReport_IdentifiedAsWorkExpressionAndManifestation()
    {
        var document = Parse(await seed.ReportAsync(Language.Zh));
        const string Work = "/akn/un/debateReport/unhabitat-eb/2024-05-14/HSP-EB.2024-12";
        var root = document.Root!.Elements().Single();
        Assert.Equal("debateReport", root.Name.LocalName);
        Assert.Equal(["meta", "coverPage", "preface", "mainBody"], root.Elements().Select(e => e.Name.LocalName));
        Assert.Equal([$"{Work}/!main", $"{Work}/zho@/!main", $"{Work}/zho@/!main.akn"], Values("FRBRthis"));
        Assert.Equal([Work, $"{Work}/zho@", $"{Work}/zho@.akn"], Values("FRBRuri"));
        Assert.Equal(["HSP/EB.2024/12"], Values("FRBRnumber"));
        Assert.Equal("zho", (string?)document.Descendants(Akn + "FRBRlanguage").Single().Attribute("language"));
        Assert.Equal("2024-05-14", (string?)document.Descendants(Akn + "docDate").Single().Attribute("date"));

        IEnumerable<string?> Values(string element) => document.Descendants(Akn + element).Select(e => (string?)e.Attribute("value"));
    }

    [Fact]
    public async Task Decision_IsAStatement_WithPartsAndParagraphsThatCanBeNamed()
    {
        var document = Parse((await seed.DecisionsAsync(Language.En))[0]);
        var root = document.Root!.Elements().Single();
        Assert.Equal(("statement", "decision"), (root.Name.LocalName, (string?)root.Attribute("name")));
        Assert.Equal("deliberation", (string?)document.Descendants(Akn + "FRBRsubtype").Single().Attribute("value"));
        Assert.Equal("/akn/un/statement/deliberation/unhabitat-eb/2024/2024-1", (string?)document.Descendants(Akn + "FRBRuri").First().Attribute("value"));
        Assert.Equal(["4.", "5.", "6.", "7."], ById(document, "part_b").Elements(Akn + "paragraph").Select(p => p.Element(Akn + "num")!.Value));
        Assert.Equal("7.", ById(document, "part_b__para_7").Element(Akn + "num")!.Value);
    }

    [Fact]
    public async Task Agenda_IsADebateReportOfTheSubtypeAgenda()
    {
        var document = Parse(await seed.AgendaAsync(Language.Fr));
        Assert.Equal("debateReport", document.Root!.Elements().Single().Name.LocalName);
        Assert.Equal("agenda", (string?)document.Descendants(Akn + "FRBRsubtype").Single().Attribute("value"));
        Assert.Equal("/akn/un/debateReport/agenda/unhabitat-eb/2024-05-06/2024-1/fra@", (string?)document.Descendants(Akn + "FRBRuri").ElementAt(1).Attribute("value"));
        Assert.Equal(15, document.Descendants(Akn + "paragraph").Count());
        Assert.Equal("b)", ById(document, "item_2__subpara_b").Element(Akn + "num")!.Value);
    }

    [Fact]
    public async Task Ids_AreTheSameInEveryLanguage_AndOccurOnce()
    {
        var chinese = Ids(await seed.ReportAsync(Language.Zh));
        Assert.Equal(chinese.Count, chinese.Distinct().Count());
        Assert.Contains("para_21", chinese);
        Assert.Contains("para_69__subpara_b__subpara_3", chinese);
        foreach (var language in OfficialLanguages.All)
        {
            Assert.Equal(chinese, Ids(await seed.ReportAsync(language)));
        }

        static List<string> Ids(Paper paper) => [.. Parse(paper).Descendants(Akn + "mainBody").Single().Descendants().Attributes("eId").Select(a => a.Value)];
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Mentions_AreTied_ToWhatTheReferencesName(Language language)
    {
        var document = Parse(await seed.ReportAsync(language));
        var named = document.Descendants(Akn + "references").Single().Elements().ToDictionary(e => $"#{e.Attribute("eId")!.Value}", e => e);
        var tied = document.Descendants().Where(e => e.Attribute("refersTo") is not null).ToList();
        Assert.NotEmpty(tied);
        Assert.All(tied, e => Assert.Equal(
            e.Name.LocalName switch { "person" => "TLCPerson", "organization" => "TLCOrganization", _ => "TLCEvent" }, named[e.Attribute("refersTo")!.Value].Name.LocalName));
        Assert.All(document.Descendants(Akn + "ref"), r => Assert.Contains(named.Values, n => (string?)n.Attribute("href") == (string?)r.Attribute("href")));
        Assert.Contains(document.Descendants(Akn + "ref"), r => r.Value == "HSP/EB.2024/1/Add.1" && (string?)r.Attribute("href") == "/api/v1/documents/HSP-EB.2024-1-Add.1");
        // Whoever spoke or attended is there too.
        Assert.Equal("TLCOrganization", named["#delegation_KEN"].Name.LocalName);
        Assert.Equal("TLCPerson", named["#person_zainab-hawa-bangura"].Name.LocalName);
    }

    /// <summary>In the published text the mentions are found by the citations; nearly all of those in this language are printed where they should be.</summary>
    [Fact]
    public async Task Mentions_OfTheRecordedText_AreFound()
    {
        var facts = await seed.FactsAsync();
        var paper = await seed.ReportAsync(Language.Zh);
        var found = paper.Sections.SelectMany(s => s.Paragraphs).SelectMany(p => p.Lines.Select(l => l.Text).Prepend(p.Text)).SelectMany(t => t.Runs).Where(r => r.Mentions is not null).ToList();
        var cited = facts.Citations.Count(c => c.Reference is not null || c.Wording.Zh is not null);
        Assert.True(found.Select(r => r.Mentions!.Id).Distinct().Count() > 60, $"{found.Count} runs for {cited} citations");
        Assert.True(found.Count >= cited * 9 / 10, $"{found.Count} runs for {cited} citations");
    }

    [Fact]
    public async Task Status_SaysWhatIsNotOfficial()
    {
        var composed = Parse(await seed.ReportAsync(Language.En)).Descendants(Akn + "paragraph").Select(p => (string?)p.Attribute("status"));
        Assert.All(composed, s => Assert.Equal("editorial", s));
        Assert.All(Parse(await seed.ReportAsync(Language.Zh)).Descendants(Akn + "paragraph"), p => Assert.Null(p.Attribute("status")));
    }

    /// <summary>The content models of the elements in use (OASIS akn-core 1.0, part 2): a hierarchical element has a number, a heading, then content or intro, children and wrap-up.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Structure_FollowsTheSchema(Language language)
    {
        foreach (var paper in new[] { await seed.ReportAsync(language), await seed.AgendaAsync(language), (await seed.DecisionsAsync(language))[0] })
        {
            var document = Parse(paper);
            foreach (var element in document.Descendants().Where(e => e.Name.LocalName is "section" or "subsection" or "part" or "paragraph" or "subparagraph"))
            {
                Assert.NotNull(element.Attribute("eId"));
                Assert.Matches("^(num )?(heading )?(content |(intro )?((subsection|paragraph|subparagraph) )*(wrapUp )?)$", string.Concat(element.Elements().Select(e => e.Name.LocalName + " ")));
            }
            foreach (var level in new[] { "FRBRWork", "FRBRExpression", "FRBRManifestation" })
            {
                Assert.Matches("^FRBRthis FRBRuri FRBRdate FRBRauthor ", string.Join(' ', document.Descendants(Akn + level).Single().Elements().Select(e => e.Name.LocalName)) + " ");
            }
            var known = document.Descendants(Akn + "references").Single().Elements().Select(e => $"#{e.Attribute("eId")!.Value}").ToHashSet();
            Assert.All(document.Descendants().Where(e => e.Name.LocalName is "FRBRauthor").Attributes("href").Concat(document.Descendants().Attributes("source")), a => Assert.Contains(a.Value, known));
        }
    }

    private static XElement ById(XDocument document, string id) => document.Descendants().Single(e => (string?)e.Attribute("eId") == id);

    private static XDocument Parse(Paper paper) => XDocument.Parse(System.Text.Encoding.UTF8.GetString(Reading.Bytes(paper, PaperFormat.Xml)), LoadOptions.PreserveWhitespace);
}
