using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HabitatBoard.Delegations;
using HabitatBoard.Languages;

namespace HabitatBoard.Checks;

/// <summary>
/// What the checks know of a language in order to read a report in it: how it writes dates and sessions, which words mean
/// the same, what separates the entries of a list. A language is added by adding <c>Phrases/reading.CODE.json</c>; texts in
/// a language without one are not read.
/// </summary>
internal sealed class Reading
{
    private static readonly Dictionary<Language, Reading> ByLanguage = OfficialLanguages.All
        .Select(language => (Language: language, File: CheckFiles.Read<ReadingFile>($"reading.{language.Code}")))
        .Where(r => r.File is not null)
        .ToDictionary(r => r.Language, r => new Reading(r.Language, r.File!));

    private readonly ReadingFile file;
    private readonly Dictionary<string, Regex> patterns;
    private readonly Regex particles;
    private readonly List<(Regex Names, string Name)> sames;

    private Reading(Language language, ReadingFile file)
    {
        Language = language;
        this.file = file;
        patterns = file.Patterns.ToDictionary(p => p.Key, p => new Regex(Expand(p.Value), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
        particles = Words(file.Particles);
        sames = [.. file.Institutions.Concat(file.Synonyms).Select(group => (Words(group.Select(Embedded)), Embedded(group[^1])))];
        Separators = new Regex(file.ListSeparators, RegexOptions.CultureInvariant);
    }

    public Language Language { get; }

    /// <summary>Whether white space separates words.</summary>
    public bool Spaced => file.Spaced;

    /// <summary>Spellings between which one word wavers: one group for each word.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Spellings => file.Spellings;

    /// <summary>Institutions by all the names they go by: one group for each.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Institutions => file.Institutions;

    /// <summary>What separates the entries of a list.</summary>
    public Regex Separators { get; }

    public IReadOnlyList<HeadingKinds> HeadingKinds => file.HeadingKinds;

    public IReadOnlyList<KindOfName> KindsOfNames => file.KindsOfNames;

    public static Reading? Of(Language language) => ByLanguage.GetValueOrDefault(language);

    public IEnumerable<Match> Matches(string pattern, string text) => patterns[pattern].Matches(text);

    public bool IsMatch(string pattern, string text) => patterns[pattern].IsMatch(text);

    /// <summary>A number written in digits or as one of the language's words for numbers; null for anything else.</summary>
    public int? Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        for (var set = 0; set < file.Numerals.Count; set++)
        {
            for (var i = 0; i < file.Numerals[set].Count; i++)
            {
                if (file.Numerals[set][i].Equals(text, StringComparison.OrdinalIgnoreCase))
                {
                    return i + 1;
                }
            }
        }
        return null;
    }

    /// <summary>The day of the week, 0 for Sunday.</summary>
    public DayOfWeek? Weekday(string text)
    {
        var index = file.Weekdays.ToList().FindIndex(names => names.Contains(text, StringComparer.OrdinalIgnoreCase));
        return index < 0 ? null : (DayOfWeek)index;
    }

    public string NameOf(DayOfWeek day) => file.Weekdays[(int)day][0];

    /// <summary>The month, from 1, written in digits or by its name; 0 for anything else.</summary>
    public int Month(string text) => Number(text) ?? (file.Months.ToList().FindIndex(m => m.Equals(text, StringComparison.OrdinalIgnoreCase)) + 1);

    public bool IsAfternoon(string half) => file.Afternoon.Contains(half, StringComparer.OrdinalIgnoreCase);

    /// <summary>The text as printed, without what typesetting does: width, white space, kinds of quotation marks.</summary>
    public string Typeset(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Replace('“', '"').Replace('”', '"').Replace('’', '\'').Replace('‑', '-');
        return Spaced
            ? string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant()
            : string.Concat(plain.Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>The text without punctuation, but for what joins numbers.</summary>
    public string Unpunctuated(string text)
    {
        var typeset = Typeset(text);
        var bare = new StringBuilder(typeset.Length);
        for (var i = 0; i < typeset.Length; i++)
        {
            var joins = i > 0 && i < typeset.Length - 1 && char.IsDigit(typeset[i - 1]) && char.IsDigit(typeset[i + 1]);
            if (joins || !(char.IsPunctuation(typeset[i]) || char.IsSymbol(typeset[i])))
            {
                bare.Append(typeset[i]);
            }
        }
        return bare.ToString();
    }

    /// <summary>The text without what the grammar of the sentence around a title adds to it or takes away: punctuation and particles.</summary>
    public string Embedded(string text) => Replace(Unpunctuated(text), particles, "");

    /// <summary>
    /// The text with every institution by one name, one word for each of the language's words that mean the same, and
    /// without a general noun at its end.
    /// </summary>
    public string Loose(string text)
    {
        var loose = Embedded(text);
        foreach (var (names, name) in sames)
        {
            loose = Replace(loose, names, name);
        }
        foreach (var noun in file.GeneralNouns)
        {
            if (loose.Length > noun.Length && loose.EndsWith(noun, StringComparison.Ordinal))
            {
                return loose[..^noun.Length].TrimEnd();
            }
        }
        return loose;
    }

    /// <summary>How many entries a list has; names that hold a separator themselves count as one.</summary>
    public int CountEntries(string list, IEnumerable<string> names)
    {
        foreach (var name in names.Where(n => Separators.IsMatch(n)).OrderByDescending(n => n.Length))
        {
            list = list.Replace(name, "\uE000", StringComparison.Ordinal);
        }
        return Separators.Split(Asides().Replace(list, "")).Count(e => !string.IsNullOrWhiteSpace(e));
    }

    /// <summary>What stands in brackets.</summary>
    public static string WithoutAsides(string text) => Asides().Replace(text, "");

    private static Regex Asides() => AsidePattern;

    private static readonly Regex AsidePattern = new(@"[（(][^（()）]*[）)]", RegexOptions.CultureInvariant);

    /// <summary>A pattern that may name others in braces, which may again.</summary>
    private string Expand(string pattern)
    {
        foreach (var other in file.Patterns)
        {
            if (pattern.Contains($"{{{other.Key}}}", StringComparison.Ordinal))
            {
                pattern = pattern.Replace($"{{{other.Key}}}", Expand(other.Value), StringComparison.Ordinal);
            }
        }
        return pattern;
    }

    /// <summary>Any of some words; where words are separated by spaces, whole words only.</summary>
    private Regex Words(IEnumerable<string> words)
    {
        var any = string.Join('|', words.OrderByDescending(w => w.Length).Select(Regex.Escape));
        return new Regex(any.Length == 0 ? "(?!)" : Spaced ? $@"(?<!\w)(?:{any})(?!\w)" : any, RegexOptions.CultureInvariant);
    }

    private string Replace(string text, Regex words, string by)
    {
        var replaced = words.Replace(text, by);
        return Spaced ? string.Join(' ', replaced.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : replaced;
    }
}

/// <summary>Words in a heading, and what may then stand under it.</summary>
internal sealed record HeadingKinds(string Words, IReadOnlyList<DelegationKind> Kinds);

/// <summary>Words in a name that tell what its bearer is.</summary>
internal sealed record KindOfName(string Words, DelegationKind Kind);

/// <summary>A language's file, <c>Phrases/reading.*.json</c>.</summary>
/// <param name="Spaced">Whether white space separates words.</param>
/// <param name="Particles">Words that come and go with the sentence around a title.</param>
/// <param name="Synonyms">Groups of words that mean the same; a difference between them alone is small.</param>
/// <param name="GeneralNouns">Nouns that add little at the end of a title.</param>
/// <param name="Institutions">Institutions by all their names, the shortest last.</param>
/// <param name="Spellings">Groups of spellings of one word.</param>
/// <param name="Numerals">Words for the numbers from 1, in one or several sets.</param>
/// <param name="Months">Names of the months, where dates are written with them.</param>
/// <param name="Weekdays">Names of the days from Sunday, as dates are written with them.</param>
/// <param name="Afternoon">Words after which an hour means the afternoon.</param>
/// <param name="ListSeparators">A pattern of what separates the entries of a list.</param>
/// <param name="Patterns">Patterns by name; one may name another in braces.</param>
internal sealed record ReadingFile(
    bool Spaced,
    IReadOnlyList<string> Particles,
    IReadOnlyList<IReadOnlyList<string>> Synonyms,
    IReadOnlyList<string> GeneralNouns,
    IReadOnlyList<IReadOnlyList<string>> Institutions,
    IReadOnlyList<IReadOnlyList<string>> Spellings,
    IReadOnlyList<IReadOnlyList<string>> Numerals,
    IReadOnlyList<string> Months,
    IReadOnlyList<IReadOnlyList<string>> Weekdays,
    IReadOnlyList<string> Afternoon,
    string ListSeparators,
    IReadOnlyList<HeadingKinds> HeadingKinds,
    IReadOnlyList<KindOfName> KindsOfNames,
    IReadOnlyDictionary<string, string> Patterns);
