using HabitatBoard.Publishing;
using HabitatBoard.Search;

namespace HabitatBoard.Web.Hosting;

/// <summary>
/// Keeps the search index at what is published: before the first request is served, and a moment after each publication.
/// </summary>
internal sealed partial class SearchFollower(SearchIndex index, PublishedClock clock, ILogger<SearchFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private long followed = -1;
    private bool failing;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Looks at a number in memory, and for the file; the store is read only when the clock has ticked.
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(failing ? PauseAfterFailure : Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested && (clock.Ticks != followed || index.IsBroken))
            {
                await FollowAsync(stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var tick = clock.Ticks;
        try
        {
            var update = await index.UpdateAsync(cancellationToken);
            if (update.Units > 0)
            {
                LogUpdated(update.Rebuilt ? "made" : "brought up to date", update.Sequence, update.Units, update.Took.TotalMilliseconds);
            }
            followed = tick;
            failing = false;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The record is served without search rather than not at all. Said once, not every five seconds.
            if (!failing)
            {
                LogFailed(e.Message);
            }
            failing = true;
        }
        catch (OperationCanceledException)
        {
            // The application stops.
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The search index was {Done} to change {Sequence}: {Units} units in {Milliseconds:0} ms")]
    private partial void LogUpdated(string done, long sequence, int units, double milliseconds);

    [LoggerMessage(2, LogLevel.Error, "The search index cannot be brought up to date: {Reason}")]
    private partial void LogFailed(string reason);
}
