using System.Text.Json.Nodes;
using HabitatBoard.Benchmarks.Verbs;

namespace HabitatBoard.Benchmarks.Speed;

/// <summary>Answers made anew each time beside hand-written SQL over the same rows.</summary>
internal static class UncachedSpeed
{
    public static async Task MeasureAsync(Setting setting)
    {
        await using var application = await setting.StartUncachedAsync();
        await using var sql = await Child.OfVerbAsync(SqlVerb.Decision, "sql", setting.Data);
        await CheckAsync(application, sql);

        Table.Head("Made anew, beside hand-written SQL", "answer", "application, requests/s", "p99, ms", "SQL, requests/s", "p99, ms", "ratio", "ratio to SQL that keeps its commands");
        foreach (var (name, path) in setting.Requests)
        {
            var same = path == Setting.Decision ? SqlVerb.Decision : SqlVerb.AgendaItem;
            await Wrk.WarmUpAsync(application.Address, path, setting.Connections);
            await Wrk.WarmUpAsync(sql.Address, same, setting.Connections);
            var pairs = await Pairs.MeasureAsync(
                setting.Rounds,
                () => Wrk.RunAsync(application.Address, path, setting.Seconds, setting.Connections),
                () => Wrk.RunAsync(sql.Address, same, setting.Seconds, setting.Connections));
            var kept = await Pairs.MeasureAsync(
                setting.Rounds,
                () => Wrk.RunAsync(application.Address, path, setting.Seconds, setting.Connections),
                () => Wrk.RunAsync(sql.Address, SqlVerb.Kept + same, setting.Seconds, setting.Connections));
            Table.Row(name, $"{pairs.A.PerSecond:N0}", $"{pairs.A.P99:0.00}", $"{pairs.B.PerSecond:N0}", $"{pairs.B.P99:0.00}", $"{pairs.Ratio:0.00}", $"{kept.Ratio:0.00}");
        }
        Table.End();
    }

    /// <summary>Both have to give the same decision, else they do not do the same work.</summary>
    private static async Task CheckAsync(Child application, Child sql)
    {
        using var client = new HttpClient();
        var ours = JsonNode.Parse(await client.GetStringAsync(new Uri(application.Address, Setting.Decision)));
        var theirs = JsonNode.Parse(await client.GetStringAsync(new Uri(sql.Address, SqlVerb.Decision)));
        if (!JsonNode.DeepEquals(ours, theirs))
        {
            throw new InvalidOperationException($"The hand-written SQL gives another decision:\n{ours}\n{theirs}");
        }
    }
}
