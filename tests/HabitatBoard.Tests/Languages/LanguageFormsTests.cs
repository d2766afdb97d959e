using HabitatBoard.Languages;

namespace HabitatBoard.Tests.Languages;

public sealed class LanguageFormsTests
{
    [Theory]
    [InlineData(Language.Ar, "6 أيار/مايو 2024")]
    [InlineData(Language.Zh, "2024 年 5 月 6 日")]
    [InlineData(Language.En, "6 May 2024")]
    [InlineData(Language.Fr, "6 mai 2024")]
    [InlineData(Language.Ru, "6 мая 2024 года")]
    [InlineData(Language.Es, "6 de mayo de 2024")]
    public void ADay(Language language, string expected) => Assert.Equal(expected, language.Date(new DateOnly(2024, 5, 6)));

    [Theory]
    [InlineData(Language.En, "2024-05-06", "2024-05-08", "6–8 May 2024")]
    [InlineData(Language.En, "2024-05-30", "2024-06-02", "30 May – 2 June 2024")]
    [InlineData(Language.En, "2024-12-30", "2025-01-02", "30 December 2024 – 2 January 2025")]
    [InlineData(Language.En, "2024-05-06", "2024-05-06", "6 May 2024")]
    [InlineData(Language.En, "2024-05-02", "2024-05-20", "2–20 May 2024")]
    [InlineData(Language.Zh, "2024-05-06", "2024-05-08", "2024 年 5 月 6 日至 8 日")]
    [InlineData(Language.Zh, "2024-05-30", "2024-06-02", "2024 年 5 月 30 日至 6 月 2 日")]
    [InlineData(Language.Zh, "2024-12-30", "2025-01-02", "2024 年 12 月 30 日至 2025 年 1 月 2 日")]
    [InlineData(Language.Es, "2024-05-30", "2024-06-02", "30 de mayo – 2 de junio de 2024")]
    public void Days(Language language, string from, string until, string expected) =>
        Assert.Equal(expected, language.Dates(DateOnly.Parse(from, null), DateOnly.Parse(until, null)));

    [Theory]
    [InlineData(Language.Zh, "2024 年 5 月 6 日星期一上午 9 时 35 分")]
    [InlineData(Language.En, "Monday, 6 May 2024, at 9.35 a.m.")]
    [InlineData(Language.Fr, "lundi 6 mai 2024 à 9 h 35")]
    public void AMoment(Language language, string expected) =>
        Assert.Equal(expected, language.DateAndTime(new DateTimeOffset(2024, 5, 6, 9, 35, 0, TimeSpan.FromHours(3))));

    [Theory]
    [InlineData(Language.Zh, "巴西、法国和美国")]
    [InlineData(Language.En, "巴西, 法国 and 美国")]
    [InlineData(Language.Ar, "巴西 و法国 و美国")]
    public void AList(Language language, string expected) => Assert.Equal(expected, language.Join(["巴西", "法国", "美国"]));

    [Theory]
    [InlineData(Language.Ru, 1, PluralForm.One)]
    [InlineData(Language.Ru, 11, PluralForm.Many)]
    [InlineData(Language.Ru, 21, PluralForm.One)]
    [InlineData(Language.Ru, 22, PluralForm.Few)]
    [InlineData(Language.Ru, 12, PluralForm.Many)]
    [InlineData(Language.Ar, 0, PluralForm.Zero)]
    [InlineData(Language.Ar, 2, PluralForm.Two)]
    [InlineData(Language.Ar, 103, PluralForm.Few)]
    [InlineData(Language.Ar, 111, PluralForm.Many)]
    [InlineData(Language.Ar, 100, PluralForm.Other)]
    [InlineData(Language.Fr, 0, PluralForm.One)]
    [InlineData(Language.En, 0, PluralForm.Other)]
    [InlineData(Language.Zh, 1, PluralForm.Other)]
    public void ANumber_HasItsPluralForm(Language language, int number, PluralForm form) => Assert.Equal(form, language.PluralFormOf(number));

    [Theory]
    [InlineData(Language.En, 9_999, "9999")]
    [InlineData(Language.En, 159_000, "159,000")]
    [InlineData(Language.Fr, 159_000, "159\u00a0000")]
    public void ANumber(Language language, int number, string expected) => Assert.Equal(expected, language.Number(number));
}
