using System.Text;

namespace HabitatBoard.Tests.Pages;

/// <summary>The worker that lets pages be read again without a line, and its switch.</summary>
public sealed class OfflineTests(BoardFixture board, OfflineTests.WithoutWorker without) : IClassFixture<BoardFixture>, IClassFixture<OfflineTests.WithoutWorker>
{
    [Fact]
    public async Task TheWorker_IsSmall_AndAskedForAnewEachTime()
    {
        using var response = await board.Client.GetAsync("/sw.js");
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
        Assert.InRange(Encoding.UTF8.GetByteCount(await response.Content.ReadAsStringAsync()), 1, 3_000);
        Assert.Contains("worker-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TurnedOff_TheServerGivesAWorkerThatRemovesItself_AndNoPageAsksForOne()
    {
        var worker = await without.Client.GetStringAsync("/sw.js");
        Assert.Equal(await board.Client.GetStringAsync("/sw-off.js"), worker);
        Assert.Contains("unregister", worker, StringComparison.Ordinal);
        foreach (var (page, kept) in new[] { (await board.Client.GetStringAsync("/en"), true), (await without.Client.GetStringAsync("/en"), false) })
        {
            Assert.Equal(kept, page.Contains("/offline.js?v=", StringComparison.Ordinal));
            Assert.Equal(kept, page.Contains("class=\"kept\"", StringComparison.Ordinal));
        }
    }

    public sealed class WithoutWorker : BoardFixture
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Offline:Enabled", "false")];
    }
}
