using System.Diagnostics;
using System.Globalization;
using System.Text;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace HabitatBoard.Web.Hosting;

/// <summary>
/// Structured logging: levels from the section <c>Serilog</c> of the configuration, to the console and to a file a day
/// in the data folder. One line per request; answers from the cache at Debug.
/// </summary>
internal static class Logging
{
    public static void AddBoardLogging(this WebApplicationBuilder builder, bool serving)
    {
        var folder = Path.Combine(Path.GetFullPath(builder.Configuration["Data:Folder"] ?? "data"), "logs");
        Check(builder.Configuration);
        builder.Services.AddSerilog(logger => logger
            .ReadFrom.Configuration(builder.Configuration)
            // Else the host begins a trace and a scope for each request, in front of the cache; ours begins behind it.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
            .Enrich.With<ControlCharacters>()
            // The standard output of a verb is its answer, which programs read: its log goes to standard error.
            .WriteTo.Console(standardErrorFromLevel: serving ? null : LevelAlias.Minimum, outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture),
                Path.Combine(folder, "habitatboard-.log"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 31,
                fileSizeLimitBytes: 100 * 1024 * 1024,
                rollOnFileSizeLimit: true,
                shared: true), preserveStaticLogger: true);
    }

    private static void Check(IConfiguration configuration)
    {
        try
        {
            _ = new LoggerConfiguration().ReadFrom.Configuration(configuration);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new ConfigurationException($"the section Serilog cannot be read: {e.Message}");
        }
    }

    public static void UseBoardRequestLogging(this WebApplication app)
    {
        app.Use(TraceAsync);
        app.UseSerilogRequestLogging(options => Configure(app, options));
    }

    /// <summary>What is logged of one request bears one trace id, that of the caller where there is one.</summary>
    private static async Task TraceAsync(HttpContext context, RequestDelegate next)
    {
        using var activity = new Activity("request");
        if (ActivityContext.TryParse(context.Request.Headers.TraceParent, context.Request.Headers.TraceState, isRemote: true, out var caller))
        {
            activity.SetParentId(caller.TraceId, caller.SpanId, caller.TraceFlags);
        }
        activity.Start();
        await next(context);
    }

    private static void Configure(WebApplication app, RequestLoggingOptions options)
    {
        // Ours, not the static one: several applications may live in one process, as tests do.
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        // Path only: queries may hold what a person searched for.
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0.0} ms";
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = (context, _, exception) => exception is not null || context.Response.StatusCode >= 500
            ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/health") ? LogEventLevel.Debug : LogEventLevel.Information;
    }

    /// <summary>Escapes control characters in what a request brought, so that nobody writes a line of the log but us.</summary>
    private sealed class ControlCharacters : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var (name, value) in logEvent.Properties)
            {
                if (value is ScalarValue { Value: string text } && text.Any(IsUnsafe))
                {
                    logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(Escape(text))));
                }
            }
        }

        // Control characters, and the bidirectional ones that make a line read otherwise than it is.
        private static bool IsUnsafe(char c) => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

        private static string Escape(string text)
        {
            var escaped = new StringBuilder(text.Length + 8);
            foreach (var c in text)
            {
                _ = IsUnsafe(c) ? escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : escaped.Append(c);
            }
            return escaped.ToString();
        }
    }
}
