using HabitatBoard.Benchmarks.Verbs;

namespace HabitatBoard.Benchmarks.Speed;

/// <summary>Finished answers from the application's memory beside the same bytes from bare Kestrel.</summary>
internal static class CachedSpeed
{
    public static async Task MeasureAsync(Setting setting)
    {
        await using var application = await setting.StartAsync();
        var answers = new List<BareVerb.Answer>();
        foreach (var (_, path) in setting.Requests)
        {
            answers.Add(await FetchAsync(application, path));
        }
        var folder = Path.Combine(setting.Folder, "answers");
        await BareVerb.SaveAsync(folder, answers);
        await using var bare = await Child.OfVerbAsync(Setting.Decision, "bare", folder);

        Table.Head("From memory, beside bare Kestrel", "answer", "bytes", "application, requests/s", "p99, ms", "bare, requests/s", "p99, ms", "ratio");
        foreach (var (name, path) in setting.Requests)
        {
            var answer = answers.Single(a => a.Path == path);
            await Wrk.WarmUpAsync(application.Address, path, setting.Connections);
            await Wrk.WarmUpAsync(bare.Address, path, setting.Connections);
            foreach (var (way, bytes, headers) in new (string, int, string[])[]
            {
                ("plain", answer.Plain.Length, []),
                ("brotli", answer.Brotli.Length, ["Accept-Encoding: br"]),
                ("revisit (304)", 0, [$"If-None-Match: {answer.Tag}"]),
            })
            {
                var pairs = await Pairs.MeasureAsync(
                    setting.Rounds,
                    () => Wrk.RunAsync(application.Address, path, setting.Seconds, setting.Connections, headers),
                    () => Wrk.RunAsync(bare.Address, path, setting.Seconds, setting.Connections, headers));
                Table.Row($"{name}, {way}", $"{bytes:N0}", $"{pairs.A.PerSecond:N0}", $"{pairs.A.P99:0.00}", $"{pairs.B.PerSecond:N0}", $"{pairs.B.P99:0.00}", $"{pairs.Ratio:0.00}");
            }
        }
        Table.End();
    }

    private static async Task<BareVerb.Answer> FetchAsync(Child application, string path)
    {
        using var client = new HttpClient { BaseAddress = application.Address };
        using var plain = await client.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
        using var brotli = await client.SendAsync(request);
        return new BareVerb.Answer(
            path,
            plain.Content.Headers.ContentType!.ToString(),
            plain.Headers.ETag!.ToString(),
            await plain.Content.ReadAsByteArrayAsync(),
            await brotli.Content.ReadAsByteArrayAsync());
    }
}
