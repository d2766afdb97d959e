using HabitatBoard.Checks;

namespace HabitatBoard.Tests.Checks;

public sealed class AdoptionChecksTests
{
    private static SmallSession Decided() => new SmallSession()
        .Item("1", "财务、预算和行政事项").Item("2", "世界城市论坛第十二届会议的筹备工作")
        .Decision(1, 9, ("a", "工作方案", []), ("b", "财务、预算和行政事项", [4, 5, 6, 7]))
        .Adopt(3, 1, "a", "1");

    [Fact]
    public void WhatIsAdoptedOnce_IsNotFound()
    {
        var session = Decided().Adopt(3, 1, "b", "1", 4, 5).Adopt(5, 1, "b", "2", 7).Adopt(7, 1, "b", "2", 6);
        Assert.Empty(session.Found<AdoptedTwice>());
        Assert.Empty(session.Found<AdoptionGap>());
        Assert.Empty(session.Found<NotAdopted>());
        Assert.Empty(session.Found<AdoptionUnderItem>());
    }

    [Fact]
    public void AParagraph_AdoptedTwice_IsFound_WhereItIsAdoptedAgain() =>
        Assert.Equal(["5 2030/1(b)/5"], Decided().Adopt(3, 1, "b", "1", 4, 5).Adopt(5, 1, "b", "1", 5, 6).Found<AdoptedTwice>());

    [Fact]
    public void AParagraph_OfAPartAdoptedWhole_IsAdoptedTwice() =>
        Assert.Equal(["5 2030/1(b)/5"], Decided().Adopt(3, 1, "b", "1").Adopt(5, 1, "b", "1", 5).Found<AdoptedTwice>());

    [Fact]
    public void APart_OfADecisionAdoptedWhole_IsAdoptedTwice() =>
        Assert.Equal(["5 2030/1(a)"], Decided().Adopt(5, 1, item: "1").Found<AdoptedTwice>());

    [Fact]
    public void ANumber_BetweenAdoptedOnes_OrKnown_IsMissing()
    {
        var gap = Assert.Single(Decided().Adopt(3, 1, "b", "1", 4, 5).Adopt(5, 1, "b", "1", 7).Run<AdoptionGap>());
        Assert.Equal((3, "2030/1(b)"), (gap.Paragraph, gap.Subject.Key));
        Assert.Contains("paragraph 6", gap.Message.En!.Text, StringComparison.Ordinal);
        Assert.Contains("paragraphs 6 and 7", Assert.Single(Decided().Adopt(3, 1, "b", "1", 4, 5).Run<AdoptionGap>()).Message.En!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void APart_ThatNobodyAdopts_IsFound_WhereItIsListed()
    {
        Assert.Equal(["9 2030/1(b)"], Decided().Found<NotAdopted>());
        Assert.Equal(["9 2030/2"], Decided().Decision(2, 9).Adopt(5, 1, "b", "1").Found<NotAdopted>());
        Assert.Equal(["5 2030/2"], Decided().Adopt(3, 1, "b", "1").Decision(2, null).Adopt(5, 2).Found<NotAdopted>());
    }

    [Fact]
    public void AnAdoption_InTheSectionOfAnotherItem_IsFound() =>
        Assert.Equal(["6 2030/1(b)"], Decided().Section(2, "论坛", item: "2").Text(6, "。").Adopt(6, 1, "b", "1").Found<AdoptionUnderItem>());

    [Fact]
    public void APart_AdoptedUnderTwoItems_IsAdoptedTwice() =>
        Assert.Equal(["7 2030/1(b)"], Decided().Adopt(6, 1, "b", "1").Adopt(7, 1, "b", "2").Found<AdoptedTwice>());

    [Theory]
    [InlineData("世界城市论坛第十二届会议筹备工作", "1", true)]
    [InlineData("世界城市论坛第十二届会议筹备工作", "2", false)]
    [InlineData("执行局的工作方法", "1", false)]
    public void APart_WhoseTitleIsOfAnotherItem_IsFound(string title, string item, bool found)
    {
        var session = new SmallSession().Item("1", "财务、预算和行政事项").Item("2", "世界城市论坛第十二届会议的筹备工作").Decision(1, 9, ("a", title, []), ("b", "其他", []));
        Assert.Equal(found, session.Adopt(4, 1, "a", item).Found<AdoptionUnderItem>() is ["4 2030/1(a)"]);
    }
}
