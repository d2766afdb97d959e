using HabitatBoard.Languages;

namespace HabitatBoard.Errors;

/// <summary>The checks that entities share. They protect identity and references and nothing else.</summary>
internal static class Guard
{
    /// <summary>The longest title, name, office or heading, in characters.</summary>
    public const int TitleLength = 1_000;

    /// <summary>The longest text of a paragraph, in characters.</summary>
    public const int TextLength = 100_000;

    public static string Code(string value, int longest, string what) =>
        IsCode(value, longest) ? value : throw new RecordException(ErrorCode.MalformedIdentifier, what, value);

    /// <summary>Latin letters, digits, hyphens and points.</summary>
    public static bool IsCode(string value, int longest) =>
        value.Length > 0 && value.Length <= longest && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');

    /// <summary>The longest list of variants of a phrase, in characters.</summary>
    public const int VariantLength = 128;

    /// <summary>Keys of variants, separated by single spaces; null for none. Which keys there are, the phrase books say.</summary>
    public static string? Variant(string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : IsVariant(value) ? value : throw new RecordException(ErrorCode.MalformedIdentifier, "variant", value);

    public static bool IsVariant(string value) =>
        value.Length <= VariantLength && value.All(c => char.IsAsciiLetterLower(c) || c is '-' or ' ');

    public static int Positive(int value, string what) =>
        value > 0 ? value : throw new RecordException(ErrorCode.MalformedIdentifier, what, value);

    /// <summary>A single letter, as in <c>2(a)</c> or <c>(b)</c>; empty for none.</summary>
    public static string Letter(string? value, string what) =>
        value is null or { Length: 0 } ? ""
            : value.Length == 1 && char.IsAsciiLetter(value[0]) ? value
            : throw new RecordException(ErrorCode.MalformedIdentifier, what, value);

    public static LocalizedText Required(LocalizedText text, string what, int longest = TitleLength) =>
        text.IsNone ? throw new RecordException(ErrorCode.TextInNoLanguage, what) : Optional(text, what, longest);

    public static LocalizedText Optional(LocalizedText text, string what, int longest = TitleLength)
    {
        foreach (var (language, value) in text.Present())
        {
            if (value.Text.Length > longest)
            {
                throw new RecordException(ErrorCode.TextTooLong, what, language.Code, longest);
            }
            if (!IsClean(value.Text, lines: true) || value.Text.Contains('\r', StringComparison.Ordinal))
            {
                throw new RecordException(ErrorCode.ForbiddenCharacter, what, language.Code);
            }
        }
        return text;
    }

    /// <summary>One line of text in no particular language, such as a surname or another spelling.</summary>
    public static string Line(string value, string what, int longest)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new RecordException(ErrorCode.TextInNoLanguage, what);
        }
        if (value.Length > longest)
        {
            throw new RecordException(ErrorCode.TextTooLong, what, "", longest);
        }
        return IsClean(value, lines: false) ? value : throw new RecordException(ErrorCode.ForbiddenCharacter, what, "");
    }

    /// <summary>
    /// No control characters, and none that turn the direction of what follows: they show something else than what is
    /// stored (Unicode Technical Report 36, section 3.1). The marks that Arabic needs beside Latin words stay. No half of
    /// a surrogate pair by itself either: such a text has no UTF-8.
    /// </summary>
    /// <param name="lines">Whether line breaks are allowed.</param>
    public static bool IsClean(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (c is '\n' or '\r' ? !lines : char.IsControl(c) || char.IsSurrogate(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }
        return true;
    }

    public static void InOrder(DateOnly? from, DateOnly? until, string what)
    {
        if (from > until)
        {
            throw new RecordException(ErrorCode.DatesReversed, what);
        }
    }
}
