using System.Globalization;
using System.Text;

namespace HabitatBoard.Delegations.Recognition;

/// <summary>
/// A text as names are compared: without case, accents, harakat and width, with one kind of space, apostrophe and
/// dash, and none where a line of Chinese was broken. Every sign knows where it stood in the original.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>White space, a dash or an apostrophe, any number of them.</summary>
    public const char Gap = ' ';

    /// <summary>A hyphen at the end of a line: it may belong to the word or only divide it.</summary>
    public const char Division = '\u0001';

    private const char Unknown = '\uFFFD';

    /// <summary>What each code unit folds to, found when first met. Two threads that meet it find the same.</summary>
    private static readonly string?[] Folds = new string?[char.MaxValue + 1];

    private readonly List<Sign> signs;

    private FoldedText(string original)
    {
        Original = original;
        signs = new List<Sign>(original.Length);
        Fold();
    }

    public string Original { get; }

    public int Length => signs.Count;

    public static FoldedText Of(string original) => new(original);

    public char this[int index] => signs[index].Char;

    /// <summary>Offset into the original.</summary>
    public int Start(int index) => signs[index].Start;

    /// <summary>Offset into the original, behind what marks belong to the sign.</summary>
    public int End(int index) => signs[index].End;

    /// <summary>Whether a name may begin or end before this sign: between words, and at every Chinese character.</summary>
    public bool IsBoundary(int index) =>
        index == 0
        || index == signs.Count
        || (!(IsWord(signs[index - 1].Char) && IsWord(signs[index].Char)) && signs[index - 1].Start != signs[index].Start);

    /// <summary>The dot inside a person's name in Chinese.</summary>
    public bool JoinsNames(int index) =>
        index > 0 && index + 1 < signs.Count && this[index] is ('·' or '・' or '‧' or '•') && IsHan(this[index - 1]) && IsHan(this[index + 1]);

    /// <summary>A letter or digit of a script that separates words.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) && !IsHan(c);

    public static bool IsHan(char c) => c is >= '\u2E80' and <= '\u2FDF' or '\u3005' or '\u3007' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    public override string ToString() => string.Concat(signs.Select(s => s.Char));

    private void Fold()
    {
        for (var i = 0; i < Original.Length; i++)
        {
            var c = Original[i];
            if (char.IsSurrogate(c))
            {
                var pair = char.IsHighSurrogate(c) && i + 1 < Original.Length && char.IsLowSurrogate(Original[i + 1]);
                Add(Unknown, i, i + (pair ? 2 : 1));
                i += pair ? 1 : 0;
                continue;
            }
            var fold = Folds[c] ??= Fold(c);
            if (fold.Length == 0 && signs.Count > 0)
            {
                // A combining mark or an invisible sign belongs to what it follows.
                signs[^1] = signs[^1] with { End = i + 1 };
            }
            foreach (var folded in fold)
            {
                Add(folded, i, i + 1);
            }
        }
        if (signs is [.., { Char: Gap or Division }])
        {
            signs.RemoveAt(signs.Count - 1);
        }
    }

    private void Add(char c, int start, int end)
    {
        if (c != Gap)
        {
            // Between words a gap counts; beside Chinese or punctuation it is layout.
            if (signs is [.., { Char: Gap or Division }] && !IsWord(c))
            {
                signs.RemoveAt(signs.Count - 1);
            }
            signs.Add(new Sign(c, start, end));
        }
        else if (signs is [.., { Char: Gap } gap])
        {
            var divides = IsLineBreak(Original[start]) && Original[gap.Start] is '-' or '\u2010' && gap.End == gap.Start + 1;
            signs[^1] = gap with { Char = divides ? Division : Gap, End = end };
        }
        else if (signs is [.., { Char: Division } division])
        {
            signs[^1] = division with { End = end };
        }
        else if (signs is [.., { Char: var before }] && IsWord(before))
        {
            signs.Add(new Sign(Gap, start, end));
        }
    }

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085';

    private static string Fold(char c)
    {
        if (c is '\uFFFE' or '\uFFFF')
        {
            return Unknown.ToString();
        }
        var folded = new StringBuilder();
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            switch (char.GetUnicodeCategory(part))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format:
                case UnicodeCategory.ModifierLetter when part == 'ـ':
                    break;
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.Control:
                    folded.Append(Gap);
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    folded.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(part)));
                    break;
                default:
                    folded.Append(Fold(part, char.ToLowerInvariant(part)));
                    break;
            }
        }
        return folded.ToString();
    }

    private static string Fold(char part, char lower) => lower switch
    {
        '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '´' or '′' or '‛' => " ",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        // Arabic letters that are written for one another, and their Persian forms.
        'ى' or 'ی' => "ي",
        'ة' => "ه",
        'ک' => "ك",
        'ٱ' => "ا",
        _ => (part == 'İ' ? 'i' : lower).ToString(),
    };

    private readonly record struct Sign(char Char, int Start, int End);
}
