using HabitatBoard.Attendance;
using HabitatBoard.Statements;

namespace HabitatBoard.Checks;

/// <summary>
/// A delegation speaks, or an officer belongs to one, that no attendance list names or that is recorded as absent. Where the
/// lists name nobody at all who spoke in a capacity, the list is missing rather than the names: that is one finding.
/// Guests and the secretariat attend without being listed.
/// </summary>
public sealed class SpeakerNotInAttendance : Check
{
    public override string Code => "speaker-not-in-attendance";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        if (record.Facts.Attendance.Count == 0)
        {
            yield break;
        }
        var present = record.Present();
        var absent = record.Facts.Attendance.Where(a => a.Presence == Presence.Absent).ToLookup(a => a.DelegationCode);
        var spoken = record.Facts.Statements
            .Where(s => s.Capacity is Capacity.BoardMember or Capacity.Observer or Capacity.NonGovernmental)
            .SelectMany(s => s.OnBehalfOf.Where(_ => s.Capacity == Capacity.NonGovernmental).Select(o => o.DelegationCode).Prepend(s.DelegationCode)
                .OfType<string>().Select(code => (Code: code, s.Capacity, Paragraph: record.Number(s.ParagraphId) ?? 0, s.Order)))
            .ToList();
        foreach (var capacity in spoken.GroupBy(s => s.Capacity))
        {
            var unlisted = capacity.Where(s => !present.Contains(s.Code)).GroupBy(s => s.Code).ToList();
            if (unlisted.Count > 1 && unlisted.Count == capacity.Select(s => s.Code).Distinct().Count() && !unlisted.Any(u => absent.Contains(u.Key)))
            {
                int[] paragraphs = [.. capacity.Select(s => s.Paragraph).Distinct().Order()];
                yield return At(
                    paragraphs[0],
                    paragraphs,
                    Severity.Warning,
                    new Subject("capacity", System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(capacity.Key.ToString())),
                    "all",
                    ("capacity", Word.Of(capacity.Key)),
                    ("delegations", new Several([.. capacity.OrderBy(s => (s.Paragraph, s.Order)).Select(s => s.Code).Distinct().Select(record.Name)])),
                    ("paragraphs", new ParagraphNumbers(paragraphs)));
                continue;
            }
            foreach (var delegation in unlisted)
            {
                int[] paragraphs = [.. delegation.Select(s => s.Paragraph).Distinct().Order()];
                yield return At(
                    paragraphs[0],
                    paragraphs,
                    Severity.Error,
                    new Subject("delegation", delegation.Key),
                    absent.Contains(delegation.Key) ? "absent" : "one",
                    ("delegation", record.Name(delegation.Key)),
                    ("paragraphs", new ParagraphNumbers(paragraphs)));
            }
        }
        var speakers = spoken.Select(s => s.Code).ToHashSet();
        foreach (var officer in record.Facts.Officers.Where(o => o.DelegationCode is { } code && !present.Contains(code) && !speakers.Contains(code)).DistinctBy(o => o.DelegationCode))
        {
            yield return At(
                record.Number(officer.ParagraphId),
                Severity.Warning,
                new Subject("delegation", officer.DelegationCode!),
                "officer",
                ("delegation", record.Name(officer.DelegationCode!)),
                ("person", record.NameOfPerson(officer.PersonCode)));
        }
    }
}
