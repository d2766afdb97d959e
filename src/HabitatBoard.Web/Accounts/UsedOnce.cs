using HabitatBoard.Accounts;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Accounts;

/// <summary>
/// Uses up what travels with a browser, for all nodes: without it, whoever saw a whole request could send it again, and whoever
/// holds a copy of a cookie could go on after its owner signed out.
/// </summary>
internal sealed class UsedOnce(AccountsDbContext db, BoardStores stores, TimeProvider clock)
{
    /// <summary>Uses something up. Of many at once, one has it.</summary>
    /// <param name="what">Its text, which nobody can guess; its digest is kept.</param>
    /// <param name="expiresAt">When it would end by itself.</param>
    /// <returns>False where it was used before.</returns>
    public async Task<bool> UseAsync(string what, DateTimeOffset expiresAt)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await db.Used.Where(u => u.ExpiresAt < now).ExecuteDeleteAsync();
        var used = new Used(what, expiresAt);
        var digest = used.Digest;
        if (await db.Used.AnyAsync(u => u.Digest == digest))
        {
            return false;
        }
        db.Add(used);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException e) when (stores.BrokenInvariant(e) == ErrorCode.NumberUsedTwice)
        {
            // Another was first.
            return false;
        }
        finally
        {
            db.Entry(used).State = EntityState.Detached;
        }
    }
}
