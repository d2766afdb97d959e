using HabitatBoard.Attendance;
using HabitatBoard.Delegations;
using HabitatBoard.Delegations.Recognition;

namespace HabitatBoard.Import.Facts;

/// <summary>Reads who attended, class by class, with the words under which each is printed.</summary>
internal sealed class AttendanceReader(Draft draft, IReadOnlyList<ReadSection> sections)
{
    /// <summary>The last section in which a report tells who attended, where none is headed so.</summary>
    private const int LastSection = 3;

    private readonly bool hasNoSection = !sections.Any(s => draft.Wording.Is("attendanceHeading", s.Heading));

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
        if (!hasNoSection && !Wording.Is("attendanceHeading", sections[sentence.Paragraph.Section].Heading))
        {
            return false;
        }
        if (Wording.Match("attendance", sentence.Text) is { Success: true } match && ReadList(sentence, match.Groups["list"].Index, match.Groups["list"].Length))
        {
            return true;
        }
        if (Names(sentence) is var (start, length) && ReadList(sentence, start, length))
        {
            return true;
        }
        if (Wording.Is("attendanceLead", sentence.Text))
        {
            (lead, classes) = ((sentence.Number, ClassOf(sentence.Text), sentence.Text.TrimEnd('：', ':').Trim()), []);
        }
        return false;
    }

    private bool ReadList(Sentence sentence, int start, int length)
    {
        var heading = (sentence.Text[..start] + sentence.Text[(start + length)..]).Trim().TrimEnd('：', ':').Trim();
        var list = sentence.Text.Substring(start, length);
        if (ClassOf(heading, list) is not { } attended || !Attended(attended, heading, list, sentence))
        {
            return false;
        }
        draft.Compose(sentence);
        return true;
    }

    /// <summary>
    /// The names of a sentence of which the other words, in whatever order, tell of attending; in the section on attendance
    /// those that do not tell of speaking are enough.
    /// </summary>
    private (int Start, int Length)? Names(Sentence sentence)
    {
        var spans = draft.Recogniser.Read(sentence.Text).Spans.Where(s => s.Kind == SpanKind.Delegation).ToList();
        var inItsSection = Wording.Is("attendanceHeading", sections[sentence.Paragraph.Section].Heading);
        if (spans.Count < (inItsSection ? 2 : 3))
        {
            return null;
        }
        // What leads to a list ends with a colon, whatever names are in it.
        var colon = sentence.Text.IndexOfAny([':', '：']);
        var start = colon >= 0 && colon < spans[^1].Start ? colon + 1 : spans[0].Start;
        var end = Wording.Is("attendanceTail", sentence.Text[spans[^1].End..]) ? spans[^1].End : sentence.Text.Length;
        var beside = $"{sentence.Text[..start]} {sentence.Text[end..]}";
        return Wording.Is("attended", beside) && !Wording.Is("floor", sentence.Text)
            && (inItsSection || (hasNoSection && sections[sentence.Paragraph.Section].Number <= LastSection && Wording.Is("attendanceWords", beside)))
            ? (start, end - start)
            : null;
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
        var mayBeNew = attended is AttendanceClass.OtherObserver or AttendanceClass.SpecializedAgency;
        if (codes.Count == 0 && !(mayBeNew && IsListed(list, sentence)))
        {
            return false;
        }
        var organizations = mayBeNew ? Organizations(list, sentence) : null;
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
            if (draft.Rows<AttendanceEntry>().Any(a => a.DelegationCode == code && a.Class != attended))
            {
                // Nobody attends as a member and as an observer: what is listed again is listed for something else.
                draft.Problems.Add(new ImportProblem(ImportProblemKind.Contradiction, sentence.Number, draft.Delegations[code].RunningName[draft.Language]?.Text ?? code));
                continue;
            }
            var order = draft.Next($"attendance {attended}");
            var id = RowKeys.Attendance(attended, code);
            draft.Add(
                FactKind.Attendance, id, sentence.Source,
                () => new AttendanceEntry(draft.Id(id), draft.Session.Id, attended, order, code, presence, draft.Paragraph(sentence.Number)));
        }
        return true;
    }

    /// <summary>Whether the section on attendance lists these names behind a colon: then they are names, though none is known.</summary>
    private bool IsListed(string list, Sentence sentence) =>
        Wording.Is("attendanceHeading", sections[sentence.Paragraph.Section].Heading)
        && sentence.Text.EndsWith(list, StringComparison.Ordinal) && sentence.Text[..^list.Length].TrimEnd() is [.., ':' or '：'];

    /// <summary>Organizations by name, those that nobody knows made known; a name that is part of a longer one is none.</summary>
    private List<string>? Organizations(string list, Sentence sentence)
    {
        var organizations = new Organizations(draft);
        var codes = new List<string>();
        // Educational, Scientific and Cultural: within a name that everybody knows, commas and the word that joins the last two of a list.
        const string Held = "\u0001";
        const string HeldLast = "\u0002";
        var comma = Wording.Spaced ? ", " : "、";
        list = Wording.LongNames.Aggregate(list, (words, name) => words.Replace(name, Hold(name), StringComparison.Ordinal));
        var names = Wording.Split("nameSeparators", list).Select(n => n.Replace(Held, comma, StringComparison.Ordinal)).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            var name = Wording.Replace("listLead", names[i], "").Trim();
            var spans = draft.Recogniser.Read(name).Spans.Where(s => s.Kind == SpanKind.Delegation).ToList();
            // The last two are joined by a word that names contain as well.
            if (i == names.Count - 1 && spans is [{ Start: 0 } known, ..] && Wording.Match("nameJoint", name[known.End..]) is { Length: > 0 } join && known.End + join.Length < name.Length)
            {
                names.Add(name[(known.End + join.Length)..]);
                name = name[..known.End];
                spans = [.. spans.Where(s => s.End <= known.End)];
            }
            else if (i == names.Count - 1 && Wording.Matches("lastOfNames", name) is [.., var joint] && spans.All(s => s.Start >= joint.Index + joint.Length || s.Start + s.Length <= joint.Index))
            {
                names.Add(name[(joint.Index + joint.Length)..]);
                name = name[..joint.Index].Trim();
                spans = [.. spans.Where(s => s.Start < joint.Index)];
            }
            name = name.Replace(HeldLast, " and ", StringComparison.Ordinal);
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

        // A name of the register is found whole.
        string Hold(string name)
        {
            var held = name.Replace(comma, Held, StringComparison.Ordinal);
            return Wording.Spaced && draft.DelegationNamed(name) is null ? Wording.Replace("lastOfNames", held, HeldLast) : held;
        }
    }

    /// <summary>The class that a heading says; where it says no more than that they attended, that of those who are named.</summary>
    private AttendanceClass? ClassOf(string heading, string list)
    {
        var spans = draft.Recogniser.Read(list).Spans.Where(s => s.Kind == SpanKind.Delegation).ToList();
        // "… as members of the Board" may stand behind the names.
        heading = spans.Count == 0 ? heading : $"{heading} {list[spans[^1].End..]}";
        var said = ClassOf(heading);
        if (said is not (null or AttendanceClass.OtherObserver))
        {
            return said;
        }
        var named = spans.ConvertAll(s => draft.Delegations[s.Code!].Kind);
        var states = named.Count(k => k == DelegationKind.State);
        return 2 * states > named.Count ? Wording.Is("boardMembers", heading) ? AttendanceClass.Member : AttendanceClass.ObserverState
            : said;
    }

    private AttendanceClass? ClassOf(string heading) =>
        Wording.Is("specializedAgencies", heading) ? AttendanceClass.SpecializedAgency
            : Wording.Is("membersOfBoard", heading) && !Wording.Is("otherThanMembers", heading) ? AttendanceClass.Member
            : Wording.Is("observerStates", heading) ? AttendanceClass.ObserverState
            : Wording.Is("otherObservers", heading) ? AttendanceClass.OtherObserver
            : null;
}
