using HabitatBoard.Accounts;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Pages.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using HabitatBoard.Web.TakeAway;

namespace HabitatBoard.Web.Pages.Manage;

/// <summary>Who may do what.</summary>
[Authorize(Policies.Administer)]
internal sealed class UsersModel(UserManager<User> users, AccountsDbContext db, OneTimeLinks links, SecurityLog log, TimeProvider clock, PublicAddress address) : StaffPage
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>A link that was just made, with the user for whom it is; shown this once.</summary>
    public (string Name, string Link)? Made { get; private set; }

    public string? Changed { get; private set; }

    /// <summary>A user as the list shows one.</summary>
    public sealed record Row(Guid Id, string UserName, string DisplayName, Role? Role, bool Disabled, bool LockedOut, bool HasPassword, bool SecondFactor);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? userName, string? displayName, string? role, string? language, CancellationToken cancellationToken)
    {
        if (Faults.IsUser(ModelState, T, userName, displayName))
        {
            var user = new User(userName!, displayName!, OfficialLanguages.TryParse(language, out var chosen) ? chosen : Language, RoleOf(role));
            if (Faults.Read(ModelState, T, await users.CreateAsync(user)))
            {
                log.Changed(user, $"created with role {user.Role}");
                return await ShowLinkAsync(user, cancellationToken);
            }
        }
        await ShowAsync(cancellationToken);
        return Invalid();
    }

    public Task<IActionResult> OnPostRoleAsync(Guid id, string? role, CancellationToken cancellationToken) => ChangeAsync(id, user =>
    {
        user.Role = RoleOf(role);
        return $"role {user.Role}";
    }, cancellationToken);

    public Task<IActionResult> OnPostDisableAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, user =>
    {
        user.Disabled = true;
        return "disabled";
    }, cancellationToken);

    public Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, user =>
    {
        (user.Disabled, user.LockoutEnd, user.AccessFailedCount) = (false, null, 0);
        return "enabled";
    }, cancellationToken);

    /// <summary>For somebody who has lost the second factor: also ends every visit of theirs.</summary>
    public async Task<IActionResult> OnPostSecondFactorAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id) is not { } user)
        {
            return Fail(ErrorCode.UserNotFound);
        }
        await SecondFactors.RemoveAsync(users, user);
        log.Changed(user, "second factor removed");
        return await ShowChangedAsync(user, cancellationToken);
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
        {
            return Fail(ErrorCode.UserNotFound);
        }
        log.Changed(user, "link to set a password made");
        return await ShowLinkAsync(user, cancellationToken);
    }

    private async Task<IActionResult> ChangeAsync(Guid id, Func<User, string> change, CancellationToken cancellationToken)
    {
        if (await FindAsync(id) is not { } user)
        {
            return Fail(ErrorCode.UserNotFound);
        }
        var what = change(user);
        if (!Faults.Read(ModelState, T, await users.UpdateAsync(user)))
        {
            await ShowAsync(cancellationToken);
            return Invalid();
        }
        log.Changed(user, what);
        return await ShowChangedAsync(user, cancellationToken);
    }

    /// <summary>Anybody but oneself: so there is always an administrator left.</summary>
    private async Task<User?> FindAsync(Guid id) => id.ToString() == users.GetUserId(User) ? null : await users.FindByIdAsync(id.ToString());

    private static Role? RoleOf(string? name) => Enum.TryParse<Role>(name, out var role) && Enum.IsDefined(role) ? role : null;

    private async Task<IActionResult> ShowLinkAsync(User user, CancellationToken cancellationToken)
    {
        var path = await links.CreateAsync(user.Id, user.Language.Code, cancellationToken);
        // Where nobody has said what the site is called, the caller may not: the link goes to somebody else.
        Made = (user.DisplayName, address.For(Request, path) ?? path);
        return await ShowAsync(cancellationToken);
    }

    private Task<IActionResult> ShowChangedAsync(User user, CancellationToken cancellationToken)
    {
        Changed = user.DisplayName;
        return ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Place("users", T["manage.users"]);
        var now = clock.GetUtcNow();
        var rows = await db.Users.AsNoTracking().OrderBy(u => u.DisplayName)
            .Select(u => new { u.Id, u.UserName, u.DisplayName, u.Role, u.Disabled, u.LockoutEnd, HasPassword = u.PasswordHash != null, SecondFactor = u.TwoFactorEnabled || db.UserPasskeys.Any(p => p.UserId == u.Id) })
            .ToListAsync(cancellationToken);
        Rows = [.. rows.Select(u => new Row(u.Id, u.UserName!, u.DisplayName, u.Role, u.Disabled, u.LockoutEnd > now, u.HasPassword, u.SecondFactor))];
        return Page();
    }
}
