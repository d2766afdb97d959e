using System.Collections.Concurrent;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Hosting;

namespace HabitatBoard.Web.Caching;

/// <summary>Marks endpoints whose answers are made from the published store and from the address alone.</summary>
internal sealed class PublishedContent
{
    /// <summary>
    /// Whether the answer is kept. Not where addresses have no end, as of searches: they would push out everything else.
    /// Such an answer still has its tag and its 304.
    /// </summary>
    public bool Kept { get; init; } = true;

    /// <summary>Whether the working store can be asked as well. Not where only what is published exists, such as editions.</summary>
    public bool InWorkingStore { get; init; } = true;

    /// <summary>Whether the answer is too long to be held, and makes its own tag.</summary>
    public bool Streamed { get; init; }
}

/// <summary>
/// Keeps the answers made from the published store as bytes, until the next publication, in front of everything else.
/// Bounded: before it gets too full, what was not asked for lately goes.
/// </summary>
internal sealed class PublishedCache(PublishedClock clock, long maxBytes)
{
    private readonly ConcurrentDictionary<Key, CachedAnswer> answers = new();
    private readonly Lock filling = new();
    private long bytes;
    private long kept;

    /// <summary>The bytes held.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>The state of the published store that an answer is made from; read it before making one.</summary>
    public long Now => clock.Ticks;

    public CachedAnswer? Find(HttpRequest request)
    {
        if (!answers.TryGetValue(Key.Of(request), out var answer) || answer.Tick != clock.Ticks)
        {
            return null;
        }
        // Read before written: all who ask share the line of memory.
        if (!answer.Used)
        {
            answer.Used = true;
        }
        return answer;
    }

    public void Keep(HttpRequest request, CachedAnswer answer)
    {
        // A single answer may not push out all others.
        if (answer.Size > maxBytes / 8)
        {
            return;
        }
        var key = Key.Of(request);
        lock (filling)
        {
            if (answer.Tick != clock.Ticks)
            {
                return;
            }
            if (kept != answer.Tick)
            {
                answers.Clear();
                (kept, bytes) = (answer.Tick, 0);
            }
            Remove(key);
            if (bytes + answer.Size > maxBytes)
            {
                MakeRoom(maxBytes * 9 / 10 - answer.Size);
            }
            answers[key] = answer;
            bytes += answer.Size;
        }
    }

    private void MakeRoom(long target)
    {
        // First round: what was not used since the last round; second round: whatever is left.
        for (var round = 0; round < 2; round++)
        {
            foreach (var (key, answer) in answers)
            {
                if (bytes <= target)
                {
                    return;
                }
                if (!answer.Used || round == 1)
                {
                    Remove(key);
                }
                answer.Used = false;
            }
        }
    }

    private void Remove(Key key)
    {
        if (answers.TryRemove(key, out var answer))
        {
            bytes -= answer.Size;
        }
    }

    /// <summary>What an answer depends on: the address as sent, and the coding.</summary>
    private readonly record struct Key(string Path, string Query, ContentCoding Coding)
    {
        public static Key Of(HttpRequest request) =>
            new(request.Path.Value!, request.QueryString.Value!, ContentCodings.Choose(request.Headers.AcceptEncoding));
    }
}

internal static class PublishedCacheMiddleware
{
    /// <summary>In front of everything: answers from the cache, and lets HEAD go where GET goes.</summary>
    public static void UsePublishedCache(this WebApplication app)
    {
        var cache = app.Services.GetRequiredService<PublishedCache>();
        var settings = app.Services.GetRequiredService<HttpSettings>();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("HabitatBoard.Cache");
        app.Use((context, next) =>
        {
            var request = context.Request;
            var head = HttpMethods.IsHead(request.Method);
            if (!head && !HttpMethods.IsGet(request.Method))
            {
                return next(context);
            }
            if (settings.Allows(context) && cache.Find(request) is { } answer && answer.Suits(request.Headers.Accept))
            {
                if (logger.IsEnabled(LogLevel.Debug))
                {
                    CacheLog.Answered(logger, request.Method, request.Path.Value);
                }
                return answer.SendAsync(context, head);
            }
            return head ? HeadAsync(context, next) : next(context);
        });
    }

    /// <summary>Behind routing: makes answers for the cache.</summary>
    public static void UsePublishedCacheFilling(this WebApplication app)
    {
        var cache = app.Services.GetRequiredService<PublishedCache>();
        var watch = app.Services.GetRequiredService<PublishedWatch>();
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<PublishedContent>() is not { Streamed: false } content || !HttpMethods.IsGet(context.Request.Method)
                || context.RequestServices.GetRequiredService<ChosenStore>().IsWorking)
            {
                await next(context);
                return;
            }
            var tick = cache.Now;
            var (body, headers) = (context.Response.Body, context.Response.Headers.ToArray());
            var buffer = new MemoryStream();
            context.Response.Body = buffer;
            try
            {
                await next(context);
            }
            catch (Exception e) when (e is not (RecordException or BadHttpRequestException or OperationCanceledException) && !context.Response.HasStarted)
            {
                // What is kept in memory and what is read beside it were of two publications, if one came meanwhile.
                await watch.LookAsync(context.RequestAborted);
                if (cache.Now == tick)
                {
                    throw;
                }
                tick = cache.Now;
                context.Response.Clear();
                foreach (var (name, values) in headers)
                {
                    context.Response.Headers[name] = values;
                }
                context.Response.Body = buffer = new MemoryStream();
                await next(context);
            }
            finally
            {
                context.Response.Body = body;
            }
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                var answer = CachedAnswer.Of(context, buffer.ToArray(), tick);
                if (content.Kept)
                {
                    cache.Keep(context.Request, answer);
                }
                await answer.SendAsync(context, head: body == Stream.Null);
            }
            else
            {
                await body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
            }
        });
    }

    public static void AddPublishedCache(this WebApplicationBuilder builder)
    {
        var megabytes = builder.Configuration.Whole("Cache:MaxMegabytes", least: 0) ?? 64;
        builder.Services.AddSingleton(services => new PublishedCache(services.GetRequiredService<PublishedClock>(), megabytes * 1024L * 1024L));
        builder.Services.AddSingleton<PublishedWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PublishedWatch>());
    }

    private static async Task HeadAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = body;
        }
    }
}

internal static partial class CacheLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Method} {Path} from the cache")]
    public static partial void Answered(ILogger logger, string method, string? path);
}
