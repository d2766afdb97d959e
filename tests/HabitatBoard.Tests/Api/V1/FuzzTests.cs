using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace HabitatBoard.Tests.Api.V1;

/// <summary>Requests generated from the contract, with values that make sense and values that do not: none is answered with a 5xx.</summary>
public sealed partial class FuzzTests(BoardFixture board, ITestOutputHelper output) : IClassFixture<BoardFixture>
{
    private const int RequestsPerOperation = 60;
    private const int WritesPerOperation = 25;

    private static readonly string[] Values =
    [
        "2024-1", "2024", "1", "4", "2a", "2(a)", "BRA", "G77", "boardMember", "answer", "HSP/EB.2024/INF.2", "HSP-EB.2024-2-Add.1", "0", "-1", "1001", "99999999999999999999",
        "", " ", "'", "\"", "';--", "%", "%25", "_", "*", "(", "[", "..", "../..", "\\", "{0}", "{{", "<script>", "null", "NaN", "1e5", "٤", "四", "\u202e", "\u200b", "\ufeff", "😀", "e\u0301",
        "\ufffe", "\uffff", new string('x', 1_999) + "😀😀", "\r\n", "\t", "a\u001fb", "AAAA", "YR9i", "YR9iH2MfZA", "Mx8zHzMfMw", new('x', 300), new('会', 300), "true", "1.0", " 1", "+1", "0x1",
    ];

