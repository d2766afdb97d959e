using HabitatBoard.Agenda;
using HabitatBoard.Attendance;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Statements;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Reports;

/// <summary>
/// The frame of a report that is not written yet. Facts are recorded under paragraphs, and during a session there is no
/// report: the frame gives each item of the agenda its section, with a paragraph for the introduction and one for the
/// statements, and each class of attendance its paragraph. What is there stays; a paragraph that follows a new one gets
/// another number and nothing else.
/// </summary>
public sealed class ReportOutline
{
    private readonly WorkingEdit edit;
    private readonly string session;
    private readonly List<Place> places = [];
    private readonly HashSet<Guid> added = [];
    private IReadOnlyList<AgendaItem> agenda = [];
    private List<AttendanceHeading> headings = [];

    private ReportOutline(WorkingEdit edit, string session)
    {
        this.edit = edit;
        this.session = session;
    }

    /// <summary>Makes the sections and paragraphs that the adopted agenda and the classes of attendance want and that are missing.</summary>
    public static async Task MakeAsync(WorkingEdit edit, string session, CancellationToken cancellationToken)
    {
        var outline = await ReadAsync(edit, session, cancellationToken);
        foreach (var item in outline.agenda)
        {
            outline.SectionOf(item);
        }
        await outline.AddAttendanceAsync(Enum.GetValues<AttendanceClass>(), cancellationToken);
        var organizational = outline.Organizational();
        foreach (var place in outline.places.Where(p => p.Section.AgendaItemId is not null && p.Paragraphs.Count == 0))
        {
            var item = outline.agenda.FirstOrDefault(i => i.Id == place.Section.AgendaItemId);
            if (item is null || outline.places.Exists(p => p.Section.ParentId == place.Section.Id && p.Section.AgendaItemId is not null))
            {
                // What is said of an item with sub-items is said under these.
                continue;
            }
            outline.Add(place, 0);
            if (item.Letter.Length == 0 || item.Number != organizational?.Number)
            {
                outline.Add(place, 1);
            }
        }
        await outline.SaveAsync(cancellationToken);
    }

    /// <summary>
    /// The paragraph under which the next statement on an item is recorded: where those of its kind are, else one that is
    /// still empty, else a new one after the last statements on the item.
    /// </summary>
    /// <param name="item">As in the adopted agenda, <c>4</c> or <c>2(a)</c>.</param>
    /// <exception cref="RecordException">The agenda has no such item.</exception>
    public static async Task<Paragraph> EnsureParagraphAsync(WorkingEdit edit, string session, string item, StatementKind kind, CancellationToken cancellationToken)
    {
        var outline = await ReadAsync(edit, session, cancellationToken);
        var wanted = AgendaItem.ParseNumber(item.Trim()) is var (number, letter) ? outline.agenda.FirstOrDefault(i => i.Number == number && i.Letter == letter) : null;
        if (wanted is null)
        {
            throw new RecordException(ErrorCode.ReferenceToNothing, "item", item);
        }
        var made = await edit.Db.Statements.AsNoTracking().Where(s => s.SessionId == session && s.AgendaItemId == wanted.Id)
            .OrderBy(s => s.Paragraph.Number).Select(s => new { s.ParagraphId, s.Kind }).ToListAsync(cancellationToken);
        // Replies and answers stand with the statements that they follow.
        var present = made.LastOrDefault(s => s.Kind == kind)
            ?? (kind is StatementKind.RightOfReply or StatementKind.Answer ? made.LastOrDefault(s => s.Kind == StatementKind.Statement) : null);
        if (present is not null)
        {
            return await outline.FindAsync(present.ParagraphId, cancellationToken);
        }
        var sections = outline.places.Where(p => p.Section.AgendaItemId == wanted.Id).ToList();
        var place = sections.Find(p => p.Paragraphs.Count > 0) ?? sections.FirstOrDefault() ?? outline.SectionOf(wanted);
        var stated = await outline.StatedAsync(cancellationToken);
        var (opens, last) = (kind is StatementKind.Introduction or StatementKind.Opening, place.Paragraphs.FindLastIndex(p => made.Exists(s => s.ParagraphId == p.Id)));
        // The first paragraph is for the introduction, those after what has been said for what follows.
        var at = opens ? 0 : Math.Max(1, last + 1);
        if (place.Paragraphs.Count == 0 && !opens)
        {
            outline.Add(place, 0);
        }
        var free = at < place.Paragraphs.Count && place.Paragraphs[at] is { Text.IsNone: true } empty && !stated.Contains(empty.Id) ? empty : null;
        var paragraph = free ?? outline.Add(place, at);
        await outline.SaveAsync(cancellationToken);
        return await outline.FindAsync(paragraph.Id, cancellationToken);
    }

