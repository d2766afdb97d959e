using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Tests.Reports;

/// <summary>Composition of sessions that never were.</summary>
public sealed partial class GeneratedSessionTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    [InlineData(Language.Ru)]
    [InlineData(Language.Ar)]
    [InlineData(Language.Fr)]
    [InlineData(Language.Es)]
    public void Composition_TellsEveryFactOnceAndInOrder(Language language) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var generated = new GeneratedSession(seed);
            var composed = SeedReport.Compose(generated.Facts, language);
            Assert.Equal(generated.Expected.Keys, composed.Paragraphs.Select(p => p.Number));
            foreach (var paragraph in composed.Paragraphs)
            {
                var (zh, en, ru) = generated.Expected[paragraph.Number];
                Assert.Equal(language switch { Language.Zh => zh, Language.Ru or Language.Ar => ru, _ => en }, Names().Matches(paragraph.Text).Select(m => m.Value));
            }
            var text = string.Join('\n', composed.Paragraphs.Select(p => p.Text));
            foreach (var symbol in generated.Symbols)
            {
                Assert.Single(Regex.Matches(text, $@"[（(]{Regex.Escape(symbol)}[）)]"));
            }
        }).Check(Runs);

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    [InlineData(Language.Ru)]
    [InlineData(Language.Ar)]
    [InlineData(Language.Fr)]
    [InlineData(Language.Es)]
    public void Composition_ReadsWell(Language language) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var composed = SeedReport.Compose(new GeneratedSession(seed).Facts, language);
            foreach (var paragraph in composed.Paragraphs.Where(p => p.Text.Length > 0))
            {
                Assert.DoesNotMatch(@"  | [,.;:，。；：、،؛]|[，、：；،؛][。，、.،؛]|^ | $|\{|\}", paragraph.Text);
                Assert.Equal(paragraph.Text, string.Concat(paragraph.Spans.Select(s => s.Text)));
                Assert.True(
                    paragraph.Text.StartsWith('〔') || language is Language.Zh or Language.Ar || char.IsUpper(paragraph.Text[0]),
                    paragraph.Text);
            }
        }).Check(Runs);

    [Fact]
    public void Phrases_AreInEveryLanguage()
    {
        foreach (var phrasing in LanguagePhrasing.All)
        {
            Assert.Equal(Enum.GetValues<Phrase>(), phrasing.Book.Where(t => t.Key.Variant.Length == 0).Select(t => t.Key.Phrase).Order());
        }
    }

    [GeneratedRegex("〔[^〕]+〕")]
    private static partial Regex Names();
}
