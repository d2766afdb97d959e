using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace HabitatBoard.Benchmarks.Verbs;

/// <summary>
/// What Kestrel can do with the application's answers: the same bytes from memory, with their type, length and encoding,
/// and no routing, logging, caching or other header.
/// </summary>
internal static class BareVerb
{
    public const string Help = "bare Kestrel with the answers of a folder in memory";

    /// <summary>Saves answers for a bare server to read.</summary>
    public static async Task SaveAsync(string folder, IEnumerable<Answer> answers)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "answers.json"), JsonSerializer.SerializeToUtf8Bytes(answers));
    }

    public static async Task<int> RunAsync(Options options)
    {
        var answers = JsonSerializer.Deserialize<Answer[]>(await File.ReadAllBytesAsync(Path.Combine(options.Word(0, "FOLDER"), "answers.json")))!.ToDictionary(a => a.Path);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(options.Text("--urls", "http://127.0.0.1:5001")).ConfigureKestrel(k => k.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(context =>
        {
            var (request, response) = (context.Request, context.Response);
            if (!answers.TryGetValue(request.Path.Value!, out var answer))
            {
                response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
            if (request.Headers.IfNoneMatch.Count > 0)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
            var body = answer.Plain;
            if (request.Headers.AcceptEncoding == "br")
            {
                response.Headers.ContentEncoding = "br";
                body = answer.Brotli;
            }
            response.ContentType = answer.ContentType;
            response.ContentLength = body.Length;
            return response.Body.WriteAsync(body, 0, body.Length);
        });
        await app.RunAsync();
        return 0;
    }

    public sealed record Answer(string Path, string ContentType, string Tag, byte[] Plain, byte[] Brotli);
}
