using System.Security.Cryptography;
using System.Text;
using HabitatBoard.Languages;

namespace HabitatBoard.Search;

/// <summary>
/// Terms of the index's column <c>mark</c>, by which entries are filtered and exact names and symbols found. They begin
/// with a private character, so that no text and no query comes to one.
/// </summary>
internal static class Marks
{
    private const char First = '\uE001';
    private const char Separator = '\uE002';

    /// <summary>What has a title that is searched: few entries, beside which a common word is read quickly.</summary>
    public static string Titled { get; } = Of('h', "");

    public static string Type(SearchType type) => Of('t', type.ToString());

    public static string Language(Language language) => Of('l', language.Code);

    public static string Session(string session) => Of('s', session);

    public static string Item(string slug) => Of('i', slug);

    public static string Delegation(string code) => Of('d', code);

    /// <summary>A key from <see cref="SymbolKeys"/>, or the number of a decision or part.</summary>
    public static string Symbol(string key) => Of('k', key);

    /// <summary>A whole name or title. Its digest, for titles are long.</summary>
    public static string Name(IEnumerable<Token> tokens) =>
        Of('n', Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(TextAnalysis.Join(tokens.Where(t => !t.IsBreak)))).AsSpan(0, 10)));

    public static string Matching(string mark) => $"\"{mark}\"";

    /// <summary>The index's tokenizer parts text at every ASCII sign that is no letter or digit.</summary>
    private static string Of(char kind, string value) =>
        string.Concat(value.Select(c => char.IsAsciiLetterOrDigit(c) || (c > 0x7F && !char.IsSurrogate(c)) ? c : Separator).Prepend(kind).Prepend(First));
}
