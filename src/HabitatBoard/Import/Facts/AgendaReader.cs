using System.Globalization;
using System.Text.RegularExpressions;
using HabitatBoard.Agenda;
using HabitatBoard.Documents;
using HabitatBoard.Sessions;

namespace HabitatBoard.Import.Facts;

/// <summary>Reads the agenda that the Board adopted, as a list or running on in a sentence, and which section reports on which item.</summary>
internal sealed partial class AgendaReader(Draft draft)
{
    private Wording Wording => draft.Wording;

    /// <summary>The paragraph with the agenda, the end of its introductory words, and of the list.</summary>
    public (int Paragraph, int ListStart, int End)? Found { get; private set; }

    public void Read(IReadOnlyList<ReadParagraph> paragraphs, IReadOnlyList<ReadSection> sections)
    {
        foreach (var paragraph in paragraphs)
        {
            foreach (var adopted in Wording.Matches("agendaAdopted", paragraph.Text))
            {
                if (List(paragraph, adopted.Index + adopted.Length) is { Items.Count: >= 2 } found)
                {
                    Take(paragraph, found.Start, found.Items);
                    return;
                }
            }
        }
        // However it is worded: a list of items, behind the word, that are what the sections are headed.
        foreach (var paragraph in paragraphs)
        {
            if (Wording.Match("agendaWord", paragraph.Text) is { Success: true } word && FirstMark().Match(paragraph.Text, word.Index + word.Length) is { Success: true } first
                && List(paragraph, first.Groups["mark"].Index) is { Items.Count: >= 3 } found && 2 * found.Items.Count(i => IsHeading(i.Title, sections)) >= found.Items.Count(i => i.Letter.Length == 0))
            {
                Take(paragraph, found.Start, found.Items);
                return;
            }
        }
    }

    private (int Start, List<(int Number, string Letter, string Title, int Start, int End)> Items)? List(ReadParagraph paragraph, int from)
    {
        var list = paragraph.Text[from..].TrimStart('：', ':', '。', '.', ' ', '\n');
        return (paragraph.Text.Length - list.Length, Items(list));
    }

    private void Take(ReadParagraph paragraph, int start, List<(int Number, string Letter, string Title, int Start, int End)> items)
    {
        Found = (paragraph.Number, start, start + items[^1].End);
        foreach (var item in items)
        {
            Add(item.Number, item.Letter, item.Title, new ImportSource(paragraph.Number, start + item.Start, paragraph.Text[(start + item.Start)..(start + item.End)]));
        }
    }

    private bool IsHeading(string title, IReadOnlyList<ReadSection> sections) =>
        sections.Any(s => Likeness(Wording.Bare(s.Heading), Wording.Bare(title)) > 0.75);

    /// <summary>Without an agenda in the report, its sections say what the items were.</summary>
    public void ReadFrom(IReadOnlyList<ReadSection> sections)
    {
        foreach (var section in sections.Where(s => s.Number > 0 && s.Letter.Length == 0))
        {
            Add(section.Number, "", section.Heading, null);
        }
    }

