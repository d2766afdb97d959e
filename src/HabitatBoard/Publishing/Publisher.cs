using System.Text.Json.Nodes;
using HabitatBoard.Checks;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Publishing;

/// <summary>
/// Publishes a unit: reads the working store, writes only the published one, in one transaction. A crash leaves
/// the old edition or the new, never a mixture.
/// </summary>
public sealed class Publisher(BoardStores stores, PublishedClock clock)
{
    /// <summary>
    /// The kind of row in the history of the working store that says which findings were overruled, by whom and why.
    /// It stands there before the publication: a crash in between leaves a decision that came to nothing.
    /// </summary>
    public const string Overruling = "publication";

    /// <summary>Publishes a session, <c>2024-1</c>, or the registers, as they are, and keeps the edition.</summary>
    public Task<Edition> PublishAsync(string unit, Attribution by, CancellationToken cancellationToken) =>
        PublishAsync(unit, by, (_, _, _) => Task.CompletedTask, cancellationToken);

    /// <summary>
    /// Publishes under the rules: with a note, when something differs, and with no finding that stands and is an error,
    /// unless it is overruled.
    /// </summary>
    /// <param name="by">Whose publication it is; the reason is its note.</param>
    /// <param name="version">The <see cref="PublicationPreview.Version"/> that was looked at; null where nobody looked.</param>
    /// <param name="overruled">The errors that do not stop it, and why; null where all do.</param>
    /// <exception cref="RecordException">
    /// <see cref="ErrorCode.FieldMissing"/>, <see cref="ErrorCode.StaleVersion"/>, <see cref="ErrorCode.NothingToPublish"/>,
    /// <see cref="ErrorCode.FindingsStand"/>, <see cref="ErrorCode.RecordNotFound"/>, or <see cref="ErrorCode.PublishAnotherFirst"/>.
    /// </exception>
    public Task<Edition> PublishAsync(string unit, Attribution by, string? version, Overruled? overruled, CancellationToken cancellationToken)
    {
        RequireNote(by);
        return PublishAsync(
            unit,
            by,
            async (working, content, published) =>
            {
                if (content.IsEmpty)
                {
                    throw new RecordException(ErrorCode.RecordNotFound, "session", unit);
                }
                if (version is not null && version != content.Version())
                {
                    throw new RecordException(ErrorCode.StaleVersion);
                }
                if (UnitDifferences.Between(published, content).Count == 0)
                {
                    throw new RecordException(ErrorCode.NothingToPublish);
                }
                var errors = (await StandingFindings.ReadAsync(working, unit, cancellationToken)).Where(f => f.Severity == Severity.Error).ToList();
                if (errors.Count == 0)
                {
                    return;
                }
                if (string.IsNullOrWhiteSpace(overruled?.Reason) || !errors.All(e => overruled.Findings.Contains(e.DigestIn(unit))))
                {
                    throw new RecordException(ErrorCode.FindingsStand, errors.Count);
                }
                await OverruleAsync(working, unit, errors, new Attribution(by.Author, overruled.Reason, by.At), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>
    /// Takes a session back from the public: its rows leave the published store, and the feed says that they are deleted.
    /// Its editions stay, for they were public.
    /// </summary>
    /// <exception cref="RecordException">It is not published, or there is no note.</exception>
    public async Task WithdrawAsync(string unitName, Attribution by, CancellationToken cancellationToken)
    {
        RequireNote(by);
        if (unitName == PublishedUnit.Registers)
        {
            throw new RecordException(ErrorCode.StillReferredTo, PublishedUnit.Registers, "session");
        }
        await InTurnAsync(
            async published =>
            {
                var unit = PublishedUnit.Named(unitName);
                var before = await unit.ReadAsync(published, cancellationToken);
                if (before.IsEmpty)
                {
                    throw new RecordException(ErrorCode.SessionNotFound, unitName);
                }
                await ReplaceAsync(published, unit, UnitContent.Empty(published, unit), cancellationToken);
                await FollowAsync(published, unit, before.Resources(), [], by, cancellationToken);
                await published.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>What a publication would change for the public, and what stands against it.</summary>
    /// <exception cref="RecordException">There is no such unit in the working store.</exception>
    public async Task<PublicationPreview> PreviewAsync(string unitName, CancellationToken cancellationToken)
    {
        var unit = PublishedUnit.Named(unitName);
        await using var working = await stores.Working.CreateDbContextAsync(cancellationToken);
        await using var published = await stores.Published.CreateDbContextAsync(cancellationToken);
        UnitContent content;
        await stores.Gate.WaitAsync(cancellationToken);
        try
        {
            (content, _) = await ReadWorkingAsync(working, unit, (_, _) => Task.CompletedTask, cancellationToken);
        }
        finally
        {
            stores.Gate.Release();
        }
        var current = await unit.ReadAsync(published, cancellationToken);
        if (content.IsEmpty && current.IsEmpty)
        {
            throw new RecordException(ErrorCode.SessionNotFound, unitName);
        }
        return new PublicationPreview(
            unitName,
            content.Version(),
            !current.IsEmpty,
            UnitDifferences.Between(current, content),
            UnitNames.Of(current, content),
            await StandingFindings.ReadAsync(working, unitName, cancellationToken));
    }

    /// <summary>Every unit, registers first, then sessions from the newest: its last edition, and whether it was edited since.</summary>
    public async Task<IReadOnlyList<UnitState>> UnitsAsync(CancellationToken cancellationToken)
    {
        await using var working = await stores.Working.CreateDbContextAsync(cancellationToken);
        await using var published = await stores.Published.CreateDbContextAsync(cancellationToken);
        var sessions = await working.Sessions.AsNoTracking().OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).Select(s => new { s.Id, s.Title }).ToListAsync(cancellationToken);
        var open = await published.Sessions.Select(s => s.Id).ToListAsync(cancellationToken);
        var edited = (await working.Changes.Where(c => c.Type != Overruling && !PublishedUnit.WorkingResources.Contains(c.Type)).GroupBy(c => c.Unit).Select(g => new { Unit = g.Key, Sequence = g.Max(c => c.Sequence) }).ToListAsync(cancellationToken))
            .ToDictionary(g => g.Unit, g => g.Sequence);
        var editions = (await published.Editions.Select(e => new EditionHead(e.Unit, e.Number, e.PublishedAt, e.PublishedBy, e.Note, e.Sha256, e.WorkingSequence)).ToListAsync(cancellationToken))
            .GroupBy(e => e.Unit).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Number)!);
        // A session that was removed from the working store can still be public.
        var removed = open.Except(sessions.Select(s => s.Id)).Select(id => (Id: id, Title: LocalizedText.None));
        return
        [
            .. sessions.Select(s => (s.Id, s.Title)).Concat(removed).Prepend((Id: PublishedUnit.Registers, Title: LocalizedText.None)).Select(unit =>
            {
                var last = editions.GetValueOrDefault(unit.Id);
                var isPublic = unit.Id == PublishedUnit.Registers ? last is not null : open.Contains(unit.Id);
                return new UnitState(unit.Id, unit.Title, last, isPublic, !isPublic || last is null || edited.GetValueOrDefault(unit.Id) > last.WorkingSequence);
            }),
        ];
    }

    private async Task<Edition> PublishAsync(string unitName, Attribution by, Func<BoardDbContext, UnitContent, UnitContent, Task> judge, CancellationToken cancellationToken)
    {
        var unit = PublishedUnit.Named(unitName);
        try
        {
            return await InTurnAsync(
                async published =>
                {
                    await using var working = await stores.Working.CreateDbContextAsync(cancellationToken);
                    var before = await unit.ReadAsync(published, cancellationToken);
                    // Read when it is this publisher's turn: what another read earlier would take the public back.
                    var (content, workingSequence) = await ReadWorkingAsync(working, unit, (db, read) => judge(db, read, before), cancellationToken);
                    var document = CanonicalJson.Bytes(content.Document());
                    await ReplaceAsync(published, unit, content, cancellationToken);
                    await FollowAsync(published, unit, before.Resources(), content.Resources(), by, cancellationToken);

                    var number = 1 + (await published.Editions.Where(e => e.Unit == unit.Name).MaxAsync(e => (int?)e.Number, cancellationToken) ?? 0);
                    var edition = new Edition(unit.Name, number, by.At, by.Author, by.Reason, document, CanonicalJson.Sha256(document), workingSequence);
                    published.Add(edition);
                    await published.SaveChangesAsync(cancellationToken);
                    return edition;
                },
                cancellationToken);
        }
        catch (DbUpdateException e) when (stores.BrokenInvariant(e) is not null)
        {
            // Whole in the working store, but not among what is published: the rows it refers to stand in another unit.
            throw new RecordException(ErrorCode.PublishAnotherFirst, unitName);
        }
    }

    /// <summary>One transaction on the published store; publishers of this process and of others take turns.</summary>
    private async Task<T> InTurnAsync<T>(Func<BoardDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var published = await stores.Publishing.CreateDbContextAsync(cancellationToken);
        await stores.Gate.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = await published.Database.BeginTransactionAsync(cancellationToken);
            await stores.TakeTurnAsync(published, cancellationToken);
            var result = await work(published);
            await transaction.CommitAsync(cancellationToken);
            clock.Tick();
            return result;
        }
        finally
        {
            stores.Gate.Release();
        }
    }

    private async Task<(UnitContent Content, long Sequence)> ReadWorkingAsync(
        BoardDbContext working, PublishedUnit unit, Func<BoardDbContext, UnitContent, Task> judge, CancellationToken cancellationToken)
    {
        // One transaction in which nobody writes, so that the rows and the sequence belong together.
        await using var transaction = await working.Database.BeginTransactionAsync(cancellationToken);
        await stores.TakeTurnAsync(working, cancellationToken);
        var content = (await unit.ReadAsync(working, cancellationToken)).Without(await Withheld.ReadAsync(working, cancellationToken));
        var sequence = await working.Changes.Where(c => c.Unit == unit.Name).MaxAsync(c => (long?)c.Sequence, cancellationToken) ?? 0;
        await judge(working, content);
        await transaction.CommitAsync(cancellationToken);
        return (content, sequence);
    }

    private static async Task OverruleAsync(BoardDbContext working, string unit, IReadOnlyList<Finding> errors, Attribution by, CancellationToken cancellationToken)
    {
        var head = await working.Changes.OrderByDescending(c => c.Sequence).Select(c => new { c.Sequence, c.Digest }).FirstOrDefaultAsync(cancellationToken);
        var findings = new JsonArray([.. errors.Select(f => (JsonNode)$"{f.Code} {f.Subject.Type} {f.Subject.Key}{(f.Paragraph is { } p ? $" ¶{p}" : "")}")]);
        var fields = new JsonObject { ["overruled"] = new JsonArray(null, findings) };
        working.Add(new Change((head?.Sequence ?? 0) + 1, by.At, by.Author, by.Reason, unit, Overruling, unit, ChangeOperation.Created, CanonicalJson.Text(fields), head?.Digest ?? ""));
        await working.SaveChangesAsync(cancellationToken);
    }

    private static void RequireNote(Attribution by)
    {
        if (string.IsNullOrWhiteSpace(by.Reason))
        {
            throw new RecordException(ErrorCode.FieldMissing, "note");
        }
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

/// <summary>Errors that were looked at and do not stop a publication.</summary>
/// <param name="Findings">They, by <see cref="Finding.DigestIn"/>. One that came since still stops it.</param>
public sealed record Overruled(string Reason, IReadOnlyCollection<string> Findings);
