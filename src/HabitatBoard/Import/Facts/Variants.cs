using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Import.Facts;

/// <summary>
/// Which of the variants of a standard phrase is printed: the phrase books, read backwards. A wording that no book has
/// is read as the usual one.
/// </summary>
internal static class Variants
{
    /// <summary>The keys of the variants that words show, in the order of the phrases; null for the usual ones.</summary>
    public static string? Printed(Wording wording, string words, params ReadOnlySpan<Phrase> phrases) => Printed(wording, words, false, phrases);

    public static string? Printed(Wording wording, string words, bool firstOnly, params ReadOnlySpan<Phrase> phrases)
    {
        var keys = new List<string>();
        foreach (var phrase in phrases)
        {
            // The longest wording that is there: 的代表作了发言 before 作了发言.
            string? best = null;
            var (length, at) = (0, int.MaxValue);
            foreach (var ((named, variant), template) in wording.Phrasing.Book)
            {
                if (named != phrase || PlaceOf(template, words) is not { } start)
                {
                    continue;
                }
                var literal = Places.Replace(template, "").Length;
                if (firstOnly ? start < at || (start == at && literal > length) : literal > length)
                {
                    (best, length, at) = (variant, literal, start);
                }
            }
            if (best is { Length: > 0 })
            {
                keys.Add(best);
            }
        }
        return keys.Count == 0 ? null : string.Join(' ', keys.Distinct());
    }

    /// <summary>The variant of a phrase that joins two places by these words.</summary>
    public static string? Between(Wording wording, string words, Phrase phrase)
    {
        foreach (var ((named, variant), template) in wording.Phrasing.Book)
        {
            if (named == phrase && Places.Replace(template, "").Trim() == words.Trim())
            {
                return variant.Length == 0 ? null : variant;
            }
        }
        return null;
    }

    public static bool Has(Wording wording, string key) => wording.Phrasing.Book.Any(p => p.Key.Variant == key);

    public static string? Join(params ReadOnlySpan<string?> keys)
    {
        var named = new List<string>();
        foreach (var key in keys)
        {
            if (key is { Length: > 0 })
            {
                named.AddRange(key.Split(' '));
            }
        }
        return named.Count == 0 ? null : string.Join(' ', named.Distinct());
    }

    private static readonly Regex Places = new(@"\{[a-z]+\}", RegexOptions.CultureInvariant);

    /// <summary>What is printed of each template, between its places; none where nothing is.</summary>
    private static readonly ConcurrentDictionary<string, string[]> Pieces = new();

    /// <summary>Where words begin that have what is printed of a template, in its order; null where they have not.</summary>
    private static int? PlaceOf(string template, string words)
    {
        var pieces = Pieces.GetOrAdd(template, t => Places.Split(t.TrimEnd('。', '.')) is var split && split.All(string.IsNullOrWhiteSpace) ? [] : split);
        int? start = null;
        var at = 0;
        foreach (var piece in pieces)
        {
            // The first place of each is enough: what follows a later one follows it too.
            if ((at = words.IndexOf(piece, at, StringComparison.Ordinal)) < 0)
            {
                return null;
            }
            start ??= at;
            at += piece.Length;
        }
        return start;
    }
}
