using Microsoft.Net.Http.Headers;

namespace HabitatBoard.Web.Caching;

/// <summary>What a caller holds already, for answers that make their own tags; those that are kept know theirs in every coding.</summary>
internal static class EntityTags
{
    /// <summary>Whether <c>If-None-Match</c> names a tag, or any (RFC 9110, section 13.1.2).</summary>
    /// <param name="tag">With its quotation marks.</param>
    public static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } known && EntityTagHeaderValue.TryParseList(known, out var tags) && tags.Any(t => t.Tag == "*" || t.Tag == tag);
}
