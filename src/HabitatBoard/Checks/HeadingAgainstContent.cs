using System.Text.RegularExpressions;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;
using HabitatBoard.Statements;

namespace HabitatBoard.Checks;

/// <summary>
/// Somebody stands under a heading that says they are something else: under a class of attendance, or in a list of
/// non-governmental speakers. One finding for each heading. What a delegation is, the register says; where its own name
/// says otherwise, that is a notice.
/// </summary>
public sealed class HeadingAgainstContent : Check
{
    public override string Code => "heading-against-content";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var reading in record.Held.Select(Reading.Of).OfType<Reading>())
        {
            foreach (var heading in record.Facts.AttendanceHeadings.OrderBy(h => h.Class))
            {
                var under = record.Facts.Attendance.Where(a => a.Class == heading.Class).OrderBy(a => a.Order).Select(a => a.DelegationCode).ToList();
                var subject = new Subject("attendanceClass", System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(heading.Class.ToString()));
                if (heading.Heading[reading.Language] is { } text && Against(record, reading, text.Text, under, record.Number(heading.ParagraphId), subject) is { } finding)
                {
                    yield return finding;
                }
            }
            foreach (var text in record.Texts.Where(t => t.Reading == reading))
            {
                foreach (var match in reading.Matches("listUnder", text.Text))
                {
                    var speakers = record.Facts.Statements
                        .Where(s => record.Number(s.ParagraphId) == text.Paragraph && s.Capacity == Capacity.NonGovernmental)
                        .OrderBy(s => s.Order)
                        .SelectMany(s => s.OnBehalfOf.Select(o => o.DelegationCode).Prepend(s.DelegationCode)).OfType<string>()
                        .Where(code => record.Name(code)[reading.Language] is { } name && match.Groups["list"].Value.Contains(name.Text, StringComparison.Ordinal))
                        .Distinct().ToList();
                    var subject = new Subject("capacity", System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(nameof(Capacity.NonGovernmental)));
                    if (speakers.Count > 0 && Against(record, reading, match.Groups["heading"].Value, speakers, text.Paragraph, subject) is { } finding)
                    {
                        yield return finding;
                    }
                }
            }
        }
    }

    private Finding? Against(CheckedRecord record, Reading reading, string heading, IReadOnlyList<string> under, int? paragraph, Subject subject)
    {
        if (reading.HeadingKinds.FirstOrDefault(h => Regex.IsMatch(heading, h.Words, RegexOptions.CultureInvariant)) is not { } allowed)
        {
            return null;
        }
        var known = under.Where(code => record.Facts.Delegations.TryGetValue(code, out var d) && !allowed.Kinds.Contains(d.Kind)).ToList();
        var named = under.Except(known).Where(code => KindByName(reading, record.Name(code)) is { } kind && !allowed.Kinds.Contains(kind)).ToList();
        return known.Count + named.Count == 0 ? null : At(
            paragraph,
            known.Count > 0 ? Severity.Warning : Severity.Notice,
            subject,
            known.Count > 0 ? "" : "by-name",
            ("heading", heading),
            ("delegations", new Several([.. known.Concat(named).Select(record.Name)])));
    }

    private static DelegationKind? KindByName(Reading reading, LocalizedText name) =>
        name[reading.Language] is { } text ? reading.KindsOfNames.FirstOrDefault(k => Regex.IsMatch(text.Text, k.Words, RegexOptions.CultureInvariant))?.Kind : null;
}
