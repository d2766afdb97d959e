using System.Text.Json.Nodes;

namespace HabitatBoard.Tests.Api.V1;

/// <summary>Every list, read in pages of any size, gives what it gives at once.</summary>
public sealed class PagingTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    public static TheoryData<string> Lists =>
    [
        "/api/v1/sessions",
        "/api/v1/decisions",
        "/api/v1/documents",
        "/api/v1/delegations",
        "/api/v1/statements",
        "/api/v1/statements?delegation=KEN",
        "/api/v1/sessions/2024-1/attendance",
        "/api/v1/sessions/2024-1/documents",
        "/api/v1/sessions/2024-1/statements?kind=statement",
        "/api/v1/sessions/2024-1/adoptions",
        "/api/v1/sessions/2024-1/acts",
        "/api/v1/sessions/2024-1/events",
        "/api/v1/sessions/2024-1/decisions",
        "/api/v1/sessions/2024-1/editions",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Pages_LoseAndRepeatNothing(string list)
    {
        var whole = await ItemsAsync($"{list}{Separator(list)}limit=1000");
        Assert.NotEmpty(whole);
        foreach (var size in new[] { 1, 7, whole.Count, whole.Count + 1 }.Distinct().Where(s => s > 1 || whole.Count < 40))
        {
            var pages = new List<string>();
            for (var next = $"{list}{Separator(list)}limit={size}"; next is not null;)
            {
                using var response = await board.Client.GetAsync(next);
                var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
                Assert.Equal(whole.Count, (int)page["total"]!);
                pages.AddRange(page["items"]!.AsArray().Select(i => i!.ToJsonString()));
                next = (string?)page["next"];
                Assert.Equal(next is not null, response.Headers.Contains("Link"));
                if (next is not null)
                {
                    Assert.Equal($"<{next}>; rel=\"next\"", response.Headers.GetValues("Link").Single());
                }
            }
            Assert.Equal(whole, pages);
        }
    }

    [Fact]
    public async Task Filters_GiveTheStatementsThatHaveTheValue_AndNoOthers()
    {
        var all = (await board.GetJsonAsync("/api/v1/sessions/2024-1/statements?limit=1000"))["items"]!.AsArray();
        Assert.Equal(161, all.Count);
        await Check("item", s => (string?)s["item"]);
        await Check("delegation", s => (string?)s["speaker"]!["delegation"]?["code"]);
        await Check("capacity", s => (string?)s["capacity"]);
        await Check("kind", s => (string?)s["kind"]);
        await Check("onBehalfOf", s => (string?)s["onBehalfOf"]!.AsArray().FirstOrDefault()?["code"]);

        async Task Check(string filter, Func<JsonNode, string?> value)
        {
            foreach (var group in all.GroupBy(s => value(s!)).Where(g => g.Key is not null))
            {
                foreach (var path in new[] { "/api/v1/sessions/2024-1/statements", "/api/v1/statements" })
                {
                    var found = await board.GetJsonAsync($"{path}?{filter}={Uri.EscapeDataString(group.Key!)}");
                    Assert.Equal(group.Select(s => s!.ToJsonString()), found["items"]!.AsArray().Select(s => s!.ToJsonString()));
                }
            }
        }
    }

    private static char Separator(string list) => list.Contains('?', StringComparison.Ordinal) ? '&' : '?';

    private async Task<List<string>> ItemsAsync(string path) =>
        [.. (await board.GetJsonAsync(path))["items"]!.AsArray().Select(i => i!.ToJsonString())];
}
