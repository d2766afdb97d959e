using System.Runtime.InteropServices;

namespace HabitatBoard.Benchmarks.Speed;

/// <summary>What is measured, how long, and over which data.</summary>
/// <param name="Application">The folder of the application's project.</param>
/// <param name="Folder">A temporary folder; in it <c>data</c>, a freshly seeded installation.</param>
/// <param name="Page">The page measured; null where the application has none at that address.</param>
internal sealed record Setting(string Application, string Folder, string? Page, int Rounds, int Seconds, int Connections, int Sessions)
{
    public const string Decision = "/api/v1/decisions/2024/1";

    public string Data => Path.Combine(Folder, "data");

    /// <summary>What both cached and uncached speed are measured on.</summary>
    public IEnumerable<(string Name, string Path)> Requests =>
        Page is null ? [("decision (JSON)", Decision)] : [("decision (JSON)", Decision), ("agenda item (page)", Page)];

    public static async Task<Setting> ReadAsync(Options options)
    {
        var application = Path.GetFullPath(options.Text("--application", Path.Combine(Repository(), "src", "HabitatBoard.Web")));
        var page = options.Text("--page", "/en/sessions/2024-1/agenda/4");
        var setting = new Setting(
            application, Directory.CreateTempSubdirectory("habitatboard-speed-").FullName, page,
            options.Whole("--rounds", 5), options.Whole("--seconds", 3), options.Whole("--connections", 16), options.Whole("--sessions", 0));
        await Child.RunAsync(setting.Assembly, application, "seed", $"--Data:Folder={setting.Data}");

        Console.WriteLine($"""
            {DateTime.UtcNow:yyyy-MM-dd}, {File.ReadLines("/proc/cpuinfo").First(l => l.StartsWith("model name", StringComparison.Ordinal)).Split(": ")[1]}, {Environment.ProcessorCount} cores,
            {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}; wrk -t1 -c{setting.Connections}, {setting.Rounds} rounds of {setting.Seconds} s, alternating.

            """);
        await using var child = await setting.StartAsync();
        using var client = new HttpClient { BaseAddress = child.Address };
        using var response = await client.GetAsync(page);
        if (response.IsSuccessStatusCode)
        {
            return setting;
        }
        Console.WriteLine($"Note: {page} answers {(int)response.StatusCode}; the page is left out.\n");
        return setting with { Page = null };
    }

    /// <summary>The application as users run it.</summary>
    public Task<Child> StartAsync(params IEnumerable<string> arguments) => StartOnAsync(Data, arguments);

    public Task<Child> StartOnAsync(string data, params IEnumerable<string> arguments) =>
        Child.StartAsync(Assembly, Application, Decision, [$"--Data:Folder={data}", "--RateLimits:Enabled=false", .. arguments]);

    public Task<Child> StartUncachedAsync() => StartAsync("--Cache:MaxMegabytes=0", "--Serilog:MinimumLevel:Default=Warning");

    public string Assembly => Path.Combine(Application, "bin", "Release", "net10.0", "HabitatBoard.Web.dll");

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HabitatBoard.sln")))
            {
                return folder.FullName;
            }
        }
        throw new UsageException("The benchmark does not run inside a checkout; name the application with --application.");
    }
}
