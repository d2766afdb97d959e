using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Web.Api.V1;
using HabitatBoard.Web.Pages.Statements;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Pictures;

/// <summary>Who spoke on what at a session: a column for each agenda item under which somebody spoke, a row for each delegation.</summary>
/// <param name="Rows">Delegations by their class of attendance, else by what they are.</param>
/// <param name="Groups">The groups and delegations on whose behalf others spoke.</param>
/// <param name="Attendance">Those recorded as attending, by class.</param>
public sealed record Speakers(
    string Session,
    IReadOnlyList<SpokenItem> Items,
    IReadOnlyList<(AttendanceClass? Class, DelegationKind Kind, IReadOnlyList<SpeakerRow> Rows)> Rows,
    IReadOnlyList<SpeakerRow> Groups,
    IReadOnlyList<AttendanceShare> Attendance)
{
    /// <summary>The most statements under one item.</summary>
    public int Most => Items.Count == 0 ? 0 : Items.Max(i => i.Total);

    public int Total => Items.Sum(i => i.Total);

    public int Delegations => Rows.Sum(r => r.Rows.Count);

    /// <summary>The middle of a column, in per cent.</summary>
    public double Middle(int column) => 100.0 * (column + 0.5) / Items.Count;

    public static async Task<Speakers> ReadAsync(BoardDbContext db, string session, PublishedRegisters.Snapshot registers, Language language, CancellationToken cancellationToken)
    {
        var speeches = await Speech.ReadAsync(db.Statements.Where(s => s.SessionId == session).OrderBy(s => s.Paragraph.Number).ThenBy(s => s.Order).ThenBy(s => s.Id), registers, cancellationToken);
        var agenda = await db.AgendaItems.AsNoTracking().Where(i => i.SessionId == session && i.Version == AgendaVersion.Adopted)
            .OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(cancellationToken);
        var present = await db.Attendance.Where(a => a.SessionId == session && a.Presence == Presence.Present).Select(a => new { a.Class, a.DelegationCode }).ToListAsync(cancellationToken);
        var classes = present.DistinctBy(a => a.DelegationCode).ToDictionary(a => a.DelegationCode, a => a.Class);
        var items = speeches.GroupBy(s => s.Item)
            .Select(g => (Item: agenda.Find(i => i.Label == g.Key), Of: g))
            .OrderBy(i => i.Item is null).ThenBy(i => i.Item?.Number).ThenBy(i => i.Item?.Letter, StringComparer.Ordinal)
            .Select(i => new SpokenItem(i.Of.Key, i.Item, i.Of.Count(s => s.Delegation is not null), i.Of.Count()))
            .ToList();
        return new Speakers(
            session,
            items,
            [
                .. speeches.Where(s => s.Delegation is not null).GroupBy(s => s.Delegation!)
                    .OrderBy(g => g.Key.SortKeys[language], StringComparer.Ordinal)
                    .GroupBy(g => (Class: classes.TryGetValue(g.Key.Code, out var c) ? c : (AttendanceClass?)null, Kind: classes.ContainsKey(g.Key.Code) ? default : g.Key.Kind))
                    .OrderBy(g => g.Key.Class is null).ThenBy(g => g.Key.Class).ThenBy(g => g.Key.Kind)
                    .Select(g => (g.Key.Class, g.Key.Kind, (IReadOnlyList<SpeakerRow>)[.. g.Select(d => new SpeakerRow(d.Key.Code, d.Key.RunningName, true, Cells(d)))])),
            ],
            [
                .. speeches.SelectMany(s => s.OnBehalfOf.Select(o => (For: o, Speech: s))).GroupBy(x => x.For.Code)
                    .Select(g => new SpeakerRow(g.Key, g.First().For.Name, !g.First().For.IsGroup, Cells(g.Select(x => x.Speech)))),
            ],
            [
                .. present.GroupBy(a => a.Class).OrderBy(g => g.Key)
                    .Select(g => new AttendanceShare(g.Key, g.Count(), g.Count(a => speeches.Any(s => s.Delegation?.Code == a.DelegationCode)))),
            ]);

        IReadOnlyList<SpokenCell> Cells(IEnumerable<Speech> of) =>
            [.. of.GroupBy(s => items.FindIndex(i => i.Label == s.Item)).OrderBy(g => g.Key).Select(g => new SpokenCell(g.Key, g.First().Paragraph, g.Count()))];
    }
}

/// <summary>An agenda item under which somebody spoke.</summary>
/// <param name="Label">As written in text, <c>2(a)</c>; null where the record does not say.</param>
/// <param name="Delegations">Statements by delegations.</param>
/// <param name="Total">All statements, those of presiding officers, secretariat and guests included.</param>
public sealed record SpokenItem(string? Label, AgendaItem? Item, int Delegations, int Total);

/// <summary>A delegation, or a group spoken for, with the items on which it was heard.</summary>
public sealed record SpeakerRow(string Code, LocalizedText Name, bool IsDelegation, IReadOnlyList<SpokenCell> Cells)
{
    /// <summary>The page of the delegation, or what was said on behalf of the group; after the language.</summary>
    public string Address(string session) => IsDelegation ? $"/delegations/{Uri.EscapeDataString(Code)}" : $"/sessions/{session}/statements?onBehalfOf={Uri.EscapeDataString(Code)}";
}

/// <summary>What a delegation said under an item.</summary>
/// <param name="Column">The place of the item in <see cref="Speakers.Items"/>.</param>
/// <param name="Paragraph">The report paragraph that records it first.</param>
public sealed record SpokenCell(int Column, int Paragraph, int Statements);

/// <summary>Those recorded as attending in a class, and how many of them took the floor.</summary>
public sealed record AttendanceShare(AttendanceClass Class, int Present, int Spoke);
