using System.Text;
using HabitatBoard.Languages;

namespace HabitatBoard.Delegations;

/// <summary>
/// The place of a name in each language's lists, as keys that compare by code unit, so that every store and every
/// node sorts alike. Lists in Chinese documents follow the English alphabetical order; the other languages follow
/// their own.
/// </summary>
public sealed record SortKeys
{
    private SortKeys()
    {
    }

    public string Ar { get; private init; } = "";
    public string Zh { get; private init; } = "";
    public string En { get; private init; } = "";
    public string Fr { get; private init; } = "";
    public string Ru { get; private init; } = "";
    public string Es { get; private init; } = "";

    public string this[Language language] => language switch
    {
        Language.Ar => Ar,
        Language.Zh => Zh,
        Language.En => En,
        Language.Fr => Fr,
        Language.Ru => Ru,
        _ => Es,
    };

    /// <summary>
    /// The keys of a name. <paramref name="sortAs"/> says under what a name is sorted where that is not how it begins
    /// (the Kingdom of the Netherlands sorts under N in English).
    /// </summary>
    /// <param name="present">The keys it has: one that <paramref name="sortAs"/> repeats stays as it is.</param>
    public static SortKeys For(LocalizedText listName, LocalizedText sortAs, SortKeys? present = null)
    {
        var english = Key(Language.En);
        return new SortKeys
        {
            Ar = Key(Language.Ar),
            Zh = english,
            En = english,
            Fr = Key(Language.Fr),
            Ru = Key(Language.Ru),
            Es = Key(Language.Es),
        };

        // As wide as the column. Names that differ only behind that are not told apart in a list.
        string Key(Language language) => Whole(language) is { Length: > 256 } key ? key[..256] : Whole(language);

        string Whole(Language language) => sortAs[language] is { } given && given.Text == present?[language]
            ? given.Text
            : Fold(language, ((sortAs[language] ?? listName[language]) ?? listName.For(language)?.Text)?.Text ?? "");
    }

    /// <summary>Letters and digits only, without case and accents; in Arabic without the article.</summary>
    private static string Fold(Language language, string text)
    {
        var key = new StringBuilder(text.Length);
        // й is a letter of its own in Russian and ñ in Spanish: they keep their place, accents elsewhere do not count.
        foreach (var word in text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = language == Language.Ar && word.Length > 3 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;
            foreach (var c in bare)
            {
                if (c == 'й' || (c == 'ñ' && language == Language.Es))
                {
                    key.Append(c == 'ñ' ? "n~" : "й");
                    continue;
                }
                foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
                {
                    if (char.IsLetterOrDigit(part))
                    {
                        key.Append(part switch { 'ё' => 'е', 'آ' or 'أ' or 'إ' => 'ا', 'ى' => 'ي', 'ة' => 'ه', 'ı' => 'i', _ => part });
                    }
                }
            }
            key.Append(' ');
        }
        return key.ToString().TrimEnd();
    }
}
