using Microsoft.Extensions.Hosting;
using Serilog.Extensions.Logging;

namespace Serilog;

/// <summary>The same as <see cref="SerilogServiceCollectionExtensions"/>, from a host builder.</summary>
public static class SerilogHostBuilderExtensions
{
    /// <inheritdoc cref="SerilogServiceCollectionExtensions.AddSerilog(Microsoft.Extensions.DependencyInjection.IServiceCollection, ILogger?, bool, LoggerProviderCollection?)"/>
    public static IHostBuilder UseSerilog(
        this IHostBuilder builder,
        ILogger? logger = null,
        bool dispose = false,
        LoggerProviderCollection? providers = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.ConfigureServices((_, services) => services.AddSerilog(logger, dispose, providers));
    }

    /// <inheritdoc cref="SerilogServiceCollectionExtensions.AddSerilog(Microsoft.Extensions.DependencyInjection.IServiceCollection, Action{IServiceProvider, LoggerConfiguration}, bool, bool)"/>
    public static IHostBuilder UseSerilog(
        this IHostBuilder builder,
        Action<HostBuilderContext, LoggerConfiguration> configureLogger,
        bool preserveStaticLogger = false,
        bool writeToProviders = false)
    {
        ArgumentNullException.ThrowIfNull(configureLogger);
        return builder.UseSerilog(
            (context, _, configuration) => configureLogger(context, configuration),
            preserveStaticLogger,
            writeToProviders);
    }

    /// <inheritdoc cref="SerilogServiceCollectionExtensions.AddSerilog(Microsoft.Extensions.DependencyInjection.IServiceCollection, Action{IServiceProvider, LoggerConfiguration}, bool, bool)"/>
    public static IHostBuilder UseSerilog(
        this IHostBuilder builder,
        Action<HostBuilderContext, IServiceProvider, LoggerConfiguration> configureLogger,
        bool preserveStaticLogger = false,
        bool writeToProviders = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configureLogger);
        return builder.ConfigureServices((context, services) => services.AddSerilog(
            (provider, configuration) => configureLogger(context, provider, configuration),
            preserveStaticLogger,
            writeToProviders));
    }
}
