using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace HabitatBoard.Search;

/// <summary>A word, a Han character or a break, with its place in the original.</summary>
/// <param name="Start">Offset of its first code unit.</param>
/// <param name="End">Offset behind its last code unit, marks included.</param>
internal readonly record struct Token(string Term, int Start, int End)
{
    /// <summary>Punctuation or the end of a line, any number of them: no phrase goes across it unless it names one too.</summary>
    public bool IsBreak => Term == TextAnalysis.Break;

    public bool IsHan => Rune.TryGetRuneAt(Term, 0, out var rune) && TextAnalysis.IsHan(rune);
}

/// <summary>
/// The one analysis, of what is indexed and of what is typed. SQLite's own tokenizers do not do: to unicode61 a run of
/// Han is one word, trigram drops words of two characters, and to both ещё is not еще. So the index is given terms
/// separated by spaces, and its <c>ascii</c> tokenizer, which parts text at ASCII separators only, leaves them as they are.
/// <para>
/// Compatibility forms are resolved (NFKC) and case is folded. Latin letters lose their accents; of Cyrillic only ё
/// becomes е, й stays. Arabic loses harakat and tatweel, and letters that are written for one another become one.
/// A Han character is a term by itself, and so is each pair of them (<see cref="Indexed"/>), so that a phrase finds every
/// substring.
/// </para>
/// </summary>
internal static class TextAnalysis
{
    /// <summary>The term that stands for punctuation. A private character: nothing in a text comes to it.</summary>
    public const string Break = "\uE000";

    private const char BreakSign = '\uE000';
    private const char Space = ' ';

    /// <summary>A hyphen, apostrophe or middle dot: inside a word it only parts it, elsewhere it is punctuation.</summary>
    private const char Joiner = '-';

    /// <summary>What each code unit comes to by itself, found when first met. Two threads that meet it find the same.</summary>
    private static readonly string?[] Folds = new string?[char.MaxValue + 1];

    private static readonly FrozenDictionary<char, string> Letters = new Dictionary<char, string>
    {
        ['œ'] = "oe", ['æ'] = "ae", ['ß'] = "ss", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['ł'] = "l", ['ħ'] = "h", ['ı'] = "i", ['þ'] = "th",
        ['ς'] = "σ", ['ё'] = "е",
        ['أ'] = "ا", ['إ'] = "ا", ['آ'] = "ا", ['ٱ'] = "ا", ['ى'] = "ي", ['ة'] = "ه",
        // The Persian forms of the same letters, which some keyboards give.
        ['ی'] = "ي", ['ک'] = "ك",
    }.ToFrozenDictionary();

    public static List<Token> Analyse(string text)
    {
        var scan = new Scan(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = ClusterEnd(text, at);
            scan.Take(end == at + 1 ? Folds[text[at]] ??= Fold(text[at].ToString()) : Fold(text[at..end]), at, end);
            at = end;
        }
        return scan.Finish();
    }

    public static string Join(IEnumerable<Token> tokens) => string.Join(' ', tokens.Select(t => t.Term));

    /// <summary>
    /// The terms as the index is given them: as they stand, and behind them the overlapping pairs of what stands together.
    /// Pairs are far rarer than characters and punctuation, so phrases of them are found in a fraction of the time.
    /// </summary>
    public static string Indexed(List<Token> tokens)
    {
        var terms = new StringBuilder(Join(tokens));
        var end = -1;
        foreach (var (from, to) in Pairs(tokens))
        {
            if (from != end)
            {
                terms.Append(Space).Append(BreakSign);
            }
            terms.Append(Space);
            AppendPair(terms, tokens, from, to);
            end = to;
        }
        return terms.ToString();
    }

    /// <summary>A phrase in the terms of <see cref="Indexed"/>: as pairs, where they reach from its first term to its last.</summary>
    public static string Phrase(IReadOnlyList<Token> phrase)
    {
        var terms = new StringBuilder();
        var end = 0;
        foreach (var (from, to) in Pairs(phrase).TakeWhile(p => p.From == end))
        {
            AppendPair(from == 0 ? terms : terms.Append(Space), phrase, from, to);
            end = to;
        }
        return phrase.Count > 1 && end == phrase.Count - 1 ? terms.ToString() : Join(phrase);
    }

