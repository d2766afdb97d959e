using System.Text.Json.Nodes;

namespace HabitatBoard.Tests.Hosting;

public sealed class LoggingFixture : BoardFixture
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Serilog:MinimumLevel", "Information")];
}

public sealed class LoggingTests(LoggingFixture board) : IClassFixture<LoggingFixture>
{
    [Fact]
    public async Task ARequest_IsOneLine_WithoutItsQuery_AndWithControlCharactersEscaped()
    {
        using var _ = await board.Client.GetAsync("/api/v1/forged%0A%1B%5B31mline%E2%80%AE?secret=word");

        var lines = await LinesAsync("forged");

        var line = Assert.Single(lines);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', line);
        Assert.DoesNotContain('\u202e', line);
        var properties = JsonNode.Parse(line)!["Properties"]!;
        Assert.Equal(@"/api/v1/forged\u000a\u001b[31mline\u202e", (string)properties["RequestPath"]!);
        Assert.Equal(404, (int)properties["StatusCode"]!);
    }

    [Fact]
    public async Task AnAnswerFromTheCache_IsNotLogged_UnlessDebugIsAsked()
    {
        for (var visit = 0; visit < 3; visit++)
        {
            using var _ = await board.Client.GetAsync("/api/v1/sessions/2024-1/acts?limit=17");
        }
        Assert.Single(await LinesAsync("/acts"));
    }

    private async Task<List<string>> LinesAsync(string word)
    {
        for (var attempt = 0; ; attempt++)
        {
            var lines = new List<string>();
            foreach (var file in Directory.GetFiles(Path.Combine(board.Folder, "logs")))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var reader = new StreamReader(stream);
                lines.AddRange((await reader.ReadToEndAsync()).Split('\n').Where(l => l.Contains(word, StringComparison.Ordinal)));
            }
            if (lines.Count > 0 || attempt == 50)
            {
                return lines;
            }
            await Task.Delay(100);
        }
    }
}

public sealed class RateLimitFixture : BoardFixture
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("RateLimits:Enabled", "true"), new("RateLimits:RequestsPerMinute", "5")];
}

public sealed class RateLimitTests(RateLimitFixture board) : IClassFixture<RateLimitFixture>
{
    [Fact]
    public async Task BeyondTheBudget_Answers429_WithRetryAfter_WhileAnswersFromTheCacheStayFree()
    {
        const string Cached = "/api/v1/sessions/2024-1/events";
        using var first = await board.Client.GetAsync(Cached);
        Assert.True(first.IsSuccessStatusCode);
        Assert.True(first.Headers.Contains("RateLimit"));

        // What is not modified costs nothing, made anew or not.
        using var export = await board.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/export"), HttpCompletionOption.ResponseHeadersRead);
        for (var i = 0; i < 20; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/export");
            request.Headers.IfNoneMatch.Add(export.Headers.ETag!);
            using var same = await board.Client.SendAsync(request);
            Assert.Equal(304, (int)same.StatusCode);
        }

        HttpResponseMessage response;
        var requests = 0;
        do
        {
            response = await board.Client.GetAsync($"/api/v1/none{requests++}");
        }
        while ((int)response.StatusCode == 404 && requests < 500);

        Assert.Equal(429, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        using var free = await board.Client.GetAsync(Cached);
        Assert.True(free.IsSuccessStatusCode);
        response.Dispose();
    }
}
