using System.Globalization;
using HabitatBoard.Languages;
using HabitatBoard.Search;
using Xunit.Abstractions;

namespace HabitatBoard.Tests.Search;

/// <summary>Whatever somebody types, there is an answer.</summary>
public sealed class SearchFuzzTests(SearchFixture search, ITestOutputHelper output) : IClassFixture<SearchFixture>
{
    private static readonly string[] Pieces =
    [
        "\"", "'", "*", "^", "(", ")", "{", "}", ":", "+", "-", "\\", "%", "_", ";", "--", "AND", "OR", "NOT", "NEAR", "NEAR(", "title:", "{title body} :", "mark:", "rowid", "\0", "\u0001", "\t", "\n", "\r",
        "\uD800", "\uDC00", "\uFFFD", "\uFFFE", "\uFFFF", "\uE000", "\uE001", "\uE002", "\u202E", "\u200B", "\uFEFF", "e\u0301", "\u0301", "😀", "𠀀", "ﷺ", "½", "Ⅳ", "ﬁ", "财", "财务", "，", "人居署", "البرازيل", "ـ", "Россия", "ё",
        "œ", "Brésil", "Brazl", "HSP/EB.2024/1", "/1", "INF.2", "2024", "1", "(b)", "“", "”", "«", "»", " ", "  ", "　", "a", "aa", "DROP TABLE entry", "' OR 1=1", "<script>", "../..", "{0}",
    ];

    [Fact]
    public async Task RandomStrings_AreAnswered()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("HABITATBOARD_FUZZ") ?? "50000", CultureInfo.InvariantCulture);
        // A seed of its own for every run; the one that fails is printed.
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}, {count} strings");
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, cancellationToken) =>
        {
            var random = new Random(seed + i);
            var text = Text(random);
            var query = new SearchQuery(text)
            {
                Limit = random.Next(1, 30),
                Language = random.Next(4) == 0 ? (Language)random.Next(6) : null,
                Type = random.Next(4) == 0 ? (SearchType)random.Next(10) : null,
                Session = random.Next(6) == 0 ? Text(random) : null,
                Item = random.Next(6) == 0 ? Text(random) : null,
                Delegation = random.Next(6) == 0 ? Text(random) : null,
                After = random.Next(9) == 0 ? new SearchPosition(random.NextInt64(), random.Next(3) == 0 ? null : random.Next(7), random.NextDouble() * -20, random.NextInt64()) : null,
            };
            try
            {
                var found = await search.Index.FindAsync(query, cancellationToken);
                foreach (var hit in found.Hits)
                {
                    AssertMarks(hit.Title);
                    AssertMarks(hit.Snippet);
                }
                await search.Index.SuggestAsync(text, query.Language, 10, cancellationToken);
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}, string {i}: {e}");
            }
        });
    }

    [Fact]
    public async Task LongStrings_AreAnswered_AtOnce()
    {
        string[] texts = [new('财', 1_000_000), new('"', 1_000_000), string.Concat(Enumerable.Repeat("a ", 500_000)), new('\uD800', 1_000_000), "e" + new string('\u0301', 1_000_000), string.Concat(Enumerable.Repeat("ﷺ", 300_000)), string.Join(' ', Enumerable.Range(0, 200_000))];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var text in texts)
        {
            await search.FindAsync(text);
            await search.Index.SuggestAsync(text, null, 10, CancellationToken.None);
        }
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("财务 OR 巴西", 0)]
    [InlineData("NOT 财务", 0)]
    [InlineData("财*", 0)]
    [InlineData("title:财务", 0)]
    [InlineData("{mark} : paragraph", 0)]
    public async Task Operators_AreWordsLikeAnyOther(string typed, int most) => Assert.InRange((await search.FindAsync(typed)).Total, 0, typed == "财*" ? int.MaxValue : most);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("！？…")]
    [InlineData("\"\"")]
    [InlineData("\u200B")]
    public async Task WhereThereIsNothingToLookFor_NothingIsFound(string typed)
    {
        var found = await search.FindAsync(typed);
        Assert.Equal((0, null), (found.Total, found.DidYouMean));
        Assert.Empty(await search.Index.SuggestAsync(typed, null, 10, CancellationToken.None));
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(3) switch
    {
        0 => Pieces[random.Next(Pieces.Length)],
        1 => ((char)random.Next(0x10000)).ToString(),
        _ => ((char)random.Next(1, 0x7F)).ToString(),
    }));

    private static void AssertMarks(MarkedText? text)
    {
        var end = -1;
        foreach (var mark in text?.Marks ?? [])
        {
            Assert.InRange(mark.Start, end + 1, text!.Text.Length - 1);
            Assert.InRange(mark.Length, 1, text.Text.Length - mark.Start);
            end = mark.Start + mark.Length;
        }
    }
}
