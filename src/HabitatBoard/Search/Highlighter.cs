namespace HabitatBoard.Search;

/// <summary>Finds in an original what a query matched, by the analysis that found it.</summary>
internal static class Highlighter
{
    /// <summary>How long a snippet is, in UTF-16 code units.</summary>
    public const int SnippetLength = 240;

    /// <summary>How far before the first match a snippet may begin, to begin with a sentence.</summary>
    private const int Before = 80;

    /// <summary>The whole text with its matches.</summary>
    public static MarkedText Mark(string text, IReadOnlyList<IReadOnlyList<Token>> phrases) =>
        new(text, Matches(TextAnalysis.Analyse(text), phrases));

    /// <summary>The part of the text around the first match: cut between words, and never inside a character.</summary>
    public static MarkedText Snippet(string text, IReadOnlyList<IReadOnlyList<Token>> phrases)
    {
        var tokens = TextAnalysis.Analyse(text);
        var marks = Matches(tokens, phrases);
        if (text.Length <= SnippetLength || tokens.Count == 0)
        {
            return new MarkedText(text, marks);
        }
        var start = Start(tokens, marks is [var first, ..] ? first.Start : 0);
        var end = tokens.Where(t => t.Start >= start && t.End <= start + SnippetLength).Select(t => t.End).DefaultIfEmpty(text.Length).Max();
        return new MarkedText(
            text[start..end],
            [.. marks.Where(m => m.Start >= start && m.Start < end).Select(m => new Mark(m.Start - start, Math.Min(m.Start + m.Length, end) - m.Start))]);
    }

    /// <summary>Where the sentence begins, if that is near; else some words before the match.</summary>
    private static int Start(List<Token> tokens, int match)
    {
        if (match <= Before)
        {
            return 0;
        }
        var near = tokens.Where(t => t.Start <= match && t.Start >= match - Before).ToList();
        var sentence = near.FindLastIndex(t => t.IsBreak) is var last && last >= 0 && last + 1 < near.Count ? near[last + 1].Start : -1;
        return sentence >= 0 ? sentence : near.First(t => t.Start >= match - (Before / 2)).Start;
    }

    private static List<Mark> Matches(List<Token> tokens, IReadOnlyList<IReadOnlyList<Token>> phrases)
    {
        var spans = new List<(int Start, int End)>();
        foreach (var phrase in phrases)
        {
            for (var i = 0; i + phrase.Count <= tokens.Count; i++)
            {
                var n = 0;
                while (n < phrase.Count && tokens[i + n].Term == phrase[n].Term)
                {
                    n++;
                }
                if (n == phrase.Count)
                {
                    spans.Add((tokens[i].Start, tokens[i + n - 1].End));
                }
            }
        }
        spans.Sort();
        var marks = new List<Mark>();
        foreach (var (start, end) in spans)
        {
            if (marks is [.., var last] && start <= last.Start + last.Length)
            {
                marks[^1] = new Mark(last.Start, Math.Max(end, last.Start + last.Length) - last.Start);
            }
            else
            {
                marks.Add(new Mark(start, end - start));
            }
        }
        return marks;
    }
}
