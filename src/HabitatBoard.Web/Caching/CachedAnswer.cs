using System.Security.Cryptography;
using HabitatBoard.Errors;
using HabitatBoard.Web.Api;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Caching;

/// <summary>
/// An answer as bytes, in one coding. Each coding has an entity tag of its own, for they are different bytes;
/// a revisit that holds any of them gets 304.
/// </summary>
internal sealed class CachedAnswer
{
    private const int NotWorthCompressing = 512;

    private static readonly StringValues Vary = "Accept-Encoding";
    private static readonly StringValues Revalidate = "no-cache";

    private readonly StringValues cacheControl;
    private readonly StringValues contentType;
    private readonly StringValues contentLanguage;
    private readonly StringValues contentDisposition;
    private readonly StringValues contentEncoding;
    private readonly StringValues link;
    private readonly StringValues tag;
    private readonly string mediaType;
    private readonly string opaqueTag;
    private readonly byte[] body;

    private CachedAnswer(IHeaderDictionary headers, byte[] content, ContentCoding coding, long tick)
    {
        contentType = headers.ContentType;
        mediaType = contentType.ToString().Split(';')[0];
        if (content.Length < NotWorthCompressing || mediaType == Papers.PaperFormats.Docx)
        {
            coding = ContentCoding.Identity;
        }
        Tick = tick;
        cacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : Revalidate;
        contentDisposition = headers.ContentDisposition;
        contentLanguage = headers.ContentLanguage;
        contentEncoding = coding.Name();
        link = headers.Link;
        opaqueTag = Convert.ToBase64String(SHA256.HashData(content).AsSpan(0, 15)).Replace('+', '-').Replace('/', '_');
        tag = coding switch
        {
            ContentCoding.Brotli => $"\"{opaqueTag}-br\"",
            ContentCoding.Gzip => $"\"{opaqueTag}-gz\"",
            _ => $"\"{opaqueTag}\"",
        };
        body = coding.Encode(content);
        Size = body.Length + 1_024;
    }

    /// <summary>The publication it was made from.</summary>
    public long Tick { get; }

    /// <summary>Whether it was asked for since the cache last made room.</summary>
    public bool Used { get; set; }

    /// <summary>Bytes in memory.</summary>
    public int Size { get; }

    /// <summary>The answer that a response has come to, in the coding that the request likes best.</summary>
    public static CachedAnswer Of(HttpContext context, byte[] content, long tick) =>
        new(context.Response.Headers, content, ContentCodings.Choose(context.Request.Headers.AcceptEncoding), tick);

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
        var headers = response.Headers;
        headers.ETag = tag;
        headers.Vary = Vary;
        headers.CacheControl = cacheControl;
        if (contentLanguage.Count > 0)
        {
            headers.ContentLanguage = contentLanguage;
        }
        if (context.Request.Headers.IfMatch is { Count: > 0 } wanted && !Knows(wanted, weak: false))
        {
            // What the endpoint said of its body is not true of this one.
            headers.ContentLength = null;
            headers.Remove(HeaderNames.ETag);
            headers.Remove(HeaderNames.ContentDisposition);
            return Problems.WriteAsync(context, ErrorCode.PreconditionFailed);
        }
        if (context.Request.Headers.IfNoneMatch is { Count: > 0 } known && Knows(known))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            headers.Remove(HeaderNames.ContentType);
            return Task.CompletedTask;
        }
        headers.ContentType = contentType;
        if (contentDisposition.Count > 0)
        {
            headers.ContentDisposition = contentDisposition;
        }
        if (link.Count > 0)
        {
            headers.Link = link;
        }
        if (contentEncoding.Count > 0)
        {
            headers.ContentEncoding = contentEncoding;
        }
        headers.ContentLength = body.Length;
        return head ? Task.CompletedTask : WriteAsync(response);
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

    private Task WriteAsync(HttpResponse response)
    {
        var write = response.BodyWriter.WriteAsync(body);
        return write.IsCompletedSuccessfully ? Task.CompletedTask : write.AsTask();
    }

    /// <summary>Whether a list of tags names this answer, in any coding; a weak one counts for 304 alone (RFC 9110, section 13.1.1).</summary>
    private bool Knows(StringValues known, bool weak = true) =>
        known == tag
        || (EntityTagHeaderValue.TryParseList(known, out var tags)
            && tags.Any(t => (weak || !t.IsWeak) && (t.Tag == "*" || (t.Tag.AsSpan().Trim('"') is var text && text.StartsWith(opaqueTag, StringComparison.Ordinal) && text[opaqueTag.Length..] is "" or "-br" or "-gz"))));
}
