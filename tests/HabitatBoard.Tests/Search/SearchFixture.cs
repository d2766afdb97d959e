using HabitatBoard.Search;
using HabitatBoard.Tests.Data;

namespace HabitatBoard.Tests.Search;

/// <summary>The index of the seeded record, without the application around it.</summary>
public sealed class SearchFixture : IAsyncLifetime
{
    public TestInstallation Board { get; private set; } = null!;

    public SearchIndex Index { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Board = await TestInstallation.SeededAsync();
        Index = new SearchIndex(Board.Stores);
        await Index.UpdateAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        Index.Dispose();
        await Board.DisposeAsync();
    }

    public Task<SearchResult> FindAsync(string text) => FindAsync(new SearchQuery(text));

    public Task<SearchResult> FindAsync(SearchQuery query) => Index.FindAsync(query, CancellationToken.None);
}
