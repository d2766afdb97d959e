using System.Diagnostics;
using HabitatBoard.Data;
using HabitatBoard.Publishing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Search;

/// <summary>
/// Full-text search over the published record, in six languages. The index is derived from the published store and
/// follows its feed of changes; deleting its file loses nothing.
/// </summary>
public sealed partial class SearchIndex(BoardStores stores) : IDisposable
{
    /// <summary>How many matches are ranked by relevance, the newest; older ones follow by age.</summary>
    public const int Ranked = 2_000;

    private readonly SearchFile file = new(stores.Folder);
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile bool damaged;

    /// <summary>Whether the index was removed, or found damaged, since it was last updated.</summary>
    public bool IsBroken => damaged || !File.Exists(file.Path);

    /// <summary>
    /// Brings the index up to date with the published store: by what changed since, or wholly where it is missing,
    /// damaged, of another format, or made from another store.
    /// </summary>
    /// <returns>What was done.</returns>
    public Task<IndexUpdate> UpdateAsync(CancellationToken cancellationToken) => InTurnAsync(anew: false, cancellationToken);

    /// <summary>Makes the whole index anew. Until it is done searches are answered from the old one.</summary>
    public Task<IndexUpdate> RebuildAsync(CancellationToken cancellationToken) => InTurnAsync(anew: true, cancellationToken);

    public void Dispose() => turn.Dispose();

    private async Task<IndexUpdate> InTurnAsync(bool anew, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await BringUpToDateAsync(anew, cancellationToken);
        }
        catch (SqliteException e) when (SearchFile.IsDamage(e))
        {
            damaged = true;
            return await BringUpToDateAsync(anew: true, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<IndexUpdate> BringUpToDateAsync(bool anew, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var db = await stores.Published.CreateDbContextAsync(cancellationToken);
        // The head is read before the rows: what is published in between is read again next time.
        var head = await db.Changes.OrderByDescending(c => c.Sequence).Select(c => new Head(c.Sequence, c.Digest)).FirstOrDefaultAsync(cancellationToken) ?? new Head(0, "");
        if (damaged)
        {
            file.Discard();
            damaged = false;
        }
        var state = anew ? null : file.State();
        if (state is { } made && made.Sequence == head.Sequence && made.Digest == head.Digest)
        {
            return new IndexUpdate(false, 0, head.Sequence, watch.Elapsed);
        }
        var content = new SearchContent(db);
        await content.LoadAsync(cancellationToken);
        var sessions = await content.SessionsAsync(cancellationToken);
        // A store that lacks the change we know of is not the one the index was made from: a backup, perhaps.
        if (state is not { } known || (known.Sequence > 0 && !await db.Changes.AnyAsync(c => c.Sequence == known.Sequence && c.Digest == known.Digest, cancellationToken)))
        {
            return new IndexUpdate(true, await BuildAsync(content, sessions, head, cancellationToken), head.Sequence, watch.Elapsed);
        }
        var units = await db.Changes.Where(c => c.Sequence > known.Sequence).Select(c => c.Unit).Distinct().ToListAsync(cancellationToken);
        await FollowAsync(content, sessions, units, head, cancellationToken);
        return new IndexUpdate(false, units.Count, head.Sequence, watch.Elapsed);
    }

    /// <summary>All in one transaction: readers see the old index until the new one is whole.</summary>
    private async Task<int> BuildAsync(SearchContent content, IReadOnlyList<string> sessions, Head head, CancellationToken cancellationToken)
    {
        using var writer = file.Write();
        writer.Clear();
        foreach (var session in sessions)
        {
            writer.Put(session, await content.SessionAsync(session, cancellationToken));
        }
        writer.Put(PublishedUnit.Registers, content.Registers());
        writer.Put(SearchContent.Persons, await content.PersonsAsync(cancellationToken));
        writer.Optimize();
        writer.Commit(head.Sequence, head.Digest);
        file.Release();
        return sessions.Count + 1;
    }

    private async Task FollowAsync(SearchContent content, IReadOnlyList<string> sessions, IReadOnlyList<string> units, Head head, CancellationToken cancellationToken)
    {
        using (var writer = file.Write())
        {
            writer.Put(SearchContent.Persons, await content.PersonsAsync(cancellationToken));
            if (units.Contains(PublishedUnit.Registers))
            {
                writer.Put(PublishedUnit.Registers, content.Registers());
            }
            foreach (var session in units.Intersect(sessions))
            {
                writer.Put(session, await content.SessionAsync(session, cancellationToken));
            }
            foreach (var gone in writer.Units().Except([.. sessions, PublishedUnit.Registers, SearchContent.Persons]))
            {
                writer.Put(gone, []);
            }
            writer.CommitPart();
        }
        // Every session names what the registers hold, and its composed paragraphs what other sessions do: all are compared,
        // newest first, each seen as soon as it is done.
        foreach (var session in sessions.Except(units))
        {
            var entries = await content.SessionAsync(session, cancellationToken);
            using var writer = file.Write();
            writer.Put(session, entries);
            writer.CommitPart();
        }
        using var last = file.Write();
        last.Commit(head.Sequence, head.Digest);
    }

    private sealed record Head(long Sequence, string Digest);
}

/// <summary>What an update of the index did.</summary>
/// <param name="Rebuilt">Whether it was made anew.</param>
/// <param name="Units">How many published units were read.</param>
/// <param name="Sequence">The change of the published store up to which it is made.</param>
public sealed record IndexUpdate(bool Rebuilt, int Units, long Sequence, TimeSpan Took);
