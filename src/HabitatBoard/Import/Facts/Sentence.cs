using System.Text.RegularExpressions;
using HabitatBoard.Agenda;

namespace HabitatBoard.Import.Facts;

/// <summary>A sentence of a paragraph, or a line of a list in one.</summary>
/// <param name="Start">Offset into the text of the paragraph.</param>
/// <param name="Text">Without the full stop at its end.</param>
internal sealed partial record Sentence(ReadParagraph Paragraph, int Start, string Text, AgendaItem? Item)
{
    public int Number => Paragraph.Number;

    public int End => Start + Text.Length;

    public ImportSource Source => new(Number, Start, Text);

    /// <summary>The cells, if it is a row of a table.</summary>
    public IReadOnlyList<string>? Cells => Text.Contains(ReportLayout.BetweenCells) ? Text.Split(ReportLayout.BetweenCells, StringSplitOptions.TrimEntries) : null;

    public ImportSource Part(int start, int length) => new(Number, Start + start, Text.Substring(start, length));

    public static IEnumerable<Sentence> Of(ReadParagraph paragraph, AgendaItem? item, Wording wording)
    {
        var start = 0;
        foreach (Match end in (wording.Spaced ? Ends() : HanEnds()).Matches(paragraph.Text))
        {
            if (Make(start, end.Index) is { } sentence)
            {
                yield return sentence;
            }
            start = end.Index + end.Length;
        }
        if (Make(start, paragraph.Text.Length) is { } last)
        {
            yield return last;
        }

        Sentence? Make(int from, int until)
        {
            while (from < until && char.IsWhiteSpace(paragraph.Text[from]))
            {
                from++;
            }
            while (until > from && (char.IsWhiteSpace(paragraph.Text[until - 1]) || (paragraph.Text[until - 1] is '.' && !Abbreviation().IsMatch(paragraph.Text[from..until]))))
            {
                until--;
            }
            return until > from ? new Sentence(paragraph, from, paragraph.Text[from..until], item) : null;
        }
    }

    [GeneratedRegex(@"[。！？](?=[”’）]?(?:[^”’）]|$))[”’]?|\n+")]
    private static partial Regex HanEnds();

    // Not after Mr., a single capital, a.m. and the like.
    [GeneratedRegex(@"(?<=[.!?]|[.!?][”""’)])(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|Mme|Jr|Sr|para|paras|approx|Hon)\.)(?<!\b[A-Z]\.)(?<!\b(?:e\.g|i\.e|a\.m|p\.m|U\.S|cf)\.(?!\s+(?:The|At|In|By|On|Following|After|He|She)\b))(?<!(?:^|\n)\s*(?:\d{4}/)?\d{1,3}\.)\s+(?=[“""(]?\p{Lu})|\n+")]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b(?:a|p)\.m\.$|\b[A-Z]\.$")]
    private static partial Regex Abbreviation();
}
