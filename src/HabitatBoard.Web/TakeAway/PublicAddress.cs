using System.Security.Cryptography;
using System.Text;
using HabitatBoard.Web.Hosting;

namespace HabitatBoard.Web.TakeAway;

/// <summary>
/// Where the public finds the site: <c>Http:PublicAddress</c>. What is kept for everybody must not depend on the name by
/// which one caller asked, so without it addresses in files stay relative to where the file came from.
/// </summary>
/// <param name="root"><c>https://board.example.org</c>, without a slash at its end; null where it is not configured.</param>
public sealed class PublicAddress(string? root)
{
    /// <summary>Whether addresses can be said in full.</summary>
    public bool IsKnown => root is not null;

    /// <summary>The address in full where it is known, else as it is.</summary>
    /// <param name="path">From the root of the site, with its slash.</param>
    public string Of(string path) => root + path;

    /// <exception cref="ConfigurationException">It is no address of a site.</exception>
    public static PublicAddress Read(string? configured)
    {
        if (string.IsNullOrEmpty(configured))
        {
            return new PublicAddress(null);
        }
        return Uri.TryCreate(configured, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
            ? new PublicAddress(uri.GetLeftPart(UriPartial.Authority))
            : throw new ConfigurationException($"Http:PublicAddress={configured} is not the address of a site. It takes a scheme and a host, and nothing behind them: https://board.example.org.");
    }
}

/// <summary>Ids for feeds and calendars that never change and that no address is part of (RFC 9562, version 8).</summary>
internal static class NamedId
{
    /// <summary>The id of a thing, from what names it for good: <c>session/2024-1</c>.</summary>
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"habitatboard/{name}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
