using HabitatBoard.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace HabitatBoard.Web.Accounts;

/// <summary>
/// Passkeys (WebAuthn): one signs in with a device alone, which asks for a finger, a face or a PIN. That is two factors, so it
/// counts as such.
/// </summary>
internal sealed class Passkeys(IPasskeyHandler<User> handler, UserManager<User> users, IHttpContextAccessor http, UsedOnce used, SecurityLog log, TimeProvider clock)
{
    private const string State = "passkey";

    private HttpContext Context => http.HttpContext!;

    /// <summary>What the browser is asked for in order to sign in, as JSON. It names no account, so nobody learns of any.</summary>
    public async Task<string> AskAsync()
    {
        var options = await handler.MakeRequestOptionsAsync(null, Context);
        await RememberAsync(options.AssertionState);
        return options.RequestOptionsJson;
    }

    /// <summary>Takes what the browser answered.</summary>
    /// <returns>The user to whom the passkey belongs; null where it was refused.</returns>
    public async Task<User?> TakeAsync(string credential)
    {
        if (await RecallAsync() is not { } state)
        {
            return null;
        }
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded || !result.Passkey.IsUserVerified || result.User.Disabled)
        {
            log.SignInFailed(result.User, "passkey");
            return null;
        }
        // Its counter, by which a copied passkey would be found out.
        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    /// <summary>What the browser is asked for in order to make a passkey, as JSON.</summary>
    public async Task<string> AskForNewAsync(User user)
    {
        var options = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.UserName!, DisplayName = user.DisplayName }, Context);
        await RememberAsync(options.AttestationState);
        return options.CreationOptionsJson;
    }

    /// <summary>Adds the passkey that the browser made.</summary>
    /// <returns>Whether it was taken.</returns>
    public async Task<bool> AddAsync(User user, string credential, string name)
    {
        if (await RecallAsync() is not { } state)
        {
            return false;
        }
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Context, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || !result.Passkey.IsUserVerified || result.UserEntity.Id != user.Id.ToString())
        {
            return false;
        }
        result.Passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(user, result.Passkey)).Succeeded;
    }

    private Task RememberAsync(string? state)
    {
        var properties = new AuthenticationProperties();
        properties.Items[State] = state;
        return Context.SignInAsync(SignIns.PendingScheme, new(new System.Security.Claims.ClaimsIdentity(SignIns.PendingScheme)), properties);
    }

    private async Task<string?> RecallAsync()
    {
        var pending = await Context.AuthenticateAsync(SignIns.PendingScheme);
        await Context.SignOutAsync(SignIns.PendingScheme);
        return pending.Properties?.Items.TryGetValue(State, out var state) == true && state is not null && await used.UseAsync(state, clock.GetUtcNow() + SignIns.Patience) ? state : null;
    }
}
