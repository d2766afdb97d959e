using HabitatBoard.Decisions;
using HabitatBoard.Delegations;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Statements;

namespace HabitatBoard.Tests.Reports;

/// <summary>A change of one fact changes the paragraphs that state it, in every language, and no other.</summary>
public sealed class ChangeLocalityTests(SeedReport seed) : IClassFixture<SeedReport>
{
    [Theory]
    [InlineData("CHN", 26, "巴西、中国、哥伦比亚", "Brazil, China, Colombia")]
    [InlineData("URY", 26, "葡萄牙、美国和乌拉圭", "Portugal, the United States and Uruguay")]
    [InlineData("AGO", 66, "安哥拉和美国", "Angola and the United States")]
    public async Task NewStatement_StandsInItsListAtItsPlace(string delegation, int paragraph, string zh, string en)
    {
        var after = await ChangesAsync([paragraph], facts =>
        {
            var list = facts.Statements.Where(s => s.ParagraphId == IdOf(facts, paragraph)).ToList();
            var added = new Statement(
                Guid.NewGuid(), "2024-1", IdOf(facts, paragraph), list.Count + 1, list[0].AgendaItemId,
                new Speaker(delegation, null, LocalizedText.None), Capacity.BoardMember, StatementKind.Statement, null);
            SpeakingOrder.Place(added, list, facts.Delegations, facts.Persons);
            return With(facts, statements: [.. facts.Statements, added]);
        });
        Assert.Contains(zh, after[Language.Zh].Single(p => p.Number == paragraph).Text);
        Assert.Contains(en, after[Language.En].Single(p => p.Number == paragraph).Text);
    }

    [Fact]
    public async Task NewObserver_StandsBetweenMembersAndAnswers()
    {
        var after = await ChangesAsync([26], facts =>
        {
            var list = facts.Statements.Where(s => s.ParagraphId == IdOf(facts, 26)).ToList();
            var added = new Statement(
                Guid.NewGuid(), "2024-1", IdOf(facts, 26), 99, list[0].AgendaItemId,
                new Speaker("CHE", null, LocalizedText.None), Capacity.Observer, StatementKind.Statement, null);
            SpeakingOrder.Place(added, list, facts.Delegations, facts.Persons);
            return With(facts, statements: [.. facts.Statements, added]);
        });
        Assert.Contains("葡萄牙和美国。瑞士代表也作了发言。代理执行主任", after[Language.Zh].Single(p => p.Number == 26).Text);
        Assert.Contains("The representative of Switzerland also made a statement. The Acting Executive Director", after[Language.En].Single(p => p.Number == 26).Text);
    }

    [Fact]
    public async Task Document_MovedToAnotherItem_LeavesOneIntroductionForTheOther()
    {
        var after = await ChangesAsync([30, 63], facts =>
        {
            var moved = facts.Documents.Single(d => d.Symbol == "HSP/EB.2024/5");
            var anew = new Document(moved.Id, moved.SessionId, DocumentSymbol.Parse(moved.Symbol!), null, moved.Kind, moved.Distribution, moved.Title);
            anew.Serve(facts.Agenda.Single(i => i.Label == "12").Id);
            return With(facts, documents: [.. facts.Documents.Where(d => d != moved), anew]);
        });
        Assert.Equal(
            "在介绍该项目时，主席提请注意关于人居署 2020–2025 年期间战略计划中期评价的报告（HSP/EB.2024/4）。",
            after[Language.Zh].Single(p => p.Number == 30).Text);
        Assert.Contains("执行主任关于 2026–2029 年期间战略计划草案制定情况的报告（HSP/EB.2024/5）和", after[Language.Zh].Single(p => p.Number == 63).Text);
    }

