namespace HabitatBoard.Checks;

/// <summary>A delegation stands twice in the attendance lists, in one class or in two.</summary>
public sealed class AttendedTwice : Check
{
    public override string Code => "attended-twice";

    public override IEnumerable<Finding> Find(CheckedRecord record) =>
        from entries in record.Facts.Attendance.GroupBy(a => a.DelegationCode)
        where entries.Count() > 1
        let ordered = entries.OrderBy(a => (a.Class, a.Order)).ToList()
        let paragraphs = ordered.Select(a => record.Number(a.ParagraphId)).OfType<int>().ToList()
        select At(
            paragraphs.Count == 0 ? null : paragraphs[^1],
            paragraphs,
            Severity.Error,
            new Subject("delegation", entries.Key),
            "",
            ("delegation", record.Name(entries.Key)),
            ("classes", new Several([.. ordered.Select(a => Word.Of(a.Class)).Distinct()])));
}
