using HabitatBoard.Data;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;

namespace HabitatBoard.Import;

/// <summary>Stores the facts that an editor accepts: all in one transaction with one reason, or nothing.</summary>
public static class ImportAcceptance
{
    /// <summary>The fields by which rows are referred to.</summary>
    private static readonly string[] Names = ["Id", "Code", "Slug", "Label"];

    /// <summary>
    /// Stores accepted facts. What a report does not say of a recorded fact stays: its texts in other languages, and fields
    /// on which the report is silent.
    /// </summary>
    /// <param name="accepted">The ids of the facts, <see cref="ProposedFact.Id"/>.</param>
    /// <param name="version">The comparison that was looked at, <see cref="ImportComparison.Version"/>; null where nobody looked.</param>
    /// <returns>How many facts were accepted.</returns>
    /// <exception cref="RecordException">
    /// A fact refers to one that was not accepted (<see cref="NeededFactsException"/>), an id names no fact, or the record is no
    /// longer what it was compared with (<see cref="StaleException"/>); nothing was stored.
    /// </exception>
    public static Task<int> AcceptAsync(
        WorkingStore store, ImportProposal proposal, IReadOnlyCollection<string> accepted, string? version, Attribution by, CancellationToken cancellationToken)
    {
        var chosen = accepted.ToHashSet(StringComparer.Ordinal);
        var facts = proposal.Facts.Where(f => chosen.Contains(f.Id)).ToList();
        if (facts.Count != chosen.Count)
        {
            throw new RecordException(ErrorCode.ReferenceToNothing, string.Join(", ", chosen.Except(facts.Select(f => f.Id)).Take(10)));
        }
        return store.EditAsync(
            async edit =>
            {
                var comparison = await ImportComparison.CompareAsync(proposal, edit.Db, cancellationToken);
                if (version is not null && comparison.Version != version)
                {
                    throw new StaleException(null);
                }
                if (Needed(comparison, chosen, edit.Db) is { Count: > 0 } needed)
                {
                    throw new NeededFactsException(needed);
                }
                var recorded = await ImportComparison.StoredAsync(proposal, edit.Db, cancellationToken);
                foreach (var fact in facts)
                {
                    var present = recorded.GetValueOrDefault(ImportComparison.KeyOf(edit.Db, fact.Row));
                    edit.Put(present is null ? [] : ImportComparison.Rows(edit.Db, present), ImportComparison.After(edit.Db, present, fact.Row, proposal.Language));
                }
                return facts.Count;
            },
            by,
            cancellationToken);
    }

    /// <summary>The facts to which accepted ones refer and that are neither accepted nor recorded, with those that refer to them.</summary>
    /// <param name="db">Any store: only its model is asked.</param>
    public static IReadOnlyList<NeededFact> Needed(ImportComparison comparison, IReadOnlySet<string> accepted, BoardDbContext db)
    {
        // By id, and by the names with which rows of other units are referred to.
        var refused = new Dictionary<object, ProposedFact>();
        foreach (var fact in comparison.Facts.Where(f => f.State == FactState.Added && !accepted.Contains(f.Fact!.Id)).Select(f => f.Fact!))
        {
            foreach (var row in ImportComparison.Rows(db, fact.Row))
            {
                foreach (var name in Names)
                {
                    if (row.GetType().GetProperty(name)?.GetValue(row) is { } value)
                    {
                        refused.TryAdd(value, fact);
                    }
                }
            }
        }
        return
        [
            .. comparison.Facts.Select(f => f.Fact).OfType<ProposedFact>().Where(f => accepted.Contains(f.Id))
                .SelectMany(by => ImportComparison.Rows(db, by.Row).SelectMany(ReferencesOf).Select(refused.GetValueOrDefault).OfType<ProposedFact>().Distinct().Select(fact => (fact, by)))
                .GroupBy(n => n.fact, n => n.by).Select(g => new NeededFact(g.Key, [.. g])),
        ];
    }

    private static IEnumerable<object> ReferencesOf(object row) => row.GetType().GetProperties()
        .Where(p => p.PropertyType == typeof(Guid) || p.PropertyType == typeof(Guid?) || p.PropertyType == typeof(string))
        .Select(p => p.GetValue(row)).OfType<object>();
}

/// <summary>A refused fact to which accepted ones refer.</summary>
public sealed record NeededFact(ProposedFact Fact, IReadOnlyList<ProposedFact> By);

/// <summary>Facts were accepted without others to which they refer.</summary>
public sealed class NeededFactsException(IReadOnlyList<NeededFact> needed)
    : RecordException(ErrorCode.ImportNeedsRefused, needed[0].By[0].Id, needed[0].Fact.Id)
{
    public IReadOnlyList<NeededFact> Needed { get; } = needed;
}
