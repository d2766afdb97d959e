using System.Globalization;
using System.Text;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Xunit.Abstractions;

namespace HabitatBoard.Tests.Reports;

/// <summary>The report of the seed, composed from its facts, against the one that was published.</summary>
public sealed class CompositionTests(SeedReport seed, ITestOutputHelper output) : IClassFixture<SeedReport>
{
    [Fact]
    public async Task Chinese_ComposesEveryParagraphAsPublished()
    {
        var facts = await seed.FactsAsync();
        var composed = SeedReport.Compose(facts, Language.Zh);

        var published = facts.Paragraphs.ToDictionary(p => p.Number, p => p.Text.Zh!.Text);
        Assert.Equal(73, composed.Paragraphs.Count);
        var different = composed.Paragraphs.Where(p => !p.Matches(published[p.Number])).ToList();
        foreach (var paragraph in different)
        {
            output.WriteLine($"{paragraph.Number}\n  published {published[paragraph.Number]}\n  composed  {paragraph.Text}");
        }
        Assert.Empty(different.Select(p => p.Number));
    }

    [Fact]
    public async Task Slots_HoldLessThanAThirdOfTheCharacters()
    {
        var composed = SeedReport.Compose(await seed.FactsAsync(), Language.Zh);
        foreach (var paragraph in composed.Paragraphs)
        {
            output.WriteLine($"{paragraph.Number,3} {paragraph.SlotShare,6:P1}");
        }
        var spans = composed.Paragraphs.SelectMany(p => p.Spans).ToList();
        var worded = spans.Where(s => s.Mentions is { } mention && mention.Wording.Zh?.Text == s.Text && mention.Name.Zh?.Text != s.Text).Sum(s => s.Text.Length);
        output.WriteLine($"all {composed.SlotShare,6:P1}; titles and names worded otherwise than the fact, by citations: {(double)worded / spans.Sum(s => s.Text.Length):P1}");
        Assert.InRange(composed.SlotShare, 0, 1.0 / 3);
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    [InlineData(Language.Ru)]
    [InlineData(Language.Ar)]
    [InlineData(Language.Fr)]
    [InlineData(Language.Es)]
    public async Task Report_IsTheGoldenOne(Language language)
    {
        var report = SessionReport.From(await seed.FactsAsync());
        Golden.Assert($"2024-1.{language.Code}.txt", Print(report, language));
    }

    [Theory]
    [InlineData(Language.Zh, "会议期间提供联合国六种正式语文口译。")]
    [InlineData(Language.En, "Interpretation in the six official languages of the United Nations was provided.")]
    [InlineData(Language.Ru, "Обеспечивался устный перевод на шесть официальных языков Организации Объединенных Наций.")]
    [InlineData(Language.Ar, "أُتيحت الترجمة الشفوية إلى لغات الأمم المتحدة الرسمية الست.")]
    [InlineData(Language.Fr, "L’interprétation dans les six langues officielles de l’Organisation des Nations Unies a été assurée.")]
    [InlineData(Language.Es, "Se ofreció interpretación en los seis idiomas oficiales de las Naciones Unidas.")]
    public async Task HoursThatNobodyKnows_AreNotComposed(Language language, string sentence)
    {
        var facts = await seed.FactsAsync();
        var session = facts.Session;
        session.Describe(session.Title, session.Place, session.Mode, session.ModeNote, new Interpretation(null, session.Interpretation!.Languages));

        Assert.Contains(sentence, SeedReport.Compose(facts, language).Paragraphs.Single(p => p.Number == 4).Text);
    }

    [Fact]
    public async Task English_BorrowsNothing()
    {
        var composed = SeedReport.Compose(await seed.FactsAsync(), Language.En);
        Assert.Empty(composed.Paragraphs.SelectMany(p => p.Spans).Where(s => s.Language != Language.En).Select(s => s.Text));
    }

    [Fact]
    public async Task Variants_NamedByFacts_AreInAPhraseBook()
    {
        var facts = await seed.FactsAsync();
        var named = facts.Statements.Select(s => s.Variant).Concat(facts.Acts.Select(a => a.Variant)).Concat(facts.Adoptions.Select(a => a.Variant))
            .Concat(facts.Citations.Select(c => c.Variant)).OfType<string>().SelectMany(v => v.Split(' ')).Distinct();
        Assert.Empty(named.Except(LanguagePhrasing.All.SelectMany(p => p.Book).Select(t => t.Key.Variant).Append(Variants.ByExecutiveDirector)));
    }

    [Fact]
    public async Task MissingEnglish_IsBorrowedVisibly()
    {
        var facts = await seed.FactsAsync();
        var statement = facts.Statements.First(s => s.Kind == StatementKind.Presentation && !s.Topic.IsNone);
        statement.Treat(LocalizedText.None, LocalizedText.None.With(Language.Zh, "介绍了概况"), null);

        var composed = SeedReport.Compose(facts, Language.En).Paragraphs.Single(p => p.Id == statement.ParagraphId);

        Assert.Contains("[zh: 介绍了概况]", composed.Text);
        Assert.Contains(composed.Spans, s => s is { Language: Language.Zh, Kind: SpanKind.Slot, Text: "介绍了概况" });
    }

    private static string Print(SessionReport report, Language language)
    {
        var phrasing = LanguagePhrasing.Of(language)!;
        var composer = new ReportComposer(phrasing);
        var text = new StringBuilder();
        foreach (var section in report.Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Mark(section)} {Heading(section.Heading)}\n\n");
            foreach (var paragraph in section.Paragraphs)
            {
                text.Append(CultureInfo.InvariantCulture, $"{paragraph.Number}. {composer.Compose(paragraph).Text}\n\n");
            }
        }
        return text.ToString();

        string Mark(ReportSection section) =>
            section.Number == 0 ? "" : section.Letter.Length > 0 ? $"{section.Letter}." : LanguagePhrasing.Of(language)!.SectionNumber(section.Number);

        string Heading(LocalizedText heading) =>
            heading.For(language)!.Value is var (found, words) && found == language ? words.Text : phrasing.Borrowed(words.Text, found);
    }
}
