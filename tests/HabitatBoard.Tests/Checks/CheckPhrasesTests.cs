using System.Text.RegularExpressions;
using HabitatBoard.Checks;
using HabitatBoard.Languages;

namespace HabitatBoard.Tests.Checks;

public sealed partial class CheckPhrasesTests
{
    [Fact]
    public void EveryLanguage_HasTheSameSentences_WithTheSamePlaces()
    {
        Assert.Contains(Language.Zh, CheckPhrases.Languages);
        var english = CheckPhrases.Of(Language.En);
        foreach (var language in CheckPhrases.Languages)
        {
            var sentences = CheckPhrases.Of(language);
            Assert.Equal(english.Keys.Order(), sentences.Keys.Order());
            Assert.Equal(CheckPhrases.WordsOf(Language.En).Keys.Order(), CheckPhrases.WordsOf(language).Keys.Order());
            Assert.All(sentences, s => Assert.Equal(Places(english[s.Key].Message), Places(s.Value.Message)));
        }
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
