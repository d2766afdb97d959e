using HabitatBoard.Checks;
using HabitatBoard.Delegations;
using HabitatBoard.Reports;

namespace HabitatBoard.Tests.Checks;

public sealed class WordingChecksTests
{
    [Theory]
    [InlineData("财务事项，包括性别平衡", "财务事项（包括性别平衡）", null)]
    [InlineData("会议的筹备工作", "会议筹备工作", null)]
    [InlineData("2030 年工作", "2030年工作", null)]
    [InlineData("方案和预算草案", "方案及预算草案", Severity.Notice)]
    [InlineData("人居署工作方案", "联合国人类住区规划署工作方案", Severity.Notice)]
    [InlineData("改革的情况", "改革", Severity.Notice)]
    [InlineData("计划的中期评价", "计划的中期审查", Severity.Warning)]
    [InlineData("规范和业务活动", "规范活动和业务活动", Severity.Warning)]
    [InlineData("2030–2033 年计划", "2030–2034 年计划", Severity.Warning)]
    public void TwoWordings_OfOnePart(string first, string second, Severity? severity)
    {
        var session = new SmallSession().Cite(3, CitationKind.DecisionPart, "2030/1(a)", first).Cite(5, CitationKind.DecisionPart, "2030/1(a)", second);
        Assert.Equal(severity, session.Run<WordingOfOneThing>().SingleOrDefault()?.Severity);
    }

