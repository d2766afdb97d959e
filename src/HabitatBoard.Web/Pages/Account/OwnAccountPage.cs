using HabitatBoard.Accounts;
using HabitatBoard.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace HabitatBoard.Web.Pages.Account;

/// <summary>A page on which people keep their own account.</summary>
[Authorize(Policies.SignedIn)]
internal abstract class OwnAccountPage(UserManager<User> users, SecurityLog log) : StaffPage
{
    protected UserManager<User> Users => users;

    public User Owner { get; private set; } = null!;

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    protected async Task OpenAsync(string title)
    {
        Owner = (await users.GetUserAsync(User))!;
        Passkeys = [.. await users.GetPasskeysAsync(Owner)];
        Place("account", T[title], title == "account.title" ? [] : [Crumb("/account", T["account.title"])]);
    }

    /// <summary>Ends every visit of this person but the present one, which goes on as it is told.</summary>
    protected async Task EndOtherVisitsAsync(string what, bool secondFactor)
    {
        await users.UpdateSecurityStampAsync(Owner);
        log.Changed(Owner, what);
        await Visits.BeginAsync(HttpContext, Owner, secondFactor);
    }
}
