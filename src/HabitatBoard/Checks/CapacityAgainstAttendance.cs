using HabitatBoard.Attendance;
using HabitatBoard.Statements;

namespace HabitatBoard.Checks;

/// <summary>
/// A delegation speaks as a member of the Board that attends as an observer, or the reverse. One finding for each delegation
/// and wrong capacity, at the first paragraph that has it.
/// </summary>
public sealed class CapacityAgainstAttendance : Check
{
    public override string Code => "capacity-against-attendance";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        var present = record.Present();
        return record.Facts.Statements
            .Where(s => s.DelegationCode is not null && s.Capacity is Capacity.BoardMember or Capacity.Observer && present.Contains(s.DelegationCode!))
            .Where(s => !present[s.DelegationCode!].Any(a => (a.Class == AttendanceClass.Member) == (s.Capacity == Capacity.BoardMember)))
            .GroupBy(s => (Delegation: s.DelegationCode!, s.Capacity))
            .Select(wrong =>
            {
                var entry = present[wrong.Key.Delegation].First();
                int[] paragraphs = [.. wrong.Select(s => record.Number(s.ParagraphId)).OfType<int>().Distinct().Order()];
                return At(
                    paragraphs.Length == 0 ? null : paragraphs[0],
                    record.Number(entry.ParagraphId) is { } listed ? paragraphs.Append(listed) : paragraphs,
                    Severity.Error,
                    new Subject("delegation", wrong.Key.Delegation),
                    wrong.Key.Capacity == Capacity.BoardMember ? "as-member" : "as-observer",
                    ("delegation", record.Name(wrong.Key.Delegation)),
                    ("paragraphs", new ParagraphNumbers(paragraphs)),
                    ("class", Word.Of(entry.Class)),
                    ("listed", new ParagraphNumbers([record.Number(entry.ParagraphId) ?? 0])));
            });
    }
}
