using HabitatBoard.Benchmarks.Speed;

namespace HabitatBoard.Benchmarks.Verbs;

/// <summary>Measures the application beside what it could be, in one run on one machine, and prints Markdown.</summary>
internal static class SpeedVerb
{
    public const string Help = """
        measures the application, built in Release, beside bare Kestrel, hand-written SQL and an
                            empty application, and with --sessions N beside itself with N sessions more
                              --rounds 5       how often each pair is measured; medians are printed
                              --seconds 3      how long each time
                              --connections 16
                              --page /en/sessions/2024-1/agenda/4
                              --parts cached,uncached,start,memory,writes,sessions
                              --application src/HabitatBoard.Web
        """;

    public static async Task<int> RunAsync(Options options)
    {
        await Wrk.CheckAsync();
        var setting = await Setting.ReadAsync(options);
        try
        {
            var parts = options.Text("--parts", "cached,uncached,start,memory,writes,sessions").Split(',');
            foreach (var (name, measure) in new (string, Func<Setting, Task>)[]
            {
                ("cached", CachedSpeed.MeasureAsync),
                ("uncached", UncachedSpeed.MeasureAsync),
                ("start", StartSpeed.MeasureAsync),
                ("memory", MemoryUse.MeasureAsync),
                ("writes", WriteSpeed.MeasureAsync),
                ("sessions", SessionsSpeed.MeasureAsync),
            })
            {
                if (parts.Contains(name))
                {
                    await measure(setting);
                }
            }
        }
        finally
        {
            Directory.Delete(setting.Folder, recursive: true);
        }
        return 0;
    }
}
