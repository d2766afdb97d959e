using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using HabitatBoard.Errors;
using HabitatBoard.Web.Api;

namespace HabitatBoard.Web.Hosting;

/// <summary>A budget of writes per caller and minute, whatever addresses they come from. A batch is one write.</summary>
internal sealed class WriteLimits : IEndpointFilter, IDisposable
{
    private readonly int? perMinute;
    private readonly PartitionedRateLimiter<string> limiter;

    public WriteLimits(HttpSettings settings)
    {
        perMinute = settings.WritesPerMinute;
        limiter = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute ?? int.MaxValue,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / (perMinute ?? 1),
            QueueLimit = 0,
        }));
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (perMinute is null)
        {
            return await next(context);
        }
        var http = context.HttpContext;
        var caller = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        using var lease = limiter.AttemptAcquire(caller);
        var headers = http.Response.Headers;
        var left = limiter.GetStatistics(caller)?.CurrentAvailablePermits ?? 0;
        // Last, for an error clears what was said before it.
        http.Response.OnStarting(() =>
        {
            headers.Append("RateLimit-Policy", string.Create(CultureInfo.InvariantCulture, $"\"writes\";q={perMinute};w=60"));
            headers.Append("RateLimit", string.Create(CultureInfo.InvariantCulture, $"\"writes\";r={left};t={60 / perMinute + 1}"));
            return Task.CompletedTask;
        });
        if (lease.IsAcquired)
        {
            return await next(context);
        }
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retry) ? Math.Max(1, (int)Math.Ceiling(retry.TotalSeconds)) : 1;
        headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return Problems.Of(http, ErrorCode.TooManyRequests, wait);
    }

    public void Dispose() => limiter.Dispose();
}