    [Fact]
    public async Task GeneratedRequests_AreNeverAnsweredWithA5xx()
    {
        // A seed of its own for every run; the one that fails is printed.
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var contract = await board.GetJsonAsync("/swagger/v1/swagger.json");
        var sent = 0;
        foreach (var (path, operations) in contract["paths"]!.AsObject())
        {
            if (operations!["get"] is not { } reading)
            {
                continue;
            }
            var query = reading["parameters"]?.AsArray().Where(p => (string)p!["in"]! == "query").Select(p => (string)p!["name"]!).ToArray() ?? [];
            for (var i = 0; i < RequestsPerOperation; i++)
            {
                var address = new StringBuilder(Placeholder().Replace(path, _ => Uri.EscapeDataString(Value())));
                var separator = '?';
                foreach (var name in query.Append("unknown").Where(_ => random.Next(3) == 0))
                {
                    address.Append(separator).Append(name).Append('=').Append(random.Next(9) == 0 ? Raw() : Uri.EscapeDataString(Value()));
                    separator = '&';
                }
                using var response = await board.Client.GetAsync(address.ToString());
                Assert.True((int)response.StatusCode < 500, $"seed {seed}: GET {address} answered {(int)response.StatusCode}:\n{await response.Content.ReadAsStringAsync()}");
                if ((int)response.StatusCode >= 400)
                {
                    Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
                    Assert.NotNull(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["type"]);
                }
                sent++;
            }
        }
        output.WriteLine($"{sent} requests");

        string Value() => random.Next(4) > 0
            ? Values[random.Next(Values.Length)]
            : string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => char.ConvertFromUtf32(random.Next(2) == 0 ? random.Next(1, 0x7f) : random.Next(0xa0, 0xd7ff))));

        string Raw() => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"%{random.Next(256):X2}"));
    }

    /// <summary>As every kind of caller, some of them at addresses and with versions that are there: what is refused has stored nothing.</summary>
    [Fact]
    public async Task GeneratedWrites_AreNeverAnsweredWithA5xx_AndStoreNothingWhereTheyAreRefused()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var contract = await board.GetJsonAsync("/swagger/v1/swagger.json");
        var callers = new List<HttpClient> { board.Client };
        foreach (var role in Enum.GetValues<HabitatBoard.Accounts.Role>())
        {
            callers.Add(await board.WithKeyAsync(role));
        }
        var reader = callers[^1];
        var statuses = new Dictionary<int, int>();
        var stands = await StandsAsync();
        foreach (var (path, operations) in contract["paths"]!.AsObject())
        {
            var there = await ThereAsync(path);
            foreach (var (method, operation) in operations!.AsObject().Where(o => o.Key != "get"))
            {
                var content = operation!["requestBody"]?["content"]?.AsObject() ?? [];
                var schema = content["application/json"]?["schema"] ?? operations["put"]?["requestBody"]?["content"]?["application/json"]?["schema"];
                for (var i = 0; i < WritesPerOperation; i++)
                {
                    var isThere = there.Count > 0 && random.Next(2) == 0;
                    var address = isThere ? there[random.Next(there.Count)]
                        : Placeholder().Replace(path, match => Uri.EscapeDataString(match.Value == "{session}" && random.Next(4) > 0 ? "2024-1" : Text()));
                    using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address);
                    if (isThere && random.Next(2) == 0)
                    {
                        using var found = await reader.GetAsync($"{address}?store=working");
                        request.Headers.TryAddWithoutValidation("If-Match", found.Headers.ETag?.ToString());
                    }
                    else if (random.Next(4) > 0)
                    {
                        request.Headers.TryAddWithoutValidation("If-Match", random.Next(3) > 0 ? "\"0123456789abcdef0123456789abcdef\"" : Ascii());
                    }
                    if (random.Next(4) == 0)
                    {
                        request.Headers.TryAddWithoutValidation("Idempotency-Key", Ascii());
                        request.Headers.TryAddWithoutValidation("Reason", random.Next(3) > 0 ? Ascii() : Uri.EscapeDataString(Text()));
                    }
                    if (method != "delete")
                    {
                        var body = random.Next(12) == 0 ? Text() : Spoilt(Body(schema, 0)?.ToJsonString() ?? "null");
                        var type = random.Next(20) > 0 && content.Count > 0 ? content.ElementAt(random.Next(content.Count)).Key : "application/json";
                        request.Content = new StringContent(random.Next(15) == 0 ? body[..random.Next(body.Length + 1)] : body, Encoding.UTF8, type);
                    }
                    using var response = await callers[random.Next(8) == 0 ? 0 : random.Next(callers.Count)].SendAsync(request);
                    statuses[(int)response.StatusCode] = statuses.GetValueOrDefault((int)response.StatusCode) + 1;
                    var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
                    Assert.True((int)response.StatusCode < 500, $"seed {seed}: {method} {address} {sent}\nanswered {(int)response.StatusCode}:\n{await response.Content.ReadAsStringAsync()}");
                    var stood = stands;
                    stands = await StandsAsync();
                    Assert.True(stands == stood || (int)response.StatusCode < 400, $"seed {seed}: {method} {address} {sent}\nanswered {(int)response.StatusCode}, and stored something:\n{await response.Content.ReadAsStringAsync()}");
                }
            }
        }
        output.WriteLine(string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        // Some get as far as the record, and into it.
        Assert.True(statuses.GetValueOrDefault(422) > 100);
        Assert.True(statuses.GetValueOrDefault(200) + statuses.GetValueOrDefault(201) + statuses.GetValueOrDefault(204) > 10);

        // How far the history has come, how many editions there are and how many requests are remembered.
        async Task<(long, int, int)> StandsAsync()
        {
            var stores = board.Services.GetRequiredService<BoardStores>();
            await using var working = await stores.Working.CreateDbContextAsync();
            await using var published = await stores.Published.CreateDbContextAsync();
            return (await working.Changes.MaxAsync(c => c.Sequence), await published.Editions.CountAsync(), await working.Receipts.CountAsync());
        }

        // The addresses of some that are there.
        async Task<List<string>> ThereAsync(string path)
        {
            var list = path.Replace("{session}", "2024-1", StringComparison.Ordinal);
            if (list.IndexOf("/{", StringComparison.Ordinal) is not (> 0 and var key) || list.Contains("edition", StringComparison.Ordinal))
            {
                return list.Contains('{', StringComparison.Ordinal) ? [] : [list];
            }
            using var response = await reader.GetAsync($"{list[..key]}?store=working&limit=5");
            return response.IsSuccessStatusCode && JsonNode.Parse(await response.Content.ReadAsStringAsync())!["items"] is JsonArray items
                ? [.. items.Select(i => i!["id"] ?? i["key"] ?? i["code"] ?? i["slug"] ?? i["number"]).OfType<JsonValue>().Select(k => $"{list[..key]}/{k.ToString().Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)}")]
                : [];
        }

        // JSON that a writer of JSON would not write: half a pair, a byte that is no text, a name twice.
        string Spoilt(string json) => random.Next(10) switch
        {
            0 => json.Replace("\"}", "\\ud800\"}", StringComparison.Ordinal),
            1 => json.Replace("\"}", "\\u0000\"}", StringComparison.Ordinal),
            2 when json.StartsWith("{\"", StringComparison.Ordinal) => json.Insert(1, json[1..^1] + ","),
            _ => json,
        };

        // What the schema describes, mostly; sometimes something else.
        JsonNode? Body(JsonNode? schema, int depth)
        {
            if (schema?["$ref"] is JsonValue reference)
            {
                schema = contract["components"]!["schemas"]![((string)reference!).Split('/')[^1]];
            }
            if (schema?["allOf"] is JsonArray all)
            {
                return Body(all[0], depth);
            }
            if (depth > 6 || random.Next(14) == 0)
            {
                return Odd(depth);
            }
            if (schema?["enum"] is JsonArray names)
            {
                return names[random.Next(names.Count)]?.DeepClone();
            }
            if (schema?["properties"] is JsonObject properties)
            {
                var made = new JsonObject();
                foreach (var (name, inner) in properties.Where(_ => random.Next(6) > 0))
                {
                    made[name] = Body(inner, depth + 1);
                }
                return made;
            }
            return Kind(schema) switch
            {
                "array" => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Body(schema!["items"], depth + 1))]),
                "integer" => random.Next(-1, 200),
                "number" => random.Next(3) * 1.5,
                "boolean" => random.Next(2) == 0,
                "object" => new JsonObject { [random.Next(5) > 0 ? "en" : Text()] = Body(schema!["additionalProperties"], depth + 1) },
                _ => Text(),
            };
        }

        static string? Kind(JsonNode? schema) => schema?["type"] switch
        {
            JsonArray kinds => (string?)kinds.FirstOrDefault(k => (string?)k != "null"),
            JsonValue kind => (string?)kind,
            _ => null,
        };

        JsonNode? Odd(int depth) => random.Next(7) switch
        {
            0 => null,
            1 => random.Next(),
            2 => new JsonArray(null, Text()),
            3 => new JsonObject { [Text()] = depth > 6 ? 1 : Odd(depth + 1) },
            4 => 1e300,
            5 => false,
            _ => Text(),
        };

        string Text() => Values[random.Next(Values.Length)];

        string Ascii() => string.Concat(Text().Where(c => c is >= ' ' and < '\u007f'));
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
