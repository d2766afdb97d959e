using HabitatBoard.Attendance;
using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Editing;
using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Statements;

/// <summary>Who is given the floor: a delegation or a person, for themselves or on behalf of others.</summary>
/// <param name="DelegationCode">The delegation that speaks.</param>
/// <param name="PersonCode">The person, where one is named and no delegation.</param>
/// <param name="OnBehalfOf">Codes of the groups and delegations spoken for.</param>
public sealed record FloorTurn(string? DelegationCode, string? PersonCode, IReadOnlyList<string> OnBehalfOf);

/// <summary>
/// The floor of a session as it is given: each turn becomes a statement under its item, in the capacity that the
/// attendance suggests, at the end of the paragraph in which such statements are recorded.
/// </summary>
public static class Floor
{
    /// <summary>Records the turns in their order, as statements of one kind.</summary>
    /// <param name="item">As in the adopted agenda, <c>4</c> or <c>2(a)</c>.</param>
    /// <returns>The ids of the statements.</returns>
    /// <exception cref="Errors.RecordException">The agenda has no such item, or a speaker is not in the registers.</exception>
    public static async Task<IReadOnlyList<Guid>> GiveAsync(
        WorkingEdit edit, string session, string item, StatementKind kind, Medium? medium, IReadOnlyList<FloorTurn> turns, CancellationToken cancellationToken)
    {
        var paragraph = await ReportOutline.EnsureParagraphAsync(edit, session, item, kind, cancellationToken);
        var capacities = await CapacitiesAsync(edit.Db, session, cancellationToken);
        var present = await edit.Db.Statements.Where(s => s.ParagraphId == paragraph.Id).Select(s => s.Id).ToListAsync(cancellationToken);
        var editor = Editors.Named("statement")!;
        foreach (var turn in turns)
        {
            var draft = new StatementDraft
            {
                Item = item,
                Paragraph = paragraph.Number,
                Speaker = new SpeakerDraft { Delegation = turn.DelegationCode, Person = turn.PersonCode },
                Capacity = turn.DelegationCode is { } code ? capacities.GetValueOrDefault(code, Capacity.Observer) : Capacity.Guest,
                Kind = kind,
                Medium = medium,
                OnBehalfOf = [.. turn.OnBehalfOf.Select(o => new CodeReference(o))],
            };
            await editor.PutAsync(edit, session, null, draft, null, cancellationToken);
            await edit.FlushAsync(cancellationToken);
        }
        return await edit.Db.Statements.Where(s => s.ParagraphId == paragraph.Id && !present.Contains(s.Id)).OrderBy(s => s.Order).Select(s => s.Id).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// In what capacity each delegation speaks: as it attends; where its attendance is not recorded, members of the Board
    /// at the beginning of the session as members, and organizations as what they are.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, Capacity>> CapacitiesAsync(BoardDbContext db, string session, CancellationToken cancellationToken)
    {
        var day = await db.Sessions.Where(s => s.Id == session).Select(s => s.StartsOn).FirstOrDefaultAsync(cancellationToken);
        var capacities = await db.Delegations.Where(d => d.Kind == DelegationKind.NonGovernmental).ToDictionaryAsync(d => d.Code, _ => Capacity.NonGovernmental, cancellationToken);
        foreach (var code in await db.Memberships
            .Where(m => m.Body!.Kind == Sessions.BodyKind.Board && (m.StartsOn == null || m.StartsOn <= day) && (m.EndsOn == null || m.EndsOn >= day))
            .Select(m => m.DelegationCode).ToListAsync(cancellationToken))
        {
            capacities[code] = Capacity.BoardMember;
        }
        foreach (var entry in await db.Attendance.Where(a => a.SessionId == session && a.Presence == Presence.Present)
            .Select(a => new { a.DelegationCode, a.Class, a.Delegation.Kind }).ToListAsync(cancellationToken))
        {
            capacities[entry.DelegationCode] = entry.Class == AttendanceClass.Member ? Capacity.BoardMember
                : entry.Kind == DelegationKind.NonGovernmental ? Capacity.NonGovernmental
                : Capacity.Observer;
        }
        return capacities;
    }
}
