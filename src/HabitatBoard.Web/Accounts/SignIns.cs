using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using HabitatBoard.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Accounts;

/// <summary>
/// The steps of signing in. Whatever is wrong, the answer is the same and comes at the same time: nobody learns which accounts
/// there are, or which are locked.
/// </summary>
internal sealed class SignIns(UserManager<User> users, AccountsDbContext db, IHttpContextAccessor http, SecurityLog log, TimeProvider clock)
{
    public const string PendingScheme = "Pending";

    /// <summary>How long one may take from one step to the next.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Longer than any check takes, a slow machine apart; there the hash of a password nobody has makes times alike.
    private static readonly TimeSpan Refusal = TimeSpan.FromMilliseconds(750);

    private static readonly Lazy<string> HashOfNothing = new(() => new PasswordHasher<User>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 220_000 })).HashPassword(null!, Secret.New()));

    private HttpContext Context => http.HttpContext!;

    /// <summary>Takes a name and a password. Where a second factor is due, the next step is asked of the user given back.</summary>
    /// <returns>The user; null where anything was wrong.</returns>
    public async Task<User?> TakePasswordAsync(string name, string password)
    {
        var begin = Stopwatch.GetTimestamp();
        var user = name.Length <= User.NameLength ? await users.FindByNameAsync(name) : null;
        var verdict = password.Length <= PasswordRules.Longest
            ? users.PasswordHasher.VerifyHashedPassword(user!, user?.PasswordHash ?? HashOfNothing.Value, password)
            : PasswordVerificationResult.Failed;
        var right = verdict != PasswordVerificationResult.Failed && user?.PasswordHash is not null;
        if (right && verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            // Of fewer rounds than hashes have today.
            user!.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        }
        if (!await MayGoOnAsync(user, right, "password"))
        {
            await RefuseAsync(begin);
            return null;
        }
        if (await SecondFactorOfAsync(user!))
        {
            var pending = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user!.Id.ToString()), new("stamp", user.SecurityStamp ?? "")], PendingScheme);
            await Context.SignInAsync(PendingScheme, new ClaimsPrincipal(pending));
            return user;
        }
        await BeginVisitAsync(user!, secondFactor: false, "password");
        return user;
    }

    /// <summary>Takes a one-time password or a recovery code from whoever gave a password before.</summary>
    /// <returns>The user, signed in; null where anything was wrong.</returns>
    public async Task<User?> TakeCodeAsync(string code)
    {
        var begin = Stopwatch.GetTimestamp();
        var user = await PendingAsync();
        var typed = string.Concat(code.Where(char.IsAsciiLetterOrDigit));
        var (right, method) = user is null ? (false, "code")
            : typed.Length == 6 ? (await AcceptsTotpAsync(user, typed), "password and one-time password")
            : (user.AcceptRecoveryCode(typed), "password and recovery code");
        if (!await MayGoOnAsync(user, right, "second factor"))
        {
            await RefuseAsync(begin);
            return null;
        }
        await BeginVisitAsync(user!, secondFactor: true, method);
        return user;
    }

    /// <summary>Whoever gave a password and still owes the second factor.</summary>
    public async Task<User?> PendingAsync()
    {
        var pending = await Context.AuthenticateAsync(PendingScheme);
        return Guid.TryParse(pending.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            && await users.FindByIdAsync(id.ToString()) is { Disabled: false } user && user.SecurityStamp == pending.Principal!.FindFirstValue("stamp")
                ? user
                : null;
    }

    /// <summary>Whether a password alone does not sign this user in.</summary>
    public async Task<bool> SecondFactorOfAsync(User user) => user.TwoFactorEnabled || (await users.GetPasskeysAsync(user)).Count > 0;

    public async Task<bool> AcceptsTotpAsync(User user, string password) =>
        await users.GetAuthenticatorKeyAsync(user) is { } key && user.AcceptTotp(key, password, clock.GetUtcNow());

    /// <summary>Begins a visit, and saves what the sign-in used up: a one-time password, a recovery code, the count of failures.</summary>
    public async Task BeginVisitAsync(User user, bool secondFactor, string method)
    {
        await users.ResetAccessFailedCountAsync(user);
        await Context.SignOutAsync(PendingScheme);
        await Visits.BeginAsync(Context, user, secondFactor);
        log.SignedIn(user, method);
    }

    /// <summary>Whether a step succeeded: what was given is right, and the account open. Counts what is wrong.</summary>
    private async Task<bool> MayGoOnAsync(User? user, bool right, string what)
    {
        if (user is null)
        {
            log.SignInFailed(null, "no such account");
            return false;
        }
        if (user.Disabled || await users.IsLockedOutAsync(user))
        {
            log.SignInFailed(user, user.Disabled ? "disabled" : "locked out");
            return false;
        }
        if (!right)
        {
            log.SignInFailed(user, what);
            await CountFailureAsync(user);
            return false;
        }
        // Saved with the stamp of concurrency: of two requests with one code, one fails.
        if (!(await users.UpdateAsync(user)).Succeeded)
        {
            log.SignInFailed(user, "used twice at once");
            db.ChangeTracker.Clear();
            return false;
        }
        return true;
    }

    /// <summary>In the database itself: of many attempts at once, each counts.</summary>
    private async Task CountFailureAsync(User user)
    {
        var account = db.Users.Where(u => u.Id == user.Id);
        await account.ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount + 1));
        var lockout = users.Options.Lockout;
        if (await account.Select(u => u.AccessFailedCount).FirstOrDefaultAsync() >= lockout.MaxFailedAccessAttempts)
        {
            DateTimeOffset? end = clock.GetUtcNow() + lockout.DefaultLockoutTimeSpan;
            await account.ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, end));
            log.LockedOut(user);
        }
        db.ChangeTracker.Clear();
    }

    private static async Task RefuseAsync(long begin)
    {
        var left = Refusal - Stopwatch.GetElapsedTime(begin);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left);
        }
    }
}
