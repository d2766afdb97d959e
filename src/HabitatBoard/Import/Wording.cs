using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HabitatBoard.Languages;
using HabitatBoard.Reports.Phrasing;

namespace HabitatBoard.Import;

/// <summary>
/// How reports are worded in one language, for reading: patterns by name from <c>Phrases/CODE.txt</c>. A pattern may name
/// others in braces. A wording is added by adding it to a pattern; docs/exchange.md says which does what.
/// </summary>
internal sealed partial class Wording
{
    private static readonly Dictionary<Language, Wording> ByLanguage =
        new[] { Language.Zh, Language.En }.ToDictionary(l => l, l => new Wording(l));

    private readonly Dictionary<string, string> sources;
    private readonly Dictionary<string, Regex> patterns;

    private Wording(Language language)
    {
        Language = language;
        sources = Read(language);
        patterns = sources.Keys.ToDictionary(
            name => name,
            name => new Regex(Expand(sources[name], 0), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));
    }

    public static IEnumerable<Wording> All => ByLanguage.Values;

    public Language Language { get; }

    /// <summary>Whether spaces separate words.</summary>
    public bool Spaced => Language != Language.Zh;

    public LanguagePhrasing Phrasing => LanguagePhrasing.Of(Language)!;

    public static Wording Of(Language language) => ByLanguage[language];

    public Match Match(string pattern, string text) => patterns[pattern].Match(text);

    public Match Match(string pattern, string text, int from) => patterns[pattern].Match(text, from);

    public bool Is(string pattern, string text) => patterns[pattern].IsMatch(text);

    public IReadOnlyList<Match> Matches(string pattern, string text) => patterns[pattern].Matches(text).ToList();

    public string Replace(string pattern, string text, string by) => patterns[pattern].Replace(text, by);

    public string[] Split(string pattern, string text) => patterns[pattern].Split(text);

    /// <summary>The short names of what has this name.</summary>
    public IEnumerable<string> Abbreviations(string name) =>
        sources["abbreviations"].Split('|').Select(a => a.Split('=')).Where(a => Bare(a[1]) == Bare(name)).Select(a => a[0]);

    /// <summary>Names with what separates others in them, such as that of UNESCO.</summary>
    public IEnumerable<string> LongNames => sources["abbreviations"].Split('|').Select(a => a.Split('=')[1]).Where(n => n.Contains(Spaced ? ", " : "、", StringComparison.Ordinal));

    public LocalizedText Text(string? text) => LocalizedText.None.With(Language, text);

    /// <summary>A number in digits, in Chinese or in English words; null for anything else.</summary>
    public static int? Number(string text)
    {
        text = text.Trim();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        if (OrdinalDigits().Match(text) is { Success: true } digits)
        {
            return int.Parse(digits.Groups["n"].Value, CultureInfo.InvariantCulture);
        }
        var word = Array.FindIndex(Words, w => w.Contains(text.ToLowerInvariant()));
        if (word >= 0)
        {
            return word + 1;
        }
        return text.Length > 0 && text.All(c => "一二三四五六七八九十廿〇".Contains(c, StringComparison.Ordinal)) ? Chinese(text) : null;
    }

    private static readonly string[][] Words =
    [
        ["one", "first"], ["two", "second"], ["three", "third"], ["four", "fourth"], ["five", "fifth"], ["six", "sixth"], ["seven", "seventh"], ["eight", "eighth"],
        ["nine", "ninth"], ["ten", "tenth"], ["eleven", "eleventh"], ["twelve", "twelfth"],
    ];

    private static int Chinese(string text)
    {
        if (!text.Contains('十', StringComparison.Ordinal))
        {
            return text.Aggregate(0, (n, c) => (n * 10) + "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal));
        }
        var at = text.IndexOf('十', StringComparison.Ordinal);
        var tens = at == 0 ? 1 : "〇一二三四五六七八九".IndexOf(text[at - 1], StringComparison.Ordinal);
        var ones = at == text.Length - 1 ? 0 : "〇一二三四五六七八九".IndexOf(text[at + 1], StringComparison.Ordinal);
        return (tens * 10) + ones;
    }

    /// <summary>A Roman number from I to XXXIX; null for anything else.</summary>
    public static int? Roman(string text)
    {
        for (var n = 1; n < 40; n++)
        {
            if (EnglishPhrasing.Roman(n).Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return n;
            }
        }
        return null;
    }

    /// <summary>A text as titles are compared: without spaces, punctuation, case, articles and particles.</summary>
    public string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in Spaced ? Articles().Replace(text.ToLowerInvariant(), " ") : text.Replace("的", "", StringComparison.Ordinal).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
            {
                bare.Append(c);
            }
        }
        return bare.ToString();
    }

    private string Expand(string pattern, int depth) =>
        depth > 8 ? throw new InvalidDataException($"Import phrases of {Language.Code}: a pattern names itself.") : Name().Replace(pattern, m =>
            sources.TryGetValue(m.Groups["name"].Value, out var other)
                ? $"(?:{Expand(other, depth + 1)})"
                : throw new InvalidDataException($"Import phrases of {Language.Code} have no {m.Groups["name"].Value}."));

    private static Dictionary<string, string> Read(Language language)
    {
        using var stream = typeof(Wording).Assembly.GetManifestResourceStream($"Import/{language.Code}.txt")
            ?? throw new InvalidOperationException($"There are no import phrases for {language.Code}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var read = new Dictionary<string, string>();
        string? name = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }
            if (line[0] == ' ')
            {
                // A pattern goes on: each further line is another alternative or the next piece, as it stands.
                read[name!] += line.Trim();
                continue;
            }
            var at = line.IndexOf('=', StringComparison.Ordinal);
            name = line[..at].Trim();
            read.Add(name, line[(at + 1)..].Trim());
        }
        return read;
    }

    [GeneratedRegex(@"(?<!\\[pP])\{(?<name>[a-zA-Z]+)\}")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:the|a|an)\b")]
    private static partial Regex Articles();

    [GeneratedRegex(@"^(?<n>\d{1,4})(?:st|nd|rd|th)$")]
    private static partial Regex OrdinalDigits();
}
