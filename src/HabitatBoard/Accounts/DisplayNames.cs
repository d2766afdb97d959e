using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Accounts;

/// <summary>No two people stand in the history under one name.</summary>
public sealed class DisplayNames(AccountsDbContext db) : IUserValidator<User>
{
    /// <summary>The code of the error.</summary>
    public const string Taken = "DuplicateDisplayName";

    public async Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user) =>
        await db.Users.AnyAsync(u => u.DisplayName == user.DisplayName && u.Id != user.Id)
            ? IdentityResult.Failed(new IdentityError { Code = Taken, Description = $"Another account has the name \"{user.DisplayName}\"." })
            : IdentityResult.Success;
}
