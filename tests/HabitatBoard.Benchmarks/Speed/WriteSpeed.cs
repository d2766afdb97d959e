using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace HabitatBoard.Benchmarks.Speed;

/// <summary>
/// Writing with a key, each edit with its version, its rules, its row of history and its commit: by many writers on records
/// of their own, beside rows put plainly into SQLite on the same disk; and by many on one record, where one wins each version.
/// </summary>
internal static class WriteSpeed
{
    private const string Agenda = "/api/v1/sessions/2024-1/agenda";

    public static async Task MeasureAsync(Setting setting)
    {
        var key = (await Child.RunAsync(setting.Assembly, setting.Application, "keys", "add", "--name", "benchmark", "--role", "Editor", $"--Data:Folder={setting.Data}"))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(word => word.StartsWith("hb_", StringComparison.Ordinal));
        await using var application = await setting.StartAsync("--Serilog:MinimumLevel:Default=Warning");
        using var client = new HttpClient { BaseAddress = application.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };

        var items = await Task.WhenAll(Enumerable.Range(0, setting.Connections).Select(i => CreateAsync(client, 201 + i)));
        await OwnAsync(client, items, setting.Seconds);
        var (ours, plain) = (new List<double>(), new List<double>());
        for (var round = 0; round < setting.Rounds; round++)
        {
            ours.Add(await OwnAsync(client, items, setting.Seconds));
            plain.Add(await PlainAsync(setting.Folder, setting.Seconds));
        }
        Table.Head("Writing", $"{setting.Connections} writers", "a second");
        Table.Row("edits of records of their own, each with version, rules, history and commit", $"{Pairs.Median(ours):0}");
        Table.Row("rows put plainly into SQLite on the same disk, each with its commit", $"{Pairs.Median(plain):0}");
        Table.Row("ratio", $"{Pairs.Median(ours) / Pairs.Median(plain):0.00}");
        Table.End();

        var one = await CreateAsync(client, 200);
        var before = await HeadAsync(client);
        var (won, lost, seconds) = await OneAsync(client, one, setting);
        var written = await HeadAsync(client) - before;
        if (written != won)
        {
            throw new UsageException($"{won} edits were said to be done, {written} are in the history.");
        }
        Table.Head("Writing one record", $"{setting.Connections} writers", "a second");
        Table.Row("edits done, one for each version", $"{won / seconds:0}");
        Table.Row("edits refused, since another was first (412)", $"{lost / seconds:0}");
        Table.Row("done in all, and found in the history", $"{won} and {written}");
        Table.End();
    }

    /// <summary>Every writer edits its own record as fast as it is answered; edits a second.</summary>
    private static async Task<double> OwnAsync(HttpClient client, Item[] items, int seconds)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(items.Select(async item =>
        {
            var count = 0;
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                using var response = await PatchAsync(client, item.Address, item.Version, $"Edit {count} of {item.Address}");
                item.Version = response.EnsureSuccessStatusCode().Headers.ETag!.ToString();
                count++;
            }
            return count;
        }));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Every writer reads the one record, edits what it read, and tries again.</summary>
    private static async Task<(int Won, int Lost, double Seconds)> OneAsync(HttpClient client, Item item, Setting setting)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, setting.Connections).Select(async writer =>
        {
            var (won, lost) = (0, 0);
            while (clock.Elapsed.TotalSeconds < setting.Seconds * setting.Rounds)
            {
                using var read = await client.GetAsync($"{item.Address}?store=working");
                var version = read.EnsureSuccessStatusCode().Headers.ETag!.ToString();
                using var response = await PatchAsync(client, item.Address, version, $"Writer {writer}, edit {won}");
                if (response.StatusCode == HttpStatusCode.PreconditionFailed)
                {
                    lost++;
                }
                else
                {
                    response.EnsureSuccessStatusCode();
                    won++;
                }
            }
            return (won, lost);
        }));
        return (counts.Sum(c => c.won), counts.Sum(c => c.lost), clock.Elapsed.TotalSeconds);
    }

    private static async Task<double> PlainAsync(string folder, int seconds)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "plain.db"), Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using (var create = connection.CreateCommand())
        {
            create.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS Rows (Id INTEGER PRIMARY KEY, Text TEXT NOT NULL);";
            await create.ExecuteNonQueryAsync();
        }
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Rows (Text) VALUES ($text);";
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        var (count, clock) = (0, Stopwatch.StartNew());
        for (; clock.Elapsed.TotalSeconds < seconds; count++)
        {
            text.Value = string.Create(CultureInfo.InvariantCulture, $"Edit {count} of a row");
            await insert.ExecuteNonQueryAsync();
        }
        return count / clock.Elapsed.TotalSeconds;
    }

    private static async Task<Item> CreateAsync(HttpClient client, int number)
    {
        using var response = await client.PostAsJsonAsync(Agenda, new { number = $"{number}", title = new Dictionary<string, string> { ["en"] = "An item to be edited" } });
        if (!response.IsSuccessStatusCode)
        {
            throw new UsageException($"The item to be edited was not made: {await response.Content.ReadAsStringAsync()}");
        }
        return new Item($"{Agenda}/{number}") { Version = response.Headers.ETag!.ToString() };
    }

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient client, string address, string version, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address)
        {
            Content = JsonContent.Create(new { title = new Dictionary<string, string> { ["en"] = title } }, new MediaTypeHeaderValue("application/merge-patch+json")),
            Headers = { IfMatch = { EntityTagHeaderValue.Parse(version) } },
        };
        return await client.SendAsync(request);
    }

    /// <summary>How many edits the history of the working store holds.</summary>
    private static async Task<long> HeadAsync(HttpClient client) =>
        (long)(await client.GetFromJsonAsync<JsonObject>("/api/v1/changes?store=working&limit=1"))!["total"]!;

    private sealed record Item(string Address)
    {
        public required string Version { get; set; }
    }
}
