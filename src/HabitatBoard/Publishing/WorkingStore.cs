using HabitatBoard.Data;
using HabitatBoard.Errors;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Publishing;

/// <summary>
/// Saves what the secretariat edits, and writes its history in the same transaction: one row per aggregate that changed.
/// </summary>
public sealed class WorkingStore(BoardStores stores)
{
    /// <summary>Opens the working store.</summary>
    public Task<BoardDbContext> OpenAsync(CancellationToken cancellationToken) => stores.Working.CreateDbContextAsync(cancellationToken);

    /// <summary>Saves every pending change of <paramref name="db"/>, or none.</summary>
    /// <exception cref="RecordException">An invariant of the record would be broken.</exception>
    public Task SaveAsync(BoardDbContext db, Attribution by, CancellationToken cancellationToken) =>
        SaveAsync(db, _ => Task.FromResult(true), by, cancellationToken);

    /// <summary>
    /// Does <paramref name="work"/> and saves what it put, in one transaction: what it reads is what it changes, and
    /// nobody else writes meanwhile. When it throws, nothing is saved.
    /// </summary>
    /// <exception cref="RecordException">An invariant of the record would be broken.</exception>
    public async Task<T> EditAsync<T>(Func<WorkingEdit, Task<T>> work, Attribution by, CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(cancellationToken);
        return await SaveAsync(db, work, by, cancellationToken);
    }

    private async Task<T> SaveAsync<T>(BoardDbContext db, Func<WorkingEdit, Task<T>> work, Attribution by, CancellationToken cancellationToken)
    {
        await stores.Gate.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // What fails undoes the whole edit: nobody goes back to the middle of one.
            db.Database.AutoSavepointsEnabled = false;
            // Writers on other nodes wait here, so that no two follow the same row of history.
            await stores.TakeTurnAsync(db, cancellationToken);
            var edit = new WorkingEdit(db);
            var result = await work(edit);
            await edit.SaveAsync(cancellationToken);
            if (edit.Differences.Any)
            {
                await Corrections.CheckAsync(db, edit.Differences, by, cancellationToken);
                // The head is read inside the transaction: outside it two writers would follow one row.
                var head = await db.Changes.OrderByDescending(c => c.Sequence).Select(c => new { c.Sequence, c.Digest }).FirstOrDefaultAsync(cancellationToken);
                db.AddRange(edit.Differences.Changes(by, head?.Sequence ?? 0, head?.Digest ?? ""));
                await db.SaveChangesAsync(cancellationToken);
                await References.CheckAsync(db, edit.Touched, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
            return result;
        }
        catch (DbUpdateException e) when (stores.BrokenInvariant(e) is { } code)
        {
            throw new RecordException(code, [.. e.Entries.Select(entry => (object)RecordJson.CamelCase(entry.Metadata.ClrType.Name)).Distinct()]);
        }
        finally
        {
            stores.Gate.Release();
        }
    }
}
