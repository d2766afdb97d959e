using System.Globalization;
using System.Text;

namespace HabitatBoard.Checks;

/// <summary>Finds what is nearly a given name.</summary>
internal static class NearMatch
{
    /// <summary>
    /// The places in a text that differ from a name by 1 to <paramref name="most"/> letters (put in, left out or exchanged),
    /// where the name itself does not stand. Found by the dynamic programme of Sellers (1980).
    /// </summary>
    public static IEnumerable<string> Find(string text, string name, int most)
    {
        // What is the name is no slip: it is taken out first, by something that no letter equals.
        var left = text.Replace(name, "\uE000", StringComparison.Ordinal);
        var previous = new (int Cost, int From)[name.Length + 1];
        var current = new (int Cost, int From)[name.Length + 1];
        for (var i = 0; i <= name.Length; i++)
        {
            previous[i] = (i, 0);
        }
        (int Cost, int From, int To)? best = null;
        for (var j = 1; j <= left.Length; j++)
        {
            current[0] = (0, j);
            for (var i = 1; i <= name.Length; i++)
            {
                var exchange = (Cost: previous[i - 1].Cost + (name[i - 1] == left[j - 1] ? 0 : 1), previous[i - 1].From);
                var extra = (Cost: previous[i].Cost + 1, previous[i].From);
                var missing = (Cost: current[i - 1].Cost + 1, current[i - 1].From);
                current[i] = Less(Less(exchange, extra), missing);
            }
            var (cost, from) = current[name.Length];
            if (best is { } known && from >= known.To)
            {
                yield return left[known.From..known.To];
                best = null;
            }
            if (cost <= most && cost > 0 && (best is null || cost < best.Value.Cost))
            {
                best = (cost, from, j);
            }
            (previous, current) = (current, previous);
        }
        if (best is { } last)
        {
            yield return left[last.From..last.To];
        }
    }

    /// <summary>Of two that cost the same the shorter one: a letter left out rather than the letter before the name exchanged.</summary>
    private static (int Cost, int From) Less((int Cost, int From) a, (int Cost, int From) b) =>
        a.Cost < b.Cost || (a.Cost == b.Cost && a.From >= b.From) ? a : b;

    /// <summary>How many letters have to be put in, left out or exchanged.</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }

    /// <summary>The text without accents.</summary>
    public static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
