namespace HabitatBoard.Search;

/// <summary>The beginnings under which a title, name or symbol is suggested: at each of its words.</summary>
internal static class Suggestions
{
    private const int MaxBeginnings = 60;
    private const int MaxLength = 80;

    /// <returns>What is typed from one word on, and which word that is, from 0.</returns>
    public static IEnumerable<(string Folded, int Start)> Beginnings(List<Token> tokens)
    {
        var terms = tokens.Where(t => !t.IsBreak).Select(t => t.Term).ToList();
        for (var start = 0; start < terms.Count && start < MaxBeginnings; start++)
        {
            yield return (Shorten(string.Join(' ', terms.Skip(start).Take(MaxLength))), start);
        }
    }

    /// <summary>What was typed, in the same form.</summary>
    public static string Typed(string text) =>
        Shorten(string.Join(' ', TextAnalysis.Analyse(text.Length <= MaxLength ? text : text[..MaxLength]).Where(t => !t.IsBreak).Select(t => t.Term)));

    private static string Shorten(string folded) =>
        folded.Length <= MaxLength ? folded : char.IsHighSurrogate(folded[MaxLength - 1]) ? folded[..(MaxLength - 1)] : folded[..MaxLength];
}
