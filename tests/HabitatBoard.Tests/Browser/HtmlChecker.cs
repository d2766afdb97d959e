using System.Diagnostics;

namespace HabitatBoard.Tests.Browser;

/// <summary>The Nu HTML checker, a Java program: HABITATBOARD_VNU names its archive.</summary>
internal static class HtmlChecker
{
    private static readonly string? Archive = Environment.GetEnvironmentVariable("HABITATBOARD_VNU");

    /// <summary>Why HTML is not checked; null where it is. Where a browser is required the checker is too.</summary>
    public static string? SkipReason { get; } = !File.Exists(Archive) && Environment.GetEnvironmentVariable("HABITATBOARD_REQUIRE_BROWSER") != "1"
        ? "No HTML checker found: name vnu.jar in HABITATBOARD_VNU (npm install vnu-jar) and have Java installed."
        : null;

    /// <summary>Checks files and gives what it says of them; nothing where they are valid.</summary>
    public static async Task<string> CheckAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("java", ["-Xss1m", "-jar", Archive!, "--errors-only", "--skip-non-html", "--format", "gnu", folder]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (await output) + errors;
    }
}

/// <summary>A fact that needs the HTML checker.</summary>
public sealed class HtmlFactAttribute : FactAttribute
{
    public HtmlFactAttribute() => Skip = HtmlChecker.SkipReason;
}
