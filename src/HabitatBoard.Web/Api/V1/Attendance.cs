using System.Globalization;
using HabitatBoard.Attendance;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Api.V1;

/// <summary>A delegation's presence at a session. A delegation without an entry is not recorded, which is not absence.</summary>
/// <param name="ListName">The name as in lists of those attending, by language.</param>
/// <param name="Heading">The words under which the class is printed, by language.</param>
/// <param name="Order">The place within the class as printed, from 1.</param>
/// <param name="Paragraph">The paragraph of the session's report that lists it.</param>
public sealed record AttendanceContract(
    DelegationReference Delegation,
    IReadOnlyDictionary<string, string>? ListName,
    AttendanceClass Class,
    IReadOnlyDictionary<string, string>? Heading,
    IReadOnlyDictionary<string, TextStatus>? HeadingStatus,
    int Order,
    Presence Presence,
    int Paragraph,
    Guid Id);

internal static class AttendanceApi
{
    public static void MapAttendance(this RouteGroupBuilder session) =>
        session.MapGet("/attendance", GetAttendance).WithTags("Attendance");

    /// <summary>Who attended a session, by class, in printed order.</summary>
    /// <param name="session" example="2024-1">Year and number in the year.</param>
    private static async Task<Results<Ok<Page<AttendanceContract>>, ProblemHttpResult>> GetAttendance(
        string session, [AsParameters] PageQuery page, BoardDbContext db, PublishedRegisters registers, HttpContext context, CancellationToken cancellationToken)
    {
        var snapshot = await registers.ReadAsync(db, cancellationToken);
        var headings = await db.AttendanceHeadings.AsNoTracking().Where(h => h.SessionId == session).ToDictionaryAsync(h => h.Class, h => h.Heading, cancellationToken);
        var rows = await db.Attendance.Where(a => a.SessionId == session)
            .Select(a => new { a.Id, a.DelegationCode, a.Class, a.Order, a.Presence, a.Paragraph.Number })
            .ToListAsync(cancellationToken);
        return Paging.Slice(context, page, rows.Select(a =>
        {
            var heading = headings.GetValueOrDefault(a.Class, LocalizedText.None);
            return (
                string.Create(CultureInfo.InvariantCulture, $"{(int)a.Class}/{a.Order:D6}/{a.Id}"),
                new AttendanceContract(
                    snapshot.Delegation(a.DelegationCode)!,
                    snapshot.Delegations[a.DelegationCode].ListName.Map(),
                    a.Class,
                    heading.Map(),
                    heading.StatusMap(),
                    a.Order,
                    a.Presence,
                    a.Number,
                    a.Id));
        }));
    }
}
