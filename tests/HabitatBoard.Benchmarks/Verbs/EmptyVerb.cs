using Microsoft.AspNetCore.Builder;

namespace HabitatBoard.Benchmarks.Verbs;

/// <summary>The least that ASP.NET Core starts.</summary>
internal static class EmptyVerb
{
    public const string Help = "an empty web application";

    public static async Task<int> RunAsync(Options options)
    {
        var builder = WebApplication.CreateBuilder(["--urls", options.Text("--urls", "http://127.0.0.1:5001")]);
        await using var app = builder.Build();
        app.MapGet("/", () => "");
        await app.RunAsync();
        return 0;
    }
}
