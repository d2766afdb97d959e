using HabitatBoard.Delegations;
using HabitatBoard.Languages;

namespace HabitatBoard.Tests.Delegations;

public sealed class SortKeysTests
{
    [Theory]
    [InlineData("fr", "Égypte", "Espagne", "États-Unis d’Amérique", "Éthiopie")]
    [InlineData("es", "Níger", "Nigeria", "Noruega", "Ñandú", "Omán")]
    [InlineData("ru", "Египет", "Ёлка", "Йемен", "Казахстан")]
    [InlineData("ar", "الاتحاد الروسي", "إثيوبيا", "الأرجنتين", "الأردن", "إسبانيا", "البرازيل")]
    [InlineData("en", "Congo", "Côte d’Ivoire", "Cuba", "Türkiye", "Uganda")]
    public void Lists_FollowTheLanguagesOwnOrder(string code, params string[] expected)
    {
        var language = OfficialLanguages.Parse(code);
        Assert.Equal(expected, expected.Reverse().OrderBy(name => Keys(language, name)[language], StringComparer.Ordinal));
    }

    [Fact]
    public void ChineseLists_FollowTheEnglishOrder()
    {
        var name = LocalizedText.None.With(Language.Zh, "荷兰王国").With(Language.En, "Kingdom of the Netherlands");
        var keys = SortKeys.For(name, LocalizedText.None.With(Language.En, "Netherlands"));
        Assert.Equal("netherlands", keys.Zh);
    }

    private static SortKeys Keys(Language language, string name) => SortKeys.For(LocalizedText.None.With(language, name), LocalizedText.None);
}
