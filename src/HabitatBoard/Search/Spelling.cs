using System.Text;

namespace HabitatBoard.Search;

/// <summary>The scripts in which spelling is corrected; a word is only ever corrected into its own.</summary>
internal enum Script
{
    Other,
    Latin,
    Cyrillic,
    Arabic,
    Han,
}

/// <summary>Corrects words by those that the index holds. Asked only where nothing is found.</summary>
internal static class Spelling
{
    private const int Shortest = 3;
    private const int Longest = 40;

    /// <summary>The words of a text that can be offered, each once, with how it is written there.</summary>
    public static IEnumerable<(string Term, string Surface)> Words(string text, IEnumerable<Token> tokens) => tokens
        .Where(t => t.Term.Length is >= Shortest and <= Longest && ScriptOf(t.Term) is not Script.Other and not Script.Han)
        .DistinctBy(t => t.Term)
        .Select(t => (t.Term, text[t.Start..t.End]));

    /// <summary>A name in Han, which has no words to correct, as a whole.</summary>
    public static IEnumerable<(string Term, string Surface)> Name(string text, List<Token> tokens)
    {
        var name = string.Concat(tokens.Where(t => !t.IsBreak).Select(t => t.Term));
        return name.Length is >= Shortest and <= 12 && name.EnumerateRunes().All(TextAnalysis.IsHan) ? [(name, text)] : [];
    }

    /// <summary>How many letters may be wrong.</summary>
    public static int Tolerance(string term) => term.Length switch
    {
        < Shortest => 0,
        < 6 => 1,
        _ => ScriptOf(term) == Script.Han ? 1 : 2,
    };

    /// <summary>The script of a word; <see cref="Script.Other"/> where it has a digit or letters of several.</summary>
    public static Script ScriptOf(string term)
    {
        Script? script = null;
        foreach (var rune in term.EnumerateRunes())
        {
            var own = TextAnalysis.IsHan(rune) ? Script.Han : !Rune.IsLetter(rune) ? Script.Other : rune.Value switch
            {
                < 0x0250 or (>= 0x1E00 and < 0x1F00) => Script.Latin,
                >= 0x0400 and < 0x0530 => Script.Cyrillic,
                (>= 0x0600 and < 0x0700) or (>= 0x0750 and < 0x0780) => Script.Arabic,
                _ => Script.Other,
            };
            if (own == Script.Other || (script ?? own) != own)
            {
                return Script.Other;
            }
            script = own;
        }
        return script ?? Script.Other;
    }

    /// <summary>
    /// How many letters have to be put in, left out, changed or swapped with their neighbour (optimal string alignment);
    /// anything above <paramref name="most"/> where they are more than that.
    /// </summary>
    public static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }
        var (before, above, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
                least = Math.Min(least, row[j]);
            }
            if (least > most)
            {
                return most + 1;
            }
            (before, above, row) = (above, row, before);
        }
        return above[b.Length];
    }
}
