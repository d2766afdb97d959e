using System.Text;
using HabitatBoard.Data;
using HabitatBoard.Decisions;
using HabitatBoard.Documents;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HabitatBoard.Import;

/// <summary>How a proposed fact stands to the record.</summary>
public enum FactState
{
    /// <summary>The record does not have it.</summary>
    Added,

    /// <summary>The record has it otherwise.</summary>
    Changed,
    Same,

    /// <summary>The record has it, and the report does not state it.</summary>
    Missing,
}

/// <summary>One fact in the comparison.</summary>
/// <param name="Resource">What it is called in the history, <c>agendaItem</c>.</param>
/// <param name="Key">The primary key of its row, by which the history names it.</param>
/// <param name="Fact">As proposed; null where it is missing.</param>
/// <param name="Differences">What accepting it would change; of an added fact all its fields, of a missing one none.</param>
public sealed record ComparedFact(FactKind Kind, string Resource, string Key, FactState State, ProposedFact? Fact, IReadOnlyList<FieldDifference> Differences);

/// <summary>
/// A proposal beside the record of its session. It differs where accepting it would change the record, and nowhere else:
/// texts in other languages, and fields and rows on which a report is silent, are not compared.
/// </summary>
public sealed class ImportComparison
{
    private ImportComparison(IReadOnlyList<ComparedFact> facts, UnitNames names)
    {
        Facts = facts;
        Names = names;
        Version = CanonicalJson.Sha256(Encoding.UTF8.GetBytes(string.Join('\n', facts.Select(f =>
            $"{f.Resource} {f.Key} {f.State} {string.Join(' ', f.Differences.Select(d => $"{d.Path}={d.Before?.ToJsonString()}→{d.After?.ToJsonString()}"))}"))))[..32];
    }

    /// <summary>The proposed facts in the order in which they can be stored, then those that the report does not state.</summary>
    public IReadOnlyList<ComparedFact> Facts { get; }

    /// <summary>What to call them, and what they refer to.</summary>
    public UnitNames Names { get; }

    /// <summary>Equal as long as neither the report nor what the record has of it is another: what one saw is what one accepts.</summary>
    public string Version { get; }

    /// <summary>Compares a proposal with what a store has.</summary>
    public static async Task<ImportComparison> CompareAsync(ImportProposal proposal, BoardDbContext db, CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(proposal, db, cancellationToken);
        var compared = new List<ComparedFact>();
        var rows = new List<object>();
        foreach (var fact in proposal.Facts)
        {
            stored.Remove(KeyOf(db, fact.Row), out var recorded);
            var after = After(db, recorded, fact.Row, proposal.Language);
            rows.AddRange(after);
            var differences = UnitDifferences.Between(recorded is null ? [] : Aggregate.Flatten(db, Rows(db, recorded)), Aggregate.Flatten(db, after));
            var state = recorded is null ? FactState.Added : differences.Count > 0 ? FactState.Changed : FactState.Same;
            compared.Add(Compared(fact.Kind, state, fact, fact.Row, differences));
        }
        foreach (var recorded in stored.Values.Where(r => r is ISessionOwned owned && owned.SessionId == proposal.Session))
        {
            if (KindOf(recorded) is { } kind)
            {
                compared.Add(Compared(kind, FactState.Missing, null, recorded, []));
            }
        }
        rows.AddRange(stored.Values.SelectMany(r => Rows(db, r)));
        return new ImportComparison(compared, UnitNames.Of(Content(Units.Registers), Content(proposal.Session)));

        ComparedFact Compared(FactKind kind, FactState state, ProposedFact? fact, object row, IReadOnlyList<FieldDifference> differences)
        {
            var (_, resource, key) = PublishedUnit.HistoryOf(db, row);
            return new ComparedFact(kind, resource, key, state, fact, differences);
        }

        UnitContent Content(string unit) => new(unit, db, [.. PublishedUnit.Named(unit).Tables.Select(t => (t, (IReadOnlyList<object>)[.. rows.Where(t.RowType.IsInstanceOfType)]))]);
    }

    internal static string KeyOf(BoardDbContext db, object row) => $"{row.GetType().Name} {Aggregate.KeyOf(db, row)}";