    /// <summary>The paragraph that lists a class of attendance.</summary>
    public static async Task<Paragraph> EnsureParagraphAsync(WorkingEdit edit, string session, AttendanceClass attendanceClass, CancellationToken cancellationToken)
    {
        var outline = await ReadAsync(edit, session, cancellationToken);
        if (await outline.ListingAsync(attendanceClass, cancellationToken) is null)
        {
            await outline.AddAttendanceAsync([attendanceClass], cancellationToken);
            await outline.SaveAsync(cancellationToken);
        }
        return await outline.FindAsync((await outline.ListingAsync(attendanceClass, cancellationToken))!.Value, cancellationToken);
    }

    private static async Task<ReportOutline> ReadAsync(WorkingEdit edit, string session, CancellationToken cancellationToken)
    {
        // What was put before in the same edit is part of the record.
        await edit.FlushAsync(cancellationToken);
        var db = edit.Db;
        var outline = new ReportOutline(edit, session)
        {
            agenda = await db.AgendaItems.AsNoTracking().Where(i => i.SessionId == session && i.Version == AgendaVersion.Adopted)
                .OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(cancellationToken),
            headings = await db.AttendanceHeadings.AsNoTracking().Where(h => h.SessionId == session).ToListAsync(cancellationToken),
        };
        var paragraphs = (await db.Paragraphs.AsNoTracking().Where(p => p.SessionId == session).OrderBy(p => p.Number).ToListAsync(cancellationToken)).ToLookup(p => p.SectionId);
        outline.places.AddRange((await db.Sections.AsNoTracking().Where(s => s.SessionId == session).OrderBy(s => s.Order).ThenBy(s => s.Number).ThenBy(s => s.Letter).ToListAsync(cancellationToken))
            .Select(s => new Place(s, [.. paragraphs[s.Id]])));
        return outline;
    }

    /// <summary>The section on an item: the one there is, else a new one with its number, or with another that is free.</summary>
    private Place SectionOf(AgendaItem item)
    {
        if (places.Find(p => p.Section.AgendaItemId == item.Id) is { } present)
        {
            return present;
        }
        if (item.Letter.Length > 0 && agenda.FirstOrDefault(i => i.Number == item.Number && i.Letter.Length == 0) is { } whole)
        {
            return AddPart(SectionOf(whole), item.Id, item.Letter.ToUpperInvariant(), item.Title);
        }
        var number = places.Exists(p => p.Section.Number == item.Number) ? 1 + places.Max(p => p.Section.Number) : item.Number;
        return AddSection(number, "", null, item.Id, item.Title);
    }

    private Place AddPart(Place whole, Guid? item, string wanted, LocalizedText heading)
    {
        var taken = places.Where(p => p.Section.Number == whole.Section.Number).Select(p => p.Section.Letter).ToHashSet();
        var letter = taken.Contains(wanted) ? Enumerable.Range('A', 26).Select(c => ((char)c).ToString()).First(l => !taken.Contains(l)) : wanted;
        return AddSection(whole.Section.Number, letter, whole.Section.Id, item, heading);
    }

    private Place AddSection(int number, string letter, Guid? parent, Guid? item, LocalizedText heading)
    {
        var at = 1 + places.FindLastIndex(p => p.Section.Number < number || (p.Section.Number == number && string.CompareOrdinal(p.Section.Letter, letter) < 0));
        var place = new Place(new Section(Guid.CreateVersion7(), session, at + 1, number, letter, parent, item, heading), []);
        places.Insert(at, place);
        added.Add(place.Section.Id);
        return place;
    }

