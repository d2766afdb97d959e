using HabitatBoard.Checks;

namespace HabitatBoard.Tests.Checks;

/// <summary>The session is from Monday, 1 April, to Wednesday, 3 April 2030.</summary>
public sealed class DateChecksTests
{
    private static readonly TimeSpan Nairobi = TimeSpan.FromHours(3);

    [Theory]
    [InlineData("2030 年 4 月 1 日星期一上午 9 时", false)]
    [InlineData("2030 年 4 月 1 日（星期一）上午 9 时", false)]
    [InlineData("2030 年 4 月 1 日星期二上午 9 时", true)]
    public void AWeekday(string text, bool found) => Assert.Equal(found, new SmallSession().Text(4, text).Found<WeekdayOfDate>() is ["4 4"]);

    [Theory]
    [InlineData("On Monday, 1 April 2030", false)]
    [InlineData("On Friday, 1 April 2030", true)]
    public void AWeekday_InEnglish(string text, bool found) => Assert.Equal(found, new SmallSession().Text(4, "。", text).Found<WeekdayOfDate>() is ["4 4"]);

    [Theory]
    [InlineData("2030 年 2 月 30 日", true)]
    [InlineData("2030 年 2 月 28 日", false)]
    [InlineData("2030 年 4 月 3 日至 1 日", true)]
    [InlineData("2030 年 12 月 30 日至 2031 年 1 月 2 日", false)]
    public void ADate_ThatCannotBe(string text, bool found) => Assert.Equal(found, new SmallSession().Text(4, text).Found<ImpossibleDate>() is ["4 4"]);

    [Theory]
    [InlineData("将于 2030 年 4 月 1 日至 3 日举行，为期三天。", false)]
    [InlineData("将于 2030 年 4 月 1 日至 3 日举行，为期四天。", true)]
    [InlineData("将于 2030 年 4 月 29 日至 5 月 2 日举行，为期 4 天。", false)]
    [InlineData("将于 2030 年 4 月 1 日和 3 日举行，为期两天。", false)]
    public void ADuration(string text, bool found) => Assert.Equal(found, new SmallSession().Text(4, text).Found<DurationOfDates>() is ["4 4"]);

    [Theory]
    [InlineData("2030 年第一次会议于 2030 年 4 月 1 日至 3 日举行。", false)]
    [InlineData("2030 年第一次会议于 2030 年 4 月 1 日至 4 日举行。", true)]
    [InlineData("2030 年 4 月 1 日至 4 日在内罗毕举行的 2030 年第一次会议", true)]
    [InlineData("2030 年第一次会议注意到 2030 年 9 月 1 日至 4 日举行的论坛。", false)]
    [InlineData("供 2030 年 4 月 3 日本次会议最后一次会议审议", false)]
    [InlineData("供 2030 年 4 月 5 日本次会议最后一次会议审议", true)]
    public void TheDates_OfASession(string text, bool found) => Assert.Equal(found, new SmallSession().Text(4, text).Found<DatesOfSession>() is ["4 2030-1"]);

    [Fact]
    public void ALaterSession_BeginsAfterThisOne()
    {
        Assert.Empty(new SmallSession().Other(2030, 2, new DateOnly(2030, 11, 1), new DateOnly(2030, 11, 3)).Found<DatesOfSession>());
        Assert.Equal([" 2030-2"], new SmallSession().Other(2030, 2, new DateOnly(2030, 4, 2), new DateOnly(2030, 4, 5)).Found<DatesOfSession>());
    }

    [Theory]
    [InlineData("2030 年 4 月 1 日星期一上午 9 时 35 分", "2030 年 4 月 3 日下午 5 时", 0)]
    [InlineData("2030 年 4 月 1 日星期一上午 9 时 30 分", "2030 年 4 月 3 日下午 5 时", 1)]
    [InlineData("2030 年 4 月 1 日星期一上午 9 时 35 分", "2030 年 4 月 2 日上午 5 时", 2)]
    public void OpeningAndClosing_AsPrinted(string opening, string closing, int found) =>
        Assert.Equal(found, new SmallSession().Open(new(2030, 4, 1, 9, 35, 0, Nairobi), new(2030, 4, 3, 17, 0, 0, Nairobi)).Text(1, opening).Text(2, closing).Found<OpeningAndClosing>().Count);

    [Fact]
    public void OpeningAndClosing_OutsideTheSession_AreFound() =>
        Assert.Equal(["1 2030-1", "2 2030-1"], new SmallSession().Open(new(2030, 4, 2, 9, 35, 0, Nairobi), new(2030, 4, 4, 17, 0, 0, Nairobi)).Found<OpeningAndClosing>());

    [Theory]
    [InlineData("将于 2030 年 11 月 4 日至 8 日举行的论坛", false)]
    [InlineData("将于 2030 年 11 月 4 日至 9 日举行的论坛", true)]
    [InlineData("今年举行的论坛", false)]
    public void TheDates_OfAnEvent(string text, bool found) =>
        Assert.Equal(found, new SmallSession().Event(4, "论坛", new DateOnly(2030, 11, 4), new DateOnly(2030, 11, 8)).Text(4, text).Found<DatesOfEvent>() is ["4 论坛"]);

    [Fact]
    public void AnEvent_DatedTwice_IsFound() =>
        Assert.Equal(["5 论坛"], new SmallSession().Event(4, "论坛", new DateOnly(2030, 11, 4), null).Event(5, "论坛", new DateOnly(2030, 11, 5), null).Found<DatesOfEvent>());
}
