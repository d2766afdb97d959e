using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace HabitatBoard.Tests.Hosting;

/// <summary>The application as a process: what it says, and its exit code, where it cannot start.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string folder = Data.TestFolder.Create();

    public void Dispose() => Data.TestFolder.Delete(folder);

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Sqlite, SqlServer")]
    [InlineData("Database:MaxBatchSize", "0", "MaxBatchSize")]
    [InlineData("Database:MaxBatchSize", "many", "MaxBatchSize")]
    [InlineData("Database:MaxBatchsize2", "1", "is not an option")]
    [InlineData("Database:Provider", "SqlServer", "ConnectionStrings:Working")]
    [InlineData("RateLimits:Enabled", "perhaps", "true, false")]
    [InlineData("Cache:MaxMegabytes", "-5", "Cache:MaxMegabytes")]
    [InlineData("RateLimits:RequestsPerMinute", "0", "RateLimits:RequestsPerMinute")]
    [InlineData("Http:TrustedProxies", "nowhere", "Http:TrustedProxies")]
    [InlineData("Serilog:MinimumLevel", "Loud", "Serilog")]
    public async Task ABadConfigurationValue_IsNamed(string key, string value, string said)
    {
        var (code, _, error) = await RunAsync("seed", $"--Data:Folder={folder}", $"--{key}={value}");
        Assert.Equal(1, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        AssertNoStackTrace(error);
    }

    [Theory]
    [InlineData("Server=127.0.0.1,9;Connect Timeout=1;Encrypt=false;User Id=a;Password=b", "does not lead to a database")]
    [InlineData("rubbish", "does not lead to a database")]
    public async Task ABadConnectionString_IsExplained(string connection, string said)
    {
        var (code, _, error) = await RunAsync("seed", $"--Data:Folder={folder}", "--Database:Provider=SqlServer", $"--ConnectionStrings:Working={connection}", $"--ConnectionStrings:Published={connection};Database=other", $"--ConnectionStrings:Accounts={connection};Database=accounts");
        Assert.Equal(1, code);
        Assert.Contains("ConnectionStrings:Working", error, StringComparison.Ordinal);
        Assert.Contains(said, error, StringComparison.Ordinal);
        AssertNoStackTrace(error);
    }

    [Fact]
    public async Task ACorruptStore_IsNamed()
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "published.db"), [.. Enumerable.Repeat((byte)'x', 8_192)]);
        var (code, _, error) = await RunAsync("seed", $"--Data:Folder={folder}");
        Assert.Equal(1, code);
        Assert.Contains("published.db is damaged", error, StringComparison.Ordinal);
        AssertNoStackTrace(error);
    }

    [Fact]
    public async Task AStoreDamagedInTheMiddle_IsFound()
    {
        Assert.Equal(0, (await RunAsync("seed", $"--Data:Folder={folder}")).Code);
        var store = Path.Combine(folder, "working.db");
        await CheckpointAsync(store);
        await using (var file = File.OpenWrite(store))
        {
            file.Position = file.Length / 2;
            await file.WriteAsync(new byte[64 * 1024]);
        }
        var (code, _, error) = await RunAsync("seed", $"--Data:Folder={folder}");
        Assert.Equal(1, code);
        Assert.Contains("working.db is damaged", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderWithoutTheSheetOfThePages_IsNamed()
    {
        var (code, _, error) = await RunAsync($"--contentRoot={folder}", "--urls=http://127.0.0.1:0", $"--Data:Folder={Path.Combine(folder, "data")}");
        Assert.Equal(1, code);
        Assert.Contains($"wwwroot with the sheet of the pages is not in {folder}", error, StringComparison.Ordinal);
        AssertNoStackTrace(error);
    }

    [Fact]
    public async Task ADataFolderThatIsAFile_IsNamed()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "");
        var (code, _, error) = await RunAsync("seed", $"--Data:Folder={file}");
        Assert.Equal(1, code);
        Assert.Contains("cannot be written to", error, StringComparison.Ordinal);
        Assert.Contains("--Data:Folder=DIR", error, StringComparison.Ordinal);
        AssertNoStackTrace(error);
    }

    [Fact]
    public async Task AReadOnlyDataFolder_IsNamed()
    {
        // Even the superuser cannot write here.
        var (code, _, error) = await RunAsync("seed", "--Data:Folder=/proc/habitatboard");
        Assert.Equal(1, code);
        Assert.Contains("cannot be written to", error, StringComparison.Ordinal);
        AssertNoStackTrace(error);
    }

    [Fact]
    public async Task AnUnknownVerb_IsAnsweredWithTheVerbs()
    {
        var (code, _, error) = await RunAsync("sead");
        Assert.Equal(1, code);
        Assert.Contains("seed", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_SaysWhatItDid_AndThatThereIsNothingLeftToDo()
    {
        var (code, output, _) = await RunAsync("seed", $"--Data:Folder={folder}");
        Assert.Equal(0, code);
        Assert.Contains("Published 2024-1, edition 1", output, StringComparison.Ordinal);
        var again = await RunAsync("seed", $"--Data:Folder={folder}");
        Assert.Equal(0, again.Code);
        Assert.Contains("nothing was changed", again.Output, StringComparison.Ordinal);
    }

    private static void AssertNoStackTrace(string error) => Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);

    private static async Task CheckpointAsync(string store)
    {
        await using var connection = new SqliteConnection($"Data Source={store};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
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
