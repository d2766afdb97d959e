using System.Globalization;
using System.Security.Claims;
using HabitatBoard.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Accounts;

/// <summary>
/// The visit of somebody who signed in. The cookie says who, and whether with a second factor; what that person may do is read
/// at every request, by one query, so that whatever is taken away is gone at the next.
/// </summary>
internal static class Visits
{
    public const string SchemeName = "Visit";

    /// <summary>A working day; then one signs in again.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    private const string StampClaim = "stamp";
    private const string Visit = "visit";

    public static async Task BeginAsync(HttpContext context, User user, bool secondFactor)
    {
        var caller = Callers.Of(SchemeName, user.Id, user.DisplayName, user.Role, secondFactor);
        caller.Identities.First().AddClaim(new Claim(StampClaim, user.SecurityStamp ?? ""));
        var properties = new AuthenticationProperties();
        properties.SetString(Visit, Secret.New());
        await context.SignInAsync(SchemeName, caller, properties);
        // What follows in this request is theirs: the tokens of forms, for one.
        context.User = caller;
    }

    /// <summary>Ends a visit for whoever holds its cookie.</summary>
    public static async Task EndAsync(HttpContext context)
    {
        if ((await context.AuthenticateAsync(SchemeName)).Properties is { ExpiresUtc: { } end } properties && properties.GetString(Visit) is { } visit)
        {
            await context.RequestServices.GetRequiredService<UsedOnce>().UseAsync(visit, end);
        }
        await context.SignOutAsync(SchemeName);
    }

    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var caller = context.Principal!;
        var db = context.HttpContext.RequestServices.GetRequiredService<AccountsDbContext>();
        var visit = Secret.Digest(context.Properties.GetString(Visit) ?? "");
        var user = Guid.TryParse(caller.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            ? await db.Users.Where(u => u.Id == id).Select(u => new { u.SecurityStamp, u.DisplayName, u.Role, u.Disabled, Ended = db.Used.Any(x => x.Digest == visit) }).FirstOrDefaultAsync(context.HttpContext.RequestAborted)
            : null;
        if (user is null || user.Disabled || user.Ended || user.SecurityStamp != caller.FindFirstValue(StampClaim))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SchemeName);
            return;
        }
        context.ReplacePrincipal(Callers.Of(SchemeName, id, user.DisplayName, user.Role, caller.HasSecondFactor));
    }
}
