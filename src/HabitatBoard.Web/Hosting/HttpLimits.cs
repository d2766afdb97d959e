using System.Net;
using HabitatBoard.Errors;
using HabitatBoard.Web.Api;
using HabitatBoard.Web.TakeAway;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace HabitatBoard.Web.Hosting;

/// <summary>What a request may be: how long, in what encoding, over what connection, how often.</summary>
internal static class HttpLimits
{
    /// <summary>The longest address, in bytes as sent.</summary>
    public const int AddressLength = 2_048;

    /// <summary>The largest body, in bytes.</summary>
    public const int BodyLength = 1024 * 1024;

    /// <summary>The largest body with a file in it, in bytes: room for a file that is a little too large, so that its form can say so.</summary>
    public const int UploadLength = Documents.DocumentFiles.Largest + (4 * BodyLength);

    public static void AddHttpLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Above our own limit, so that an over-long address gets an answer that explains.
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Limits.MaxRequestBodySize = BodyLength;
        });
        // Read now, so that a value that cannot be used stops the start and not the first request.
        var settings = new HttpSettings(
            [.. (builder.Configuration["Http:TrustedProxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)],
            builder.Configuration.Flag("Http:AllowPlainHttp", otherwise: false),
            builder.Configuration.Flag("RateLimits:Enabled", otherwise: true) ? builder.Configuration.Whole("RateLimits:RequestsPerMinute") ?? 600 : null,
            builder.Configuration.Flag("RateLimits:Enabled", otherwise: true) ? builder.Configuration.Whole("RateLimits:WritesPerMinute") ?? 300 : null);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<WriteLimits>();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            // The host that a proxy forwards is held to the same list as the one that a caller names.
            options.AllowedHosts = [.. PublicAddress.HostsOf(builder.Configuration["AllowedHosts"])];
            foreach (var network in settings.TrustedProxies)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
    }

    public static void UseHttpLimits(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<HttpSettings>();
        app.Use((context, next) =>
        {
            var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
            if (target.Length > AddressLength)
            {
                return Problems.WriteAsync(context, ErrorCode.AddressTooLong, AddressLength);
            }
            if (target.Contains("%00", StringComparison.Ordinal))
            {
                return Problems.WriteAsync(context, ErrorCode.NulCharacter);
            }
            if (target.Contains('%', StringComparison.Ordinal) && !IsUtf8(target))
            {
                return Problems.WriteAsync(context, ErrorCode.InvalidUtf8);
            }
            if (!settings.Allows(context))
            {
                return Problems.WriteAsync(context, ErrorCode.SecureConnectionRequired);
            }
            return next(context);
        });
        app.UseRateLimits(settings);
    }

    /// <summary>
    /// A budget of requests per address and minute. Answers from the cache do not come this far, and a 304 gives back what
    /// it took. Headers as in draft-ietf-httpapi-ratelimit-headers.
    /// </summary>
    private static void UseRateLimits(this WebApplication app, HttpSettings settings)
    {
        if (settings.RequestsPerMinute is not { } perMinute)
        {
            return;
        }
        var budget = new Budget(perMinute, app.Services.GetRequiredService<TimeProvider>());
        app.Use(async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/health"))
            {
                await next(context);
                return;
            }
            var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
            var (taken, left, wait) = budget.Take(address);
            context.Response.Headers["RateLimit-Policy"] = $"\"address\";q={perMinute};w=60";
            context.Response.Headers["RateLimit"] = $"\"address\";r={left};t=1";
            if (taken)
            {
                await next(context);
                if (context.Response.StatusCode == StatusCodes.Status304NotModified)
                {
                    budget.GiveBack(address);
                }
                return;
            }
            context.Response.Headers.RetryAfter = wait.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await Problems.WriteAsync(context, ErrorCode.TooManyRequests, wait);
        });
    }

    /// <summary>Reads <c>10.0.0.0/8</c> and <c>10.0.0.1</c>.</summary>
    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new ConfigurationException($"Http:TrustedProxies={text} is not an address or network. It takes addresses and networks (10.0.0.0/8), separated by commas.");

    /// <summary>Whether the escaped octets of an address are UTF-8.</summary>
    private static bool IsUtf8(string target)
    {
        var bytes = new byte[target.Length];
        var length = 0;
        for (var i = 0; i < target.Length; i++)
        {
            if (target[i] != '%')
            {
                bytes[length++] = (byte)target[i];
            }
            else if (i + 2 < target.Length && byte.TryParse(target.AsSpan(i + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var octet))
            {
                bytes[length++] = octet;
                i += 2;
            }
            else
            {
                return false;
            }
        }
        return System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, length));
    }
}

/// <summary>What the configuration says of HTTP.</summary>
/// <param name="TrustedProxies"><c>Http:TrustedProxies</c>: whose forwarded headers are believed, beside loopback.</param>
/// <param name="AllowPlainHttp"><c>Http:AllowPlainHttp</c>: serve without HTTPS beyond loopback.</param>
/// <param name="RequestsPerMinute"><c>RateLimits:RequestsPerMinute</c> for one address; null where <c>RateLimits:Enabled</c> is false.</param>
/// <param name="WritesPerMinute"><c>RateLimits:WritesPerMinute</c> for one key; null likewise.</param>
internal sealed record HttpSettings(IReadOnlyList<IPNetwork> TrustedProxies, bool AllowPlainHttp, int? RequestsPerMinute, int? WritesPerMinute)
{
    /// <summary>Whether the connection may be used: HTTPS, or within this machine, or plain HTTP is allowed.</summary>
    public bool Allows(HttpContext context) =>
        AllowPlainHttp || context.Request.IsHttps || context.Connection.LocalIpAddress is not { } address || IPAddress.IsLoopback(address);
}
