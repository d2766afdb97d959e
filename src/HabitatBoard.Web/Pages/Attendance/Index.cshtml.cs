using HabitatBoard.Attendance;
using HabitatBoard.Data;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;
using HabitatBoard.Web.Api.V1;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Pages.Attendance;

/// <summary>
/// Who attended a session, by class: in printed order where reports keep it in the reader's language, else in the order of the language.
/// </summary>
public sealed class IndexModel(BoardDbContext db, PublishedRegisters registers) : BoardPage
{
    public IReadOnlyList<ClassOfAttendance> Classes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var id = Session.Id;
        PlaceInSession(T["nav.attendance"]);
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        var headings = await db.AttendanceHeadings.AsNoTracking().Where(h => h.SessionId == id)
            .Select(h => new { h.Class, h.Heading, h.Paragraph.Number }).ToDictionaryAsync(h => h.Class, cancellationToken);
        var entries = await db.Attendance.Where(a => a.SessionId == id)
            .Select(a => new { a.Class, a.Order, a.DelegationCode, a.Presence, a.Paragraph.Number }).ToListAsync(cancellationToken);
        var sorts = LanguagePhrasing.Of(Language)!.SortsLists;
        Classes =
        [
            .. entries.GroupBy(e => e.Class).OrderBy(g => g.Key).Select(g => new ClassOfAttendance(
                g.Key,
                headings.GetValueOrDefault(g.Key)?.Heading ?? LocalizedText.None,
                headings.GetValueOrDefault(g.Key)?.Number ?? g.Min(e => e.Number),
                [
                    .. g.OrderBy(e => e.Order).Select(e => (Delegation: snapshot.Delegations[e.DelegationCode], e.Presence))
                        .OrderBy(e => sorts ? e.Delegation.SortKeys[Language] : "", StringComparer.Ordinal),
                ])),
        ];
        return Page();
    }

    public sealed record ClassOfAttendance(AttendanceClass Class, LocalizedText Heading, int Paragraph, IReadOnlyList<(Delegation Delegation, Presence Presence)> Delegations);
}
