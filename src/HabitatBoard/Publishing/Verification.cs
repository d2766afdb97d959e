using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using HabitatBoard.Data;
using HabitatBoard.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Publishing;

/// <summary>Something that is not what it was.</summary>
/// <param name="Where">The place, <c>history 1234</c> or <c>edition 2024-1/3</c>.</param>
/// <param name="What">What is wrong with it, for whoever runs the application.</param>
public sealed record Fault(string Where, string What);

/// <summary>The end of the history: whoever notes it elsewhere can tell later whether anything before it was rewritten.</summary>
public sealed record HistoryHead(long Sequence, string Digest);

/// <summary>
/// Looks whether an installation is what it was left as: the databases themselves, the chains of digests, the records against
/// their history, the editions against their digests, what is public against its edition, files against theirs.
/// </summary>
public sealed class Verification(BoardStores stores)
{
    /// <summary>The last change of the working store.</summary>
    public async Task<HistoryHead> HeadAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.Working.CreateDbContextAsync(cancellationToken);
        return await db.Changes.OrderByDescending(c => c.Sequence).Select(c => new HistoryHead(c.Sequence, c.Digest)).FirstOrDefaultAsync(cancellationToken) ?? new HistoryHead(0, "");
    }

    /// <summary>Every fault that can be found; none when all is well.</summary>
    /// <param name="noted">The head of the history as it was noted at an earlier time; null where none was.</param>
    public async IAsyncEnumerable<Fault> RunAsync(HistoryHead? noted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var damaged = false;
        foreach (var store in Enum.GetValues<Store>())
        {
            foreach (var damage in await stores.DamageAsync(store, cancellationToken))
            {
                damaged = true;
                yield return new Fault($"{store} store", damage);
            }
        }
        if (damaged)
        {
            // What stands in damaged pages is not worth judging.
            yield break;
        }
        await using var working = await stores.Working.CreateDbContextAsync(cancellationToken);
        await using var published = await stores.Published.CreateDbContextAsync(cancellationToken);
        // People edit and publish meanwhile. What is published was edited before: so its moment comes first.
        await stores.ReadOneMomentAsync(published, cancellationToken);
        var editions = await published.Editions.OrderBy(e => e.Unit).ThenBy(e => e.Number)
            .Select(e => new EditionHead(e.Unit, e.Number, e.PublishedAt, e.PublishedBy, e.Note, e.Sha256, e.WorkingSequence)).ToListAsync(cancellationToken);
        await stores.ReadOneMomentAsync(working, cancellationToken);

        await foreach (var (sequence, fault) in History.VerifyAsync(working, [.. editions.Select(e => e.WorkingSequence), .. noted is null ? [] : new[] { noted.Sequence }], cancellationToken))
        {
            yield return new Fault($"history {sequence}", Say(fault));
        }
        if (noted is not null && await working.Changes.Where(c => c.Sequence == noted.Sequence).Select(c => c.Digest).FirstOrDefaultAsync(cancellationToken) is { } digest && digest != noted.Digest)
        {
            yield return new Fault($"history {noted.Sequence}", $"its digest is {digest}, not {noted.Digest} as noted: it or something before it was rewritten");
        }
        foreach (var (resource, key, path) in await History.UnaccountedAsync(working, cancellationToken))
        {
            yield return new Fault($"{resource} {key}", $"{path} is not what the history says: it was changed outside it, or its history was cut");
        }
        await foreach (var (sequence, fault) in History.VerifyAsync(published, [], cancellationToken))
        {
            yield return new Fault($"feed {sequence}", Say(fault));
        }
        await foreach (var fault in EditionsAsync(published, editions, cancellationToken))
        {
            yield return fault;
        }
        await foreach (var fault in FilesAsync(working, cancellationToken))
        {
            yield return fault;
        }
        var index = Path.Combine(stores.Folder, "search.db");
        foreach (var damage in File.Exists(index) ? await SqliteFile.DamageAsync(index, cancellationToken) : [])
        {
            yield return new Fault("search index", $"{damage}; it is made anew when the application runs");
        }
    }

    private static async IAsyncEnumerable<Fault> EditionsAsync(BoardDbContext published, IReadOnlyList<EditionHead> editions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var unit in editions.GroupBy(e => e.Unit))
        {
            var expected = 1;
            JsonNode? last = null;
            foreach (var edition in unit)
            {
                if (edition.Number != expected)
                {
                    yield return new Fault($"edition {unit.Key}/{expected}", "it is missing");
                }
                expected = edition.Number + 1;
                // One at a time: all of them together may be larger than memory.
                var content = await published.Editions.Where(e => e.Unit == edition.Unit && e.Number == edition.Number).Select(e => e.Content).SingleAsync(cancellationToken);
                if (CanonicalJson.Sha256(content) != edition.Sha256)
                {
                    last = null;
                    yield return new Fault($"edition {unit.Key}/{edition.Number}", "its content is not that of its digest");
                }
                else
                {
                    last = JsonNode.Parse(content);
                }
            }
            var now = await PublishedUnit.Named(unit.Key).ReadAsync(published, cancellationToken);
            if (last is not null && !now.IsEmpty && FirstDifference(last, now.Document()) is { } table)
            {
                yield return new Fault($"published {unit.Key}", $"{table} is not what its last edition says");
            }
            if (now.IsEmpty && !await published.Changes.AnyAsync(c => c.Unit == unit.Key && c.Operation == ChangeOperation.Deleted, cancellationToken))
            {
                yield return new Fault($"published {unit.Key}", "its rows are gone, and nobody withdrew it");
            }
        }
        foreach (var unit in await published.Sessions.Select(s => s.Id).Where(id => !published.Editions.Any(e => e.Unit == id)).ToListAsync(cancellationToken))
        {
            yield return new Fault($"published {unit}", "it is public without an edition");
        }
    }

    /// <summary>The first table whose rows differ in members that both know: columns come and go, editions stay.</summary>
    private static string? FirstDifference(JsonNode edition, JsonObject now)
    {
        foreach (var (table, rows) in now["tables"]!.AsObject())
        {
            var (then, current) = (edition["tables"]![table]?.AsArray() ?? [], rows!.AsArray());
            var known = then.SelectMany(r => r!.AsObject().Select(m => m.Key)).Intersect(current.SelectMany(r => r!.AsObject().Select(m => m.Key))).ToHashSet(StringComparer.Ordinal);
            if (then.Count != current.Count || !Texts(then, known).SequenceEqual(Texts(current, known)))
            {
                return table;
            }
        }
        return null;

        static IEnumerable<string> Texts(JsonArray rows, HashSet<string> known) =>
            rows.Select(r => CanonicalJson.Text(new JsonObject(r!.AsObject().Where(m => known.Contains(m.Key)).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))))).Order(StringComparer.Ordinal);
    }

    /// <summary>The files of documents, whose names are their digests.</summary>
    private async IAsyncEnumerable<Fault> FilesAsync(BoardDbContext working, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = Path.Combine(stores.Folder, "files");
        // What begins with a point is arriving, or stopped on its way.
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith('.')) : [])
        {
            await using var content = File.OpenRead(file);
            var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            if (Path.GetFileName(file) != digest)
            {
                yield return new Fault($"file {Path.GetFileName(file)}", $"its digest is {digest}");
            }
        }
        foreach (var held in await working.DocumentVersions.Select(v => v.File!.Sha256).Where(s => s != null).Distinct().ToListAsync(cancellationToken))
        {
            if (!File.Exists(Path.Combine(folder, held[..2], held)))
            {
                yield return new Fault($"file {held}", "it is missing");
            }
        }
    }

    private static string Say(HistoryFault fault) => fault switch
    {
        HistoryFault.Altered => "its digest is not that of its content: it was altered, or stands in another's place",
        HistoryFault.OutOfChain => "it does not follow the row before it",
        HistoryFault.Missing => "it is missing",
        _ => "it is remembered elsewhere, but the history does not reach it: its end was cut off",
    };
}
