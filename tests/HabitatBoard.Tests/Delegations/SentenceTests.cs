using HabitatBoard.Delegations.Recognition;
using HabitatBoard.Languages;

namespace HabitatBoard.Tests.Delegations;

/// <summary>Sentences of each language, in Sentences/*.txt, and what is to be read from them.</summary>
public class SentenceTests(RecognitionFixture register) : IClassFixture<RecognitionFixture>
{
    public static TheoryData<string, string, string, string> Sentences()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var language in OfficialLanguages.All)
        {
            foreach (var (text, speakers, unrecognised) in Read(language))
            {
                data.Add(language.Code, text, speakers, unrecognised);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Read_Sentence_GivesDelegationsAndWhatIsLeft(string language, string text, string speakers, string unrecognised)
    {
        Recognition recognition = register.Recogniser.Read(text);

        Assert.True(
            speakers == RecognitionFixture.Notation(recognition),
            $"{language}: {text}\nexpected {speakers}\nread     {RecognitionFixture.Notation(recognition)}");
        Assert.Equal(unrecognised, string.Join(" | ", recognition.Unrecognised.Select(s => s.In(text))));
        Assert.Equal(text, string.Concat(recognition.Spans.Select(s => s.In(text))));
    }

    [Fact]
    public void Sentences_InEachLanguage_AreAtLeastTwenty() =>
        Assert.All(OfficialLanguages.All, language => Assert.True(Read(language).Count() >= 20, $"{language} has {Read(language).Count()}"));

    private static IEnumerable<(string Text, string Speakers, string Unrecognised)> Read(Language language)
    {
        using var stream = typeof(SentenceTests).Assembly.GetManifestResourceStream($"Sentences/{language.Code}.txt")!;
        using var reader = new StreamReader(stream);
        foreach (var block in reader.ReadToEnd().Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')).ToList();
            if (lines.Count > 0)
            {
                yield return (
                    lines[0].Replace("\\r", "\r").Replace("\\n", "\n"),
                    Assert.Single(lines, l => l.StartsWith('=')).TrimStart('=', ' '),
                    string.Join(" | ", lines.Where(l => l.StartsWith('?')).Select(l => l.TrimStart('?', ' '))));
            }
        }
    }
}
