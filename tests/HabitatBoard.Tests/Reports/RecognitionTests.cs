using FsCheck;
using FsCheck.Fluent;
using HabitatBoard.Delegations;
using HabitatBoard.Delegations.Recognition;
using HabitatBoard.Languages;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Tests.Reports;

/// <summary>Composing a list of speakers and recognising it again gives the speakers back.</summary>
public sealed class RecognitionTests(SeedReport seed) : IClassFixture<SeedReport>
{
    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    [InlineData(Language.Fr)]
    [InlineData(Language.Es)]
    public async Task ComposedLists_AreRecognised(Language language)
    {
        var facts = await seed.FactsAsync();
        var recogniser = new Recogniser(facts.Delegations.Values, facts.Groups.Values);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), number =>
        {
            var random = new Random(number);
            foreach (var capacity in new[] { Capacity.BoardMember, Capacity.Observer })
            {
                var (text, expected) = Compose(facts, Speakers(facts, random), capacity, language);
                Assert.Equal(expected, recogniser.Read(text).Speakers.Select(s => $"{s.Code}: {string.Join(' ', s.OnBehalfOf)}"));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    private static List<(Delegation Delegation, IReadOnlyList<string> For)> Speakers(ReportFacts facts, Random random)
    {
        var speakers = new List<(Delegation Delegation, IReadOnlyList<string> For)>();
        var states = facts.Delegations.Values.Where(d => d.Kind != DelegationKind.NonGovernmental).OrderBy(_ => random.Next()).Take(random.Next(1, 40));
        foreach (var state in states.OrderBy(d => d.SortKeys.Zh, StringComparer.Ordinal))
        {
            var groups = random.Next(5) == 0 ? facts.Groups.Keys.OrderBy(_ => random.Next()).Take(1).ToList() : [];
            speakers.Add((state, groups));
            if (groups.Count > 0 && random.Next(2) == 0)
            {
                speakers.Add((state, []));
            }
        }
        return speakers;
    }

    private static (string Text, IEnumerable<string> Expected) Compose(
        ReportFacts facts, List<(Delegation Delegation, IReadOnlyList<string> For)> speakers, Capacity capacity, Language language)
    {
        var section = new Section(Guid.NewGuid(), "2031-1", 1, 1, null, null, null, facts.Session.Title);
        var paragraph = new Paragraph(Guid.NewGuid(), "2031-1", section.Id, 1, LocalizedText.None);
        var statements = speakers.Select((speaker, i) =>
        {
            var statement = new Statement(
                Guid.NewGuid(), "2031-1", paragraph.Id, i + 1, null, new Speaker(speaker.Delegation.Code, null, LocalizedText.None), capacity, StatementKind.Statement, null);
            foreach (var group in speaker.For)
            {
                statement.SpeakFor(group, null);
            }
            return statement;
        });
        var composed = SeedReport.Compose(
            new ReportFacts
            {
                Session = new Session(2031, 1, facts.Session.Title),
                Sections = [section],
                Paragraphs = [paragraph],
                Statements = [.. statements],
                Delegations = facts.Delegations,
                Groups = facts.Groups,
            },
            language);
        var ordered = language == Language.Zh ? speakers.AsEnumerable() : speakers.OrderBy(s => s.Delegation.SortKeys[language], StringComparer.Ordinal);
        return (composed.Paragraphs[0].Text, ordered.Select(s => $"{s.Delegation.Code}: {string.Join(' ', s.For)}"));
    }
}
