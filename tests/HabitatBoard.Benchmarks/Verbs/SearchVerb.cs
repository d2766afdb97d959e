using System.Diagnostics;
using System.Globalization;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Benchmarks.Verbs;

/// <summary>
/// Search at scale: an index of many sessions, with queries as people type them, beside a bare FTS5 query for the same
/// words on the same index. The paragraphs are those of the seed, cut into sentences and put together anew.
/// </summary>
internal static class SearchVerb
{
    public const string Help = "how long searches take at 100,000 paragraphs (or --paragraphs N), beside bare FTS5 queries";

    private const int PerSession = 500;
    private const int Queries = 300;

    public static async Task<int> RunAsync(int paragraphs)
    {
        var folder = Directory.CreateTempSubdirectory("habitatboard-search-").FullName;
        try
        {
            var stores = new BoardStores(new DatabaseOptions { Folder = folder });
            await stores.MigrateAsync(CancellationToken.None);
            await new RecordSeed(new WorkingStore(stores), stores, new Publisher(stores, new PublishedClock()), TimeProvider.System).RunAsync(CancellationToken.None);
            using var index = new SearchIndex(stores);
            await index.UpdateAsync(CancellationToken.None);
            var texts = await TextsAsync(stores);

            var watch = Stopwatch.StartNew();
            Fill(folder, texts, paragraphs);
            var file = Path.Combine(folder, "search.db");
            Console.WriteLine(Invariant($"{paragraphs} paragraphs indexed in {watch.Elapsed.TotalSeconds:0.0} s, {new FileInfo(file).Length / 1024 / 1024} MB"));
            // Processor time too: on a machine that is shared, the clock measures the others.
            Console.WriteLine($"{"queries",-26}{"hits, median",13}{"p50 ms",9}{"p95 ms",9}{"bare p50",10}{"bare p95",10}{"cpu p50",10}{"cpu p95",9}{"bare p50",10}{"bare p95",10}");

            var random = new Random(1);
            var all = new List<Times>();
            foreach (var (name, queries) in Kinds(texts, random))
            {
                all.AddRange(await MeasureAsync(index, file, name, queries));
            }
            Print("all", all, "");
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(BoardStores stores)
    {
        await using var db = await stores.Published.CreateDbContextAsync();
        return [.. (await db.Paragraphs.AsNoTracking().ToListAsync()).Select(p => p.Text.Zh!.Text)];
    }

    private static void Fill(string folder, IReadOnlyList<string> texts, int paragraphs)
    {
        var random = new Random(2);
        var sentences = texts.SelectMany(t => t.Split('。', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var file = new SearchFile(folder);
        using var writer = file.Write();
        for (var done = 0; done < paragraphs; done += PerSession)
        {
            var session = Invariant($"{1950 + (done / PerSession / 3)}-{1 + (done / PerSession % 3)}");
            writer.Put(session, [.. Enumerable.Range(1, Math.Min(PerSession, paragraphs - done)).Select(number => new SearchEntry(SearchType.Paragraph, $"{session}/p{number}", Language.Zh, "一", $"/sessions/{session}/report#p{number}")
            {
                Titled = false,
                Body = string.Join('。', Enumerable.Range(0, random.Next(1, 4)).Select(_ => sentences[random.Next(sentences.Count)])),
                Session = session,
                Paragraph = number,
                Items = [Invariant($"{random.Next(1, 16)}")],
                Delegations = [.. Enumerable.Range(0, random.Next(6)).Select(_ => Invariant($"D{random.Next(190)}")).Distinct()],
            })]);
        }
        writer.Optimize();
        var (sequence, digest) = file.State() ?? default;
        writer.Commit(sequence, digest);
    }

    /// <summary>Queries of each kind, made of the texts.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<string> Queries)> Kinds(IReadOnlyList<string> texts, Random random)
    {
        foreach (var length in new[] { 1, 2, 4, 6 })
        {
            yield return ($"Han, {length} characters", [.. Enumerable.Range(0, Queries).Select(_ => Run(length))]);
        }
        yield return ("Han, two words of 2", [.. Enumerable.Range(0, Queries).Select(_ => $"{Run(2)} {Run(2)}")]);
        yield return ("symbols", [.. Enumerable.Range(0, Queries).Select(_ => Invariant($"HSP/EB.2024/{random.Next(1, 14)}"))]);
        yield return ("names in six languages", [.. Enumerable.Range(0, Queries).Select(i => new[] { "البرازيل", "巴西", "Brazil", "Brésil", "Бразилия", "Brasil", "肯尼亚", "Kenya" }[i % 8])]);
        yield return ("nothing found", [.. Enumerable.Range(0, Queries / 10).Select(i => Invariant($"Kenyya{(char)('a' + (i % 26))}"))]);

        string Run(int length)
        {
            while (true)
            {
                var text = texts[random.Next(texts.Count)];
                var start = random.Next(Math.Max(1, text.Length - length));
                if (start + length <= text.Length && text.AsSpan(start, length).IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0)
                {
                    return text.Substring(start, length);
                }
            }
        }
    }

    private static async Task<IReadOnlyList<Times>> MeasureAsync(SearchIndex index, string file, string name, IReadOnlyList<string> queries)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        await connection.OpenAsync();
        var (times, totals) = (new List<Times>(), new List<int>());
        foreach (var query in queries.Take(20).Concat(queries))
        {
            var clock = Start();
            var found = await index.FindAsync(new SearchQuery(query), CancellationToken.None);
            var ours = Stop(clock);
            // The least that a search could be: count the matches and take the twenty newest, without facets, ranking or snippets.
            var expression = SearchExpression.Parse(query).Anywhere;
            clock = Start();
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = "SELECT count(*) FROM text WHERE text MATCH $match; SELECT rowid FROM text WHERE text MATCH $match ORDER BY rowid DESC LIMIT 20";
                command.Parameters.AddWithValue("$match", expression);
                await using var reader = await command.ExecuteReaderAsync();
                do
                {
                    while (await reader.ReadAsync())
                    {
                        _ = reader.GetInt64(0);
                    }
                }
                while (await reader.NextResultAsync());
            }
            times.Add(new Times(ours, Stop(clock)));
            totals.Add(found.Total);
        }
        var measured = times.Skip(20).ToList();
        Print(name, measured, Invariant($"{totals.Order().ElementAt(totals.Count / 2)}"));
        return measured;
    }

    private static void Print(string name, List<Times> times, string hits) => Console.WriteLine(Invariant(
        $"{name,-26}{hits,13}{At(times, 50, t => t.Ours.Clock),9:0.00}{At(times, 95, t => t.Ours.Clock),9:0.00}{At(times, 50, t => t.Bare.Clock),10:0.00}{At(times, 95, t => t.Bare.Clock),10:0.00}{At(times, 50, t => t.Ours.Processor),10:0.00}{At(times, 95, t => t.Ours.Processor),9:0.00}{At(times, 50, t => t.Bare.Processor),10:0.00}{At(times, 95, t => t.Bare.Processor),10:0.00}"));

    private static double At(List<Times> times, int percentile, Func<Times, double> which) =>
        times.Select(which).Order().ElementAt(Math.Min(times.Count - 1, times.Count * percentile / 100));

    private static (long Clock, TimeSpan Processor) Start() => (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    private static (double Clock, double Processor) Stop((long Clock, TimeSpan Processor) start) =>
        (Stopwatch.GetElapsedTime(start.Clock).TotalMilliseconds, (Environment.CpuUsage.TotalTime - start.Processor).TotalMilliseconds);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Milliseconds of one search and of the bare query.</summary>
    private sealed record Times((double Clock, double Processor) Ours, (double Clock, double Processor) Bare);
}
