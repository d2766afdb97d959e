using HabitatBoard.Data;
using HabitatBoard.Documents;
using HabitatBoard.Editing;
using HabitatBoard.Publishing;
using HabitatBoard.Search;
using HabitatBoard.Web.Caching;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Hosting;

/// <summary>The record and its stores, as services.</summary>
internal static class Record
{
    public static void AddRecord(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.Database();
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new BoardStores(options, provider.GetService<Action<DbContextOptionsBuilder>>()));
        services.AddSingleton<PublishedClock>();
        services.AddSingleton<WorkingStore>();
        services.AddSingleton<RecordEditor>();
        services.AddSingleton<History>();
        services.AddSingleton<DocumentFiles>();
        services.AddSingleton<Publisher>();
        services.AddSingleton<RecordSeed>();
        services.AddSingleton<SearchIndex>();
        services.AddHostedService<SearchFollower>();
        services.AddSingleton<Verification>();
        services.AddSingleton<Backup>();
        // Whoever asks for the context gets the published store, read-only, unless the request was let into the working one.
        services.AddScoped<ChosenStore>();
        services.AddScoped(provider => provider.GetRequiredService<ChosenStore>().Open());
        services.AddHealthChecks().AddDbContextCheck<BoardDbContext>("published", tags: ["ready"]);
    }

    /// <summary>One connection for all queries of an answer: each time it is opened costs as much as a small query.</summary>
    public static void UseOneConnection(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata is { } metadata && (metadata.GetMetadata<PublishedContent>() is not null || metadata.GetMetadata<Preview>() is not null))
        {
            await context.RequestServices.GetRequiredService<BoardDbContext>().Database.OpenConnectionAsync(context.RequestAborted);
        }
        await next(context);
    });

    /// <summary>Brings the stores to the present shape and fills an empty installation.</summary>
    public static async Task PrepareRecordAsync(this IServiceProvider services)
    {
        await services.GetRequiredService<BoardStores>().MigrateAsync(CancellationToken.None);
        await services.GetRequiredService<RecordSeed>().RunAsync(CancellationToken.None);
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).ShortCircuit();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
    }
}
