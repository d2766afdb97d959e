using HabitatBoard.Checks;
using HabitatBoard.Reports;

namespace HabitatBoard.Tests.Checks;

public sealed class StructureChecksTests
{
    [Theory]
    [InlineData("HSP/EB.2030/INF/2", false)]
    [InlineData("HSP/EB.2030/INF.2", true)]
    [InlineData("HSP/EB.2030/CRP.1", false)]
    [InlineData("HSP/EB.2030/CRP/1", true)]
    [InlineData("HSP/EB.2030/2/add.1", true)]
    [InlineData("A/RES/73/239", false)]
    public void TheForm_OfASymbol(string printed, bool found)
    {
        Assert.Equal(found, new SmallSession().Cite(3, CitationKind.Document, "x", null, printed).Found<SymbolForm>() is [['3', ..]]);
        Assert.Equal(found, new SmallSession().Text(3, $"载于 {printed} 号文件（{printed}）。").Found<SymbolForm>() is [['3', ..]]);
    }

    [Fact]
    public void ASymbol_OutsideTheRegister_IsFound()
    {
        var session = new SmallSession().Document("HSP/EB.2030/2").Document("HSP/EB.2030/INF/2");
        Assert.Empty(session.Text(3, "（HSP/EB.2030/2、HSP/EB.2030/INF.2、A/RES/73/239）").Found<SymbolNotInRegister>());
        Assert.Equal(["3 HSP/EB.2030/3"], session.Text(3, "（HSP/EB.2030/3）").Found<SymbolNotInRegister>());
    }

    [Fact]
    public void ADocument_ThatNoParagraphCites_IsFound()
    {
        var session = new SmallSession().Document("HSP/EB.2030/2").Document("HSP/EB.2030/3").Text(3, "（HSP/EB.2030/2）");
        Assert.Equal([" HSP/EB.2030/3"], session.Found<DocumentNotCited>());
        Assert.Empty(session.Cite(4, CitationKind.Document, "HSP-EB.2030-3", "报告").Found<DocumentNotCited>());
    }

    [Fact]
    public void TwoDocuments_WithOneSymbol_AreFound()
    {
        Assert.Empty(new SmallSession().Document("HSP/EB.2030/2").Document("HSP/EB.2030/3").Found<SymbolTwice>());
        Assert.Equal([" HSP/EB.2030/2"], new SmallSession().Document("HSP/EB.2030/2").Document("HSP/EB.2030/2", "另一份").Found<SymbolTwice>());
    }

    [Fact]
    public void AGap_InTheParagraphs_IsFound_WhereTheSeriesGoesWrong()
    {
        Assert.Empty(new SmallSession().Text(1, "。").Text(2, "。").Found<NumberingGap>());
        Assert.Equal(["3 2"], new SmallSession().Text(1, "。").Text(3, "。").Text(4, "。").Found<NumberingGap>());
    }

    [Fact]
    public void AGap_InSections_Items_Decisions_AndParts_IsFound()
    {
        Assert.Equal(["1 2"], new SmallSession().Section(3, "三").Text(1, "。").Found<NumberingGap>());
        Assert.Equal([" 2"], new SmallSession().Item("1", "甲").Item("3", "乙").Found<NumberingGap>());
        Assert.Equal([" 2(b)"], new SmallSession().Item("1", "甲").Item("2", "乙").Item("2(a)", "甲").Item("2(c)", "丙").Found<NumberingGap>());
        Assert.Equal(["1 2030/2"], new SmallSession().Decision(1, 1).Decision(3, 1).Found<NumberingGap>());
        Assert.Equal(["1 2030/1(b)"], new SmallSession().Decision(1, 1, ("a", "甲", []), ("c", "丙", [])).Found<NumberingGap>());
    }

