using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using HabitatBoard.Benchmarks.Sql;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace HabitatBoard.Benchmarks.Verbs;

/// <summary>
/// The same rows by hand: SQL written for the purpose, its columns written as JSON without a model in between, on bare
/// Kestrel. In the ordinary way, with a pooled connection and prepared commands for each request; and beyond that, under
/// <see cref="Kept"/>, with connections and commands that are never let go of.
/// </summary>
internal static class SqlVerb
{
    public const string Help = "hand-written SQL over the published store of a data folder, as JSON";

    public const string Decision = "/decision";

    public const string Kept = "/kept";

    public const string AgendaItem = "/agenda-item";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(Options options)
    {
        var folder = options.Word(0, "FOLDER");
        var records = new ConcurrentBag<SqlRecord>();
        SqlRegisters registers;
        using (var first = new SqlRecord(folder))
        {
            registers = new SqlRegisters(first);
        }
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(options.Text("--urls", "http://127.0.0.1:5001")).ConfigureKestrel(k => k.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(async context =>
        {
            var kept = context.Request.Path.StartsWithSegments(Kept, out var path);
            var record = kept && records.TryTake(out var free) ? free : new SqlRecord(folder);
            using var body = new MemoryStream();
            using (var json = new Utf8JsonWriter(body, Readable))
            {
                if ((kept ? path : context.Request.Path) == Decision)
                {
                    DecisionSql.Write(record, 2024, 1, json);
                }
                else
                {
                    AgendaItemSql.Write(record, registers, "2024-1", 4, json);
                }
            }
            if (kept)
            {
                records.Add(record);
            }
            else
            {
                record.Dispose();
            }
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length));
        });
        await app.RunAsync();
        return 0;
    }
}