    /// <summary>The item on which each section reports.</summary>
    public IReadOnlyList<AgendaItem?> ItemsOf(IReadOnlyList<ReadSection> sections)
    {
        var agenda = draft.Rows<AgendaItem>().ToList();
        var items = new AgendaItem?[sections.Count];
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            var parent = section.Letter.Length == 0 ? null : items[FindParent(sections, i)];
            var among = section.Letter.Length == 0 ? agenda.Where(a => a.Letter.Length == 0) : agenda.Where(a => a.Letter.Length > 0 && (parent is null || a.Number == parent.Number));
            items[i] = ItemIn(section.Heading) ?? Nearest(section.Heading, among)
                ?? (section.Letter.Length == 0
                    ? section.Number > 0 ? Nearest(section.Heading, agenda) : null
                    : agenda.Any(a => a.Number == parent?.Number && a.Letter.Length > 0) || Wording.Is("attendanceHeading", section.Heading) ? null : parent);
        }
        return items;
    }

    /// <summary>The item that a heading names: "… (agenda item 3 (a))".</summary>
    private AgendaItem? ItemIn(string heading) =>
        Wording.Match("headingItem", heading) is { Success: true } named ? draft.Item(named.Groups["item"].Value.Replace(" ", "", StringComparison.Ordinal)) : null;

    private static int FindParent(IReadOnlyList<ReadSection> sections, int at)
    {
        while (at > 0 && sections[at].Letter.Length > 0)
        {
            at--;
        }
        return at;
    }

    /// <summary>The item of that title, give or take a slip.</summary>
    private AgendaItem? Nearest(string heading, IEnumerable<AgendaItem> among)
    {
        var bare = Wording.Bare(heading);
        AgendaItem? best = null;
        var nearest = 0.75;
        foreach (var item in among)
        {
            var title = Wording.Bare(item.Title[Wording.Language]?.Text ?? "");
            if (title == bare)
            {
                return item;
            }
            var likeness = Likeness(title, bare);
            if (likeness > nearest)
            {
                (best, nearest) = (item, likeness);
            }
        }
        return best;
    }

    /// <summary>The share of the pairs of characters that two texts have in common, from 0 to 1.</summary>
    internal static double Likeness(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2)
        {
            return 0;
        }
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 1; i < a.Length; i++)
        {
            pairs[(a[i - 1], a[i])] = pairs.GetValueOrDefault((a[i - 1], a[i])) + 1;
        }
        var common = 0;
        for (var i = 1; i < b.Length; i++)
        {
            if (pairs.TryGetValue((b[i - 1], b[i]), out var left) && left > 0)
            {
                pairs[(b[i - 1], b[i])] = left - 1;
                common++;
            }
        }
        return 2.0 * common / (a.Length + b.Length - 2);
    }

    /// <summary>The act by which the agenda was adopted.</summary>
    public bool Act(Sentence sentence, DocumentReader documents)
    {
        if (Found is not { } found || found.Paragraph != sentence.Number)
        {
            return false;
        }
        if (sentence.Start >= found.ListStart && sentence.Start < found.End)
        {
            draft.Compose(sentence, goesOn: true);
            return true;
        }
        if (!(Wording.Is("agendaAdopted", sentence.Text) || (sentence.Start < found.ListStart && Wording.Is("agendaWord", sentence.Text) && Wording.Is("agendaTaken", sentence.Text))) || draft.Rows<Act>().Any(a => a.Kind == ActKind.AdoptedAgenda))
        {
            return false;
        }
        var subject = Wording.Match("agendaSubject", sentence.Text) is { Success: true } match ? match.Groups["subject"].Value : null;
        var order = draft.Next("act", sentence.Number);
        var id = RowKeys.In(sentence.Number, "act", order);
        var slug = documents.In(sentence.Number).FirstOrDefault(d => draft.Document(d.Symbol ?? "") is { Kind: DocumentKind.Agenda })?.Slug;
        draft.Add(FactKind.Act, id, sentence.Source, () =>
        {
            var act = new Act(draft.Id(id), draft.Session.Id, draft.Paragraph(sentence.Number), order, ActKind.AdoptedAgenda, sentence.Item?.Id, draft.Text(Draft.Capital(subject ?? sentence.Text)));
            act.Concern(slug, null);
            return act;
        });
        draft.Compose(sentence);
        return true;
    }

    private void Add(int number, string letter, string title, ImportSource? source)
    {
        var label = AgendaItem.LabelOf(number, letter);
        var id = RowKeys.Item(label);
        draft.Add(FactKind.AgendaItem, id, source, () => new AgendaItem(draft.Id(id), draft.Session.Id, AgendaVersion.Adopted, number, letter, draft.Text(title)));
    }

    /// <summary>Items and sub-items by the marks that count on: 1. 2. (a) (b) 3.</summary>
    private static List<(int Number, string Letter, string Title, int Start, int End)> Items(string list)
    {
        var marks = new List<(int Number, string Letter, int Start, int Words)>();
        var (number, letter) = (0, '\0');
        foreach (Match mark in Mark().Matches(list))
        {
            if (mark.Groups["number"].Success && int.Parse(mark.Groups["number"].Value, CultureInfo.InvariantCulture) == number + 1)
            {
                number++;
                letter = '\0';
                marks.Add((number, "", mark.Groups["mark"].Index, mark.Index + mark.Length));
            }
            else if (mark.Groups["letter"].Success && number > 0 && mark.Groups["letter"].Value[0] == (letter == '\0' ? 'a' : letter + 1))
            {
                letter = mark.Groups["letter"].Value[0];
                marks.Add((number, letter.ToString(), mark.Groups["mark"].Index, mark.Index + mark.Length));
            }
        }
        if (marks.Count == 0 || marks[0].Start > 3)
        {
            return [];
        }
        var items = new List<(int, string, string, int, int)>();
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].Start : list.Length;
            var words = list[marks[i].Words..end];
            if (i == marks.Count - 1 && Sentences().Match(words) is { Success: true } stop)
            {
                // What follows the last item is no part of it.
                words = words[..stop.Index];
                end = marks[i].Words + stop.Index;
            }
            var title = Ends().Replace(words.Replace('\n', ' ').Trim(), "");
            items.Add((marks[i].Number, marks[i].Letter, title, marks[i].Start, end));
        }
        return items;
    }

    [GeneratedRegex(@"(?:\n|[：:。]|\.(?=\s)|\s)\s*(?<mark>(?:项目\s*|[Ii]tem )?1\s*[.．、:：]\s*\S)")]
    private static partial Regex FirstMark();

    [GeneratedRegex(@"(?:^|\n|(?<=[；;。.：:,，]\s?(?:and\s|和\s?|以及\s?)?))\s*(?<mark>(?:[（(](?<letter>[a-z])[）)]|(?:项目\s*|[Ii]tem )?(?<number>\d{1,2})\s*(?:[.．、:：]|(?=\s*[“（])))\s*(?=\S))")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<=[。.])\s*(?=\n|[\u3400-\u9FFF]|[A-Z])|\n(?!\s*[（(]?[a-z0-9])")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"(?:[；;。.：:，,]\s*(?:和|以及|and)?|\s+and)$")]
    private static partial Regex Ends();
}