    /// <summary>Two Han characters side by side, or two words with punctuation between them as in symbols.</summary>
    private static IEnumerable<(int From, int To)> Pairs(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].IsHan && tokens[i + 1].IsHan)
            {
                yield return (i, i + 1);
            }
            else if (i + 2 < tokens.Count && tokens[i + 1].IsBreak && !tokens[i].IsBreak && !tokens[i].IsHan && !tokens[i + 2].IsHan)
            {
                yield return (i, i + 2);
            }
        }
    }

    private static void AppendPair(StringBuilder terms, IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            terms.Append(tokens[i].Term);
        }
    }

    public static bool IsHan(Rune rune) => rune.Value is 0x3005 or 0x3007
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);

    /// <summary>A character with the marks that follow it, for they may be one letter: и and breve are й.</summary>
    private static int ClusterEnd(string text, int at)
    {
        var end = at + (char.IsSurrogatePair(text, at) ? 2 : 1);
        while (end < text.Length && text[end] >= '\u0300' && IsMark(text, end))
        {
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        }
        return end;
    }

    private static bool IsMark(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static string Fold(string cluster)
    {
        // Half a surrogate pair, private and unassigned characters are no text; a half cannot even be normalized.
        if (!Rune.TryGetRuneAt(cluster, 0, out var first) || Rune.GetUnicodeCategory(first) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
        {
            return Break;
        }
        var folded = new StringBuilder();
        foreach (var rune in cluster.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            Fold(rune, folded);
        }
        return folded.ToString();
    }

    private static void Fold(Rune rune, StringBuilder folded)
    {
        if (IsHan(rune))
        {
            folded.Append(rune.ToString());
            return;
        }
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter:
                FoldLetter(rune, folded);
                break;
            case UnicodeCategory.DecimalDigitNumber:
                folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                break;
            case UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.SpacingCombiningMark:
                folded.Append(rune.ToString());
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                break;
            case UnicodeCategory.SpaceSeparator:
                folded.Append(Space);
                break;
            default:
                folded.Append(rune.Value switch
                {
                    '\t' => Space,
                    '-' or '\u2010' or '\u2011' or '\'' or '’' or '‘' or '·' or '•' or '‧' or '・' => Joiner,
                    _ => BreakSign,
                });
                break;
        }
    }

    private static void FoldLetter(Rune rune, StringBuilder folded)
    {
        if (!rune.IsBmp)
        {
            folded.Append(Rune.ToLowerInvariant(rune).ToString());
            return;
        }
        var letter = char.ToLowerInvariant((char)rune.Value);
        if (letter is 'ـ')
        {
            return;
        }
        if (letter is 'ʼ' or 'ʻ')
        {
            folded.Append(Joiner);
            return;
        }
        // Latin alone has its accents taken off; in the other scripts a letter with a sign is a letter of its own.
        var bare = letter is (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF')
            ? char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0])
            : letter;
        _ = Letters.TryGetValue(bare, out var instead) ? folded.Append(instead) : folded.Append(bare);
    }

    /// <summary>Puts folded characters together to terms.</summary>
    private sealed class Scan(int length)
    {
        private readonly List<Token> tokens = new(length / 2);
        private readonly StringBuilder word = new();
        private int start;
        private int end;
        private bool afterTerm;
        private bool joins;

        public void Take(string folded, int from, int to)
        {
            if (folded.Length == 0)
            {
                // A mark or an invisible sign belongs to the word it stands in.
                end = word.Length > 0 ? to : end;
                return;
            }
            foreach (var rune in folded.EnumerateRunes())
            {
                switch (rune.Value)
                {
                    case Space:
                        Part();
                        break;
                    case Joiner when afterTerm && !joins:
                        EndWord();
                        joins = true;
                        break;
                    case Joiner or BreakSign:
                        Part();
                        AddBreak(from, to);
                        break;
                    default:
                        joins = false;
                        afterTerm = true;
                        if (IsHan(rune))
                        {
                            EndWord();
                            tokens.Add(new Token(rune.ToString(), from, to));
                        }
                        else
                        {
                            start = word.Length == 0 ? from : start;
                            end = to;
                            word.Append(rune.ToString());
                        }
                        break;
                }
            }
        }

        public List<Token> Finish()
        {
            EndWord();
            return tokens;
        }

        private void Part()
        {
            EndWord();
            if (joins)
            {
                AddBreak(tokens[^1].End, tokens[^1].End);
            }
            (afterTerm, joins) = (false, false);
        }

        private void AddBreak(int from, int to)
        {
            if (tokens is [.., { IsBreak: false }])
            {
                tokens.Add(new Token(Break, from, to));
            }
        }

        private void EndWord()
        {
            if (word.Length > 0)
            {
                tokens.Add(new Token(word.ToString(), start, end));
                word.Clear();
            }
        }
    }
}
