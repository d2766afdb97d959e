using HabitatBoard.Attendance;
using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Delegations;

/// <summary>All delegations: those of the latest session by class of attendance, then the rest of the register.</summary>
public sealed class IndexModel(BoardDbContext db, PublishedRegisters registers) : BoardPage
{
    public SessionFrame? Latest { get; private set; }

    public IReadOnlyList<(AttendanceClass? Class, DelegationKind? Kind, IReadOnlyList<Delegation> Delegations)> Groups { get; private set; } = [];

    /// <summary>Statements at the latest session, by code.</summary>
    public IReadOnlyDictionary<string, int> Statements { get; private set; } = new Dictionary<string, int>();

    public int Total { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Place("delegations", T["nav.delegations"]);
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        Total = snapshot.Delegations.Count;
        Latest = await SessionFrame.ReadLatestAsync(db, cancellationToken);
        var classes = new Dictionary<string, AttendanceClass>();
        if (Latest is { Id: var id })
        {
            classes = await db.Attendance.Where(a => a.SessionId == id && a.Presence == Presence.Present).Select(a => new { a.DelegationCode, a.Class }).ToDictionaryAsync(a => a.DelegationCode, a => a.Class, cancellationToken);
            Statements = await db.Statements.Where(s => s.SessionId == id && s.DelegationCode != null).GroupBy(s => s.DelegationCode!).Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        }
        Groups =
        [
            .. snapshot.Delegations.Values.Select(d => (Class: classes.TryGetValue(d.Code, out var c) ? c : (AttendanceClass?)null, Delegation: d))
                .GroupBy(d => (d.Class, Kind: d.Class is null ? d.Delegation.Kind : (DelegationKind?)null))
                .OrderBy(g => g.Key.Class is null).ThenBy(g => g.Key.Class).ThenBy(g => g.Key.Kind)
                .Select(g => (g.Key.Class, g.Key.Kind, (IReadOnlyList<Delegation>)[.. g.Select(d => d.Delegation).OrderBy(d => d.SortKeys[Language], StringComparer.Ordinal)])),
        ];
        return Page();
    }
}
