using HabitatBoard.Accounts;
using Microsoft.AspNetCore.Identity;

namespace HabitatBoard.Web.Accounts;

/// <summary>All second factors of a user at once.</summary>
internal static class SecondFactors
{
    /// <summary>Takes them away from somebody who has lost them, and ends every visit of theirs.</summary>
    public static async Task RemoveAsync(UserManager<User> users, User user)
    {
        user.ForgetSecondFactor();
        foreach (var passkey in await users.GetPasskeysAsync(user))
        {
            await users.RemovePasskeyAsync(user, passkey.CredentialId);
        }
        // With a new stamp, which the visits do not have.
        await users.ResetAuthenticatorKeyAsync(user);
    }
}
