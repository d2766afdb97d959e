using System.Text.Json;
using HabitatBoard.Languages;
using HabitatBoard.Search;
using Xunit.Abstractions;

namespace HabitatBoard.Tests.Search;

/// <summary>What people type, in each language, and what they expect to see first.</summary>
public sealed class GoldenQueryTests(SearchFixture search, ITestOutputHelper output) : IClassFixture<SearchFixture>
{
    private static readonly Dictionary<string, List<Golden>> Queries =
        JsonSerializer.Deserialize<Dictionary<string, List<Golden>>>(File.ReadAllText(Path.Combine(Repository.Root, "tests", "HabitatBoard.Tests", "Search", "golden-queries.json")), JsonSerializerOptions.Web)!;

    [Theory]
    [InlineData("ar")]
    [InlineData("zh")]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ru")]
    [InlineData("es")]
    public async Task TheExpected_IsFoundFirst(string language)
    {
        var queries = Queries[language];
        Assert.True(queries.Count >= 20);
        var wrong = new List<string>();
        foreach (var (q, type, id) in queries)
        {
            var found = await search.FindAsync(new SearchQuery(q) { Language = OfficialLanguages.Parse(language) });
            if (found.Hits is not [var first, ..] || !first.Type.ToString().Equals(type, StringComparison.OrdinalIgnoreCase) || first.Id != id)
            {
                wrong.Add($"{q}: expected {type} {id}, found {string.Join(", ", found.Hits.Take(3).Select(h => $"{h.Type} {h.Id}"))}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        output.WriteLine($"{queries.Count} queries");
    }

    [Fact]
    public async Task Highlights_StripBackToTheOriginal_AndAreWhatWasTyped()
    {
        var texts = await TextsAsync();
        var marked = 0;
        foreach (var (q, _, _) in Queries.Values.SelectMany(l => l))
        {
            var phrases = SearchExpression.Parse(q).Phrases.Select(TextAnalysis.Join).ToList();
            foreach (var hit in (await search.FindAsync(new SearchQuery(q) { Limit = 1_000 })).Hits)
            {
                foreach (var text in new[] { hit.Title, hit.Snippet }.OfType<MarkedText>())
                {
                    Assert.Contains(texts[(hit.Type, hit.Id, hit.Language)], original => original.Contains(text.Text, StringComparison.Ordinal));
                    // Put in and taken out again, byte for byte.
                    var html = text.Marks.Reverse().Aggregate(text.Text, (t, m) => t.Insert(m.Start + m.Length, "</mark>").Insert(m.Start, "<mark>"));
                    Assert.Equal(text.Text, html.Replace("<mark>", "").Replace("</mark>", ""));
                    foreach (var mark in text.Marks)
                    {
                        var terms = TextAnalysis.Join(TextAnalysis.Analyse(text.Text.Substring(mark.Start, mark.Length)).Where(t => !t.IsBreak));
                        Assert.Contains(phrases, p => terms.Contains(p.Split(' ')[0], StringComparison.Ordinal) || Inflection.StemOf(terms.Split(' ')[0]) is { } stem && stem == Inflection.StemOf(p.Split(' ')[0]));
                        marked++;
                    }
                }
                // Whatever is found by its text is marked where it was found.
                Assert.True(hit.Snippet is null || hit.Snippet.Text.Length <= Highlighter.SnippetLength);
            }
        }
        Assert.True(marked > 500, $"Only {marked} matches were marked.");
    }

    [Fact]
    public async Task EveryParagraphFoundByItsText_ShowsWhereInTheSnippet()
    {
        foreach (var q in new[] { "财务", "代表", "可持续", "城市", "肯尼亚", "2024", "HSP/EB.2024/13", "性剥削和性虐待", "Boniface" })
        {
            var found = await search.FindAsync(new SearchQuery(q) { Type = SearchType.Paragraph, Limit = 1_000 });
            Assert.NotEmpty(found.Hits);
            Assert.All(found.Hits, h => Assert.NotEmpty(h.Snippet!.Marks));
        }
    }

    [Theory]
    [InlineData("Brazl", "Brazil")]
    [InlineData("Germnay", "Germany")]
    [InlineData("stakeholder engagment", "stakeholder engagement")]
    [InlineData("Brésli", "Brésil")]
    [InlineData("Бразлия", "Бразилия")]
    [InlineData("البرزيل", "البرازيل")]
    [InlineData("Marueccos", "Marruecos")]
    [InlineData("Bangu", "Bangura")]
    [InlineData("阿尔及利压", "阿尔及利亚")]
    public async Task WhereNothingIsFound_ALikeWordIsOffered(string typed, string offered)
    {
        var found = await search.FindAsync(typed);
        Assert.Equal((0, offered), (found.Total, found.DidYouMean));
        Assert.True((await search.FindAsync(offered)).Total > 0);
    }

    [Theory]
    [InlineData("Brazil")]
    [InlineData("xqzwvkjh")]
    [InlineData("财务")]
    [InlineData("999999")]
    public async Task WhereSomethingIsFound_OrNothingIsLike_NothingIsOffered(string typed) => Assert.Null((await search.FindAsync(typed)).DidYouMean);

    [Theory]
    [InlineData("ru", "бюджет", "бюджета")]
    [InlineData("ru", "климат", "климата")]
    [InlineData("ru", "Директор-исполнитель", "Директора-исполнителя")]
    [InlineData("ar", "ميزانية", "الميزانية")]
    [InlineData("ar", "الموئل", "موئل")]
    [InlineData("en", "budget", "budgets")]
    [InlineData("fr", "délégation", "délégations")]
    [InlineData("es", "ciudad", "ciudades")]
    public async Task FormsOfOneWord_FindTheSame_EachFirstWhatHasItAsTyped(string language, string one, string other)
    {
        var lang = OfficialLanguages.Parse(language);
        var (first, second) = (await search.FindAsync(new SearchQuery(one) { Language = lang, Limit = 1_000 }), await search.FindAsync(new SearchQuery(other) { Language = lang, Limit = 1_000 }));
        Assert.NotEmpty(first.Hits);
        Assert.Equal(first.Hits.Select(h => (h.Type, h.Id)).Order(), second.Hits.Select(h => (h.Type, h.Id)).Order());
        foreach (var (typed, found) in new[] { (one, first), (other, second) })
        {
            var exact = await search.FindAsync(new SearchQuery($"\"{typed}\"") { Language = lang, Limit = 1_000 });
            Assert.Equal(exact.Hits.Select(h => (h.Type, h.Id)).Order(), found.Hits.Take(exact.Total).Select(h => (h.Type, h.Id)).Order());
            Assert.All(found.Hits, h => Assert.True(h.Title.Marks.Count + (h.Snippet?.Marks.Count ?? 0) > 0, $"{typed}: {h.Type} {h.Id}"));
        }
    }

    [Theory]
    [InlineData("kenya")]
    [InlineData("2024")]
    [InlineData("Brasil")]
    [InlineData("Angola")]
    public async Task Once_FindsEachThingOnce_InThatLanguageWhereItCan(string q)
    {
        var all = await search.FindAsync(new SearchQuery(q) { Limit = 1_000 });
        var once = await search.FindAsync(new SearchQuery(q) { Limit = 1_000, Once = Language.Ar });
        Assert.Equal(all.Hits.Select(h => (h.Type, h.Id)).Distinct().Order(), once.Hits.Select(h => (h.Type, h.Id)).Order());
        Assert.Equal((once.Hits.Count, once.Hits.Count, true), (once.Total, once.Facets.Types.Sum(v => v.Count), once.Facets.Complete));
        Assert.Equal(all.Facets.Languages, once.Facets.Languages);
        foreach (var hit in once.Hits)
        {
            var found = all.Hits.Where(h => (h.Type, h.Id) == (hit.Type, hit.Id)).ToList();
            Assert.Equal(found.Exists(h => h.Language == Language.Ar), hit.Language == Language.Ar);
            Assert.True(hit.Language != Language.Ar || hit.Own is null);
        }
        // Everything there is has a name or a title in Arabic, too.
        Assert.All(once.Hits.Where(h => h.Language != Language.Ar && h.Type == SearchType.Delegation), h => Assert.NotNull(h.Own));
        var paged = new List<string>();
        for (SearchPosition? after = null; ;)
        {
            var page = await search.FindAsync(new SearchQuery(q) { Limit = 7, Once = Language.Ar, After = after });
            Assert.Equal(once.Total, page.Total);
            paged.AddRange(page.Hits.Select(h => h.Id));
            if (page.Hits.Count < 7)
            {
                break;
            }
            after = page.Hits[^1].Position;
        }
        Assert.Equal(once.Hits.Select(h => h.Id), paged);
    }

    [Fact]
    public async Task TitlesStandAboveTexts_AndTheWholePhraseAboveItsWords()
    {
        var found = await search.FindAsync(new SearchQuery("财务状况") { Language = Language.Zh, Limit = 100 });
        var titled = found.Hits.Select(h => h.Title.Marks.Count > 0).ToList();
        Assert.Equal(titled.OrderByDescending(t => t), titled);
        Assert.Contains(true, titled);
        Assert.Contains(false, titled);
        Assert.Equal(found.Hits.Select(h => h.Score).OrderDescending(), found.Hits.Select(h => h.Score));

        var words = await search.FindAsync(new SearchQuery("执行局 主席") { Type = SearchType.Paragraph, Limit = 100 });
        var together = words.Hits.Select(h => h.Snippet!.Marks.Any(m => h.Snippet.Text.Substring(m.Start, m.Length) == "执行局主席")).ToList();
        Assert.Equal(together.OrderByDescending(t => t), together);
    }

    [Fact]
    public async Task Facets_CountWhatTheirFilterFinds()
    {
        foreach (var q in new[] { "财务", "2024", "代表", "Angola", "HSP" })
        {
            var found = await search.FindAsync(q);
            Assert.True(found.Facets.Complete);
            Assert.Equal(found.Total, found.Facets.Types.Sum(v => v.Count));
            Assert.Equal(found.Total, found.Facets.Languages.Sum(v => v.Count));
            foreach (var value in found.Facets.Types)
            {
                Assert.Equal(value.Count, (await search.FindAsync(new SearchQuery(q) { Type = Enum.Parse<SearchType>(value.Value) })).Total);
            }
            foreach (var value in found.Facets.Languages)
            {
                var narrowed = await search.FindAsync(new SearchQuery(q) { Language = OfficialLanguages.Parse(value.Value) });
                Assert.Equal(value.Count, narrowed.Total);
                // Its own filter left out, it still shows what else there is.
                Assert.Equal(found.Facets.Languages, narrowed.Facets.Languages);
            }
            foreach (var value in found.Facets.Sessions)
            {
                Assert.Equal(value.Count, (await search.FindAsync(new SearchQuery(q) { Session = value.Value })).Total);
            }
            foreach (var value in found.Facets.Items)
            {
                Assert.Equal(value.Count, (await search.FindAsync(new SearchQuery(q) { Item = value.Value })).Total);
            }
            foreach (var value in found.Facets.Delegations)
            {
                Assert.Equal(value.Count, (await search.FindAsync(new SearchQuery(q) { Delegation = value.Value })).Total);
            }
        }
    }

    [Theory]
    [InlineData("bra", "Brazil", "en")]
    [InlineData("Брази", "Бразилия", "ru")]
    [InlineData("البراز", "البرازيل", "ar")]
    [InlineData("etats-u", "États-Unis", "fr")]
    [InlineData("财务", "财务、预算和行政事项，包括根据 2020–2025 年期间战略计划执行资源调动战略，以及联合国人类住区规划署（人居署）为解决工作人员构成的地域和性别不平衡问题而采取的行动", "zh")]
    [InlineData("hsp/eb.2024/inf.2", "HSP/EB.2024/INF.2", null)]
    [InlineData("2024/1", "HSP/EB.2024/1", null)]
    [InlineData("ruiz", "Pedro León Cortés Ruiz", "en")]
    public async Task WhatBeginsSo_IsSuggested(string typed, string expected, string? language)
    {
        Language? lang = language is null ? null : OfficialLanguages.Parse(language);
        var suggestions = await search.Index.SuggestAsync(typed, lang, 10, CancellationToken.None);
        Assert.Contains(expected, suggestions.Select(s => s.Text));
        Assert.Equal(suggestions.Select(s => s.Text).Distinct(), suggestions.Select(s => s.Text));
    }

    private async Task<ILookup<(SearchType, string, Language), string>> TextsAsync()
    {
        await using var db = await search.Board.Stores.Published.CreateDbContextAsync();
        var content = new SearchContent(db);
        await content.LoadAsync(CancellationToken.None);
        var entries = new List<SearchEntry>([.. content.Registers(), .. await content.PersonsAsync(CancellationToken.None)]);
        foreach (var session in await content.SessionsAsync(CancellationToken.None))
        {
            entries.AddRange(await content.SessionAsync(session, CancellationToken.None));
        }
        return entries.SelectMany(e => new[] { e.Title, e.Body }.Select(text => (Key: (e.Type, e.Id, e.Language), text))).ToLookup(e => e.Key, e => e.text);
    }

    private sealed record Golden(string Q, string Type, string Id);
}
