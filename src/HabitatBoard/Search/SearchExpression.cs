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

    /// <summary>The most forms in which a word is looked for, and a word with hyphens in all its parts.</summary>
    private const int MaxForms = 16;

    /// <summary>A word with more parts is a phrase, of which no other form is looked for.</summary>
    private const int MaxParts = 4;

    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”„‟«»＂");

    /// <summary>For each phrase whether it may stand in other forms: what is in quotation marks is meant as it is.</summary>
    private readonly IReadOnlyList<bool> flexible;

    /// <summary>For each phrase its other forms.</summary>
    private IReadOnlyList<IReadOnlyList<IReadOnlyList<Token>>> forms = [];

    private SearchExpression(IReadOnlyList<IReadOnlyList<Token>> phrases, IReadOnlyList<bool> flexible, IReadOnlyList<string> keys)
    {
        this.flexible = flexible;
        Phrases = phrases;
        Keys = keys;
    }

    /// <summary>Words and phrases, each a sequence of terms.</summary>
    public IReadOnlyList<IReadOnlyList<Token>> Phrases { get; }

    /// <summary>The phrases and their other forms: what is marked in a hit.</summary>
    public IReadOnlyList<IReadOnlyList<Token>> Marked => [.. Phrases, .. forms.SelectMany(f => f)];

    /// <summary>Whether words are looked for in other forms, too.</summary>
    public bool IsInflected => forms.Any(f => f.Count > 0);

    /// <summary>The marks of the symbols that the whole query may be.</summary>
    public IReadOnlyList<string> Keys { get; }

    public bool IsEmpty => Phrases.Count == 0 && Keys.Count == 0;

    /// <summary>
    /// All words, in any form, in title, text or the words around them; or the symbol. No column is named: the marks have no words, and
    /// to look only into some columns FTS5 reads where in a text each word stands, which takes several times as long.
    /// </summary>
    public string Anywhere => Either(IsInflected ? string.Join(" AND ", Phrases.Select((p, i) => $"({string.Join(" OR ", forms[i].Prepend(p).Select(Quoted))})")) : Words, Symbol);

    /// <summary>All words as they were typed.</summary>
    public string? Words => Phrases.Count == 0 ? null : string.Join(" AND ", Phrases.Select(Quoted));

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
        var flexible = new List<bool>();
        var seen = new HashSet<string>();
        foreach (var (piece, quoted) in Pieces(text))
        {
            var tokens = TextAnalysis.Analyse(piece);
            var phrase = tokens is [.., { IsBreak: true }] ? tokens[..^1] : tokens;
            if (phrase.Count > 0 && phrases.Count < MaxPhrases && seen.Add(TextAnalysis.Join(phrase)))
            {
                phrases.Add(phrase);
                // With punctuation inside it is a symbol.
                flexible.Add(!quoted && phrase.Count <= MaxParts && !phrase.Any(t => t.IsBreak));
            }
        }
        return new SearchExpression(phrases, flexible, [.. SymbolKeys.Typed(text).Select(Marks.Symbol)]);
    }

    /// <summary>The same, with words also in the forms that a vocabulary has.</summary>
    /// <param name="formsOf">The other forms of a term.</param>
    public SearchExpression With(Func<string, IReadOnlyList<string>> formsOf) =>
        new(Phrases, flexible, Keys) { forms = [.. Phrases.Select((p, i) => flexible[i] ? FormsOf(p, formsOf) : [])] };

    /// <summary>Every part in each of its forms, the phrase as it was typed left out.</summary>
    private static IReadOnlyList<IReadOnlyList<Token>> FormsOf(IReadOnlyList<Token> phrase, Func<string, IReadOnlyList<string>> formsOf)
    {
        IEnumerable<IReadOnlyList<Token>> all = [[]];
        foreach (var token in phrase)
        {
            var parts = formsOf(token.Term).Select(form => token with { Term = form }).Prepend(token).ToList();
            all = all.SelectMany(beginning => parts.Select(part => (IReadOnlyList<Token>)[.. beginning, part]));
        }
        return [.. all.Skip(1).Take(MaxForms)];
    }

    /// <summary>What stands between quotation marks, and the words that do not.</summary>
    private static IEnumerable<(string Text, bool Quoted)> Pieces(string text)
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
                    yield return (piece.ToString(), quoted);
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
            yield return (piece.ToString(), quoted);
        }
    }

    private static string Either(string? one, string? other) => one is null || other is null ? $"({one ?? other})" : $"(({one}) OR ({other}))";

    private static string Quoted(IReadOnlyList<Token> phrase) => $"\"{TextAnalysis.Phrase(phrase)}\"";
}