    private Paragraph Add(Place place, int at)
    {
        // Its number is given when all are in place.
        var paragraph = new Paragraph(Guid.CreateVersion7(), session, place.Section.Id, 1, LocalizedText.None);
        place.Paragraphs.Insert(Math.Min(at, place.Paragraphs.Count), paragraph);
        added.Add(paragraph.Id);
        return paragraph;
    }

    /// <summary>Organizational matters: the item after the opening.</summary>
    private AgendaItem? Organizational() => agenda.Where(i => i.Letter.Length == 0).Skip(1).FirstOrDefault();

    private async Task AddAttendanceAsync(IEnumerable<AttendanceClass> classes, CancellationToken cancellationToken)
    {
        foreach (var attendanceClass in classes)
        {
            if (await ListingAsync(attendanceClass, cancellationToken) is not null)
            {
                continue;
            }
            var place = places.Find(p => p.Paragraphs.Exists(q => headings.Exists(h => h.ParagraphId == q.Id))) ?? AttendanceSection();
            var before = place.Paragraphs.FindLastIndex(p => headings.Exists(h => h.ParagraphId == p.Id && h.Class < attendanceClass));
            var paragraph = Add(place, before + 1);
            var heading = new AttendanceHeading(session, attendanceClass, StandardHeadings.Of(attendanceClass), paragraph.Id);
            headings.Add(heading);
        }
    }

    private Place AttendanceSection() =>
        Organizational() is { } item ? AddPart(SectionOf(item), null, "A", StandardHeadings.Attendance)
            : AddSection(places.Count == 0 ? 1 : 1 + places.Max(p => p.Section.Number), "", null, null, StandardHeadings.Attendance);

    private async Task<Guid?> ListingAsync(AttendanceClass attendanceClass, CancellationToken cancellationToken) =>
        headings.Find(h => h.Class == attendanceClass)?.ParagraphId
        ?? await edit.Db.Attendance.Where(a => a.SessionId == session && a.Class == attendanceClass)
            .OrderByDescending(a => a.Order).Select(a => (Guid?)a.ParagraphId).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The paragraphs under which something is recorded.</summary>
    private async Task<HashSet<Guid>> StatedAsync(CancellationToken cancellationToken)
    {
        var db = edit.Db;
        var sources = new[]
        {
            db.Statements.Where(s => s.SessionId == session).Select(s => (Guid?)s.ParagraphId),
            db.Attendance.Where(a => a.SessionId == session).Select(a => (Guid?)a.ParagraphId),
            db.AttendanceHeadings.Where(h => h.SessionId == session).Select(h => (Guid?)h.ParagraphId),
            db.Acts.Where(a => a.SessionId == session).Select(a => (Guid?)a.ParagraphId),
            db.Adoptions.Where(a => a.SessionId == session).Select(a => a.ParagraphId),
            db.Decisions.Where(d => d.SessionId == session).Select(d => d.ParagraphId),
            db.Officers.Where(o => o.SessionId == session).Select(o => o.ParagraphId),
            db.Events.Where(e => e.SessionId == session).Select(e => (Guid?)e.ParagraphId),
            db.Passages.Where(p => p.SessionId == session).Select(p => (Guid?)p.ParagraphId),
            db.Citations.Where(c => c.SessionId == session).Select(c => (Guid?)c.ParagraphId),
            db.Sessions.Where(s => s.Id == session).Select(s => s.OpeningParagraphId),
            db.Sessions.Where(s => s.Id == session).Select(s => s.ClosingParagraphId),
        };
        var stated = new HashSet<Guid>();
        foreach (var source in sources)
        {
            stated.UnionWith((await source.Distinct().ToListAsync(cancellationToken)).OfType<Guid>());
        }
        return stated;
    }

