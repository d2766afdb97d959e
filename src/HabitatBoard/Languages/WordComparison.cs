using System.Globalization;

namespace HabitatBoard.Languages;

/// <summary>What becomes of a piece of text.</summary>
public enum WordChange
{
    Kept,
    Removed,
    Added,
}

/// <summary>
/// Two texts compared word by word, Chinese character by character: the shortest way from one to the other
/// (E. W. Myers, An O(ND) Difference Algorithm, Algorithmica 1, 1986).
/// </summary>
public static class WordComparison
{
    /// <summary>How many words may differ before the rest is given as one replacement: the work grows with its square.</summary>
    private const int Furthest = 1_000;

    /// <summary>The pieces in order; kept and removed ones make the first text, kept and added ones the second.</summary>
    public static IReadOnlyList<(WordChange Change, string Text)> Between(string before, string after)
    {
        var (was, becomes) = (Words(before), Words(after));
        var start = 0;
        while (start < was.Count && start < becomes.Count && was[start] == becomes[start])
        {
            start++;
        }
        var end = 0;
        while (end < was.Count - start && end < becomes.Count - start && was[^(end + 1)] == becomes[^(end + 1)])
        {
            end++;
        }
        var changes = new List<(WordChange Change, string Text)>();
        changes.AddRange(was.Take(start).Select(w => (WordChange.Kept, w)));
        changes.AddRange(Between(was.GetRange(start, was.Count - start - end), becomes.GetRange(start, becomes.Count - start - end)));
        changes.AddRange(was.Skip(was.Count - end).Select(w => (WordChange.Kept, w)));
        return Joined(changes);
    }

    /// <summary>Letters and digits in a row are a word; a Han or kana character, and anything else, stands by itself.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            // A character with its marks is never cut.
            var length = StringInfo.GetNextTextElementLength(text, start);
            if (IsOfWord(text, start))
            {
                while (start + length < text.Length && IsOfWord(text, start + length))
                {
                    length += StringInfo.GetNextTextElementLength(text, start + length);
                }
            }
            words.Add(text.Substring(start, length));
            start += length;
        }
        return words;
    }

    private static bool IsOfWord(string text, int at) =>
        char.IsLetterOrDigit(text, at) && CharUnicodeInfo.GetUnicodeCategory(text, at) != UnicodeCategory.OtherLetter
        || (CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.OtherLetter && text[at] < '\u2E80');

    private static List<(WordChange Change, string Text)> Between(List<string> was, List<string> becomes)
    {
        var (n, m) = (was.Count, becomes.Count);
        var furthest = Math.Min(n + m, Furthest);
        // reached[k]: how far along the first text a way of d steps gets on the diagonal k.
        var reached = new int[(2 * furthest) + 2];
        var trail = new List<int[]>();
        for (var d = 0; d <= furthest; d++)
        {
            trail.Add(reached[(furthest - d)..(furthest + d + 1)]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && reached[furthest + k - 1] < reached[furthest + k + 1]) ? reached[furthest + k + 1] : reached[furthest + k - 1] + 1;
                var y = x - k;
                while (x < n && y < m && was[x] == becomes[y])
                {
                    (x, y) = (x + 1, y + 1);
                }
                reached[furthest + k] = x;
                if (x >= n && y >= m)
                {
                    return WayBack(was, becomes, trail);
                }
            }
        }
        return [.. was.Select(w => (WordChange.Removed, w)), .. becomes.Select(w => (WordChange.Added, w))];
    }

    private static List<(WordChange Change, string Text)> WayBack(List<string> was, List<string> becomes, List<int[]> trail)
    {
        var changes = new List<(WordChange Change, string Text)>();
        var (x, y) = (was.Count, becomes.Count);
        for (var d = trail.Count - 1; d > 0; d--)
        {
            var reached = trail[d];
            int At(int diagonal) => reached[diagonal + d];
            var k = x - y;
            var from = k == -d || (k != d && At(k - 1) < At(k + 1)) ? k + 1 : k - 1;
            var (beforeX, beforeY) = (At(from), At(from) - from);
            for (; x > beforeX && y > beforeY; x--, y--)
            {
                changes.Add((WordChange.Kept, was[x - 1]));
            }
            changes.Add(x == beforeX ? (WordChange.Added, becomes[y - 1]) : (WordChange.Removed, was[x - 1]));
            (x, y) = (beforeX, beforeY);
        }
        for (; x > 0 && y > 0; x--, y--)
        {
            changes.Add((WordChange.Kept, was[x - 1]));
        }
        changes.Reverse();
        return changes;
    }

    /// <summary>Neighbours of one kind as one piece, what is removed before what is added; a space between two changes goes with them.</summary>
    private static List<(WordChange Change, string Text)> Joined(List<(WordChange Change, string Text)> words)
    {
        var joined = new List<(WordChange Change, string Text)>();
        var (kept, removed, added) = ("", "", "");
        void Flush()
        {
            foreach (var piece in new[] { (WordChange.Removed, removed), (WordChange.Added, added), (WordChange.Kept, kept) })
            {
                if (piece.Item2.Length > 0)
                {
                    joined.Add(piece);
                }
            }
            (kept, removed, added) = ("", "", "");
        }
        foreach (var run in Runs(words))
        {
            if (run.Change == WordChange.Kept)
            {
                kept += run.Text;
                continue;
            }
            if (kept.Length > 0)
            {
                if (string.IsNullOrWhiteSpace(kept) && removed.Length + added.Length > 0)
                {
                    (removed, added, kept) = (removed + kept, added + kept, "");
                }
                else
                {
                    Flush();
                }
            }
            if (run.Change == WordChange.Removed)
            {
                removed += run.Text;
            }
            else
            {
                added += run.Text;
            }
        }
        Flush();
        return joined;
    }

    private static IEnumerable<(WordChange Change, string Text)> Runs(List<(WordChange Change, string Text)> words)
    {
        for (var i = 0; i < words.Count;)
        {
            var start = i;
            while (i < words.Count && words[i].Change == words[start].Change)
            {
                i++;
            }
            yield return (words[start].Change, string.Concat(words.Skip(start).Take(i - start).Select(w => w.Text)));
        }
    }
}
