using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HabitatBoard.Errors;

namespace HabitatBoard.Documents;

/// <summary>
/// A United Nations document symbol: body, year, nature, number, suffixes, as in <c>HSP/EB.2024/2/Add.1</c>.
/// A symbol that does not parse so (<c>HSP/HA.1/HLS.3</c>, <c>A/RES/73/239</c>) is accepted as it stands.
/// </summary>
public sealed partial class DocumentSymbol
{
    /// <summary>The longest symbol accepted, in characters.</summary>
    public const int MaxLength = 64;

    private DocumentSymbol(string text) => Text = text;

    /// <summary>The regular spelling: <c>HSP/EB.2024/INF/2</c> where <c>HSP/EB.2024/INF.2</c> was printed.</summary>
    public string Text { get; }

    /// <summary>The organ's part with the year, <c>HSP/EB.2024</c>; null for a symbol of another family.</summary>
    public string? Series { get; private init; }

    /// <summary>What kind of paper the symbol says it is: empty, <c>INF</c>, <c>CRP</c> or <c>L</c>.</summary>
    public string Nature { get; private init; } = "";

    public int? Number { get; private init; }

    /// <summary><c>Add.1</c>, <c>Corr.2</c> and so on, in the order in which they stand.</summary>
    public IReadOnlyList<(string Kind, int Number)> Suffixes { get; private init; } = [];

    /// <summary>The symbol in an address: <c>-</c> for <c>/</c>.</summary>
    public string Slug => Text.Replace('/', '-');

    /// <summary>
    /// What every spelling of one symbol comes to: case, width, spaces, and point or slash before the number
    /// do not matter.
    /// </summary>
    public string LookupKey => KeyOf(Text);

    /// <summary>Sorts by number, not by text, and a document before its addenda; compares by code unit.</summary>
    public string SortKey => Digits().Replace(Text.ToUpperInvariant(), m => m.Value.PadLeft(6, '0')).Replace('/', '!');

    /// <summary>The symbol of the document that this one adds to, corrects or revises, if its suffix says so.</summary>
    public string? BaseText => Suffixes.Count == 0 ? null : Text[..Text.LastIndexOf('/')];

    /// <summary>Reads a symbol as printed.</summary>
    /// <exception cref="RecordException">The text is empty, too long, or holds characters that no symbol has.</exception>
    public static DocumentSymbol Parse(string printed)
    {
        var text = Clean(printed);
        if (text.Length is 0 or > MaxLength || !Allowed().IsMatch(text))
        {
            throw new RecordException(ErrorCode.MalformedIdentifier, "symbol", printed);
        }
        var match = Regular().Match(text);
        if (!match.Success)
        {
            return new DocumentSymbol(text);
        }
        var nature = match.Groups["nature"].Value.ToUpperInvariant();
        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var suffixes = match.Groups["suffix"].Captures
            .Select(c => c.Value.Split('.'))
            .Select(p => (Kind: Capitalized(p[0]), Number: int.Parse(p[1], CultureInfo.InvariantCulture)))
            .ToList();
        var series = match.Groups["series"].Value.ToUpperInvariant();
        var regular = new StringBuilder(series).Append('/');
        if (nature.Length > 0)
        {
            // INF is followed by a slash, CRP and L by a point.
            regular.Append(nature).Append(nature == "INF" ? '/' : '.');
        }
        regular.Append(CultureInfo.InvariantCulture, $"{number}");
        foreach (var (kind, n) in suffixes)
        {
            regular.Append(CultureInfo.InvariantCulture, $"/{kind}.{n}");
        }
        return new DocumentSymbol(regular.ToString()) { Series = series, Nature = nature, Number = number, Suffixes = suffixes };
    }

    /// <summary>The lookup key of whatever somebody typed; not necessarily that of a symbol.</summary>
    public static string KeyOf(string typed) => Clean(typed).ToUpperInvariant().Replace('.', '/').Replace('-', '/');

    /// <summary>
    /// The lookup keys of a symbol as somebody typed it: as it is, and as one of the Board's where the prefix
    /// <c>HSP/EB.</c> or <c>HSP/</c> was left out.
    /// </summary>
    public static IReadOnlyList<string> LookupKeysOf(string typed)
    {
        var key = KeyOf(typed);
        return key.StartsWith("HSP/", StringComparison.Ordinal) ? [key]
            : key.StartsWith("EB/", StringComparison.Ordinal) ? [key, $"HSP/{key}"]
            : [key, $"HSP/EB/{key}"];
    }

    public override string ToString() => Text;

    private static string Clean(string text)
    {
        // Half a surrogate pair and U+FFFE cannot be normalized; nor do they stand in any symbol.
        var normal = text.Any(c => char.IsSurrogate(c) || c == '\uFFFE') || text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        return string.Concat(normal.Where(c => !char.IsWhiteSpace(c))).TrimEnd('*');
    }

    private static string Capitalized(string suffix) => char.ToUpperInvariant(suffix[0]) + suffix[1..].ToLowerInvariant();

    [GeneratedRegex(@"^(?<series>HSP/EB\.[0-9]{4})/(?:(?<nature>INF|CRP|L)[./])?(?<number>[0-9]{1,6})(?:/(?<suffix>(?:Add|Corr|Rev|Amend)\.[0-9]{1,6}))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Regular();

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}./()\-_]*$")]
    private static partial Regex Allowed();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
