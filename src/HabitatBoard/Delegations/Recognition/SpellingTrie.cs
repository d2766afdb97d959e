namespace HabitatBoard.Delegations.Recognition;

/// <summary>All names and phrases, letter by letter: the longest that fits is found in one pass over it.</summary>
internal sealed class SpellingTrie
{
    private readonly Node root = new();

    /// <summary>
    /// Adds a spelling. Where one exists already it keeps its meaning, unless that one needs capitals and this does not.
    /// </summary>
    public void Add(string spelling, TokenKind kind, string? code, Capitals capitals)
    {
        var folded = FoldedText.Of(spelling);
        if (folded.Length == 0)
        {
            return;
        }
        var node = root;
        for (var i = 0; i < folded.Length; i++)
        {
            node = node.Children.TryGetValue(folded[i], out var child) ? child : node.Children[folded[i]] = new Node();
        }
        if (!node.Meanings.Exists(m => m.Capitals == Capitals.Any || m.Capitals == capitals))
        {
            node.Meanings.Add(new Meaning(kind, code, capitals));
        }
    }

    /// <summary>The longest spelling that begins at a sign of the text, or null.</summary>
    public (Meaning Meaning, int Next)? Longest(FoldedText text, int start)
    {
        (Meaning, int)? longest = null;
        var node = root;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (node.Children.TryGetValue(c == FoldedText.Division ? FoldedText.Gap : c, out var child))
            {
                node = child;
            }
            else if (c == FoldedText.Division && i > start)
            {
                continue; // the hyphen only divides a word at the end of a line
            }
            else
            {
                break;
            }
            if (node.Meanings.Count > 0 && text.IsBoundary(i + 1) && node.Meanings.Find(m => Fits(m, text, start, i)) is { } meaning)
            {
                longest = (meaning, i + 1);
            }
        }
        return longest;
    }

    private static bool Fits(Meaning meaning, FoldedText text, int first, int last)
    {
        if (meaning.Capitals == Capitals.Any)
        {
            // 阿曼·汗 is a person.
            return meaning.Kind != TokenKind.Delegation || !(text.JoinsNames(first - 1) || text.JoinsNames(last + 1));
        }
        var letters = text.Original.AsSpan(text.Start(first), text.End(last) - text.Start(first));
        return meaning.Capitals == Capitals.First ? char.IsUpper(letters[0]) : !letters.ContainsAnyLower();
    }

    internal enum Capitals
    {
        Any,

        /// <summary>Того is a State, того is "of that".</summary>
        First,

        /// <summary>AU is the African Union, "au" is French for "to the".</summary>
        All,
    }

    internal sealed record Meaning(TokenKind Kind, string? Code, Capitals Capitals);

    private sealed class Node
    {
        public Dictionary<char, Node> Children { get; } = [];
        public List<Meaning> Meanings { get; } = [];
    }
}

internal static class LetterCase
{
    public static bool ContainsAnyLower(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }
        return false;
    }
}
