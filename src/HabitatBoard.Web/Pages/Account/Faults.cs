using HabitatBoard.Accounts;
using HabitatBoard.Web.Languages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HabitatBoard.Web.Pages.Account;

/// <summary>What is wrong with what was typed about an account, in the reader's language and beside the field.</summary>
internal static class Faults
{
    /// <summary>Whether names can be those of a user; says what is wrong with those that cannot.</summary>
    public static bool IsUser(ModelStateDictionary state, Phrases phrases, string? userName, string? displayName)
    {
        if (string.IsNullOrEmpty(userName) || userName.Length > User.NameLength)
        {
            state.AddModelError("userName", phrases["account.userName.wrong"]);
        }
        if (!User.IsDisplayName(displayName ?? ""))
        {
            state.AddModelError("displayName", phrases["account.displayName.wrong"]);
        }
        return state.IsValid;
    }

    /// <summary>Whether an account could be saved; says what was wrong.</summary>
    public static bool Read(ModelStateDictionary state, Phrases phrases, IdentityResult result)
    {
        foreach (var code in result.Errors.Select(e => e.Code))
        {
            var (field, text) = Enum.TryParse<PasswordFault>(code, out var fault) ? ("password", phrases.Of(fault))
                : code == nameof(IdentityErrorDescriber.DuplicateUserName) ? ("userName", phrases["account.userName.taken"])
                : code == nameof(IdentityErrorDescriber.PasswordMismatch) ? ("current", phrases["account.currentWrong"])
                : code == DisplayNames.Taken ? ("displayName", phrases["account.displayName.taken"])
                : code == nameof(IdentityErrorDescriber.InvalidUserName) ? ("userName", phrases["account.userName.wrong"])
                : ("", phrases["account.changedMeanwhile"]);
            state.AddModelError(field, text);
        }
        return result.Succeeded;
    }
}
