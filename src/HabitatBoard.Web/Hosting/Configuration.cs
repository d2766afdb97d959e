using System.Globalization;
using HabitatBoard.Data;

namespace HabitatBoard.Web.Hosting;

/// <summary>Reads the configuration strictly: a value that cannot be used stops the start, with its name.</summary>
internal static class Configuration
{
    public static void AddConfigurationChecks(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(o =>
        {
            o.ValidateScopes = true;
            o.ValidateOnBuild = true;
        });
        // Also names what is misspelt: an option nobody reads would silently keep its default.
        foreach (var (section, names) in Known)
        {
            foreach (var key in builder.Configuration.GetSection(section).GetChildren().Select(c => c.Key))
            {
                if (!names.Contains(key, StringComparer.OrdinalIgnoreCase))
                {
                    throw new ConfigurationException($"{section}:{key} is not an option. {section} takes: {string.Join(", ", names)}.");
                }
            }
        }
    }

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["Data"] = ["Folder"],
        ["Database"] = ["Provider", "MaxBatchSize"],
        ["RateLimits"] = ["Enabled", "RequestsPerMinute", "WritesPerMinute"],
        ["Cache"] = ["MaxMegabytes"],
        ["Offline"] = ["Enabled"],
        ["Http"] = ["TrustedProxies", "AllowPlainHttp", "PublicAddress"],
    };

    public static DatabaseOptions Database(this IConfiguration configuration)
    {
        var options = new DatabaseOptions
        {
            Provider = configuration.Choice("Database:Provider", DatabaseProvider.Sqlite),
            MaxBatchSize = configuration.Whole("Database:MaxBatchSize"),
            Folder = configuration["Data:Folder"] ?? "data",
            Working = configuration.GetConnectionString("Working"),
            Published = configuration.GetConnectionString("Published"),
            Accounts = configuration.GetConnectionString("Accounts"),
        };
        var verdict = new DatabaseOptions.Validator().Validate(options);
        return verdict.IsValid ? options : throw new ConfigurationException(string.Join(" ", verdict.Errors.Select(e => e.ErrorMessage)));
    }

    /// <summary>One of an enumeration's names.</summary>
    public static TEnum Choice<TEnum>(this IConfiguration configuration, string key, TEnum otherwise)
        where TEnum : struct, Enum
    {
        if (configuration[key] is not { } value)
        {
            return otherwise;
        }
        return Enum.GetNames<TEnum>().FirstOrDefault(n => n.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<TEnum>(name)
            : throw new ConfigurationException($"{key}={value} is not known. It takes: {string.Join(", ", Enum.GetNames<TEnum>())}.");
    }

    public static bool Flag(this IConfiguration configuration, string key, bool otherwise) => configuration[key] switch
    {
        null => otherwise,
        var value when bool.TryParse(value, out var flag) => flag,
        var value => throw new ConfigurationException($"{key}={value} is not known. It takes: true, false."),
    };

    public static int? Whole(this IConfiguration configuration, string key, int least = 1) => configuration[key] switch
    {
        null => null,
        var value when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least => number,
        var value => throw new ConfigurationException($"{key}={value} is not a whole number of at least {least}."),
    };
}