    [Fact]
    public void ALetterA_NeedsAB()
    {
        Assert.Equal(["1 1A"], new SmallSession().Section(1, "甲", "A").Text(1, "。").Found<NumberingGap>());
        Assert.Empty(new SmallSession().Section(1, "甲", "A").Text(1, "。").Section(1, "乙", "B").Text(2, "。").Found<NumberingGap>());
    }

    [Theory]
    [InlineData("1. 甲\n2. 乙\n(a) 丙\n(b) 丁\n3. 戊", 0)]
    [InlineData("(a) 甲\n(一) 乙\n(二) 丙\n(b) 丁\n(一) 戊", 0)]
    [InlineData("(a) 甲\n(b) 乙\n(d) 丙\n(e) 丁", 1)]
    [InlineData("(a) 甲\n(b) 乙\n(d) 丙\n(d) 丁\n(e) 戊", 1)]
    [InlineData("(a) 甲\n(一) 乙\n(三) 丙", 1)]
    [InlineData("(a) 甲\n(b) 乙\n(c)\n(d)\n(e)\n(f)\n(g)\n(h)\n(i)\n(j)", 0)]
    [InlineData("(a) 甲\n(i) 乙\n(ii) 丙\n(b) 丁", 0)]
    public void TheLines_OfAParagraph(string text, int found) => Assert.Equal(found, new SmallSession().Text(1, text).Found<NumberingGap>().Count);

    [Fact]
    public void AParagraph_InOneVersionOnly_IsFound()
    {
        var session = new SmallSession().Text(1, "甲。", "One.").Text(2, "乙。", "Two.").Text(3, "丙。");
        Assert.Equal(["3 3"], session.Found<LanguageStructure>());
        Assert.Empty(session.Text(3, "丙。", "Three.").Found<LanguageStructure>());
    }

    [Theory]
    [InlineData("(a) 甲；\n(b) 乙。", "(a) One;\n(b) Two.", false)]
    [InlineData("(a) 甲；\n(b) 乙。", "(a) One; two.", true)]
    [InlineData("见 HSP/EB.2030/INF/2。", "See HSP/EB.2030/INF/3.", true)]
    [InlineData("第 2030/1 号决定，为期三天。", "Decision 2030/1, for 3 days.", false)]
    [InlineData("第 2030/1 号决定。", "Decision 2030/2.", true)]
    public void TheVersions_OfAParagraph(string zh, string en, bool found) => Assert.Equal(found, new SmallSession().Text(1, zh, en).Found<LanguageStructure>() is ["1 1"]);

    [Fact]
    public void ALanguage_InWhichFewParagraphsAreHeld_IsNoVersion() =>
        Assert.Empty(new SmallSession().Text(1, "甲。", "One.").Text(2, "乙。").Text(3, "丙。").Found<LanguageStructure>());

    [Fact]
    public void AnItem_WithoutIntroductionOrOutcome_IsFound()
    {
        Assert.Empty(Considered().Introduce(1, "1").Note(2, "1").Found<ItemIncomplete>());
        Assert.Equal(["1 1"], Considered().Found<ItemIncomplete>());
        Assert.Contains("nobody introduces", Assert.Single(Considered().Note(2, "1").Run<ItemIncomplete>()).Message.En!.Text, StringComparison.Ordinal);
        Assert.Contains("no outcome", Assert.Single(Considered().Introduce(1, "1").Run<ItemIncomplete>()).Message.En!.Text, StringComparison.Ordinal);

        static SmallSession Considered() => new SmallSession().Item("1", "甲").Document("HSP/EB.2030/2", item: "1").Section(2, "甲", item: "1").Text(1, "。").Text(2, "。");
    }

    [Fact]
    public void AnItem_MayLeaveEverythingToItsSubItems() =>
        Assert.Empty(new SmallSession().Item("1", "甲").Item("1(a)", "乙").Item("1(b)", "丙").Section(2, "甲", item: "1").Text(1, "。").Note(1, "1(a)").Note(1, "1(b)").Found<ItemIncomplete>());
}
