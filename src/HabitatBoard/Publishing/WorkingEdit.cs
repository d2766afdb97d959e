using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Publishing;

/// <summary>One edit under way: the working store inside its transaction, and what is to become of which rows.</summary>
public sealed class WorkingEdit
{
    private readonly Dictionary<object, object> replaced = new(ReferenceEqualityComparer.Instance);
    private readonly List<object> touched = [];

    internal WorkingEdit(BoardDbContext db) => Db = db;

    /// <summary>The working store. Read without tracking; what is to be saved is <see cref="Put"/>.</summary>
    public BoardDbContext Db { get; }

    /// <summary>What differs from before the edit, as far as it was saved.</summary>
    internal Differences Differences { get; } = new();

    /// <summary>The rows that were added or modified.</summary>
    internal IReadOnlyList<object> Touched => touched;

    /// <summary>
    /// Puts the rows of an aggregate in the place of those it had. No rows before create it, no rows after remove it.
    /// </summary>
    public void Put(IReadOnlyList<object> was, IReadOnlyList<object> becomes)
    {
        var old = was.ToDictionary(r => (r.GetType(), Aggregate.KeyOf(Db, r)));
        foreach (var row in becomes)
        {
            if (!old.Remove((row.GetType(), Aggregate.KeyOf(Db, row)), out var present))
            {
                Db.Entry(row).State = EntityState.Added;
            }
            else if (Aggregate.AreEqual(Db, row, present))
            {
                Db.Entry(row).State = EntityState.Unchanged;
            }
            else
            {
                replaced[row] = present;
                Db.Entry(row).State = EntityState.Modified;
            }
        }
        foreach (var gone in old.Values)
        {
            // A copy: what was read may still hold on to the other rows of its aggregate, which are tracked as they become.
            Db.Entry(Aggregate.Copy(Db, gone)).State = EntityState.Deleted;
        }
    }

    /// <summary>Writes what was put, so that what follows in the same edit can read it and refer to it.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);
        Db.ChangeTracker.Clear();
        replaced.Clear();
    }

    internal async Task SaveAsync(CancellationToken cancellationToken)
    {
        Db.ChangeTracker.DetectChanges();
        var entries = Db.ChangeTracker.Entries().Where(e => e.Entity is not Receipt && e.State is (EntityState.Added or EntityState.Modified or EntityState.Deleted)).ToList();
        if (entries.Count == 0)
        {
            return;
        }
        await References.CheckRemovalAsync(Db, [.. entries.Where(e => e.State == EntityState.Deleted).Select(e => e.Entity)], cancellationToken);
        foreach (var (becomes, was) in replaced)
        {
            await References.CheckRenamingAsync(Db, was, becomes, cancellationToken);
        }
        foreach (var aggregate in entries.GroupBy(e => PublishedUnit.HistoryOf(Db, e.Entity)))
        {
            Differences.Add(Db, aggregate.Key, aggregate, replaced);
        }
        touched.AddRange(entries.Where(e => e.State != EntityState.Deleted).Select(e => e.Entity));
        await Db.SaveChangesAsync(cancellationToken);
    }
}
