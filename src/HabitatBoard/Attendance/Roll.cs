using HabitatBoard.Publishing;
using HabitatBoard.Reports;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Attendance;

/// <summary>
/// The list of those who attend in one class. Whoever is added goes where the list order of the documents puts it, by the
/// English alphabet; what was printed otherwise stays as it is.
/// </summary>
public static class Roll
{
    /// <summary>Adds delegations to a class and takes others from it; those who are there already, or not, are left alone.</summary>
    /// <returns>How many were added and taken off.</returns>
    public static async Task<(int Added, int Removed)> CallAsync(
        WorkingEdit edit, string session, AttendanceClass attendanceClass, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken cancellationToken)
    {
        var paragraph = await ReportOutline.EnsureParagraphAsync(edit, session, attendanceClass, cancellationToken);
        var db = edit.Db;
        var keys = (await db.Delegations.AsNoTracking().Select(d => new { d.Code, d.SortKeys }).ToListAsync(cancellationToken)).ToDictionary(d => d.Code, d => d.SortKeys.Zh);
        var was = await db.Attendance.AsNoTracking().Where(a => a.SessionId == session && a.Class == attendanceClass)
            .OrderBy(a => a.Order).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var list = was.Where(a => !remove.Contains(a.DelegationCode)).ToList();
        var removed = was.Count - list.Count;
        var added = new HashSet<AttendanceEntry>();
        foreach (var code in add.Distinct().Where(c => !list.Exists(a => a.DelegationCode == c)))
        {
            var key = keys.GetValueOrDefault(code) ?? throw new Errors.RecordException(Errors.ErrorCode.ReferenceToNothing, "delegation", code);
            var at = list.FindIndex(a => string.CompareOrdinal(keys[a.DelegationCode], key) > 0);
            var entry = new AttendanceEntry(Guid.CreateVersion7(), session, attendanceClass, 1, code, Presence.Present, paragraph.Id);
            list.Insert(at < 0 ? list.Count : at, entry);
            added.Add(entry);
        }
        foreach (var gone in was.Where(a => remove.Contains(a.DelegationCode)))
        {
            edit.Put([gone], []);
        }
        foreach (var (i, entry) in list.Index())
        {
            if (added.Contains(entry))
            {
                entry.MoveTo(i + 1);
                edit.Put([], [entry]);
            }
            else if (entry.Order != i + 1 && added.Count + removed > 0)
            {
                edit.Put([entry], [Renumbering.With(edit, entry, e => e.MoveTo(i + 1))]);
            }
        }
        return (added.Count, removed);
    }
}
