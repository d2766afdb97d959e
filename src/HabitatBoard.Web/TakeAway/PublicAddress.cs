using HabitatBoard.Data;
using HabitatBoard.Web.Hosting;

namespace HabitatBoard.Web.TakeAway;

/// <summary>
/// Where the public finds the site: <c>Http:PublicAddress</c>. What is kept for everybody must not depend on the name by
/// which one caller asked, so without it addresses in files stay relative to where the file came from.
/// </summary>
/// <param name="root"><c>https://board.example.org</c>, without a slash at its end; null where it is not configured.</param>
/// <param name="named">Whether <c>AllowedHosts</c> names the hosts by which the site is asked for.</param>
public sealed class PublicAddress(string? root, bool named = false)
{
    /// <summary>Whether addresses can be said in full.</summary>
    public bool IsKnown => root is not null;

    /// <summary>The hosts that <c>AllowedHosts</c> names; none where it allows any.</summary>
    public static IReadOnlyList<string> HostsOf(string? allowedHosts) =>
        (allowedHosts ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is var hosts && hosts.Contains("*") ? [] : hosts;

    /// <summary>The address in full where it is known, else as it is.</summary>
    /// <param name="path">From the root of the site, with its slash.</param>
    public string Of(string path) => root + path;

    /// <summary>
    /// The address in full for one caller, for what has to say it in full. Without a configured one that is the host which the
    /// caller named, where nobody else can name it: this machine, or one of <c>AllowedHosts</c>. Null elsewhere: a made-up host
    /// would be handed on.
    /// </summary>
    public string? For(HttpRequest request, string path) =>
        root is not null ? root + path
        : named || request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" ? $"{request.Scheme}://{request.Host.ToUriComponent()}{path}"
        : null;

    /// <param name="allowedHosts"><c>AllowedHosts</c>.</param>
    /// <exception cref="ConfigurationException">It is no address of a site.</exception>
    public static PublicAddress Read(string? configured, string? allowedHosts)
    {
        if (string.IsNullOrEmpty(configured))
        {
            return new PublicAddress(null, HostsOf(allowedHosts).Count > 0);
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
    public static Guid Of(string name) => StableId.For($"habitatboard/{name}");
}
