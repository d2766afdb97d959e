using System.Text.RegularExpressions;
using HabitatBoard.Languages;

namespace HabitatBoard.Checks;

/// <summary>
/// A person's name is spelt otherwise than in the register of persons: by an accent, or by one letter. A surname or a form
/// of address alone is no other spelling.
/// </summary>
public sealed partial class PersonSpelling : Check
{
    /// <summary>Words of fewer letters are one letter apart by chance.</summary>
    private const int ShortestWord = 5;

    public override string Code => "person-spelling";

    public override IEnumerable<Finding> Find(CheckedRecord record)
    {
        foreach (var texts in record.Texts.GroupBy(t => t.Reading))
        {
            var persons = Concerned(record)
                .Select(p => (p.Code, Name: p.Name[texts.Key.Language]?.Text))
                .Where(p => p.Name is not null)
                .Select(p => (p.Code, Name: p.Name!, Words: Words().Matches(p.Name!).Select(m => m.Value).ToList()))
                .ToList();
            var known = persons.SelectMany(p => p.Words)
                .Concat(record.Facts.Delegations.Values.SelectMany(d => new[] { d.ListName, d.RunningName }).SelectMany(n => Words().Matches(n[texts.Key.Language]?.Text ?? "").Select(m => m.Value)))
                .ToHashSet();
            var lower = texts.SelectMany(t => LowerWords().Matches(t.Text)).Select(m => m.Value).ToHashSet();
            foreach (var person in persons)
            {
                var found = new List<(int Paragraph, string Printed, string Right)>();
                foreach (var text in texts)
                {
                    foreach (var word in Words().Matches(text.Text).Select(m => m.Value).Where(w => !known.Contains(w) && !lower.Contains(w.ToLowerInvariant())))
                    {
                        if (person.Words.Find(w => Resembles(w, word)) is { } right)
                        {
                            found.Add((text.Paragraph, word, right));
                        }
                    }
                    if (person.Words.Count == 0 && person.Name.Length >= ShortestWord)
                    {
                        found.AddRange(NearMatch.Find(text.Text, person.Name, 1).Select(printed => (text.Paragraph, printed, person.Name)));
                    }
                }
                if (found.Count > 0)
                {
                    yield return At(
                        found[0].Paragraph,
                        found.Select(f => f.Paragraph),
                        Severity.Warning,
                        new Subject("person", person.Code),
                        "",
                        ("printed", found[0].Printed),
                        ("name", found[0].Right),
                        ("paragraphs", new ParagraphNumbers([.. found.Select(f => f.Paragraph).Distinct().Order()])));
                }
            }
        }
    }

    private static IEnumerable<(string Code, LocalizedText Name)> Concerned(CheckedRecord record) =>
        record.Facts.Statements.Select(s => s.PersonCode)
            .Concat(record.Facts.Officers.Select(o => (string?)o.PersonCode))
            .Concat(record.Facts.Citations.Where(c => c.Kind == Reports.CitationKind.Person).Select(c => (string?)c.Target))
            .OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select(code => (code, record.NameOfPerson(code)));

    private static bool Resembles(string name, string word) =>
        NearMatch.Fold(name).Equals(NearMatch.Fold(word), StringComparison.OrdinalIgnoreCase)
        || (name.Length >= ShortestWord && word.Length >= ShortestWord && NearMatch.Distance(name, word) == 1);

    [GeneratedRegex(@"\p{Lu}[\p{Ll}\p{M}]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<!\p{L})\p{Ll}{3,}(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex LowerWords();
}
