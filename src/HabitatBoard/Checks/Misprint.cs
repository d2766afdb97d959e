using System.Text.RegularExpressions;

namespace HabitatBoard.Checks;

/// <summary>Slips of the keyboard: a letter three times in a row, a word or mark set twice, a bracket or quotation mark without its fellow.</summary>
public sealed partial class Misprint : Check
{
    private static readonly (char Open, char Close)[] Pairs = [('（', '）'), ('“', '”'), ('《', '》'), ('«', '»')];

    private const string RomanDigits = "ivxlcdm";

    public override string Code => "misprint";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var text in record.Texts)
        {
            var paragraph = new Subject("paragraph", text.Paragraph.ToString(System.Globalization.CultureInfo.InvariantCulture));
            foreach (var match in Tripled().Matches(text.Text).Where(m => m.Value.Any(c => !RomanDigits.Contains(c, StringComparison.OrdinalIgnoreCase))))
            {
                var person = record.Facts.Persons.Values.Where(p => p.Name[text.Reading.Language]?.Text.Contains(match.Value, StringComparison.Ordinal) == true).Select(p => p.Code).Order(StringComparer.Ordinal).FirstOrDefault();
                yield return At(text.Paragraph, Severity.Warning, person is null ? paragraph : new Subject("person", person), "tripled", ("printed", match.Value));
            }
            foreach (var match in text.Reading.Matches("doubled", text.Text))
            {
                yield return At(text.Paragraph, Severity.Warning, paragraph, "doubled", ("printed", match.Value));
            }
            foreach (var (open, close) in Pairs)
            {
                if (text.Text.Count(c => c == open) != text.Text.Count(c => c == close))
                {
                    yield return At(text.Paragraph, Severity.Warning, paragraph, "unbalanced", ("printed", $"{open}{close}"));
                }
            }
        }
    }

    [GeneratedRegex(@"\p{L}*(?<letter>[a-zà-ÿ])\k<letter>\k<letter>\p{L}*", RegexOptions.CultureInvariant)]
    private static partial Regex Tripled();
}
