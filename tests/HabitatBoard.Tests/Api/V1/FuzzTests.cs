using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace HabitatBoard.Tests.Api.V1;

/// <summary>Requests generated from the contract, with values that make sense and values that do not: none is answered with a 5xx.</summary>
public sealed partial class FuzzTests(BoardFixture board, ITestOutputHelper output) : IClassFixture<BoardFixture>
{
    private const int RequestsPerOperation = 60;

    private static readonly string[] Values =
    [
        "2024-1", "2024", "1", "4", "2a", "2(a)", "BRA", "G77", "boardMember", "answer", "HSP/EB.2024/INF.2", "HSP-EB.2024-2-Add.1", "0", "-1", "1001", "99999999999999999999",
        "", " ", "'", "\"", "';--", "%", "%25", "_", "*", "(", "[", "..", "../..", "\\", "{0}", "{{", "<script>", "null", "NaN", "1e5", "٤", "四", "\u202e", "\u200b", "\ufeff", "😀", "e\u0301",
        "\r\n", "\t", "a\u001fb", "AAAA", "YR9i", "YR9iH2MfZA", "Mx8zHzMfMw", new('x', 300), new('会', 300), "true", "1.0", " 1", "+1", "0x1",
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
            var query = operations!["get"]!["parameters"]?.AsArray().Where(p => (string)p!["in"]! == "query").Select(p => (string)p!["name"]!).ToArray() ?? [];
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

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
