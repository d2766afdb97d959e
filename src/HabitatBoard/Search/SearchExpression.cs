using System.Buffers;
using System.Text;

namespace HabitatBoard.Search;

/// <summary>
/// A query as the index understands it. What was typed goes in as quoted terms and nothing else, so that no operator of
/// FTS5 can be typed.
/// </summary>
internal sealed class SearchExpression
{
    /// <summary>The most phrases read; all must match, so leaving one out finds more, not less.</summary>
    private const int MaxPhrases = 64;

    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”„‟«»＂");

    private SearchExpression(IReadOnlyList<IReadOnlyList<Token>> phrases, IReadOnlyList<string> keys)
    {
        Phrases = phrases;
        Keys = keys;
    }

    /// <summary>Words and phrases, each a sequence of terms.</summary>
    public IReadOnlyList<IReadOnlyList<Token>> Phrases { get; }

    /// <summary>The marks of the symbols that the whole query may be.</summary>
    public IReadOnlyList<string> Keys { get; }

    public bool IsEmpty => Phrases.Count == 0 && Keys.Count == 0;

    /// <summary>
    /// All words in title, text or the words around them; or the symbol. No column is named: the marks have no words, and
    /// to look only into some columns FTS5 reads where in a text each word stands, which takes several times as long.
    /// </summary>
    public string Anywhere => Either(Words, Symbol);

    /// <summary>All words in the title.</summary>
    public string? InTitle => Words is { } words ? $"{{title}} : ({words}) AND {Marks.Matching(Marks.Titled)}" : null;

    /// <summary>The words as they were typed, one after the other.</summary>
    public string? AsPhrase => Phrases.Count < 2 ? null : Quoted([.. Phrases.SelectMany(p => p)]);

    /// <summary>The document, decision or part of this symbol.</summary>
    public string? Symbol => Keys.Count == 0 ? null : string.Join(" OR ", Keys.Select(Marks.Matching));

    /// <summary>A name that is the query, no more and no less.</summary>
    public string? Name => Phrases.Count == 0 ? null : Marks.Matching(Marks.Name(Phrases.SelectMany(p => p)));

    public static SearchExpression Parse(string text)
    {
        text = text.Length <= SearchQuery.MaxLength ? text : text[..SearchQuery.MaxLength];
        var phrases = new List<IReadOnlyList<Token>>();
        var seen = new HashSet<string>();
        foreach (var piece in Pieces(text))
        {
            var tokens = TextAnalysis.Analyse(piece);
            var phrase = tokens is [.., { IsBreak: true }] ? tokens[..^1] : tokens;
            if (phrase.Count > 0 && phrases.Count < MaxPhrases && seen.Add(TextAnalysis.Join(phrase)))
            {
                phrases.Add(phrase);
            }
        }
        return new SearchExpression(phrases, [.. SymbolKeys.Typed(text).Select(Marks.Symbol)]);
    }

    /// <summary>What stands between quotation marks, and the words that do not.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var quoted = false;
        var piece = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var quote = QuotationMarks.Contains(c) && (quoted || text.AsSpan(i + 1).IndexOfAny(QuotationMarks) >= 0);
            if (quote || (!quoted && char.IsWhiteSpace(c)))
            {
                if (piece.Length > 0)
                {
                    yield return piece.ToString();
                    piece.Clear();
                }
                quoted ^= quote;
            }
            else
            {
                piece.Append(c);
            }
        }
        if (piece.Length > 0)
        {
            yield return piece.ToString();
        }
    }

    private string? Words => Phrases.Count == 0 ? null : string.Join(" AND ", Phrases.Select(Quoted));

    private static string Either(string? one, string? other) => one is null || other is null ? $"({one ?? other})" : $"(({one}) OR ({other}))";

    private static string Quoted(IReadOnlyList<Token> phrase) => $"\"{TextAnalysis.Phrase(phrase)}\"";
}
