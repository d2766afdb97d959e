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
        value.Length > 0 && value.Length <= longest && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            ? value
            : throw new RecordException(ErrorCode.MalformedIdentifier, what, value);

    /// <summary>The longest list of variants of a phrase, in characters.</summary>
    public const int VariantLength = 128;

    /// <summary>Keys of variants, separated by single spaces; null for none. Which keys there are, the phrase books say.</summary>
    public static string? Variant(string? value) =>
        string.IsNullOrWhiteSpace(value) ? null
            : value.Length <= VariantLength && value.All(c => char.IsAsciiLetterLower(c) || c is '-' or ' ') ? value
            : throw new RecordException(ErrorCode.MalformedIdentifier, "variant", value);

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
            if (value.Text.Any(c => char.IsControl(c) && c != '\n'))
            {
                throw new RecordException(ErrorCode.ForbiddenCharacter, what, language.Code);
            }
        }
        return text;
    }

    public static void InOrder(DateOnly? from, DateOnly? until, string what)
    {
        if (from > until)
        {
            throw new RecordException(ErrorCode.DatesReversed, what);
        }
    }
}