    /// <summary>The rows of the session, the registers, and the other sessions, by key.</summary>
    internal static async Task<Dictionary<string, object>> StoredAsync(ImportProposal proposal, BoardDbContext db, CancellationToken cancellationToken)
    {
        var rows = new List<object>();
        rows.AddRange(await db.Sessions.AsNoTracking().ToListAsync(cancellationToken));
        rows.AddRange(await db.Bodies.AsNoTracking().ToListAsync(cancellationToken));
        rows.AddRange(await db.Persons.AsNoTracking().ToListAsync(cancellationToken));
        rows.AddRange(await db.Delegations.AsNoTracking().ToListAsync(cancellationToken));
        rows.AddRange(await db.Groups.AsNoTracking().ToListAsync(cancellationToken));
        if (await ReportFacts.ReadAsync(db, proposal.Session, cancellationToken) is { } facts)
        {
            rows.AddRange([.. facts.Agenda, .. facts.Sections, .. facts.Paragraphs, .. facts.Officers, .. facts.AttendanceHeadings, .. facts.Attendance]);
            rows.AddRange([.. facts.Documents, .. facts.Decisions, .. facts.Statements, .. facts.Adoptions, .. facts.Acts, .. facts.Events, .. facts.Passages, .. facts.Citations]);
            if (facts.Report is { } report)
            {
                rows.Add(report);
            }
        }
        return rows.ToDictionary(r => KeyOf(db, r));
    }

    /// <summary>A row with those that belong to it; of what the registers hold, the row alone.</summary>
    internal static IReadOnlyList<object> Rows(BoardDbContext db, object row) => row is ISessionOwned ? Aggregate.RowsOf(db, row) : [row];

    /// <summary>
    /// The rows that accepting leaves: the proposed ones with what they do not say as it is recorded, and the recorded ones of
    /// which a report never gives all.
    /// </summary>
    internal static IReadOnlyList<object> After(BoardDbContext db, object? recorded, object proposed, Language language)
    {
        if (recorded is null)
        {
            return Rows(db, proposed);
        }
        var left = Rows(db, recorded).ToDictionary(r => KeyOf(db, r));
        var rows = new List<object>();
        foreach (var row in Rows(db, proposed))
        {
            if (!left.Remove(KeyOf(db, row), out var was))
            {
                rows.Add(row);
                continue;
            }
            var becomes = Aggregate.Copy(db, row);
            Keep(db.Model.FindEntityType(row.GetType())!, was, becomes, language);
            rows.Add(becomes);
        }
        return [.. rows, .. left.Values.Where(r => r is DocumentVersion or DocumentRelation or DecisionPart or DecisionParagraph)];
    }

    /// <summary>Keeps of a recorded row what the proposed one does not say.</summary>
    private static void Keep(IEntityType type, object recorded, object proposed, Language language)
    {
        foreach (var property in type.GetProperties().Where(p => p.PropertyInfo is { CanWrite: true } && !p.IsKey()))
        {
            if (property.PropertyInfo!.GetValue(proposed) is null && property.PropertyInfo.GetValue(recorded) is { } known)
            {
                property.PropertyInfo.SetValue(proposed, known);
            }
        }
        foreach (var complex in type.GetComplexProperties().Where(c => c.PropertyInfo is { CanWrite: true }))
        {
            var (was, becomes) = (complex.PropertyInfo!.GetValue(recorded), complex.PropertyInfo.GetValue(proposed));
            complex.PropertyInfo.SetValue(proposed, (was, becomes) switch
            {
                (LocalizedText text, LocalizedText read) when read[language] is { } words && words.Text != text[language]?.Text => text.With(language, words.Text, words.Status),
                (LocalizedText text, _) => text,
                (_, null) => was,
                _ => becomes,
            });
        }
    }

    private static FactKind? KindOf(object row) => row switch
    {
        Agenda.AgendaItem => FactKind.AgendaItem,
        Report => FactKind.Report,
        Section => FactKind.Section,
        Paragraph => FactKind.Paragraph,
        Officer => FactKind.Officer,
        Attendance.AttendanceHeading => FactKind.AttendanceHeading,
        Attendance.AttendanceEntry => FactKind.Attendance,
        Document => FactKind.Document,
        Decision => FactKind.Decision,
        Statement => FactKind.Statement,
        Adoption => FactKind.Adoption,
        Act => FactKind.Act,
        Event => FactKind.Event,
        Passage => FactKind.Passage,
        Citation => FactKind.Citation,
        _ => null,
    };
}
