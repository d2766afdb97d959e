using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HabitatBoard.Benchmarks;

/// <summary>What a server did with one kind of request for a while.</summary>
/// <param name="PerSecond">Requests answered per second.</param>
/// <param name="Median">Half of the answers came within this many milliseconds.</param>
/// <param name="P99">All but one in a hundred came within this many milliseconds.</param>
internal sealed record Load(double PerSecond, double Median, double P99);

/// <summary>The load generator <c>wrk</c>.</summary>
internal static partial class Wrk
{
    /// <summary>A round of warming up, and how many without a gain say that there is none to come.</summary>
    private const double WarmUpSeconds = 5;
    private const int RoundsWithoutGain = 4;
    private const int MostRounds = 36;

    /// <summary>
    /// Asks until it gets no faster. Queries take the JIT thousands of requests to finish with, on a slow machine a minute and
    /// more: until then it is the compiler that is measured.
    /// </summary>
    public static async Task WarmUpAsync(Uri address, string path, int connections)
    {
        var best = 0.0;
        for (int round = 0, idle = 0; round < MostRounds && idle < RoundsWithoutGain; round++)
        {
            var load = await RunAsync(address, path, WarmUpSeconds, connections);
            idle = load.PerSecond < 1.05 * best ? idle + 1 : 0;
            best = Math.Max(best, load.PerSecond);
        }
    }

    public static async Task CheckAsync()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("wrk", "-v") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await process.WaitForExitAsync();
        }
        catch (Win32Exception)
        {
            throw new UsageException("The load comes from wrk, which is not on this machine. On Debian: apt-get install wrk");
        }
    }

    public static async Task<Load> RunAsync(Uri address, string path, double seconds, int connections, params IEnumerable<string> headers)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (IEnumerable<string>)["--latency", "-t1", $"-c{connections}", string.Create(CultureInfo.InvariantCulture, $"-d{seconds:0}s"), .. headers.SelectMany(h => new[] { "-H", h }), new Uri(address, path).AbsoluteUri])
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || Failures().Match(output) is { Success: true })
        {
            throw new UsageException($"{path} did not answer as it should:\n{output}{await process.StandardError.ReadToEndAsync()}");
        }
        return new Load(
            double.Parse(PerSecond().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            Milliseconds(output, 50),
            Milliseconds(output, 99));
    }

    private static double Milliseconds(string output, int percentile)
    {
        var match = Regex.Match(output, $@"^\s+{percentile}%\s+([\d.]+)(us|ms|s)\s*$", RegexOptions.Multiline);
        var value = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch { "us" => value / 1_000, "s" => value * 1_000, _ => value };
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex Failures();
}