    [Fact]
    public async Task Delegation_Renamed_IsRenamedWhereverItIsNamed()
    {
        var before = SeedReport.Compose(await seed.FactsAsync(), Language.Zh);
        var stating = before.Paragraphs.Where(p => p.Text.Contains("哥伦比亚")).Select(p => p.Number).ToList();
        Assert.Contains(7, stating);
        var after = await ChangesAsync(stating, facts =>
        {
            // Under the same letter, so that it keeps its place.
            var name = LocalizedText.None.With(Language.Zh, "新哥伦比亚国").With(Language.En, "Colombiana");
            facts.Delegations["COL"].Rename(name, name, SortKeys.For(name, LocalizedText.None));
            return facts;
        });
        Assert.DoesNotContain(after[Language.En], p => p.Text.Contains("Colombia,") || p.Text.Contains("(Colombia)"));
    }

    [Fact]
    public async Task Adoption_OfOtherParagraphs_ChangesThePhraseOfItsParagraph()
    {
        var after = await ChangesAsync([62], facts =>
        {
            var adoption = facts.Adoptions.Single(a => a.ParagraphId == IdOf(facts, 62));
            var decision = facts.Decisions.Single(d => d.Id == adoption.DecisionId);
            adoption.Cover(decision.Paragraphs.Single(p => p.Number == 5));
            adoption.Cover(decision.Paragraphs.Single(p => p.Number == 6));
            return facts;
        });
        Assert.Contains("(b)部分下的第 5 至第 7 段；", after[Language.Zh].Single(p => p.Number == 62).Text);
        Assert.Contains("paragraphs 5 to 7 of part (b)", after[Language.En].Single(p => p.Number == 62).Text);
    }

    [Fact]
    public async Task Adoption_Withdrawn_EmptiesItsParagraph()
    {
        var after = await ChangesAsync([47], facts => With(facts, adoptions: [.. facts.Adoptions.Where(a => a.ParagraphId != IdOf(facts, 47))]));
        Assert.Equal("", after[Language.Zh].Single(p => p.Number == 47).Text);
    }

    private static Guid IdOf(ReportFacts facts, int paragraph) => facts.Paragraphs.Single(p => p.Number == paragraph).Id;

    /// <summary>Composes before and after, and asserts that these paragraphs changed, in both languages.</summary>
    private async Task<Dictionary<Language, IReadOnlyList<ComposedParagraph>>> ChangesAsync(IReadOnlyList<int> expected, Func<ReportFacts, ReportFacts> change)
    {
        var before = await seed.FactsAsync();
        var after = change(await seed.FactsAsync());
        var composed = new Dictionary<Language, IReadOnlyList<ComposedParagraph>>();
        foreach (var language in LanguagePhrasing.All.Select(p => p.Language))
        {
            composed[language] = SeedReport.Compose(after, language).Paragraphs;
            var changed = SeedReport.Compose(before, language).Paragraphs.Zip(composed[language]).Where(p => p.First.Text != p.Second.Text);
            Assert.Equal(expected, changed.Select(p => p.First.Number));
        }
        return composed;
    }

    private static ReportFacts With(
        ReportFacts facts, IReadOnlyList<Statement>? statements = null, IReadOnlyList<Document>? documents = null, IReadOnlyList<Adoption>? adoptions = null) => new()
        {
            Session = facts.Session,
            Sessions = facts.Sessions,
            Sections = facts.Sections,
            Paragraphs = facts.Paragraphs,
            Passages = facts.Passages,
            Citations = facts.Citations,
            Agenda = facts.Agenda,
            Officers = facts.Officers,
            AttendanceHeadings = facts.AttendanceHeadings,
            Attendance = facts.Attendance,
            Statements = statements ?? facts.Statements,
            Acts = facts.Acts,
            Adoptions = adoptions ?? facts.Adoptions,
            Documents = documents ?? facts.Documents,
            Decisions = facts.Decisions,
            Delegations = facts.Delegations,
            Groups = facts.Groups,
            Persons = facts.Persons,
            Bodies = facts.Bodies,
        };
}
