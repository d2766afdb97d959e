namespace HabitatBoard.Search;

/// <summary>
/// The part of a word that its forms have in common: бюджет of бюджета, ميزاني of والميزانية. Forms stand for one another
/// in searches, behind what is written as it was typed.
/// <para>
/// Light on purpose: number, gender, case and the Arabic article, no derivation. Words of French, Spanish and English meet
/// in texts and queries without a sign of their language, so Latin letters have one rule, which takes off what the three
/// have in common. What is left is compared and never shown: it need not be a word.
/// </para>
/// </summary>
internal static class Inflection
{
    /// <summary>What must be left of a word, so that different words do not become one.</summary>
    private const int Shortest = 3;

    /// <summary>Russian endings of nouns and adjectives, the longest first.</summary>
    private static readonly string[] Cyrillic =
    [
        .. new[]
        {
            "иями", "ями", "ами", "ией", "иям", "ием", "иях", "ьями", "ьям", "ьях", "ьем", "ого", "его", "ому", "ему", "ыми", "ими",
            "ов", "ев", "ей", "ой", "ий", "ый", "ые", "ие", "ая", "яя", "ое", "ее", "ую", "юю", "ых", "их", "ым", "им", "ом", "ем", "ам", "ям", "ах", "ях",
            "ия", "ии", "ию", "ью", "ья", "ье", "а", "е", "и", "о", "у", "ы", "ю", "я", "ь", "й",
        }.OrderByDescending(e => e.Length),
    ];

    /// <summary>The Arabic article, alone or behind one-letter words that are written together with it.</summary>
    private static readonly string[] Articles = ["وبال", "وكال", "وفال", "ولل", "وال", "بال", "كال", "فال", "لل", "ال"];

    /// <summary>One-letter words that are written together with the next: and, so, in, like, to.</summary>
    private const string Clitics = "وفبكل";

    /// <summary>The singular and the plural of the feminine, also with "his" or "her"; ة is folded already.</summary>
    private static readonly string[] Feminine = ["اتها", "اته", "تها", "ات", "ته", "ه"];

    /// <param name="term">A word as <see cref="TextAnalysis"/> leaves it.</param>
    /// <returns>Null for what has no forms: numbers, Han, mixtures.</returns>
    public static string? StemOf(string term) => Spelling.ScriptOf(term) switch
    {
        _ when term.Length < Shortest => null,
        Script.Latin => Latin(term),
        Script.Cyrillic => Without(term, Cyrillic),
        Script.Arabic => Arabic(term),
        _ => null,
    };

    /// <summary>Plurals, and the last vowel by which gender is told: logement(s), ciudad(es), urbano/urbana, régional/régionaux, city/cities.</summary>
    private static string Latin(string word)
    {
        var stem = word switch
        {
            [.., 'e', 'a', 'u', 'x'] => word[..^1],
            [_, _, _, .., 'a', 'u', 'x'] => $"{word[..^2]}l",
            [_, _, .., 'i', 'e', 's'] => $"{word[..^3]}y",
            [.., 's' or 'u' or 'i', 's'] => word,
            [_, _, _, .., 's'] => word[..^1],
            _ => word,
        };
        // One letter more must be left here: area is not are.
        stem = stem is [_, _, _, _, .., 'a' or 'e' or 'o'] ? stem[..^1] : stem;
        return stem.Length > Shortest && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }

    private static string Arabic(string word)
    {
        var bare = Articles.FirstOrDefault(a => word.StartsWith(a, StringComparison.Ordinal) && word.Length - a.Length >= Shortest) is { } article ? word[article.Length..] : word;
        // Before a word without the article. Words that only begin so lose the letter too, in all their forms alike.
        while (bare.Length > Shortest + 1 && Clitics.Contains(bare[0], StringComparison.Ordinal))
        {
            bare = bare[1..];
        }
        return Without(bare, Feminine);
    }

    private static string Without(string word, string[] endings) =>
        endings.FirstOrDefault(e => word.EndsWith(e, StringComparison.Ordinal) && word.Length - e.Length >= Shortest) is { } ending ? word[..^ending.Length] : word;
}
