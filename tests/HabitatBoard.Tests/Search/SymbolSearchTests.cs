using HabitatBoard.Languages;
using HabitatBoard.Search;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Search;

/// <summary>Whoever types a symbol, however they spell it, gets its document first.</summary>
public sealed class SymbolSearchTests(SearchFixture search) : IClassFixture<SearchFixture>
{
    [Fact]
    public async Task EverySpellingOfEverySymbol_FindsItsDocumentFirst()
    {
        await using var db = await search.Board.Stores.Published.CreateDbContextAsync();
        var documents = await db.Documents.AsNoTracking().Where(d => d.Symbol != null).ToListAsync();
        Assert.Equal(23, documents.Count);
        foreach (var document in documents)
        {
            foreach (var spelling in Spellings(document.Symbol!).Append(document.SymbolAsPrinted!).Distinct())
            {
                var found = await search.FindAsync(spelling);
                Assert.True(found.Hits is [{ Type: SearchType.Document } first, ..] && first.Id == document.Slug, $"{spelling} finds {(found.Hits is [var other, ..] ? other.Id : "nothing")}, not {document.Slug}");
            }
        }
    }

    [Theory]
    [InlineData("/1", "HSP-EB.2024-1")]
    [InlineData("/1/Add.1", "HSP-EB.2024-1-Add.1")]
    [InlineData("2024/10", "HSP-EB.2024-10")]
    [InlineData("INF.2", "HSP-EB.2024-INF-2")]
    [InlineData("inf 2", "HSP-EB.2024-INF-2")]
    [InlineData("INF/2", "HSP-EB.2024-INF-2")]
    [InlineData("2024-1-paper-2", "2024-1-paper-2")]
    public async Task AShortForm_FindsItsDocumentFirst(string typed, string slug) => Assert.Equal(slug, (await search.FindAsync(typed)).Hits[0].Id);

    [Theory]
    [InlineData("decision 2024/3", SearchType.Decision, "2024/3")]
    [InlineData("第 2024/3 号决定", SearchType.Decision, "2024/3")]
    [InlineData("2024/3(b)", SearchType.DecisionPart, "2024/3(b)")]
    public async Task TheNumberOfADecision_FindsIt(string typed, SearchType type, string id)
    {
        var first = (await search.FindAsync(typed)).Hits[0];
        Assert.Equal((type, id), (first.Type, first.Id));
    }

    [Fact]
    public async Task ASymbol_IsFoundWhereAParagraphMentionsIt_Too()
    {
        var found = await search.FindAsync(new SearchQuery("HSP/EB.2024/INF/2") { Type = SearchType.Paragraph });
        // Printed there as HSP/EB.2024/INF.2, and so composed in the other languages.
        Assert.Equal(OfficialLanguages.All, found.Hits.Select(h => h.Language).Order());
        Assert.All(found.Hits, h => Assert.Equal("2024-1/p15", h.Id));
    }

    private static IEnumerable<string> Spellings(string symbol)
    {
        yield return symbol;
        yield return symbol.ToLowerInvariant();
        yield return symbol.Replace('/', '-');
        yield return string.Concat(symbol.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c));
        yield return symbol.Replace("/", " / ");
        yield return symbol.Replace("/", " ");
        yield return $"  {symbol}* ";
        yield return $"\"{symbol}\"";
        yield return symbol["HSP/".Length..];
        yield return symbol["HSP/EB.".Length..];
        yield return symbol["HSP/EB.".Length..].ToLowerInvariant().Replace("/", " / ");
        yield return symbol.Replace("INF/", "INF.");
        yield return symbol.Replace("Add.", "ADD/");
    }
}
