using HabitatBoard.Languages;

namespace HabitatBoard.Checks;

/// <summary>
/// A phrase for several announces one speaker, or a phrase for one announces several. Only lists of delegations, groups and
/// persons that the record knows are counted.
/// </summary>
public sealed class NumberOfSpeakers : Check
{
    public override string Code => "number-of-speakers";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var text in record.Texts)
        {
            var names = Names(record, text.Reading.Language);
            foreach (var (pattern, wrong) in new[] { ("pluralList", new Func<int, bool>(n => n == 1)), ("singularList", n => n > 1) })
            {
                foreach (var match in text.Reading.Matches(pattern, text.Text))
                {
                    var list = Reading.WithoutAsides(match.Groups["list"].Value).Trim();
                    var count = text.Reading.CountEntries(list, names);
                    if (wrong(count) && names.Any(n => list.Contains(n, StringComparison.Ordinal)) && (count > 1 || names.Contains(list)))
                    {
                        yield return At(
                            text.Paragraph,
                            Severity.Warning,
                            new Subject("paragraph", text.Paragraph.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                            count == 1 ? "one" : "several",
                            ("phrase", match.Value[..(match.Groups["list"].Index - match.Index)].TrimEnd()),
                            ("list", list));
                    }
                }
            }
        }
    }

    private static HashSet<string> Names(CheckedRecord record, Language language) =>
        record.Facts.Delegations.Values.SelectMany(d => new[] { d.ListName[language], d.RunningName[language] })
            .Concat(record.Facts.Persons.Values.Select(p => p.Name[language]))
            .Concat(record.Facts.Groups.Values.Select(g => g.Name[language]))
            .OfType<LanguageText>().Select(t => t.Text).ToHashSet();
}
