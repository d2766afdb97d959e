using Deque.AxeCore.Playwright;

namespace HabitatBoard.Tests.Browser;

/// <summary>What holds for every page: found by following links from the home pages, one of each kind.</summary>
[Collection(nameof(InBrowser))]
public sealed class EveryPageTests(BrowserFixture board)
{
    private static readonly string[] Paths =
    [
        "", "/sessions", "/sessions/2024-1", "/sessions/2024-2", "/sessions/2024-1/agenda", "/sessions/2024-1/agenda/2", "/sessions/2024-1/agenda/4", "/sessions/2024-1/attendance",
        "/sessions/2024-1/documents", "/sessions/2024-1/statements", "/sessions/2024-1/statements?by=delegation", "/sessions/2024-1/decisions", "/sessions/2024-1/editions",
        "/sessions/2024-1/report", "/sessions/2024-1/report?text=composed", "/sessions/2024-1/report/compare", "/decisions", "/decisions/2024/1", "/documents", "/documents/HSP-EB.2024-2-Add.1", "/documents/2024-1-paper-1", "/statements", "/delegations",
        "/delegations/KEN", "/delegations/VAT", "/about", "/search?q=2024", "/search?q=qqqqq", "/nothing-here",
    ];

    public static TheoryData<string, int, bool> Views
    {
        get
        {
            var views = new TheoryData<string, int, bool>();
            foreach (var language in new[] { "zh", "en" })
            {
                views.Add(language, 320, false);
                views.Add(language, 1280, true);
            }
            return views;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task NoPage_ViolatesAnAccessibilityRule_OrScrollsSideways(string language, int width, bool dark)
    {
        var violations = new List<string>();
        await board.VisitAsync(new Reader(language, width, Dark: dark), async page =>
        {
            foreach (var path in Paths)
            {
                await page.GotoAsync($"/{language}{path}");
                var result = await page.RunAxe();
                violations.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"/{language}{path}: {v.Id}: {n.Html}")));
                var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
                if (sideways > 0)
                {
                    violations.Add($"/{language}{path} is {sideways} px wider than the window");
                }
            }
        });
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [HtmlFact]
    public async Task EveryPage_IsValidHtml()
    {
        var folder = TestFolderOfPages();
        try
        {
            foreach (var language in new[] { "zh", "en" })
            {
                foreach (var (path, index) in Paths.Select((path, index) => (path, index)))
                {
                    await File.WriteAllTextAsync(Path.Combine(folder, $"{language}-{index}.html"), await board.Client.GetStringOrBodyAsync($"/{language}{path}"));
                }
            }
            var complaints = await HtmlChecker.CheckAsync(folder);
            Assert.True(complaints.Length == 0, complaints);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string TestFolderOfPages() => Directory.CreateTempSubdirectory("habitatboard-html-").FullName;
}

internal static class ClientExtensions
{
    /// <summary>The body, whatever the status.</summary>
    public static async Task<string> GetStringOrBodyAsync(this HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
