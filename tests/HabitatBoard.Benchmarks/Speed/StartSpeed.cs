namespace HabitatBoard.Benchmarks.Speed;

/// <summary>From the start of the process to the end of its first answer.</summary>
internal static class StartSpeed
{
    public static async Task MeasureAsync(Setting setting)
    {
        var (application, empty) = (new List<double>(), new List<double>());
        for (var round = 0; round <= setting.Rounds; round++)
        {
            await using var ours = await setting.StartAsync();
            await using var least = await Child.OfVerbAsync("/", "empty");
            if (round > 0)
            {
                application.Add(ours.FirstAnswer.TotalSeconds);
                empty.Add(least.FirstAnswer.TotalSeconds);
            }
        }
        Table.Head("Start to first answer", "", "s");
        Table.Row("application, over a seeded folder, one decision as JSON", $"{Pairs.Median(application):0.00}");
        Table.Row("empty web application", $"{Pairs.Median(empty):0.00}");
        Table.End();
    }
}
