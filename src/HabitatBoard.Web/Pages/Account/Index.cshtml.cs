using HabitatBoard.Accounts;
using HabitatBoard.Languages;
using HabitatBoard.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Account;

/// <summary>One's own account: how one signs in, and where.</summary>
[Accepts("done")]
internal sealed class IndexModel(UserManager<User> users, Passkeys passkeys, SecurityLog log) : OwnAccountPage(users, log)
{
    private readonly SecurityLog log = log;

    public string? Done => Request.Query["done"].ToString() is var done and ("password" or "passkey" or "removed" or "language" or "everywhere") ? done : null;

    public async Task<IActionResult> OnGetAsync()
    {
        await OpenAsync("account.title");
        return Page();
    }

    public async Task<IActionResult> OnPostAskAsync()
    {
        await OpenAsync("account.title");
        return Content(await passkeys.AskForNewAsync(Owner), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        await OpenAsync("account.title");
        if (!await passkeys.AddAsync(Owner, credential ?? "", T.Format("account.passkey.name", Passkeys.Count + 1)))
        {
            return Invalid("", "signIn.passkeyRefused");
        }
        await EndOtherVisitsAsync("passkey added", secondFactor: true);
        return SeeOther(Frame.Href("/account?done=passkey"));
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id)
    {
        await OpenAsync("account.title");
        if (Passkeys.FirstOrDefault(p => Convert.ToHexStringLower(p.CredentialId) == id) is { } passkey)
        {
            await Users.RemovePasskeyAsync(Owner, passkey.CredentialId);
            // Whoever has no second factor left goes on without.
            await EndOtherVisitsAsync("passkey removed", User.HasSecondFactor && (Owner.TwoFactorEnabled || Passkeys.Count > 1));
        }
        return SeeOther(Frame.Href("/account?done=removed"));
    }

    public async Task<IActionResult> OnPostLanguageAsync(string? language)
    {
        await OpenAsync("account.title");
        if (OfficialLanguages.TryParse(language, out var chosen))
        {
            Owner.Language = chosen;
            await Users.UpdateAsync(Owner);
        }
        return SeeOther($"/{Owner.Language.Code}/account?done=language");
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await OpenAsync("account.title");
        await EndOtherVisitsAsync("signed out everywhere else", User.HasSecondFactor);
        return SeeOther(Frame.Href("/account?done=everywhere"));
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        log.SignedOut(User.Identity?.Name);
        await Visits.EndAsync(HttpContext);
        return SeeOther(Frame.Href(""));
    }
}
