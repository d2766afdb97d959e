namespace HabitatBoard.Web.Hosting;

/// <summary>
/// Gives memory back to the machine once there is nothing to do: after the start, a rush, an import. The collector of
/// garbage by itself waits until more is asked for, and so an idle process would keep what its last work needed.
/// </summary>
internal sealed class IdleCollection : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(4);

    // What timers and watchers ask for by themselves is some kilobytes; a page made anew takes hundreds.
    private const long Quiet = 256 * 1024;
    private const long WorthIt = 8 * 1024 * 1024;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        var (seen, collected) = (0L, 0L);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (allocated - seen < Quiet && allocated - collected > WorthIt)
            {
                _ = await ResidentMemory.ReleaseAsync(stoppingToken);
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                collected = allocated = GC.GetTotalAllocatedBytes();
            }
            seen = allocated;
        }
    }
}
