using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HabitatBoard.Benchmarks;

/// <summary>A server in a process of its own, on a free port of this machine. It ends with the benchmark.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private Child(Process process, Uri address, Task<string> errors)
    {
        this.process = process;
        this.errors = errors;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the end of its first answer.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    /// <summary>The benchmark itself, as one of its children.</summary>
    public static Task<Child> OfVerbAsync(string first, params IEnumerable<string> arguments) =>
        StartAsync(typeof(Child).Assembly.Location, Environment.CurrentDirectory, first, arguments);

    /// <param name="first">The path that is asked for until it answers.</param>
    public static async Task<Child> StartAsync(string assembly, string folder, string first, params IEnumerable<string> arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments, "--urls", address.OriginalString])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        var child = new Child(process, address, process.StandardError.ReadToEndAsync());
        await child.WaitAsync(first, clock);
        return child;
    }

    /// <summary>Runs something to its end; what it printed.</summary>
    public static async Task<string> RunAsync(string assembly, string folder, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new UsageException($"dotnet {assembly} {string.Join(' ', arguments)} failed.");
        }
        return printed;
    }

    /// <summary>The memory that the process holds of the machine's, in MiB (<c>VmRSS</c>).</summary>
    public double ResidentMebibytes()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private async Task WaitAsync(string path, Stopwatch clock)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (clock.Elapsed < TimeSpan.FromMinutes(2))
        {
            try
            {
                using var response = await client.GetAsync(path);
                await response.Content.ReadAsByteArrayAsync();
                FirstAnswer = clock.Elapsed;
                return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            if (process.HasExited)
            {
                throw new UsageException($"{process.StartInfo.ArgumentList[0]} ended: {await errors}");
            }
            await Task.Delay(2);
        }
        throw new UsageException($"{process.StartInfo.ArgumentList[0]} did not answer.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
