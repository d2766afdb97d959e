namespace HabitatBoard.Publishing;

/// <summary>Tells whoever keeps derived copies of the published store that it has changed.</summary>
public sealed class PublishedClock
{
    private long ticks;

    /// <summary>Grows whenever the published store changes.</summary>
    public long Ticks => Interlocked.Read(ref ticks);

    /// <summary>The published store has changed.</summary>
    public void Tick() => Interlocked.Increment(ref ticks);
}
