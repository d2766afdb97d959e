using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using HabitatBoard.Errors;
using HabitatBoard.Languages;

namespace HabitatBoard.Tests.Errors;

public partial class ProblemResourcesTests
{
    private static readonly ResourceManager Problems =
        new("HabitatBoard.Web.Resources.Problems", Assembly.Load("HabitatBoard.Web"));

    private static readonly string[] Parts = ["title", "detail", "help"];

    private static readonly string[] Keys =
        [.. Enum.GetValues<ErrorCode>().SelectMany(code => Parts.Select(part => $"{(int)code}.{part}"))];

    public static TheoryData<string> Languages => [.. OfficialLanguages.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_error_has_a_title_a_sentence_and_help(string language)
    {
        var texts = Texts(language);

        Assert.Equal(Keys.Order(), texts.Keys.Order());
        Assert.DoesNotContain(texts, t => string.IsNullOrWhiteSpace(t.Value));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sentences_name_the_same_things_in_every_language(string language)
    {
        var english = Texts("en");
        var texts = Texts(language);

        Assert.All(Keys, key => Assert.Equal(Placeholders(english[key]), Placeholders(texts[key])));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Titles_and_help_name_nothing_in_particular(string language) =>
        Assert.All(Texts(language).Where(t => !t.Key.EndsWith(".detail")), t => Assert.DoesNotContain('{', t.Value));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Only_English_is_in_English(string language)
    {
        var english = Texts("en");
        if (language != "en")
        {
            Assert.DoesNotContain(Texts(language), t => english[t.Key] == t.Value);
        }
    }

    [Fact]
    public void Neutral_resources_are_the_English_ones()
    {
        var english = Texts("en");

        Assert.Equal(english.OrderBy(t => t.Key), Texts("").OrderBy(t => t.Key));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_are_in_the_script_of_their_language(string language)
    {
        Dictionary<string, Regex> scripts = new() { ["ar"] = Arabic(), ["zh"] = Han(), ["ru"] = Cyrillic() };

        Assert.All(Texts(language), text => Assert.All(scripts, script =>
            Assert.True(script.Value.IsMatch(text.Value) == (script.Key == language), $"{text.Key}: {text.Value}")));
    }

    /// <summary>The resources of one language alone, without what a missing one would fall back to.</summary>
    private static Dictionary<string, string> Texts(string language)
    {
        var set = Problems.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        Assert.NotNull(set);
        return set.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }

    private static IEnumerable<string> Placeholders(string sentence) =>
        Placeholder().Matches(sentence).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex Arabic();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();
}
