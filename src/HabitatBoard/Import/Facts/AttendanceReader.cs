using HabitatBoard.Attendance;
using HabitatBoard.Delegations.Recognition;

namespace HabitatBoard.Import.Facts;

/// <summary>Reads who attended, class by class, with the words under which each is printed.</summary>
internal sealed class AttendanceReader(Draft draft)
{
    private Wording Wording => draft.Wording;

    /// <summary>The sentence that leads to a table of those who attended, with the class that it says.</summary>
    private (int Paragraph, AttendanceClass? Class, string Heading)? lead;

    /// <summary>The classes of the columns of the table, or of the rows that follow.</summary>
    private List<(AttendanceClass Class, string Heading)> classes = [];

    public bool Read(Sentence sentence)
    {
        if (lead?.Paragraph == sentence.Number && sentence.Cells is { Count: > 1 } cells)
        {
            Row(sentence, cells);
            return true;
        }
        if (Wording.Match("attendance", sentence.Text) is not { Success: true } match)
        {
            if (Wording.Is("attendanceLead", sentence.Text))
            {
                (lead, classes) = ((sentence.Number, ClassOf(sentence.Text), sentence.Text.TrimEnd('：', ':').Trim()), []);
            }
            return false;
        }
        var list = match.Groups["list"];
        var heading = (sentence.Text[..list.Index] + sentence.Text[(list.Index + list.Length)..]).Trim().TrimEnd('：', ':').Trim();
        if (ClassOf(heading) is not { } attended || !Attended(attended, heading, list.Value, sentence))
        {
            return false;
        }
        draft.Compose(sentence);
        return true;
    }

    /// <summary>A row of a table: the classes of its columns, names, or a class with its names.</summary>
    private void Row(Sentence sentence, IReadOnlyList<string> cells)
    {
        draft.Understand(sentence, 0, sentence.Text.Length);
        var known = cells.Select(c => draft.Recogniser.Read(c).Spans.Any(s => s.Kind == SpanKind.Delegation)).ToList();
        if (!known.Contains(true))
        {
            var heads = cells.Select(c => (Class: ClassOf(c), Heading: c)).ToList();
            classes = heads.TrueForAll(h => h.Class is not null) ? [.. heads.Select(h => (h.Class!.Value, h.Heading))] : [];
            return;
        }
        if (!known[0] && (cells[0].Length == 0 || ClassOf(cells[0]) is not null))
        {
            classes = cells[0].Length == 0 ? classes : [(ClassOf(cells[0])!.Value, cells[0])];
            cells = [.. cells.Skip(1)];
        }
        for (var i = 0; i < cells.Count; i++)
        {
            var (attended, heading) = classes.Count > 0 ? classes[Math.Min(i, classes.Count - 1)] : (lead!.Value.Class ?? AttendanceClass.OtherObserver, lead.Value.Heading);
            _ = Attended(attended, heading, cells[i], sentence);
        }
    }

    private bool Attended(AttendanceClass attended, string heading, string list, Sentence sentence)
    {
        var recognition = draft.Recogniser.Read(list);
        var codes = recognition.Spans.Where(s => s.Kind == SpanKind.Delegation).Select(s => s.Code!).Distinct().ToList();
        if (codes.Count == 0)
        {
            return false;
        }
        var organizations = attended is AttendanceClass.OtherObserver or AttendanceClass.SpecializedAgency ? Organizations(list, sentence) : null;
        codes = organizations ?? codes;
        foreach (var unknown in organizations is not null ? [] : recognition.Unrecognised.Where(u => u.In(list).Any(char.IsLetter)))
        {
            draft.Problems.Add(new ImportProblem(ImportProblemKind.UnknownDelegation, sentence.Number, unknown.In(list)));
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
        return true;
    }

    /// <summary>Organizations by name, those that nobody knows made known; a name that is part of a longer one is none.</summary>
    private List<string>? Organizations(string list, Sentence sentence)
    {
        var organizations = new Organizations(draft);
        var codes = new List<string>();
        var names = Wording.Split("nameSeparators", list).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            var name = Wording.Replace("listLead", names[i], "").Trim();
            var spans = draft.Recogniser.Read(name).Spans.Where(s => s.Kind == SpanKind.Delegation).ToList();
            // The last two are joined by a word that names contain as well.
            if (i == names.Count - 1 && Wording.Matches("lastOfNames", name) is [.., var joint] && spans.All(s => s.Start >= joint.Index + joint.Length || s.Start + s.Length <= joint.Index))
            {
                names.Add(name[(joint.Index + joint.Length)..]);
                name = name[..joint.Index].Trim();
                spans = [.. spans.Where(s => s.Start < joint.Index)];
            }
            if (name.Length == 0)
            {
                continue;
            }
            var others = spans.OrderByDescending(s => s.Start).Aggregate(name, (rest, span) => rest.Remove(span.Start, span.Length)).Trim();
            if (spans.Count > 0 && (!others.Any(char.IsLetter) || Wording.Is("listFiller", others)))
            {
                codes.AddRange(spans.OrderBy(s => s.Start).Select(s => s.Code!));
            }
            else if (organizations.Attending(name, sentence) is { } code)
            {
                codes.Add(code);
            }
        }
        return codes.Count == 0 ? null : [.. codes.Distinct()];
    }

    private AttendanceClass? ClassOf(string heading) =>
        Wording.Is("specializedAgencies", heading) ? AttendanceClass.SpecializedAgency
            : Wording.Is("membersOfBoard", heading) && !Wording.Is("otherThanMembers", heading) ? AttendanceClass.Member
            : Wording.Is("observerStates", heading) ? AttendanceClass.ObserverState
            : Wording.Is("otherObservers", heading) ? AttendanceClass.OtherObserver
            : null;
}
