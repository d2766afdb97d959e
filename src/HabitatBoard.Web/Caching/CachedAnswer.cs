using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Caching;

/// <summary>
/// An answer as bytes, compressed once. Each encoding has an entity tag of its own, for they are different bytes;
/// a revisit that holds any of them gets 304.
/// </summary>
internal sealed class CachedAnswer
{
    private const int NotWorthCompressing = 512;

    private static readonly StringValues Vary = "Accept-Encoding";
    private static readonly StringValues Revalidate = "no-cache";
    private static readonly StringValues Brotli = "br";
    private static readonly StringValues Gzip = "gzip";

    private readonly StringValues cacheControl;
    private readonly StringValues contentType;
    private readonly string mediaType;
    private readonly StringValues contentLanguage;
    private readonly StringValues link;
    private readonly string opaqueTag;
    private readonly Variant identity;
    private readonly Variant? brotli;
    private readonly Variant? gzip;

    private CachedAnswer(IHeaderDictionary headers, byte[] body, long tick)
    {
        Tick = tick;
        cacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : Revalidate;
        contentType = headers.ContentType;
        mediaType = contentType.ToString().Split(';')[0];
        contentLanguage = headers.ContentLanguage;
        link = headers.Link;
        opaqueTag = Convert.ToBase64String(SHA256.HashData(body).AsSpan(0, 15)).Replace('+', '-').Replace('/', '_');
        identity = new Variant(body, $"\"{opaqueTag}\"", StringValues.Empty);
        if (body.Length >= NotWorthCompressing)
        {
            brotli = new Variant(Compress(body, s => new BrotliStream(s, new BrotliCompressionOptions { Quality = 7 })), $"\"{opaqueTag}-br\"", Brotli);
            gzip = new Variant(Compress(body, s => new GZipStream(s, CompressionLevel.Optimal)), $"\"{opaqueTag}-gz\"", Gzip);
        }
        Size = body.Length + (brotli?.Body.Length ?? 0) + (gzip?.Body.Length ?? 0) + 1_024;
    }

    /// <summary>The publication it was made from.</summary>
    public long Tick { get; }

    /// <summary>Whether it was asked for since the cache last made room.</summary>
    public bool Used { get; set; }

    /// <summary>Bytes in memory, all encodings together.</summary>
    public int Size { get; }

    public static CachedAnswer Of(HttpResponse response, byte[] body, long tick) => new(response.Headers, body, tick);

    /// <summary>Whether the request takes this kind of content; one that looks unusual is left to the endpoint to judge.</summary>
    public bool Suits(StringValues accept)
    {
        if (accept.Count == 0)
        {
            return true;
        }
        var wanted = accept.ToString();
        return (wanted.Contains(mediaType, StringComparison.Ordinal) || wanted.Contains("*/*", StringComparison.Ordinal)) && !RefusesSomething(wanted);
    }

    public Task SendAsync(HttpContext context, bool head)
    {
        var response = context.Response;
        var variant = Choose(context.Request.Headers.AcceptEncoding);
        var headers = response.Headers;
        headers.ETag = variant.Tag;
        headers.Vary = Vary;
        headers.CacheControl = cacheControl;
        if (contentLanguage.Count > 0)
        {
            headers.ContentLanguage = contentLanguage;
        }
        if (context.Request.Headers.IfNoneMatch is { Count: > 0 } known && Knows(known))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            headers.Remove(HeaderNames.ContentType);
            return Task.CompletedTask;
        }
        headers.ContentType = contentType;
        if (link.Count > 0)
        {
            headers.Link = link;
        }
        if (variant.Encoding.Count > 0)
        {
            headers.ContentEncoding = variant.Encoding;
        }
        headers.ContentLength = variant.Body.Length;
        return head ? Task.CompletedTask : WriteAsync(response, variant.Body);
    }

    /// <summary>Whether a weight of zero occurs, <c>q=0</c> or <c>q=0.0</c>.</summary>
    private static bool RefusesSomething(string accept)
    {
        for (var at = accept.IndexOf("q=0", StringComparison.Ordinal); at >= 0; at = accept.IndexOf("q=0", at + 3, StringComparison.Ordinal))
        {
            if (at + 3 == accept.Length || accept[at + 3] != '.' || (at + 4 < accept.Length && accept[at + 4] == '0'))
            {
                return true;
            }
        }
        return false;
    }

    private static Task WriteAsync(HttpResponse response, byte[] body)
    {
        var write = response.BodyWriter.WriteAsync(body);
        return write.IsCompletedSuccessfully ? Task.CompletedTask : write.AsTask();
    }

    private Variant Choose(StringValues accepted)
    {
        // The common case by one look; a list with weights is read properly (RFC 9110, section 12.5.3).
        if (brotli is null || accepted.Count == 0)
        {
            return identity;
        }
        var text = accepted.ToString();
        if (!text.Contains("q=", StringComparison.OrdinalIgnoreCase))
        {
            return text.Contains("br", StringComparison.Ordinal) ? brotli : text.Contains("gzip", StringComparison.Ordinal) ? gzip! : identity;
        }
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var wanted))
        {
            return identity;
        }
        return wanted.Where(w => w.Quality is not 0).OrderByDescending(w => w.Quality ?? 1)
            .Select(w => w.Value.Value switch { "br" or "*" => brotli, "gzip" => gzip, "identity" => identity, _ => null })
            .FirstOrDefault(v => v is not null) ?? identity;
    }

    private bool Knows(StringValues known) =>
        EntityTagHeaderValue.TryParseList(known, out var tags)
        && tags.Any(t => t.Tag == "*" || (t.Tag.AsSpan().Trim('"') is var tag && tag.StartsWith(opaqueTag, StringComparison.Ordinal) && tag[opaqueTag.Length..] is "" or "-br" or "-gz"));

    private static byte[] Compress(byte[] body, Func<Stream, Stream> encoding)
    {
        using var compressed = new MemoryStream();
        using (var stream = encoding(compressed))
        {
            stream.Write(body);
        }
        return compressed.ToArray();
    }

    private sealed record Variant(byte[] Body, StringValues Tag, StringValues Encoding);
}
