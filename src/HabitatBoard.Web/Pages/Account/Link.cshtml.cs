using HabitatBoard.Accounts;
using HabitatBoard.Errors;
using HabitatBoard.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HabitatBoard.Web.Pages.Account;

/// <summary>Where a one-time link leads: a new password, or the first administrator.</summary>
[Accepts("token")]
internal sealed class LinkModel(OneTimeLinks links, UserManager<User> users, AccountsDbContext db, SignIns signIns, SecurityLog log) : StaffPage
{
    /// <summary>Whose password is set; null where the first administrator is made.</summary>
    public User? Owner { get; private set; }

    public string Token { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? token, CancellationToken cancellationToken) =>
        await OpenAsync(token, cancellationToken) is null ? Fail(ErrorCode.LinkSpent) : Page();

    public async Task<IActionResult> OnPostAsync(string? token, string? userName, string? displayName, string? password, string? again, CancellationToken cancellationToken)
    {
        if (await OpenAsync(token, cancellationToken) is not { } link)
        {
            return Fail(ErrorCode.LinkSpent);
        }
        if (password != again)
        {
            return Invalid("again", "account.passwordsDiffer");
        }
        if (Owner is null && !Faults.IsUser(ModelState, T, userName, displayName))
        {
            return Invalid();
        }
        var user = Owner ?? new User(userName!, displayName!, Language, Role.Administrator);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await links.RedeemAsync(link, cancellationToken))
        {
            return Fail(ErrorCode.LinkSpent);
        }
        if (!Faults.Read(ModelState, T, Owner is null ? await users.CreateAsync(user, password ?? "") : await ReplaceAsync(user, password ?? "")))
        {
            // The transaction ends without the link being used.
            db.ChangeTracker.Clear();
            return Invalid();
        }
        await transaction.CommitAsync(cancellationToken);
        log.Changed(user, Owner is null ? "created as first administrator" : "password set by link");
        if (await signIns.SecondFactorOfAsync(user))
        {
            return SeeOther(Frame.Href("/account/sign-in?done=password"));
        }
        await signIns.BeginVisitAsync(user, secondFactor: false, "link");
        return SeeOther(Frame.Href(user.Role >= Role.Publisher ? "/account/authenticator" : "/manage"));
    }

    private async Task<OneTimeLink?> OpenAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await links.FindAsync(token, cancellationToken);
        if (link?.UserId is { } id)
        {
            Owner = await users.FindByIdAsync(id.ToString());
        }
        Token = token ?? "";
        Place(null, T[Owner is null ? "link.first" : "link.password"]);
        return Owner is { Disabled: true } ? null : link;
    }

    private async Task<IdentityResult> ReplaceAsync(User user, string password)
    {
        var removed = await users.RemovePasswordAsync(user);
        if (!removed.Succeeded)
        {
            return removed;
        }
        await users.SetLockoutEndDateAsync(user, null);
        return await users.AddPasswordAsync(user, password);
    }
}
