using HabitatBoard.Accounts;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Account;

/// <summary>Signing in: by passkey, or by password and then, where there is one, the second factor.</summary>
[Accepts("returnUrl", "done")]
internal sealed class SignInModel(SignIns signIns, Passkeys passkeys, SignInLimits limits, KeptForms keptForms) : StaffPage
{
    public enum Step
    {
        Password,
        Code,

        /// <summary>Signed in; a form that was kept waits to be sent.</summary>
        Form,
    }

    public Step Now { get; private set; }

    public string? ReturnUrl { get; private set; }

    /// <summary>A form that waits for the sign-in, as it travels.</summary>
    public string? Kept { get; private set; }

    public KeptForm? Form { get; private set; }

    public bool PasswordIsSet => Request.Query["done"] == "password";

    public IActionResult OnGet(string? returnUrl)
    {
        Begin(returnUrl, KeptForms.Of(HttpContext), Step.Password);
        return User.Identity?.IsAuthenticated == true && Kept is null ? Redirect(Destination(null)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? userName, string? password, string? returnUrl, string? kept)
    {
        Begin(returnUrl, kept, Step.Password);
        if (limits.Take(HttpContext, userName ?? "") is { } wait)
        {
            return TooMany(wait);
        }
        if (await signIns.TakePasswordAsync(userName ?? "", password ?? "") is not { } user)
        {
            return Invalid("userName", "signIn.refused");
        }
        return User.Identity?.IsAuthenticated == true ? Done(user) : Ask(Step.Code);
    }

    public async Task<IActionResult> OnPostCodeAsync(string? code, string? returnUrl, string? kept)
    {
        Begin(returnUrl, kept, Step.Code);
        if (await signIns.PendingAsync() is not { } pending)
        {
            Ask(Step.Password);
            return Invalid("userName", "signIn.tooSlow");
        }
        if (limits.Take(HttpContext, pending.UserName!) is { } wait)
        {
            return TooMany(wait);
        }
        return await signIns.TakeCodeAsync(code ?? "") is { } user ? Done(user) : Invalid("code", "signIn.codeRefused");
    }

    public async Task<IActionResult> OnPostAskAsync() => Content(await passkeys.AskAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? returnUrl, string? kept)
    {
        Begin(returnUrl, kept, Step.Password);
        if (limits.Take(HttpContext, account: null) is { } wait)
        {
            return TooMany(wait);
        }
        if (await passkeys.TakeAsync(credential ?? "") is not { } user)
        {
            return Invalid("", "signIn.passkeyRefused");
        }
        await signIns.BeginVisitAsync(user, secondFactor: true, "passkey");
        return Done(user);
    }

    private void Begin(string? returnUrl, string? kept, Step step)
    {
        (ReturnUrl, Kept) = (Url.IsLocalUrl(returnUrl) ? returnUrl : null, kept);
        Ask(step);
    }

    private IActionResult Ask(Step step)
    {
        Now = step;
        Place(null, T[step == Step.Code ? "signIn.secondFactor" : step == Step.Form ? "signIn.form" : "signIn.title"]);
        return Page();
    }

    private IActionResult Done(User user)
    {
        Form = keptForms.Read(Kept);
        return Form is not null ? Ask(Step.Form) : SeeOther(Destination(user));
    }

    private string Destination(User? user) => ReturnUrl ?? (user is null ? Frame.Href("/manage") : $"/{user.Language.Code}/manage");

    private IActionResult TooMany(int wait)
    {
        Response.Headers.RetryAfter = wait.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Fail(ErrorCode.TooManyRequests, wait);
    }
}
