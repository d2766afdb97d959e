using HabitatBoard.Publishing;
using HabitatBoard.Web.Caching;
using Microsoft.AspNetCore.Http;

namespace HabitatBoard.Tests.Caching;

/// <summary>What the cache keeps, how much of it, and for how long.</summary>
public sealed class PublishedCacheTests
{
    private const int Limit = 100_000;

    /// <summary>The bytes of one answer, without what the cache adds for its headers.</summary>
    private const int Body = 4_000;

    private readonly PublishedClock clock = new();
    private readonly PublishedCache cache;

    public PublishedCacheTests() => cache = new PublishedCache(clock, Limit);

    [Fact]
    public void EveryQueryThereIs_NeverExceedsTheLimit()
    {
        for (var i = 0; i < 10_000; i++)
        {
            Keep($"/statements?cursor={i}");
            Assert.InRange(cache.Bytes, 1, Limit);
        }
        Assert.InRange(cache.Bytes, Limit / 2, Limit);
    }

    [Fact]
    public async Task ManyAtOnce_NeverExceedTheLimit_AndAreCountedOnce()
    {
        await Parallel.ForAsync(0, 20_000, (i, _) =>
        {
            Keep($"/statements?cursor={i % 40}");
            Assert.InRange(cache.Bytes, 1, Limit);
            return ValueTask.CompletedTask;
        });
        var kept = Enumerable.Range(0, 40).Count(i => cache.Find(Request($"/statements?cursor={i}").Request) is not null);
        Assert.Equal(kept * CachedAnswer.Of(Request("/"), new byte[Body], 0).Size, cache.Bytes);
    }

    [Fact]
    public void WhatIsAskedFor_Stays_WhileOtherThingsComeAndGo()
    {
        Keep("/decisions/2024/1");
        for (var i = 0; i < 1_000; i++)
        {
            Assert.NotNull(cache.Find(Request("/decisions/2024/1").Request));
            Keep($"/statements?cursor={i}");
        }
    }

    [Fact]
    public void ALargeAnswer_IsNotKept()
    {
        Keep("/decisions/2024/1");
        Keep("/report", new byte[Limit / 2]);

        Assert.Null(cache.Find(Request("/report").Request));
        Assert.NotNull(cache.Find(Request("/decisions/2024/1").Request));
    }

    [Fact]
    public void APublication_EndsEveryAnswer_AndLetsGoOfItsBytes()
    {
        Keep("/decisions/2024/1");
        Keep("/decisions/2024/2");
        clock.Tick();
        Assert.Null(cache.Find(Request("/decisions/2024/1").Request));

        Keep("/decisions/2024/2");
        Assert.Equal(CachedAnswer.Of(Request("/"), new byte[Body], 0).Size, cache.Bytes);
    }

    [Fact]
    public void AnAnswerMadeBeforeAPublication_IsNotKeptAfterIt()
    {
        var before = clock.Ticks;
        clock.Tick();
        Keep("/decisions/2024/1", tick: before);

        Assert.Null(cache.Find(Request("/decisions/2024/1").Request));
        Assert.Equal(0, cache.Bytes);
    }

    [Theory]
    [InlineData("/decisions/2024/1", "/decisions/2024/2")]
    [InlineData("/statements?item=4", "/statements?item=5")]
    [InlineData("/statements?item=4", "/statements")]
    public void EveryAddress_HasAnAnswerOfItsOwn(string kept, string other)
    {
        Keep(kept);
        Assert.Null(cache.Find(Request(other).Request));
    }

    [Fact]
    public void EveryCoding_HasAnAnswerOfItsOwn()
    {
        Keep("/decisions/2024/1");
        Assert.Null(cache.Find(Request("/decisions/2024/1", "br").Request));
    }

    [Fact]
    public void Off_KeepsNothing()
    {
        var off = new PublishedCache(clock, 0);
        off.Keep(Request("/").Request, CachedAnswer.Of(Request("/"), [], clock.Ticks));

        Assert.Null(off.Find(Request("/").Request));
        Assert.Equal(0, off.Bytes);
    }

    private void Keep(string address, byte[]? body = null, long? tick = null)
    {
        var context = Request(address);
        cache.Keep(context.Request, CachedAnswer.Of(context, body ?? new byte[Body], tick ?? clock.Ticks));
    }

    private static DefaultHttpContext Request(string address, string? coding = null)
    {
        var context = new DefaultHttpContext();
        var at = address.IndexOf('?', StringComparison.Ordinal);
        context.Request.Path = at < 0 ? address : address[..at];
        context.Request.QueryString = new QueryString(at < 0 ? "" : address[at..]);
        context.Request.Headers.AcceptEncoding = coding;
        context.Response.ContentType = "application/json";
        return context;
    }
}
