namespace HabitatBoard.Sessions;

/// <summary>The clock of the Board: it sits in Nairobi (Africa/Nairobi, UTC+3, without summer time).</summary>
public static class Nairobi
{
    /// <summary>What its clock is ahead of UTC.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(3);

    extension(DateTimeOffset moment)
    {
        /// <summary>The same moment by the clock of the Board.</summary>
        public DateTimeOffset InNairobi => moment.ToOffset(Offset);

        /// <summary>The day on which it falls there.</summary>
        public DateOnly DayInNairobi => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
    }
}
