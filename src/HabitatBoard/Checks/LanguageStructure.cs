using System.Text.RegularExpressions;
using HabitatBoard.Languages;

namespace HabitatBoard.Checks;

/// <summary>
/// The language versions of a report differ in structure: a paragraph is there in one and not in another, or has another
/// number of numbered lines, other symbols, or other years and numbers of decisions. A language counts as held when most
/// paragraphs have it; composed texts are no version.
/// </summary>
public sealed partial class LanguageStructure : Check
{
    public override string Code => "language-structure";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        var held = record.Held.Where(l => record.Paragraphs.Count(p => Text(p, l) is not null) * 2 > record.Paragraphs.Count).ToList();
        if (held.Count < 2)
        {
            yield break;
        }
        foreach (var paragraph in record.Paragraphs)
        {
            var subject = new Subject("paragraph", paragraph.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var texts = held.Select(l => (Language: l, Text: Text(paragraph, l))).ToList();
            var missing = texts.Where(t => t.Text is null).ToList();
            var present = texts.Where(t => t.Text is not null).Select(t => (t.Language, Text: t.Text!)).ToList();
            if (missing.Count > 0 && present.Count > 0)
            {
                yield return At(paragraph.Number, Severity.Error, subject, "missing", ("languages", Names(missing.Select(m => m.Language))), ("others", Names(present.Select(p => p.Language))));
            }
            foreach (var (aspect, of) in Aspects)
            {
                if (present.Select(p => of(p.Text)).Distinct().Count() > 1)
                {
                    yield return At(
                        paragraph.Number,
                        Severity.Warning,
                        subject,
                        aspect,
                        ("versions", new WordingList([.. present.Select(p => ($"{p.Language.NativeName}: {of(p.Text)}", (IReadOnlyList<int>)[]))])));
                }
            }
        }
    }

    private static readonly (string Aspect, Func<string, string> Of)[] Aspects =
    [
        ("lines", text => text.Split('\n').Count(line => Line().IsMatch(line)).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("symbols", text => string.Join(", ", Symbol().Matches(text).Select(m => Documents.DocumentSymbol.KeyOf(m.Value.TrimEnd('.'))).Order(StringComparer.Ordinal))),
        ("numbers", text => string.Join(", ", Number().Matches(Symbol().Replace(text, "")).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal))),
    ];

    private static Several Names(IEnumerable<Language> languages) => new([.. languages.Select(l => l.NativeName)]);

    private static string? Text(Reports.Paragraph paragraph, Language language) =>
        paragraph.Text[language] is { } text && text.Status != TextStatus.Composed ? text.Text : null;

    [GeneratedRegex(@"^\s*(?:\d{1,3}\.|[（(]?[\p{L}]{1,4}[）)])", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@"(?<![\w/])[A-Z]{1,5}/[A-Za-z0-9./-]*\d", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();

    /// <summary>Years, and numbers of decisions and resolutions: what every language writes in digits.</summary>
    [GeneratedRegex(@"(?<!\d)\d{4}(?:/\d+)?(?!\d)|(?<![\d/])\d{1,2}/\d{1,3}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
