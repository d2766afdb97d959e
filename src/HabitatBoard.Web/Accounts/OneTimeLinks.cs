using HabitatBoard.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Accounts;

/// <summary>Makes and redeems the links that set a password or make the first administrator.</summary>
internal sealed class OneTimeLinks(AccountsDbContext db, TimeProvider clock)
{
    /// <summary>Makes a link; one made before for the same purpose is void.</summary>
    /// <param name="userId">Whose password it sets; null for the first administrator.</param>
    /// <returns>The path of the link.</returns>
    public async Task<string> CreateAsync(Guid? userId, string language, CancellationToken cancellationToken)
    {
        await db.OneTimeLinks.Where(l => l.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        var secret = Secret.New();
        db.Add(new OneTimeLink(secret, userId, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return $"/{language}/account/link?token={secret}";
    }

    /// <summary>The link that a secret opens; null where it was used, has expired, is void, or never was.</summary>
    public async Task<OneTimeLink?> FindAsync(string? secret, CancellationToken cancellationToken)
    {
        if (secret is not { Length: 43 })
        {
            return null;
        }
        var digest = Secret.Digest(secret);
        var link = await db.OneTimeLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Digest == digest, cancellationToken);
        return link is null || link.ExpiresAt <= clock.GetUtcNow() || (link.UserId is null && await HasAdministratorAsync(cancellationToken)) ? null : link;
    }

    /// <summary>Uses a link up. Of two at once, one has it.</summary>
    public async Task<bool> RedeemAsync(OneTimeLink link, CancellationToken cancellationToken) =>
        await db.OneTimeLinks.Where(l => l.Digest == link.Digest).ExecuteDeleteAsync(cancellationToken) == 1;

    public Task<bool> HasAdministratorAsync(CancellationToken cancellationToken) =>
        db.Users.AnyAsync(u => u.Role == Role.Administrator && !u.Disabled, cancellationToken);
}