    [Fact]
    public void TwoWordings_AreOneFinding_AtTheRarerOne()
    {
        var session = new SmallSession().Document("HSP/EB.2030/2")
            .Cite(3, CitationKind.Document, "HSP-EB.2030-2", "新报告").Cite(5, CitationKind.Document, "HSP-EB.2030-2", "旧报告").Cite(7, CitationKind.Document, "HSP-EB.2030-2", "旧报告").Cite(8, CitationKind.Document, "HSP-EB.2030-2", null, "HSP/EB.2030/2");
        var finding = Assert.Single(session.Run<WordingOfOneThing>());
        Assert.Equal((3, "HSP/EB.2030/2"), (finding.Paragraph, finding.Subject.Key));
        Assert.Equal([3, 5, 7], finding.Paragraphs);
        Assert.Contains("“旧报告” (paragraphs 5 and 7)", finding.Message.En!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void OfTwoWordings_AsRareAsEachOther_TheOneThatIsNotListed_IsFound() =>
        Assert.Equal(
            ["9 2030/1"],
            new SmallSession().Decision(1, 5).Cite(5, CitationKind.Decision, "2030/1", "甲").Cite(9, CitationKind.Decision, "2030/1", "乙").Found<WordingOfOneThing>());

    [Fact]
    public void WhatIsWavedThrough_IsANotice_WithinOneParagraph()
    {
        var session = new SmallSession().Cite(3, CitationKind.Decision, "2030/1", "执行局的工作方法").Cite(3, CitationKind.Decision, "2030/1", "执行局工作方法");
        Assert.Equal(Severity.Notice, Assert.Single(session.Run<WordingOfOneThing>()).Severity);
    }

    [Theory]
    [InlineData("最新情况", "最新情况", false)]
    [InlineData("最新情况", "最新 情况", false)]
    [InlineData("最新情况", "最近情况", true)]
    public void AHeading_AgainstItsItem(string title, string heading, bool found) =>
        Assert.Equal(found, new SmallSession().Item("4", title).Section(4, heading, item: "4").Text(9, "。").Found<HeadingAgainstAgenda>() is ["9 4"]);

    [Theory]
    [InlineData("2030 年第一次会议开幕。2030 年第一次会议闭幕。", false)]
    [InlineData("2030 年第一次会议开幕。2030 年第一届会议闭幕。", true)]
    [InlineData("2030 年第一次会议开幕。大会第一届会议闭幕。", false)]
    [InlineData("2030 年第一次会议开幕。人居大会 2019 年第一届会议闭幕。", false)]
    public void TwoWords_ForASession(string text, bool found) =>
        Assert.Equal(found, new SmallSession().Text(2, "执行局 2030 年第一次会议。").Text(3, text).Found<SessionWord>() is ["3 2030-1"]);

    [Fact]
    public void AWord_ForASession_IsThatOfTheReport() =>
        Assert.Empty(new SmallSession().Text(2, "2030 年第一届会议。").Text(3, "2030 年第一届会议。").Found<SessionWord>());

    [Theory]
    [InlineData("重点是为下一代打造韧性城市倡议。", false)]
    [InlineData("重点是下一代打造韧性城市倡议。", true)]
    [InlineData("重点是为下一代打造弹性城市倡议。", true)]
    [InlineData("重点是韧性城市倡议。", false)]
    [InlineData("重点是另一项完全不同的城市倡议。", false)]
    public void AName_ThatAnAbbreviationDefines(string text, bool found) =>
        Assert.Equal(found, new SmallSession().Text(2, "报告涉及旗舰方案、为下一代打造韧性城市（CITY）倡议、其他活动。").Text(3, text).Found<NameDrift>() is ["3 为下一代打造韧性城市倡议"]);

    [Theory]
    [InlineData("“包容社区，繁荣城市，共同未来”方案", false)]
    [InlineData("“包容型社区，繁荣城市，共同未来”方案", true)]
    [InlineData("“加强气候行动和改善城市环境”方案", false)]
    public void AName_InQuotationMarks(string text, bool found) =>
        Assert.Equal(found, new SmallSession().Text(2, "“包容社区，繁荣城市，共同未来”方案").Text(3, text).Found<NameDrift>() is ["3 包容社区,繁荣城市,共同未来"]);

    [Fact]
    public void TwoBodies_WithSimilarNames_AreTwoBodies()
    {
        var session = new SmallSession().Body("a", "甲方案和预算特设工作组").Body("b", "乙方案和预算特设工作组").Cite(2, CitationKind.Body, "a", "甲").Cite(2, CitationKind.Body, "b", "乙");
        Assert.Empty(session.Text(2, "甲方案和预算特设工作组和乙方案和预算特设工作组。").Found<NameDrift>());
        Assert.Equal(["3 甲方案和预算特设工作组"], session.Text(3, "甲方案和预算专设工作组。").Found<NameDrift>().Take(1));
    }

    [Theory]
    [InlineData("Pérez Núñez 先生发了言。", false)]
    [InlineData("Núñez 先生发了言。", false)]
    [InlineData("Perez Núñez 先生发了言。", true)]
    [InlineData("Pérez Muñoz 先生发了言。", false)]
    [InlineData("Pérezz 先生发了言。", true)]
    public void ALatinName(string text, bool found) =>
        Assert.Equal(found, Named("Ana Pérez Núñez", text).Found<PersonSpelling>() is ["3 p"]);

    [Theory]
    [InlineData("总干事扎伊娜卜·哈瓦·班古拉致词。", false)]
    [InlineData("总干事扎依娜卜·哈瓦·班古拉致词。", true)]
    [InlineData("班古拉女士致词。", false)]
    public void ATransliteratedName(string text, bool found) =>
        Assert.Equal(found, Named("扎伊娜卜·哈瓦·班古拉", text).Found<PersonSpelling>() is ["3 p"]);

    [Theory]
    [InlineData("帐户。", "账户。", true)]
    [InlineData("账户。", "账户。", false)]
    [InlineData("发言。", "致辞。", false)]
    public void TwoSpellings_OfOneWord(string first, string second, bool found) =>
        Assert.Equal(found, new SmallSession().Text(2, first).Text(3, second).Found<SpellingOfOneWord>() is ["2 帐户"]);

    [Theory]
    [InlineData("人居署 2030 年 7 月至 12 月期间人居署活动", true)]
    [InlineData("人居署的财务和人居署的预算", false)]
    [InlineData("人居署规范活动和业务活动", false)]
    [InlineData("性剥削和性虐待、其他类型的剥削和虐待", false)]
    [InlineData("方案和次级方案", false)]
    public void ATitle_ThatSaysSomethingTwice(string wording, bool found) =>
        Assert.Equal(found, new SmallSession().Cite(3, CitationKind.DecisionPart, "2030/1(a)", wording).Found<RepeatedInName>() is ["3 2030/1(a)"]);

    [Theory]
    [InlineData("城市和世界城市和地方政府联合组织", true)]
    [InlineData("世界城市和地方政府联合组织", false)]
    [InlineData("波斯尼亚和黑塞哥维那", false)]
    public void AnOrganization_WhoseNameSaysSomethingTwice(string name, bool found) =>
        Assert.Equal(found, new SmallSession().Delegation("X", DelegationKind.NonGovernmental, name).Cite(3, CitationKind.Delegation, "X", name).Found<RepeatedInName>() is ["3 X"]);

    [Theory]
    [InlineData("Marmissolle-Daguerrre 发了言。", "tripled")]
    [InlineData("工作的的进展。", "doubled")]
    [InlineData("工作，，进展。", "doubled")]
    [InlineData("工作（进展。", "unbalanced")]
    [InlineData("第 III 节 (iii)，Marmissolle 发了言（进展）。", null)]
    public void AMisprint(string text, string? found)
    {
        var finding = new SmallSession().Text(3, text).Run<Misprint>().SingleOrDefault();
        Assert.Equal(found is null, finding is null);
        Assert.True(found is null || finding!.Message == CheckPhrases.Message($"misprint/{found}", [("printed", Printed(finding))]));

        static string Printed(Finding f) => f.Message.Zh!.Text.Split('“', '”') is [_, var printed, ..] ? printed : f.Message.Zh.Text[..2];
    }

    private static SmallSession Named(string name, string text)
    {
        var session = new SmallSession().Person("p", name).Delegation("X", DelegationKind.NonGovernmental, "某某").Organization(2, "p", "X").Text(2, $"{name}（某某）。").Text(3, text);
        return session;
    }
}
