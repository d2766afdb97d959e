using System.Diagnostics;
using System.Text.Json.Nodes;
using HabitatBoard.Benchmarks.Verbs;

namespace HabitatBoard.Benchmarks.Speed;

/// <summary>
/// The same requests over the record as it is and over one a thousand times as large, each in a process of its own, on
/// one connection. Lists are asked for as many items as the small record has, so that the answers are of one size.
/// </summary>
internal static class SessionsSpeed
{
    public static async Task MeasureAsync(Setting setting)
    {
        if (setting.Sessions == 0)
        {
            Console.WriteLine("Note: with --sessions 1000 the same is measured over 1,000 sessions.\n");
            return;
        }
        var large = Path.Combine(setting.Folder, "large");
        Directory.CreateDirectory(large);
        foreach (var file in Directory.GetFiles(setting.Data, "*.db*"))
        {
            File.Copy(file, Path.Combine(large, Path.GetFileName(file)));
        }
        var clock = Stopwatch.StartNew();
        var rows = await GenerateVerb.AddAsync(large, setting.Sessions);
        Console.WriteLine($"{setting.Sessions:N0} sessions generated: {rows:N0} rows, {new FileInfo(Path.Combine(large, "published.db")).Length / 1024 / 1024:N0} MiB, {clock.Elapsed.TotalSeconds:0} s.\n");

        await MeasureAsync(setting, large, "made anew", "--Cache:MaxMegabytes=0", "--Serilog:MinimumLevel:Default=Warning");
        await MeasureAsync(setting, large, "from memory");
    }

    private static async Task MeasureAsync(Setting setting, string large, string how, params string[] arguments)
    {
        await using var many = await setting.StartOnAsync(large, arguments);
        await using var one = await setting.StartAsync(arguments);
        Table.Head($"{setting.Sessions:N0} sessions, {how}", "request", "1 session: median, ms", "p99, ms", $"{setting.Sessions:N0} sessions: median, ms", "p99, ms", "times");
        var ken = await TotalAsync(one, "/api/v1/statements?delegation=KEN");
        const string Statements = "/api/v1/statements?limit=100";
        foreach (var (name, path, pathOfOne) in new (string, string?, string?)[]
        {
            ("decision", Setting.Decision, null),
            ("agenda item (page)", setting.Page, null),
            ("documents of a session (page)", "/en/sessions/2024-1/documents", null),
            ("decision (page)", "/en/decisions/2024/1", null),
            ("report (page)", "/en/sessions/2024-1/report", null),
            ("session", "/api/v1/sessions/2024-1", null),
            ("sessions, by 3", "/api/v1/sessions?limit=3", null),
            ("document by symbol", "/api/v1/documents?symbol=HSP/EB.2024/INF.2", null),
            ($"what a delegation said, by {ken}", $"/api/v1/statements?delegation=KEN&limit={ken}", null),
            ("statements, first 100", Statements, null),
            ("statements, 100 in the middle", await MiddleAsync(many, Statements), Statements),
        })
        {
            if (path is null)
            {
                continue;
            }
            var pairs = await Pairs.MeasureAsync(
                setting.Rounds,
                () => Wrk.RunAsync(many.Address, path, setting.Seconds, 1),
                () => Wrk.RunAsync(one.Address, pathOfOne ?? path, setting.Seconds, 1));
            Table.Row(name, $"{pairs.B.Median:0.000}", $"{pairs.B.P99:0.00}", $"{pairs.A.Median:0.000}", $"{pairs.A.P99:0.00}", $"{pairs.Latency:0.00}");
        }
        Table.End();
        Console.WriteLine($"Start to first answer: {one.FirstAnswer.TotalSeconds:0.00} s and {many.FirstAnswer.TotalSeconds:0.00} s. Resident memory afterwards: {one.ResidentMebibytes():0} MiB and {many.ResidentMebibytes():0} MiB.\n");
    }

    private static async Task<int> TotalAsync(Child server, string path)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        return (int)JsonNode.Parse(await client.GetStringAsync(path))!["total"]!;
    }

    /// <summary>Walks by the thousand to the middle of a list.</summary>
    /// <returns>The address of a page there.</returns>
    private static async Task<string> MiddleAsync(Child server, string path)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var pages = await TotalAsync(server, path) / 2_000;
        var next = path.Replace("limit=100", "limit=1000", StringComparison.Ordinal);
        for (var page = 0; page < pages; page++)
        {
            next = (string)JsonNode.Parse(await client.GetStringAsync(next))!["next"]!;
        }
        return next.Replace("limit=1000", "limit=100", StringComparison.Ordinal);
    }
}
