using HabitatBoard.Agenda;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Publishing;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Reports;

/// <summary>
/// Gives paragraphs, sections and agenda items other numbers. A number can be in use once, so that what gets another
/// first takes one that nothing has, and then its own; numbers can thereby also be exchanged.
/// </summary>
public static class Renumbering
{
    /// <summary>Beyond any number of the record.</summary>
    private const int Aside = 1_000_000;

    /// <summary>Makes room for a paragraph: those with this number and after move up by one.</summary>
    public static async Task InsertAsync(WorkingEdit edit, string session, int number, CancellationToken cancellationToken) =>
        await ShiftAsync(edit, await ParagraphsAsync(edit, session, cancellationToken), number, 1, cancellationToken);

    /// <summary>Closes the gap that a paragraph left: those after this number move down by one.</summary>
    /// <exception cref="RecordException">A paragraph has the number.</exception>
    public static async Task CloseGapAsync(WorkingEdit edit, string session, int number, CancellationToken cancellationToken)
    {
        var paragraphs = await ParagraphsAsync(edit, session, cancellationToken);
        if (paragraphs.Exists(p => p.Number == number))
        {
            throw new RecordException(ErrorCode.NumberUsedTwice, "paragraph");
        }
        await ShiftAsync(edit, paragraphs, number + 1, -1, cancellationToken);
    }

    /// <summary>
    /// Moves a paragraph to another place in its report, into the section of the paragraph whose place it takes. Those
    /// between make room.
    /// </summary>
    internal static async Task MoveParagraphAsync(WorkingEdit edit, Paragraph moved, Func<int, int> to, CancellationToken cancellationToken)
    {
        var was = await ParagraphsAsync(edit, moved.SessionId, cancellationToken);
        var order = Ordering.Moved(was, p => p.Id == moved.Id, to);
        var displaced = was[order.FindIndex(p => p.Id == moved.Id)];
        await PutAsync(edit, order.Select((p, i) => (p, With(edit, p, n => n.Renumber(was[i].Number, p.Id == moved.Id ? displaced.SectionId : p.SectionId)))), cancellationToken);
    }

    /// <summary>
    /// Moves a section with its parts among the sections, or a part among the parts of its section. Numbers and letters
    /// belong to places, so that they run on; so do the numbers of paragraphs. The introduction stays at the beginning.
    /// </summary>
    internal static async Task MoveSectionAsync(WorkingEdit edit, Section moved, Func<int, int> to, CancellationToken cancellationToken)
    {
        var was = await edit.Db.Sections.AsNoTracking().Where(s => s.SessionId == moved.SessionId).OrderBy(s => s.Order).ThenBy(s => s.Number).ThenBy(s => s.Letter).ToListAsync(cancellationToken);
        var whole = was.Where(s => s.ParentId is null).ToList();
        var parts = was.Where(s => s.ParentId is not null).ToLookup(s => s.ParentId!.Value);
        var numbers = whole.Where(s => s.Number > 0).Select(s => s.Number).Order().ToList();
        var front = whole.Where(s => s.Number == 0);
        var sections = whole.Where(s => s.Number > 0).ToList();
        if (moved is { ParentId: null, Number: > 0 })
        {
            sections = Ordering.Moved(sections, s => s.Id == moved.Id, to);
        }
        var becomes = new List<(Section Was, Section Becomes)>();
        foreach (var (section, number) in front.Select(s => (s, 0)).Concat(sections.Zip(numbers)))
        {
            becomes.Add((section, With(edit, section, s => s.Place(becomes.Count + 1, number, s.Letter))));
            var own = parts[section.Id].ToList();
            var letters = own.Select(p => p.Letter).Order(StringComparer.Ordinal).ToList();
            if (moved.ParentId == section.Id)
            {
                own = Ordering.Moved(own, p => p.Id == moved.Id, to);
            }
            foreach (var (part, letter) in own.Zip(letters))
            {
                becomes.Add((part, With(edit, part, p => p.Place(becomes.Count + 1, number, letter))));
            }
        }
        var paragraphs = await ParagraphsAsync(edit, moved.SessionId, cancellationToken);
        var places = becomes.Select((b, i) => (b.Was.Id, i)).ToDictionary();
        var running = paragraphs.OrderBy(p => places[p.SectionId]).ThenBy(p => p.Number).ToList();
        await PutAsync(edit, becomes, (s, aside) => s.Place(s.Order, aside, s.Letter), cancellationToken);
        await PutAsync(edit, running.Select((p, i) => (p, With(edit, p, n => n.Renumber(paragraphs[i].Number, p.SectionId)))), cancellationToken);
    }

