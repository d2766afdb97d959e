using HabitatBoard.Accounts;
using HabitatBoard.Errors;
using HabitatBoard.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Account;

/// <summary>Setting up an authenticator program, and the recovery codes for when it is lost.</summary>
[Accepts("returnUrl")]
internal sealed class AuthenticatorModel(UserManager<User> users, SignIns signIns, SignInLimits limits, SecurityLog log) : OwnAccountPage(users, log)
{
    /// <summary>The key in base 32, before it is confirmed by a password made from it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The key in groups of four, for typing.</summary>
    public string GroupedKey => string.Join(' ', Key.Chunk(4).Select(c => new string(c)));

    /// <summary>The recovery codes, shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string? ReturnUrl { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        await ShowFormAsync(returnUrl);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? returnUrl)
    {
        await ShowFormAsync(returnUrl);
        if (limits.Take(HttpContext, Owner.UserName!) is { } wait)
        {
            return Fail(ErrorCode.TooManyRequests, wait);
        }
        if (Owner.TwoFactorEnabled || !await signIns.AcceptsTotpAsync(Owner, string.Concat((code ?? "").Where(char.IsAsciiDigit))))
        {
            return Invalid("code", "authenticator.wrong");
        }
        await Users.SetTwoFactorEnabledAsync(Owner, true);
        return await ShowCodesAsync("authenticator set up");
    }

    public async Task<IActionResult> OnPostCodesAsync(string? returnUrl)
    {
        await ShowFormAsync(returnUrl);
        return Owner.TwoFactorEnabled ? await ShowCodesAsync("recovery codes made") : Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await ShowFormAsync(null);
        Owner.ForgetSecondFactor();
        await Users.ResetAuthenticatorKeyAsync(Owner);
        await EndOtherVisitsAsync("authenticator removed", User.HasSecondFactor && Passkeys.Count > 0);
        return SeeOther(Frame.Href("/account/authenticator"));
    }

    private async Task ShowFormAsync(string? returnUrl)
    {
        await OpenAsync("authenticator.title");
        ReturnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null;
        if (!Owner.TwoFactorEnabled)
        {
            if (await Users.GetAuthenticatorKeyAsync(Owner) is null)
            {
                // Changes the stamp, so the visit has to go on with the new one.
                await Users.ResetAuthenticatorKeyAsync(Owner);
                await Visits.BeginAsync(HttpContext, Owner, User.HasSecondFactor);
            }
            Key = (await Users.GetAuthenticatorKeyAsync(Owner))!;
        }
    }

    private async Task<IActionResult> ShowCodesAsync(string what)
    {
        Codes = Owner.NewRecoveryCodes();
        await EndOtherVisitsAsync(what, secondFactor: true);
        return Page();
    }
}
