using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace HabitatBoard.Web.Hosting;

/// <summary>
/// How many requests each address has left: a bucket of tokens that fills evenly. The framework's limiters cannot take a
/// token back, and what was not modified costs none.
/// </summary>
internal sealed class Budget(int perMinute, TimeProvider clock)
{
    /// <summary>From how many buckets on those that are full again are thrown away.</summary>
    private const int Many = 10_000;

    private readonly ConcurrentDictionary<IPAddress, Bucket> buckets = new();
    private readonly double perSecond = perMinute / 60.0;
    private long swept = clock.GetTimestamp();

    /// <summary>Takes a token.</summary>
    /// <returns>Whether there was one, how many are left, and after how many seconds there will be one again.</returns>
    public (bool Taken, int Left, int Wait) Take(IPAddress address)
    {
        // At most once a second: where ten thousand addresses ask, walking over all of them is no answer to each.
        var before = Interlocked.Read(ref swept);
        if (buckets.Count > Many && clock.GetElapsedTime(before) >= TimeSpan.FromSeconds(1) && Interlocked.CompareExchange(ref swept, clock.GetTimestamp(), before) == before)
        {
            Forget();
        }
        var bucket = buckets.GetOrAdd(Counted(address), _ => new Bucket(perMinute, clock.GetTimestamp()));
        lock (bucket)
        {
            Fill(bucket);
            var taken = bucket.Tokens >= 1;
            bucket.Tokens -= taken ? 1 : 0;
            return (taken, (int)bucket.Tokens, taken ? 0 : Math.Max(1, (int)Math.Ceiling((1 - bucket.Tokens) / perSecond)));
        }
    }

    /// <summary>Gives a token back.</summary>
    public void GiveBack(IPAddress address)
    {
        if (buckets.TryGetValue(Counted(address), out var bucket))
        {
            lock (bucket)
            {
                bucket.Tokens = Math.Min(perMinute, bucket.Tokens + 1);
            }
        }
    }

    /// <summary>Who is counted: an IPv4 address, or the network of an IPv6 address (/64), which is what one subscriber has.</summary>
    public static IPAddress Counted(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private void Fill(Bucket bucket)
    {
        var now = clock.GetTimestamp();
        bucket.Tokens = Math.Min(perMinute, bucket.Tokens + (clock.GetElapsedTime(bucket.At, now).TotalSeconds * perSecond));
        bucket.At = now;
    }

    private void Forget()
    {
        foreach (var (address, bucket) in buckets)
        {
            lock (bucket)
            {
                Fill(bucket);
                if (bucket.Tokens >= perMinute)
                {
                    buckets.TryRemove(address, out _);
                }
            }
        }
    }

    private sealed class Bucket(double tokens, long at)
    {
        public double Tokens { get; set; } = tokens;

        public long At { get; set; } = at;
    }
}
