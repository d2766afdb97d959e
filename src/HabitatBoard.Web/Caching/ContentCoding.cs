using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Caching;

/// <summary>How the bytes of an answer are compressed.</summary>
internal enum ContentCoding
{
    Identity,
    Brotli,
    Gzip,
}

internal static class ContentCodings
{
    /// <summary>The coding that the request takes and likes best (RFC 9110, section 12.5.3); brotli where it does not say.</summary>
    public static ContentCoding Choose(StringValues accepted)
    {
        if (accepted.Count == 0)
        {
            return ContentCoding.Identity;
        }
        // The common case by one look; a list with weights is read properly.
        var text = accepted.ToString();
        if (!text.Contains("q=", StringComparison.OrdinalIgnoreCase))
        {
            return text.Contains("br", StringComparison.Ordinal) ? ContentCoding.Brotli
                : text.Contains("gzip", StringComparison.Ordinal) ? ContentCoding.Gzip : ContentCoding.Identity;
        }
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var wanted))
        {
            return ContentCoding.Identity;
        }
        // Bytes as they are can always be sent; they are liked only where that is said.
        return new[] { ContentCoding.Brotli, ContentCoding.Gzip, ContentCoding.Identity }
            .Select(coding => (Coding: coding, Weight: WeightOf(coding)))
            .Where(c => c.Weight > 0).OrderByDescending(c => c.Weight).Select(c => c.Coding).FirstOrDefault();

        double WeightOf(ContentCoding coding)
        {
            var name = coding == ContentCoding.Identity ? "identity" : coding.Name().ToString();
            var said = wanted.FirstOrDefault(w => w.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? wanted.FirstOrDefault(w => w.Value == "*");
            return said is null ? 0 : said.Quality ?? 1;
        }
    }

    /// <summary>The name in <c>Content-Encoding</c>; empty for bytes as they are.</summary>
    public static StringValues Name(this ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => StringValues.Empty,
    };

    public static byte[] Encode(this ContentCoding coding, byte[] body)
    {
        if (coding == ContentCoding.Identity)
        {
            return body;
        }
        using var encoded = new MemoryStream();
        using (Stream stream = coding == ContentCoding.Brotli
            ? new BrotliStream(encoded, new BrotliCompressionOptions { Quality = 7 })
            : new GZipStream(encoded, CompressionLevel.Optimal))
        {
            stream.Write(body);
        }
        return encoded.ToArray();
    }
}
