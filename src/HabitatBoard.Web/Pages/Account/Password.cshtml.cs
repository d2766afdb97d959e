using HabitatBoard.Accounts;
using HabitatBoard.Errors;
using HabitatBoard.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Account;

/// <summary>Changing one's password.</summary>
internal sealed class PasswordModel(UserManager<User> users, SignInLimits limits, SecurityLog log) : OwnAccountPage(users, log)
{
    public async Task<IActionResult> OnGetAsync()
    {
        await OpenAsync("account.changePassword");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? current, string? password, string? again)
    {
        await OpenAsync("account.changePassword");
        if (limits.Take(HttpContext, Owner.UserName!) is { } wait)
        {
            return Fail(ErrorCode.TooManyRequests, wait);
        }
        if (password != again)
        {
            return Invalid("again", "account.passwordsDiffer");
        }
        if (current is null or { Length: > PasswordRules.Longest })
        {
            return Invalid("current", "account.currentWrong");
        }
        if (!Faults.Read(ModelState, T, await Users.ChangePasswordAsync(Owner, current, password ?? "")))
        {
            return Invalid();
        }
        await EndOtherVisitsAsync("password changed", User.HasSecondFactor);
        return SeeOther(Frame.Href("/account?done=password"));
    }
}
