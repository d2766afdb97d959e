using HabitatBoard.Data;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Caching;

/// <summary>
/// Follows publications by other processes (another node, the command line): looks at the head of the change feed
/// and at the number of editions twice a second.
/// </summary>
internal sealed partial class PublishedWatch(BoardStores stores, PublishedClock clock, TimeProvider time, ILogger<PublishedWatch> logger) : BackgroundService
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private (long Changes, int Editions) head = (-1, 0);

    /// <summary>Looks once before the first request is served, so that nothing is forgotten that was just made.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            head = await HeadAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogUnreachable(e.Message);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), time);
        var failing = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
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

    /// <summary>Looks now, and says so where something was published.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var now = await HeadAsync(cancellationToken);
            if (now != head)
            {
                head = now;
                clock.Tick();
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    private async Task<(long Changes, int Editions)> HeadAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.Published.CreateDbContextAsync(cancellationToken);
        // An edition of what had not changed leaves the feed alone.
        return (await db.Changes.MaxAsync(c => (long?)c.Sequence, cancellationToken) ?? 0, await db.Editions.CountAsync(cancellationToken));
    }

    [LoggerMessage(1, LogLevel.Warning, "The published store cannot be read: {Reason}")]
    private partial void LogUnreachable(string reason);
}
