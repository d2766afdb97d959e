using System.Text.RegularExpressions;

namespace HabitatBoard.Checks;

/// <summary>One word is spelt in two ways (致辞 and 致词, programme and program); which spellings belong together, the language's file says.</summary>
public sealed class SpellingOfOneWord : Check
{
    public override string Code => "spelling-differs";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var texts in record.Texts.GroupBy(t => t.Reading))
        {
            foreach (var group in texts.Key.Spellings)
            {
                var used = group
                    .Select(spelling => (Text: spelling, Paragraphs: (IReadOnlyList<int>)[.. texts.Where(t => Has(texts.Key, t.Text, spelling)).Select(t => t.Paragraph).Distinct().Order()]))
                    .Where(u => u.Paragraphs.Count > 0)
                    .ToList();
                if (used.Count > 1)
                {
                    // The spelling that stands first in its group is the preferred one.
                    var odd = used.Skip(1).MinBy(u => u.Paragraphs.Count);
                    yield return At(
                        odd.Paragraphs[0],
                        used.SelectMany(u => u.Paragraphs),
                        Severity.Notice,
                        new Subject("term", odd.Text),
                        "",
                        ("wordings", new WordingList(used)),
                        ("preferred", used[0].Text));
                }
            }
        }
    }

    private static bool Has(Reading reading, string text, string spelling) =>
        reading.Spaced
            ? Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(spelling)}(?:s?)(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)
            : text.Contains(spelling, StringComparison.Ordinal);
}
