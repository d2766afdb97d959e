using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog.Extensions.Hosting;
using Serilog.Extensions.Logging;

namespace Serilog;

/// <summary>Makes Serilog the one destination of Microsoft.Extensions.Logging.</summary>
public static class SerilogServiceCollectionExtensions
{
    /// <param name="logger">The logger; <see cref="Log.Logger"/> when absent.</param>
    /// <param name="dispose">Whether the container closes the logger when it is disposed itself.</param>
    /// <param name="providers">Further providers the events go to.</param>
    public static IServiceCollection AddSerilog(
        this IServiceCollection collection,
        ILogger? logger = null,
        bool dispose = false,
        LoggerProviderCollection? providers = null)
    {
        ArgumentNullException.ThrowIfNull(collection);

        collection.AddSingleton<ILoggerFactory>(_ => new SerilogLoggerFactory(logger, dispose, providers));
        if (logger is not null)
        {
            // As an instance: the container leaves closing it to whoever made it, or to the factory.
            collection.AddSingleton(logger);
        }

        return collection.AddDiagnosticContext(_ => logger);
    }

    /// <inheritdoc cref="AddSerilog(IServiceCollection, Action{IServiceProvider, LoggerConfiguration}, bool, bool)"/>
    public static IServiceCollection AddSerilog(
        this IServiceCollection collection,
        Action<LoggerConfiguration> configureLogger,
        bool preserveStaticLogger = false,
        bool writeToProviders = false)
    {
        ArgumentNullException.ThrowIfNull(configureLogger);

        return collection.AddSerilog(
            (_, configuration) => configureLogger(configuration), preserveStaticLogger, writeToProviders);
    }

    /// <summary>The container makes the logger when it is first needed, and closes it.</summary>
    /// <param name="preserveStaticLogger">
    /// Leaves <see cref="Log.Logger"/> alone. Set it where several hosts share a process, as in tests.
    /// </param>
    /// <param name="writeToProviders">Also writes to the registered <see cref="ILoggerProvider"/>s.</param>
    public static IServiceCollection AddSerilog(
        this IServiceCollection collection,
        Action<IServiceProvider, LoggerConfiguration> configureLogger,
        bool preserveStaticLogger = false,
        bool writeToProviders = false)
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(configureLogger);

        var providers = writeToProviders ? new LoggerProviderCollection() : null;

        collection.AddSingleton(services =>
        {
            var configuration = new LoggerConfiguration();
            if (providers is not null)
            {
                configuration.WriteTo.Providers(providers);
            }

            configureLogger(services, configuration);
            return new OwnedLogger(configuration.CreateLogger());
        });

        collection.AddSingleton(services => services.GetRequiredService<OwnedLogger>().ForInjection);

        collection.AddSingleton<ILoggerFactory>(services =>
        {
            var logger = services.GetRequiredService<OwnedLogger>().Logger;
            if (!preserveStaticLogger)
            {
                Log.Logger = logger;
            }

            var factory = new SerilogLoggerFactory(preserveStaticLogger ? logger : null, dispose: true, providers);
            if (writeToProviders)
            {
                foreach (var provider in services.GetServices<ILoggerProvider>())
                {
                    factory.AddProvider(provider);
                }
            }

            return factory;
        });

        return collection.AddDiagnosticContext(services => services.GetRequiredService<OwnedLogger>().Logger);
    }

    private static IServiceCollection AddDiagnosticContext(
        this IServiceCollection collection, Func<IServiceProvider, ILogger?> logger) =>
        collection
            .AddSingleton(services => new DiagnosticContext(logger(services)))
            .AddSingleton<IDiagnosticContext>(services => services.GetRequiredService<DiagnosticContext>());

    /// <summary>
    /// Keeps the container from closing the logger, which the logger factory does: what is injected is a
    /// child, whose Dispose does nothing.
    /// </summary>
    private sealed record OwnedLogger(ILogger Logger)
    {
        public ILogger ForInjection { get; } = Logger.ForContext([]);
    }
}
