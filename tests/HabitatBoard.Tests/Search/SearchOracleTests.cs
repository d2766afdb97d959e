using System.Text;
using System.Text.RegularExpressions;
using HabitatBoard.Languages;
using HabitatBoard.Search;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace HabitatBoard.Tests.Search;

/// <summary>Every substring of one to six characters of every Chinese paragraph, against brute force over the texts.</summary>
public sealed partial class SearchOracleTests(SearchFixture search, ITestOutputHelper output) : IClassFixture<SearchFixture>
{
    private const int Longest = 6;

    [Fact]
    public async Task EverySubstringOfHan_FindsTheParagraphsThatHaveIt_AndNoOther()
    {
        // Blanks stand beside digits and Latin only, and count for nothing.
        var texts = (await ParagraphsAsync()).ToDictionary(p => p.Key, p => Blank().Replace(p.Value, ""));
        var substrings = Substrings(texts.Values, s => s.All(IsHan));
        await CheckAsync(substrings, s => s, s => texts.Where(t => t.Value.Contains(s, StringComparison.Ordinal)).Select(t => t.Key));
    }

    [Fact]
    public async Task EverySubstringOfWholeWordsAndPunctuation_InQuotationMarks_FindsTheParagraphsThatHaveIt_AndNoOther()
    {
        // Beside Han, words and numbers are whole, and any punctuation is as good as any other.
        var texts = (await ParagraphsAsync()).ToDictionary(p => p.Key, p => Simplify(p.Value));
        var substrings = Substrings(texts.Values, s => !s.All(IsHan) && !s.StartsWith(' ') && !s.EndsWith(' ') && !s.StartsWith('|') && !s.EndsWith('|'), wholeWords: true);
        await CheckAsync(substrings, s => $"\"{s}\"", s =>
        {
            var whole = new Regex($"{(IsWord(s[0]) ? "(?<![a-z0-9])" : "")}{Regex.Escape(s)}{(IsWord(s[^1]) ? "(?![a-z0-9])" : "")}", RegexOptions.CultureInvariant);
            return texts.Where(t => whole.IsMatch(t.Value)).Select(t => t.Key);
        });
    }

    private async Task CheckAsync(HashSet<string> substrings, Func<string, string> query, Func<string, IEnumerable<string>> oracle)
    {
        Assert.True(substrings.Count > 1_000);
        var (missed, wrong, hits) = (0, 0, 0);
        await Parallel.ForEachAsync(substrings, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (substring, _) =>
        {
            var found = await search.FindAsync(new SearchQuery(query(substring)) { Type = SearchType.Paragraph, Language = Language.Zh, Limit = 1_000 });
            var ids = found.Hits.Select(h => h.Id).ToHashSet();
            Assert.Equal(found.Total, ids.Count);
            var expected = oracle(substring).ToHashSet();
            Interlocked.Add(ref hits, expected.Count);
            if (!ids.SetEquals(expected))
            {
                Interlocked.Add(ref missed, expected.Except(ids).Count());
                Interlocked.Add(ref wrong, ids.Except(expected).Count());
                output.WriteLine($"{substring}: missed {string.Join(' ', expected.Except(ids))}; wrong {string.Join(' ', ids.Except(expected))}");
            }
        });
        output.WriteLine($"{substrings.Count} substrings, {hits} hits, {missed} missed, {wrong} wrong");
        Assert.Equal((0, 0), (missed, wrong));
    }

    private async Task<IReadOnlyDictionary<string, string>> ParagraphsAsync()
    {
        await using var db = await search.Board.Stores.Published.CreateDbContextAsync();
        var paragraphs = await db.Paragraphs.AsNoTracking().Where(p => p.Text.Zh != null).ToListAsync();
        Assert.Equal(73, paragraphs.Count);
        return paragraphs.ToDictionary(p => $"{p.SessionId}/p{p.Number}", p => p.Text.Zh!.Text);
    }

    private static HashSet<string> Substrings(IEnumerable<string> texts, Func<string, bool> wanted, bool wholeWords = false) =>
    [
        .. from text in texts
           from start in Enumerable.Range(0, text.Length)
           where !wholeWords || start == 0 || !IsWord(text[start]) || !IsWord(text[start - 1])
           from length in Enumerable.Range(1, Longest)
           let end = start + length
           where end <= text.Length && (!wholeWords || end == text.Length || !IsWord(text[end]) || !IsWord(text[end - 1]))
           let substring = text[start..end]
           where wanted(substring)
           select substring,
    ];

    /// <summary>Written without looking at the analysis: lower case, <c>|</c> for punctuation, blanks between words of Latin only.</summary>
    private static string Simplify(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        plain = Accent().Replace(plain, "");
        plain = Dot().Replace(Hyphen().Replace(plain, " "), "");
        plain = Punctuation().Replace(plain, "|");
        return BlankBesideHan().Replace(plain, "");
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c);

    [GeneratedRegex(@"[ \u00A0]")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\p{Mn}")]
    private static partial Regex Accent();

    [GeneratedRegex(@"(?<=[a-z0-9])-(?=[a-z0-9])")]
    private static partial Regex Hyphen();

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF])·(?=[\u4E00-\u9FFF])")]
    private static partial Regex Dot();

    [GeneratedRegex(@"[ \u00A0]*[^\p{L}\p{N} \u00A0](?:[^\p{L}\p{N}])*")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF|]) +| +(?=[\u4E00-\u9FFF|])")]
    private static partial Regex BlankBesideHan();
}
