namespace HabitatBoard.Benchmarks.Speed;

/// <summary>Resident memory of the application.</summary>
internal static class MemoryUse
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(10);

    public static async Task MeasureAsync(Setting setting)
    {
        await using var application = await setting.StartAsync();
        await Task.Delay(Settle);
        var idle = application.ResidentMebibytes();
        var cached = await UnderLoadAsync(setting, application);
        await Task.Delay(Settle);
        var after = application.ResidentMebibytes();
        await using var uncached = await setting.StartUncachedAsync();
        var anew = await UnderLoadAsync(setting, uncached);

        Table.Head("Resident memory", "", "MiB");
        Table.Row("idle, 10 s after the first answer", $"{idle:0}");
        Table.Row("most under load, from memory", $"{cached:0}");
        Table.Row("10 s later", $"{after:0}");
        Table.Row("most under load, made anew", $"{anew:0}");
        Table.End();
    }

    private static async Task<double> UnderLoadAsync(Setting setting, Child application)
    {
        var most = 0.0;
        foreach (var (_, path) in setting.Requests)
        {
            var load = Wrk.RunAsync(application.Address, path, setting.Seconds * setting.Rounds, setting.Connections * 4);
            while (!load.IsCompleted)
            {
                most = Math.Max(most, application.ResidentMebibytes());
                await Task.WhenAny(load, Task.Delay(100));
            }
            await load;
        }
        return most;
    }
}
