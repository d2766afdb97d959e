using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;

namespace HabitatBoard.Web.Accounts;

/// <summary>
/// Over HTTPS every cookie of ours bears the prefix <c>__Host-</c> (RFC 6265bis, section 4.1.3.2): a browser takes it from this
/// host alone, and only over HTTPS. A cookie without it, planted over plain HTTP or by a neighbouring host, is not seen.
/// Plain HTTP on loopback knows no such prefix.
/// </summary>
internal static class HostCookies
{
    private const string Prefix = "__Host-";

    public static void UseHostCookies(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.IsHttps)
        {
            context.Request.Cookies = new Received(context.Request.Cookies);
            context.Features.Set<IResponseCookiesFeature>(new Sent(context.Response.Cookies));
        }
        return next(context);
    });

    private sealed class Received(IRequestCookieCollection all) : IRequestCookieCollection
    {
        public int Count => Keys.Count;

        public ICollection<string> Keys => [.. all.Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal)).Select(k => k[Prefix.Length..])];

        public string? this[string key] => all[Prefix + key];

        public bool ContainsKey(string key) => all.ContainsKey(Prefix + key);

        public bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => all.TryGetValue(Prefix + key, out value);

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Keys.Select(k => KeyValuePair.Create(k, this[k]!)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Sent(IResponseCookies all) : IResponseCookiesFeature, IResponseCookies
    {
        public IResponseCookies Cookies => this;

        public void Append(string key, string value) => Append(key, value, new CookieOptions());

        public void Append(string key, string value, CookieOptions options) => all.Append(Prefix + key, value, ForHost(options));

        public void Delete(string key) => Delete(key, new CookieOptions());

        public void Delete(string key, CookieOptions options) => all.Delete(Prefix + key, ForHost(options));

        private static CookieOptions ForHost(CookieOptions options) => new(options) { Secure = true, Path = "/", Domain = null };
    }
}
