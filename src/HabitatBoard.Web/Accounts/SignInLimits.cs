using System.Threading.RateLimiting;
using HabitatBoard.Web.Hosting;

namespace HabitatBoard.Web.Accounts;

/// <summary>How often sign-in may be tried, from one address and for one account; off where <c>RateLimits:Enabled</c> is false.</summary>
internal sealed class SignInLimits(HttpSettings settings) : IDisposable
{
    private const int PerAddress = 30;
    private const int PerAccount = 10;

    private readonly PartitionedRateLimiter<string>? addresses = Limiter(settings, PerAddress);
    private readonly PartitionedRateLimiter<string>? accounts = Limiter(settings, PerAccount);

    /// <summary>Counts one attempt.</summary>
    /// <param name="account">The name typed; null where a passkey says only afterwards whose it is.</param>
    /// <returns>The seconds to wait where it was one too many; else null.</returns>
    public int? Take(HttpContext context, string? account)
    {
        // One after the other: attempts that the address has no budget for do not use up the account's.
        var address = context.Connection.RemoteIpAddress is { } remote ? Budget.Counted(remote).ToString() : "";
        foreach (var (limiter, key) in new[] { (addresses, address), (account is null ? null : accounts, account?.Trim().ToUpperInvariant() ?? "") })
        {
            using var lease = limiter?.AttemptAcquire(key);
            if (lease is { IsAcquired: false })
            {
                return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 60;
            }
        }
        return null;
    }

    public void Dispose()
    {
        addresses?.Dispose();
        accounts?.Dispose();
    }

    private static PartitionedRateLimiter<string>? Limiter(HttpSettings settings, int attempts) => settings.RequestsPerMinute is null ? null
        : PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = attempts, Window = TimeSpan.FromMinutes(5), QueueLimit = 0 }));
}