    private Task<Paragraph> FindAsync(Guid id, CancellationToken cancellationToken) => edit.Db.Paragraphs.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (added.Count == 0)
        {
            return;
        }
        var (number, shifted) = (0, new List<(Paragraph Was, Paragraph Becomes)>());
        foreach (var (i, place) in places.Index())
        {
            var section = place.Section;
            if (added.Contains(section.Id))
            {
                section.Place(i + 1, section.Number, section.Letter);
                edit.Put([], [section]);
            }
            else if (section.Order != i + 1)
            {
                edit.Put([section], [Renumbering.With(edit, section, s => s.Place(i + 1, s.Number, s.Letter))]);
            }
            foreach (var paragraph in place.Paragraphs)
            {
                // Numbers run on; a gap that is there takes up what is new.
                number = added.Contains(paragraph.Id) ? number + 1 : Math.Max(number + 1, paragraph.Number);
                if (added.Contains(paragraph.Id))
                {
                    paragraph.Renumber(number, section.Id);
                }
                else if (paragraph.Number != number)
                {
                    var to = number;
                    shifted.Add((paragraph, Renumbering.With(edit, paragraph, p => p.Renumber(to, p.SectionId))));
                }
            }
        }
        // New paragraphs wait for the numbers that others leave.
        await Renumbering.PutAsync(edit, shifted, cancellationToken);
        foreach (var paragraph in places.SelectMany(p => p.Paragraphs).Where(p => added.Contains(p.Id)))
        {
            edit.Put([], [paragraph]);
        }
        foreach (var heading in headings.Where(h => added.Contains(h.ParagraphId)))
        {
            edit.Put([], [heading]);
        }
        await edit.FlushAsync(cancellationToken);
    }

    /// <summary>A section with its paragraphs, in order.</summary>
    private sealed record Place(Section Section, List<Paragraph> Paragraphs);

    /// <summary>The words under which attendance is printed, until the secretariat gives others.</summary>
    private static class StandardHeadings
    {
        public static LocalizedText Attendance { get; } = Of("الحضور", "出席情况", "Attendance", "Participation", "Участники", "Asistencia");

        public static LocalizedText Of(AttendanceClass attendanceClass) => attendanceClass switch
        {
            AttendanceClass.Member => Of(
                "كانت الدول التالية الأعضاء في المجلس التنفيذي لموئل الأمم المتحدة ممثَّلة",
                "人居署执行局下列成员国派代表出席了会议",
                "The following States members of the Executive Board of UN-Habitat were represented",
                "Les États membres du Conseil exécutif d’ONU-Habitat ci-après étaient représentés",
                "Были представлены следующие государства — члены Исполнительного совета ООН-Хабитат",
                "Estuvieron representados los siguientes Estados miembros de la Junta Ejecutiva de ONU-Hábitat"),
            AttendanceClass.ObserverState => Of(
                "كما كانت الدول التالية الأعضاء في الأمم المتحدة ممثَّلة بمراقبين",
                "还有下列联合国会员国派观察员出席了会议",
                "The following States Members of the United Nations were also represented by observers",
                "Les États Membres de l’Organisation des Nations Unies ci-après étaient également représentés par des observateurs",
                "Наблюдателями были также представлены следующие государства — члены Организации Объединенных Наций",
                "También estuvieron representados por observadores los siguientes Estados Miembros de las Naciones Unidas"),
            AttendanceClass.SpecializedAgency => Of(
                "كما كان الأعضاء التالون في وكالات الأمم المتحدة المتخصصة ممثَّلين بمراقبين",
                "下列联合国专门机构成员也派观察员出席了会议",
                "The following members of the specialized agencies of the United Nations were also represented by observers",
                "Les membres des institutions spécialisées des Nations Unies ci-après étaient également représentés par des observateurs",
                "Наблюдателями были также представлены следующие члены специализированных учреждений Организации Объединенных Наций",
                "También estuvieron representados por observadores los siguientes miembros de los organismos especializados de las Naciones Unidas"),
            _ => Of(
                "وحضر أيضا المراقبون التالون",
                "下列观察员也出席了会议",
                "The following observers also attended",
                "Les observateurs ci-après étaient également représentés",
                "Были представлены также следующие наблюдатели",
                "También estuvieron representados los siguientes observadores"),
        };

        private static LocalizedText Of(params ReadOnlySpan<string> texts)
        {
            var text = LocalizedText.None;
            foreach (var language in OfficialLanguages.All)
            {
                text = text.With(language, texts[(int)language], TextStatus.Composed);
            }
            return text;
        }
    }
}
