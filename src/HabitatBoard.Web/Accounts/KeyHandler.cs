using System.Text.Encodings.Web;
using HabitatBoard.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HabitatBoard.Web.Accounts;

/// <summary>Recognises the caller of the API by the key in <c>Authorization: Bearer hb_…</c> (RFC 6750).</summary>
internal sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, AccountsDbContext db, SecurityLog log, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Key";

    private const string Bearer = "Bearer ";

    public static bool IsPresented(HttpRequest request) => request.Headers.Authorization.Count > 0;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsPresented(Request))
        {
            return AuthenticateResult.NoResult();
        }
        var header = Request.Headers.Authorization.ToString();
        var text = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : "";
        if (ApiKey.PrefixOf(text) is not { } prefix)
        {
            return Refuse("(malformed)", "malformed");
        }
        var key = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Prefix == prefix, Context.RequestAborted);
        if (key is null || !key.Matches(text))
        {
            return Refuse(prefix, "unknown");
        }
        var now = clock.GetUtcNow();
        if (!key.IsValid(now))
        {
            return Refuse(prefix, key.RevokedAt is null ? "expired" : "revoked");
        }
        var minute = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
        if (key.LastUsedAt != minute)
        {
            await db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.LastUsedAt, minute), Context.RequestAborted);
        }
        return AuthenticateResult.Success(new AuthenticationTicket(Callers.Of(SchemeName, key.Id, $"key:{key.Name}", key.Role, secondFactor: true), SchemeName));
    }

    private AuthenticateResult Refuse(string prefix, string reason)
    {
        log.KeyRefused(prefix, reason);
        return AuthenticateResult.Fail(reason);
    }
}
