using System.Diagnostics;
using System.Text.Json.Nodes;
using HabitatBoard.Tests.Data;
using HabitatBoard.Tests.Import;

namespace HabitatBoard.Tests.Hosting;

/// <summary>The verb <c>import</c>, as a process.</summary>
public sealed class ImportVerbTests : IAsyncLifetime
{
    private TestInstallation board = null!;

    public async Task InitializeAsync() => board = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await board.DisposeAsync();

    [Fact]
    public async Task Import_WritesTheFacts_InTheShapesOfTheApi()
    {
        var file = Path.Combine(board.Folder, "report.txt");
        await using (var source = SourceTests.Source())
        await using (var copy = File.Create(file))
        {
            await source.CopyToAsync(copy);
        }
        var (code, output, error) = await RunAsync(file, "--session", "2024-1", "--dry-run");
        Assert.True(code == 0, error);
        var json = JsonNode.Parse(output)!;
        Assert.Equal("2024-05-06T09:35:00+03:00", (string)json["facts"]!["session"]!["openedAt"]!);
        Assert.Equal(84, json["facts"]!["attendance"]!.AsArray().Count);
        var egypt = json["facts"]!["statements"]!.AsArray().Where(s => (int)s!["paragraph"]! == 21 && (string?)s["speaker"]!["delegation"]?["code"] == "EGY").ToList();
        Assert.Equal(["G77"], egypt[0]!["onBehalfOf"]!.AsArray().Select(o => (string)o!["code"]!));
        Assert.Empty(egypt[1]!["onBehalfOf"]!.AsArray());
        Assert.Contains(json["findings"]!.AsArray(), f => (string)f!["code"]! == "symbol-form");
    }

    [Theory]
    [InlineData("needs a file", "--dry-run")]
    [InlineData("say --dry-run", "report.txt")]
    [InlineData("no file", "nothing.txt", "--dry-run")]
    public async Task Import_AskedWrongly_SaysWhatItTakes(string said, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfWhatIsNoReport_ExitsWithTheError()
    {
        var file = Path.Combine(board.Folder, "letter.txt");
        await File.WriteAllTextAsync(file, "Dear colleagues");
        var (code, output, error) = await RunAsync(file, "--session", "2025-1", "--dry-run");
        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains("6004", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "import", .. arguments, .. board.Settings.Select(s => $"--{s.Key}={s.Value}")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
