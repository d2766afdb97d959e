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
                if (named != phrase || Of(template) is not { } pattern || pattern.Match(words) is not { Success: true } match)
                {
                    continue;
                }
                var literal = Places.Replace(template, "").Length;
                if (firstOnly ? match.Index < at || (match.Index == at && literal > length) : literal > length)
                {
                    (best, length, at) = (variant, literal, match.Index);
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
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Regex?> Patterns = new();

    private static Regex? Of(string template) => Patterns.GetOrAdd(template, t =>
    {
        var text = t.TrimEnd('。', '.');
        return Places.Replace(text, "").Trim().Length == 0
            ? null
            : new Regex(string.Join(".*?", Places.Split(text).Select(Regex.Escape)), RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromMilliseconds(100));
    });
}
