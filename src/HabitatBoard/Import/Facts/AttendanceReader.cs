using HabitatBoard.Attendance;
using HabitatBoard.Delegations.Recognition;

namespace HabitatBoard.Import.Facts;

/// <summary>Reads who attended, class by class, with the words under which each is printed.</summary>
internal sealed class AttendanceReader(Draft draft)
{
    private Wording Wording => draft.Wording;

    public bool Read(Sentence sentence)
    {
        if (Wording.Match("attendance", sentence.Text) is not { Success: true } match)
        {
            return false;
        }
        var list = match.Groups["list"];
        var recognition = draft.Known.Recogniser.Read(list.Value);
        var codes = recognition.Spans.Where(s => s.Kind == SpanKind.Delegation).Select(s => s.Code!).Distinct().ToList();
        if (codes.Count == 0)
        {
            return false;
        }
        var heading = (sentence.Text[..list.Index] + sentence.Text[(list.Index + list.Length)..]).Trim().TrimEnd('：', ':').Trim();
        if (ClassOf(heading) is not { } attended)
        {
            return false;
        }
        foreach (var unknown in recognition.Unrecognised.Where(u => u.In(list.Value).Any(char.IsLetter)))
        {
            draft.Problems.Add(new ImportProblem(ImportProblemKind.UnknownDelegation, sentence.Number, unknown.In(list.Value)));
        }
        var presence = Wording.Is("absent", heading) ? Presence.Absent : Presence.Present;
        if (presence == Presence.Present)
        {
            draft.Add(
                FactKind.AttendanceHeading, $"attendanceHeading/{attended}", sentence.Source,
                () => new AttendanceHeading(draft.Session.Id, attended, draft.Text(heading), draft.Paragraph(sentence.Number)));
        }
        foreach (var code in codes)
        {
            var order = draft.Next($"attendance {attended}");
            var id = RowKeys.Attendance(attended, code);
            draft.Add(
                FactKind.Attendance, id, sentence.Source,
                () => new AttendanceEntry(draft.Id(id), draft.Session.Id, attended, order, code, presence, draft.Paragraph(sentence.Number)));
        }
        draft.Compose(sentence);
        return true;
    }

    private AttendanceClass? ClassOf(string heading) =>
        Wording.Is("specializedAgencies", heading) ? AttendanceClass.SpecializedAgency
            : Wording.Is("membersOfBoard", heading) && !Wording.Is("otherThanMembers", heading) ? AttendanceClass.Member
            : Wording.Is("observerStates", heading) ? AttendanceClass.ObserverState
            : Wording.Is("otherObservers", heading) ? AttendanceClass.OtherObserver
            : null;
}
