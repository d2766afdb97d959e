namespace HabitatBoard.Benchmarks.Speed;

/// <summary>Two servers under the same load by turns, A B A B, so that a slow moment of the machine hits both.</summary>
internal sealed record Pairs(IReadOnlyList<(Load A, Load B)> Rounds)
{
    public Load A => Median(Rounds.Select(r => r.A));

    public Load B => Median(Rounds.Select(r => r.B));

    /// <summary>The median of A's requests per second as a share of B's, round by round.</summary>
    public double Ratio => Median(Rounds.Select(r => r.A.PerSecond / r.B.PerSecond));

    /// <summary>The median of A's time per answer as a multiple of B's, round by round.</summary>
    public double Latency => Median(Rounds.Select(r => r.A.Median / r.B.Median));

    public static async Task<Pairs> MeasureAsync(int rounds, Func<Task<Load>> a, Func<Task<Load>> b)
    {
        await a();
        await b();
        var pairs = new List<(Load, Load)>();
        for (var round = 0; round < rounds; round++)
        {
            pairs.Add((await a(), await b()));
        }
        return new Pairs(pairs);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static Load Median(IEnumerable<Load> loads)
    {
        var all = loads.ToList();
        return new Load(Median(all.Select(l => l.PerSecond)), Median(all.Select(l => l.Median)), Median(all.Select(l => l.P99)));
    }
}
