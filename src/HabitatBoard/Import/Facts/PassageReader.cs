using System.Text;
using HabitatBoard.Languages;
using HabitatBoard.Reports;

namespace HabitatBoard.Import.Facts;

/// <summary>
/// What is left of a paragraph when the standard phrases have taken their words: passages, in which what is mentioned
/// stands as a place.
/// </summary>
internal sealed class PassageReader(Draft draft)
{
    public void Read(IReadOnlyList<ReadParagraph> paragraphs, Dictionary<int, List<Mentioned>> mentions)
    {
        foreach (var paragraph in paragraphs)
        {
            var elements = draft.ElementsOf(paragraph.Number).OrderBy(e => e.Start).ToList();
            var at = 0;
            for (var i = 0; i <= elements.Count; i++)
            {
                var until = i < elements.Count ? elements[i].Start : paragraph.Text.Length;
                if (until > at)
                {
                    Passage(paragraph, at, until, i, mentions[paragraph.Number]);
                }
                at = i < elements.Count ? Math.Max(at, elements[i].End) : until;
            }
        }
    }

    private void Passage(ReadParagraph paragraph, int from, int until, int after, List<Mentioned> mentions)
    {
        var text = paragraph.Text;
        while (from < until && (char.IsWhiteSpace(text[from]) || (from > 0 && "。.；;！!？?”\"".Contains(text[from], StringComparison.Ordinal))))
        {
            from++;
        }
        while (until > from && char.IsWhiteSpace(text[until - 1]))
        {
            until--;
        }
        if (until - from < 2 || !text[from..until].Any(char.IsLetterOrDigit))
        {
            return;
        }
        var id = RowKeys.In(paragraph.Number, "passage", after);
        draft.Add(FactKind.Passage, id, new ImportSource(paragraph.Number, from, text[from..until]), () =>
            new Passage(draft.Id(id), draft.Session.Id, draft.Paragraph(paragraph.Number), after, draft.Text(WithPlaces(paragraph, from, until, mentions))));
    }

    private string WithPlaces(ReadParagraph paragraph, int from, int until, List<Mentioned> mentions)
    {
        var text = paragraph.Text;
        var places = mentions.Where(m => m.Placed is not null).Select(m => m.Placed!.Value)
            .Concat(draft.Told.Where(t => t.Paragraph == paragraph.Number).Select(t => (Place: $"statement/{t.Statement}", t.Start, t.Length)))
            .Concat(DatesOfSessions(text, mentions))
            .Where(p => p.Start >= from && p.Start + p.Length <= until)
            .OrderBy(p => p.Start).ThenByDescending(p => p.Length);
        var written = new StringBuilder();
        var at = from;
        foreach (var (place, start, length) in places)
        {
            if (start < at)
            {
                continue;
            }
            // Between Chinese and a place no space is kept: the composer sets it.
            written.Append(TrimBefore(text[at..start], place)).Append('{').Append(place).Append('}');
            at = start + length;
            while (draft.Language == Language.Zh && at < until && text[at] == ' ')
            {
                at++;
            }
        }
        return written.Append(text, at, until - at).ToString();

        string TrimBefore(string words, string place) => draft.Language == Language.Zh && place.Length > 0 ? words.TrimEnd(' ') : words;
    }

    /// <summary>The dates of a session, where its name stands just before them.</summary>
    private IEnumerable<(string Place, int Start, int Length)> DatesOfSessions(string text, List<Mentioned> mentions)
    {
        foreach (var match in draft.Wording.Matches("range", text))
        {
            if (Dates.Period(draft.Wording, match.Value) is not var (from, until))
            {
                continue;
            }
            var session = mentions.Where(m => m.Kind == CitationKind.Session && Math.Abs(m.Start - match.Index) < 80)
                .Select(m => m.Target == draft.Session.Id ? draft.Session : draft.Other.GetValueOrDefault(m.Target))
                .FirstOrDefault(s => s is not null && s.StartsOn == from && s.EndsOn == until);
            if (session is not null)
            {
                yield return ($"dates/{session.Id}", match.Index, match.Length);
            }
        }
    }
}
