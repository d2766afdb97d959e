using System.Text.Json.Nodes;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HabitatBoard.Publishing;

/// <summary>Saves what the secretariat edits, and writes its history in the same transaction.</summary>
public sealed class WorkingStore(BoardStores stores)
{
    /// <summary>Opens the working store.</summary>
    public Task<BoardDbContext> OpenAsync(CancellationToken cancellationToken) => stores.Working.CreateDbContextAsync(cancellationToken);

    /// <summary>Saves every pending change of <paramref name="db"/>, or none.</summary>
    /// <exception cref="RecordException">An invariant of the record would be broken.</exception>
    public async Task SaveAsync(BoardDbContext db, Attribution by, CancellationToken cancellationToken)
    {
        db.ChangeTracker.DetectChanges();
        var entries = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (entries.Count == 0)
        {
            return;
        }
        await stores.Gate.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // The head is read inside the transaction: outside it two writers would follow one row.
            var head = await db.Changes.OrderByDescending(c => c.Sequence).Select(c => new { c.Sequence, c.Digest }).FirstOrDefaultAsync(cancellationToken);
            var (sequence, digest) = (head?.Sequence ?? 0, head?.Digest ?? "");
            var touched = entries.Where(e => e.State != EntityState.Deleted).Select(e => e.Entity).ToList();
            foreach (var change in entries.Select(entry => Describe(entry, ++sequence, by, digest)))
            {
                digest = change.Digest;
                db.Add(change);
            }
            await db.SaveChangesAsync(cancellationToken);
            await References.CheckAsync(db, touched, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (stores.BrokenInvariant(e) is { } code)
        {
            throw new RecordException(code, [.. e.Entries.Select(entry => (object)entry.Metadata.ClrType.Name).Distinct()]);
        }
        finally
        {
            stores.Gate.Release();
        }
    }

    private static Change Describe(EntityEntry entry, long sequence, Attribution by, string previousDigest)
    {
        var key = string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.CurrentValues[p]));
        var unit = entry.Entity switch
        {
            ISessionOwned owned => owned.SessionId,
            Session session => session.Id,
            _ => PublishedUnit.Registers,
        };
        var operation = entry.State switch
        {
            EntityState.Added => ChangeOperation.Created,
            EntityState.Deleted => ChangeOperation.Deleted,
            _ => ChangeOperation.Updated,
        };
        var fields = new JsonObject();
        foreach (var property in entry.CurrentValues.Properties)
        {
            var before = entry.State == EntityState.Added ? null : RecordJson.Value(entry.OriginalValues[property]);
            var after = entry.State == EntityState.Deleted ? null : RecordJson.Value(entry.CurrentValues[property]);
            if (!JsonNode.DeepEquals(before, after))
            {
                fields[PathOf(property)] = new JsonArray(before, after);
            }
        }
        return new Change(sequence, by.At, by.Author, by.Reason, unit, RecordJson.CamelCase(entry.Metadata.ClrType.Name), key, operation, CanonicalJson.Text(fields), previousDigest);
    }

    /// <summary>The property with the complex properties it stands in, <c>title.zh.text</c>.</summary>
    private static string PathOf(IProperty property)
    {
        var path = RecordJson.Name(property);
        for (var type = property.DeclaringType as IComplexType; type is not null; type = type.ComplexProperty.DeclaringType as IComplexType)
        {
            path = $"{RecordJson.Name(type.ComplexProperty)}.{path}";
        }
        return path;
    }
}
