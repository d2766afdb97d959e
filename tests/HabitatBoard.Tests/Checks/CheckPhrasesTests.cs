using System.Text.RegularExpressions;
using HabitatBoard.Checks;
using HabitatBoard.Languages;

namespace HabitatBoard.Tests.Checks;

public sealed partial class CheckPhrasesTests
{
    public static TheoryData<Language> Languages => [.. OfficialLanguages.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryLanguage_HasTheSameSentences_WithTheSamePlaces(Language language)
    {
        var english = CheckPhrases.Of(Language.En);
        var sentences = CheckPhrases.Of(language);
        Assert.Equal(english.Keys.Order(), sentences.Keys.Order());
        Assert.Equal(CheckPhrases.WordsOf(Language.En).Keys.Order(), CheckPhrases.WordsOf(language).Keys.Order());
        Assert.All(sentences, s => Assert.Equal(Places(english[s.Key].Message), Places(s.Value.Message)));
        Assert.All(sentences, s => Assert.Empty(Places(s.Value.Advice).Except(Places(english[s.Key].Message + english[s.Key].Advice))));
    }

    /// <summary>What one language copied from another, or left blank, would be the same as there.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryLanguage_SaysIt_InItsOwnWords(Language language)
    {
        var sentences = CheckPhrases.Of(language);
        Assert.All(sentences.Values, s => Assert.False(string.IsNullOrWhiteSpace(s.Message) || string.IsNullOrWhiteSpace(s.Advice)));
        Assert.All(OfficialLanguages.All.Where(l => l != language).Select(CheckPhrases.Of), other =>
            Assert.DoesNotContain(sentences, s => s.Value.Message == other[s.Key].Message || s.Value.Advice == other[s.Key].Advice));
    }

    [Fact]
    public void French_HasNoSpaceThatBreaks_AtItsMarks() =>
        Assert.All(CheckPhrases.Of(Language.Fr).Values, s => Assert.DoesNotMatch("«(?!\u00a0)|(?<!\u00a0)[:;»]", s.Message + s.Advice));

    [Theory]
    [InlineData(Language.En, "Of 2024/1(b), no item adopts paragraphs 3 and 4, though others are adopted in paragraphs 8, 9 and 12.")]
    [InlineData(Language.Fr, "2024/1(b)\u00a0: au titre d’aucun point n’est consignée l’adoption de ce qui suit\u00a0: paragraphes 3 et 4. Les autres paragraphes sont adoptés (paragraphes 8, 9 et 12).")]
    [InlineData(Language.Ar, "\u20682024/1(b)\u2069: لم يُسجَّل في إطار أي بند اعتماد ما يلي: الفقرتان 3 و4، في حين سُجّل اعتماد غيره (الفقرات 8 و9 و12).")]
    public void Message_WithNumbersOfParagraphs_ListsThemAsTheLanguageDoes(Language language, string expected)
    {
        var message = CheckPhrases.Message(
            "adoption-gap",
            [("provision", "2024/1(b)"), ("missing", new ParagraphNumbers([3, 4])), ("paragraphs", new ParagraphNumbers([8, 9, 12]))]);
        Assert.Equal(expected, message[language]!.Text);
    }

    [Theory]
    [InlineData(Language.En, "Decision 2024/1 is dated 1 May 2024, outside the session.")]
    [InlineData(Language.Zh, "第 2024/1 号决定的通过日期2024 年 5 月 1 日不在会议期间。")]
    [InlineData(Language.Fr, "La décision 2024/1 est datée du 1er mai 2024, en dehors de la session.")]
    [InlineData(Language.Ru, "Дата принятия решения 2024/1 (1 мая 2024 года) выходит за рамки сессии.")]
    public void Message_WithADay_WritesItAsTheLanguageDoes(Language language, string expected)
    {
        var message = CheckPhrases.Message("dates-of-session/decision", [("provision", "2024/1"), ("day", new DateOnly(2024, 5, 1))]);
        Assert.Equal(expected, message[language]!.Text);
    }

    [Fact]
    public void EveryCheck_HasSentences_AndEverySentenceACheck()
    {
        var codes = RecordChecks.All.Select(c => c.Code).ToList();
        Assert.Equal(codes.Order(), codes.Distinct().Order());
        Assert.Equal(codes.Order(), CheckPhrases.Of(Language.En).Keys.Select(k => k.Split('/')[0]).Distinct().Order());
    }

    [Fact]
    public void EveryCheck_IsRun()
    {
        var classes = typeof(Check).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Check))).Select(t => t.Name).Order();
        Assert.Equal(classes, RecordChecks.All.Select(c => c.GetType().Name).Order());
    }

    private static IEnumerable<string> Places(string sentence) => Place().Matches(sentence).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
