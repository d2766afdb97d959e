using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Publishing;

/// <summary>
/// Publishes a unit: reads the working store, writes only the published one, in one transaction. A crash leaves
/// the old edition or the new, never a mixture.
/// </summary>
public sealed class Publisher(BoardStores stores, PublishedClock clock)
{
    /// <summary>Publishes a session, <c>2024-1</c>, or the registers, and keeps the edition.</summary>
    public async Task<Edition> PublishAsync(string unitName, Attribution by, CancellationToken cancellationToken)
    {
        var unit = PublishedUnit.Named(unitName);
        await using var working = await stores.Working.CreateDbContextAsync(cancellationToken);
        await using var published = await stores.Publishing.CreateDbContextAsync(cancellationToken);
        await stores.Gate.WaitAsync(cancellationToken);
        try
        {
            var (content, workingSequence) = await ReadWorkingAsync(working, unit, cancellationToken);
            var document = CanonicalJson.Bytes(content.Document());

            await using var transaction = await published.Database.BeginTransactionAsync(cancellationToken);
            var before = (await unit.ReadAsync(published, cancellationToken)).Resources();
            await ReplaceAsync(published, unit, content, cancellationToken);
            await FollowAsync(published, unit, before, content.Resources(), by, cancellationToken);

            var number = 1 + (await published.Editions.Where(e => e.Unit == unit.Name).MaxAsync(e => (int?)e.Number, cancellationToken) ?? 0);
            var edition = new Edition(unit.Name, number, by.At, by.Author, by.Reason, document, CanonicalJson.Sha256(document), workingSequence);
            published.Add(edition);
            await published.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            clock.Tick();
            return edition;
        }
        finally
        {
            stores.Gate.Release();
        }
    }

    private static async Task<(UnitContent Content, long Sequence)> ReadWorkingAsync(BoardDbContext working, PublishedUnit unit, CancellationToken cancellationToken)
    {
        // One transaction, so that the rows and the sequence belong together.
        await using var transaction = await working.Database.BeginTransactionAsync(cancellationToken);
        var content = await unit.ReadAsync(working, cancellationToken);
        var sequence = await working.Changes.Where(c => c.Unit == unit.Name).MaxAsync(c => (long?)c.Sequence, cancellationToken) ?? 0;
        return (content, sequence);
    }

    private static async Task ReplaceAsync(BoardDbContext published, PublishedUnit unit, UnitContent content, CancellationToken cancellationToken)
    {
        foreach (var table in unit.Tables.Reverse())
        {
            await table.ClearAsync(published, unit.Name, cancellationToken);
        }
        foreach (var (table, rows) in content.Tables)
        {
            await table.PutAsync(published, rows, cancellationToken);
        }
        await published.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Adds to the feed what differs. Only a difference in content is a change.</summary>
    private static async Task FollowAsync(
        BoardDbContext published,
        PublishedUnit unit,
        Dictionary<(string Resource, string Key), string> before,
        Dictionary<(string Resource, string Key), string> after,
        Attribution by,
        CancellationToken cancellationToken)
    {
        var head = await published.Changes.OrderByDescending(c => c.Sequence).Select(c => new { c.Sequence, c.Digest }).FirstOrDefaultAsync(cancellationToken);
        var (sequence, digest) = (head?.Sequence ?? 0, head?.Digest ?? "");
        foreach (var resource in before.Keys.Union(after.Keys).OrderBy(r => r.Resource, StringComparer.Ordinal).ThenBy(r => r.Key, StringComparer.Ordinal))
        {
            ChangeOperation operation;
            if (!after.TryGetValue(resource, out var now))
            {
                operation = ChangeOperation.Deleted;
            }
            else if (!before.TryGetValue(resource, out var then))
            {
                operation = ChangeOperation.Created;
            }
            else if (now != then)
            {
                operation = ChangeOperation.Updated;
            }
            else
            {
                continue;
            }
            var change = new Change(++sequence, by.At, by.Author, by.Reason, unit.Name, resource.Resource, resource.Key, operation, fields: null, digest);
            digest = change.Digest;
            published.Add(change);
        }
    }
}
