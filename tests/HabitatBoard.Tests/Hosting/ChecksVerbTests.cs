using System.Diagnostics;
using System.Text.Json.Nodes;
using HabitatBoard.Tests.Data;

namespace HabitatBoard.Tests.Hosting;

/// <summary>The verb <c>checks</c>, as a process.</summary>
public sealed class ChecksVerbTests : IAsyncLifetime
{
    private TestInstallation board = null!;

    public async Task InitializeAsync() => board = await TestInstallation.SeededAsync();

    public async Task DisposeAsync() => await board.DisposeAsync();

    [Theory]
    [InlineData("working")]
    [InlineData("published")]
    public async Task Checks_WritesTheFindings_AsJson(string store)
    {
        var (code, output, error) = await RunAsync("2024-1", $"--store={store}");
        Assert.True(code == 0, error);
        var findings = JsonNode.Parse(output)!.AsArray();
        var symbol = Assert.Single(findings, f => (string)f!["code"]! == "symbol-form")!;
        Assert.Equal("warning", (string)symbol["severity"]!);
        Assert.Equal(15, (int)symbol["paragraph"]!);
        Assert.Equal("""{"type":"document","key":"HSP/EB.2024/INF/2"}""", symbol["subject"]!.ToJsonString());
        Assert.Contains("HSP/EB.2024/INF.2", (string)symbol["message"]!["zh"]!, StringComparison.Ordinal);
        Assert.Contains("HSP/EB.2024/INF.2", (string)symbol["message"]!["en"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_OfASessionThatIsNotThere_SaysWhichThereAre()
    {
        var (code, output, error) = await RunAsync("2031-1");
        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains("no session 2031-1", error, StringComparison.Ordinal);
        Assert.Contains("2023-3, 2024-1, 2024-2", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("needs a session")]
    [InlineData("Working, Published", "2024-1", "--store=other")]
    public async Task Checks_AskedWrongly_SaysWhatItTakes(string said, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "checks", .. arguments, .. board.Settings.Select(s => $"--{s.Key}={s.Value}")])
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
