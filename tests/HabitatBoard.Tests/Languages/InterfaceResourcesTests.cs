using System.Text.RegularExpressions;
using HabitatBoard.Languages;
using HabitatBoard.Web.Languages;

namespace HabitatBoard.Tests.Languages;

/// <summary>The words of the interface, in every language in which it exists.</summary>
public sealed partial class InterfaceResourcesTests
{
    public static TheoryData<Language> Languages => [.. InterfaceLanguages.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryLanguage_HasEveryKey(Language language) =>
        Assert.Equal(Bases(Phrases.In(Language.En)), Bases(Phrases.In(language)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void NoWord_IsBlank(Language language)
    {
        var phrases = Phrases.In(language);
        Assert.All(phrases.Keys, key => Assert.False(string.IsNullOrWhiteSpace(phrases[key]), key));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryCount_HasThePluralFormsOfItsLanguage(Language language)
    {
        var phrases = Phrases.In(language);
        Assert.All(phrases.Keys.Where(k => k.Contains('#')).GroupBy(k => k.Split('#')[0]), forms =>
            Assert.Equal(language.PluralForms.Select(f => f.ToString()).Order(), forms.Select(f => f.Split('#')[1]).Order()));
        Assert.All(Enumerable.Range(0, 200), n => Assert.Contains(language.PluralFormOf(n), language.PluralForms));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryLanguage_FillsTheSameBlanks(Language language)
    {
        var (english, phrases) = (Phrases.In(Language.En), Phrases.In(language));
        Assert.All(phrases.Keys.Where(k => !k.Contains('#')), key => Assert.Equal(Blanks(english[key]), Blanks(phrases[key])));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryValueOfAnEnumeration_HasAWord(Language language)
    {
        var phrases = Phrases.In(language);
        var enumerations = phrases.Keys.Where(k => char.IsUpper(k[0])).Select(k => k.Split('.')[0]).Distinct().ToList();
        var types = typeof(LocalizedText).Assembly.GetTypes().Where(t => t.IsEnum && enumerations.Contains(t.Name)).ToList();
        Assert.Equal(enumerations.Order(), types.Select(t => t.Name).Order());
        Assert.All(types, type => Assert.All(Enum.GetNames(type), name => Assert.Contains($"{type.Name}.{name}", phrases.Keys)));
        Assert.All(phrases.Keys.Where(k => char.IsUpper(k[0])), key => Assert.Contains(key.Split('.')[1], Enum.GetNames(types.Single(t => t.Name == key.Split('.')[0]))));
    }

    [Fact]
    public void EveryKey_IsUsed_AndEveryUseHasAKey()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "HabitatBoard.Web"), "*.cs*", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetExtension(f) is ".cs" or ".cshtml")
            .Select(File.ReadAllText).ToList();
        var written = sources.SelectMany(s => Quoted().Matches(s)).Select(m => m.Groups[1].Value).ToHashSet();
        // nav.{part} and the like: anything that begins so is in use.
        var patterns = sources.SelectMany(s => Interpolated().Matches(s)).Select(m => m.Groups[1].Value).ToHashSet();
        var keys = Bases(Phrases.In(Language.En)).ToList();

        Assert.DoesNotContain(keys, k => !char.IsUpper(k[0]) && !written.Contains(k) && !patterns.Any(p => k.StartsWith(p, StringComparison.Ordinal)));
        var uses = sources.SelectMany(s => Used().Matches(s)).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Empty(uses.Except(keys));
    }

    /// <summary>Words of one language left in the file of another. Where a script is a language's own, it is looked for.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void NoLanguage_HasWordsOfAnother(Language language)
    {
        var phrases = Phrases.In(language);
        var foreign = new Regex(language switch
        {
            Language.Ar => @"[\p{IsCJKUnifiedIdeographs}\p{IsCyrillic}]",
            Language.Zh => @"[\p{IsArabic}\p{IsCyrillic}]",
            Language.Ru => @"[\p{IsCJKUnifiedIdeographs}\p{IsArabic}]",
            _ => @"[\p{IsCJKUnifiedIdeographs}\p{IsArabic}\p{IsCyrillic}]",
        });
        Assert.All(phrases.Keys, k => Assert.DoesNotMatch(foreign, phrases[k]));
        if (language is Language.Ar or Language.Zh or Language.Ru)
        {
            // Names and abbreviations stay as they are; a sentence has letters of its own.
            Assert.All(phrases.Keys, k => Assert.DoesNotMatch(@"\b[a-z]{3,} [a-z]{2,}\b", phrases[k]));
            Assert.DoesNotContain(phrases.Keys, k => Phrases.In(Language.En).Keys.Contains(k) && Phrases.In(Language.En)[k] == phrases[k] && phrases[k].Any(char.IsAsciiLetterLower));
        }
        else if (language != Language.En)
        {
            var same = phrases.Keys.Where(k => Phrases.In(Language.En).Keys.Contains(k) && Phrases.In(Language.En)[k] == phrases[k] && phrases[k].Any(char.IsAsciiLetter)).ToList();
            Assert.DoesNotContain(same, k => Blank().Replace(phrases[k], "").Trim().Contains(' ', StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Bases(Phrases phrases) => phrases.Keys.Select(k => k.Split('#')[0]).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Blanks(string text) => Blank().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Blank();

    [GeneratedRegex("\"([a-z][A-Za-z.]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\$""([a-z][A-Za-z]*\.(?:in\.)?)\{")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\b(?:T|phrases)(?:\.(?:Format|Html|Count)\(|\[)""([^""]+)""")]
    private static partial Regex Used();
}