    /// <summary>
    /// Moves an item with its sub-items on its agenda, or a sub-item among those of its item. Numbers and letters belong
    /// to places.
    /// </summary>
    internal static async Task MoveItemAsync(WorkingEdit edit, AgendaItem moved, Func<int, int> to, CancellationToken cancellationToken)
    {
        var was = await edit.Db.AgendaItems.AsNoTracking().Where(i => i.SessionId == moved.SessionId && i.Version == moved.Version)
            .OrderBy(i => i.Number).ThenBy(i => i.Letter).ToListAsync(cancellationToken);
        var like = was.Where(i => moved.Letter.Length == 0 ? i.Letter.Length == 0 : i.Letter.Length > 0 && i.Number == moved.Number).ToList();
        var becomes = new List<(AgendaItem Was, AgendaItem Becomes)>();
        foreach (var (item, place) in Ordering.Moved(like, i => i.Id == moved.Id, to).Zip(like))
        {
            becomes.Add((item, With(edit, item, i => i.Renumber(place.Number, place.Letter))));
            if (item.Letter.Length == 0)
            {
                becomes.AddRange(was.Where(i => i.Number == item.Number && i.Letter.Length > 0).Select(sub => (sub, With(edit, sub, i => i.Renumber(place.Number, i.Letter)))));
            }
        }
        await PutAsync(edit, becomes, (i, aside) => i.Renumber(aside, i.Letter), cancellationToken);
    }

    /// <summary>Puts paragraphs with other numbers in the place of those they were.</summary>
    internal static Task PutAsync(WorkingEdit edit, IEnumerable<(Paragraph Was, Paragraph Becomes)> rows, CancellationToken cancellationToken) =>
        PutAsync(edit, rows, (p, aside) => p.Renumber(aside, p.SectionId), cancellationToken);

    /// <summary>A copy that differs.</summary>
    internal static T With<T>(WorkingEdit edit, T row, Action<T> change)
        where T : class
    {
        var copy = (T)Aggregate.Copy(edit.Db, row);
        change(copy);
        return copy;
    }

    private static Task<List<Paragraph>> ParagraphsAsync(WorkingEdit edit, string session, CancellationToken cancellationToken) =>
        edit.Db.Paragraphs.AsNoTracking().Where(p => p.SessionId == session).OrderBy(p => p.Number).ToListAsync(cancellationToken);

    private static Task ShiftAsync(WorkingEdit edit, IEnumerable<Paragraph> paragraphs, int from, int by, CancellationToken cancellationToken) =>
        PutAsync(edit, paragraphs.Where(p => p.Number >= from).Select(p => (p, With(edit, p, n => n.Renumber(p.Number + by, p.SectionId)))), cancellationToken);

    private static async Task PutAsync<T>(WorkingEdit edit, IEnumerable<(T Was, T Becomes)> rows, Action<T, int> putAside, CancellationToken cancellationToken)
        where T : class
    {
        var changed = rows.Where(r => !Aggregate.AreEqual(edit.Db, r.Was, r.Becomes)).ToList();
        var aside = changed.Select((r, i) => With(edit, r.Was, row => putAside(row, Aside + i))).ToList();
        foreach (var (row, between) in changed.Zip(aside))
        {
            edit.Put([row.Was], [between]);
        }
        await edit.FlushAsync(cancellationToken);
        foreach (var (row, between) in changed.Zip(aside))
        {
            edit.Put([between], [row.Becomes]);
        }
        await edit.FlushAsync(cancellationToken);
    }
}
