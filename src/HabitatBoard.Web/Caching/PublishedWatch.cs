using HabitatBoard.Data;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Caching;

/// <summary>
/// Follows publications by other processes (another node, the command line): looks at the head of the change feed
/// twice a second.
/// </summary>
internal sealed partial class PublishedWatch(BoardStores stores, PublishedClock clock, ILogger<PublishedWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        var (head, failing) = (-1L, false);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var db = await stores.Published.CreateDbContextAsync(stoppingToken);
                var now = await db.Changes.MaxAsync(c => (long?)c.Sequence, stoppingToken) ?? 0;
                if (now != head)
                {
                    head = now;
                    clock.Tick();
                }
                failing = false;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Cached answers stay good while the store is away. Say so once, not twice a second.
                if (!failing)
                {
                    LogUnreachable(e.Message);
                }
                failing = true;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The published store cannot be read: {Reason}")]
    private partial void LogUnreachable(string reason);
}
