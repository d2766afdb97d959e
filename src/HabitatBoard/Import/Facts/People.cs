using System.Globalization;
using System.Text;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;
using HabitatBoard.Statements;

namespace HabitatBoard.Import.Facts;

/// <summary>The persons that a report names, by full name, by surname, or by the office in which they were introduced.</summary>
internal sealed class People
{
    private readonly Draft draft;
    private readonly List<Person> persons;
    private readonly List<(string Office, Person Person, bool Elsewhere)> holders = [];
    private readonly List<string> heard = [];
    private readonly Dictionary<string, (Capacity Capacity, string? Delegation)> roles = [];

    public People(Draft draft)
    {
        this.draft = draft;
        persons = [.. draft.Known.Persons];
    }

    public IReadOnlyList<Person> All => persons;

    /// <summary>The Chair of the Board at the opening.</summary>
    public Person? Chair { get; set; }

    /// <summary>The Chair whom the session elected for a later year.</summary>
    public (Person Person, string? Delegation)? ChairElect { get; set; }

    /// <summary>The Chair whom the session elected, and where.</summary>
    public (Person Person, int Paragraph)? Elected { get; set; }

    /// <summary>Who was the Chair where a paragraph is.</summary>
    public Person? ChairAt(int paragraph) => Elected is var (elected, since) && paragraph > since ? elected : Chair;

    /// <summary>The person of a full name, made known if nobody has it.</summary>
    public Person? Introduce(string name, ImportSource? source)
    {
        name = name.Trim().TrimEnd(',');
        if (Named(name) is { } known)
        {
            return known;
        }
        if (BySurname(name) is { } bySurname)
        {
            return bySurname;
        }
        if (!name.Contains(' ', StringComparison.Ordinal) && !name.Contains('·', StringComparison.Ordinal)
            && heard.Where(h => h.EndsWith($" {name}", StringComparison.Ordinal) || h.EndsWith($"·{name}", StringComparison.Ordinal)).Distinct().ToList() is [var full])
        {
            name = full;
        }
        var code = CodeOf(name);
        if (code.Length == 0 || persons.Any(p => p.Code == code))
        {
            return persons.FirstOrDefault(p => p.Code == code);
        }
        var text = LocalizedText.None.With(draft.Language, name);
        if (draft.Language != Language.En && name.All(c => c < '\u0250' || c == '’'))
        {
            // A name in Latin letters is written alike in English.
            text = text.With(Language.En, name, TextStatus.Unofficial);
        }
        var person = draft.Add(FactKind.Person, $"person/{code}", source, () => new Person(code, text, Surname(name)));
        if (person is not null)
        {
            persons.Add(person);
            draft.Problems.Add(new ImportProblem(ImportProblemKind.NewEntry, source?.Paragraph, name));
        }
        return person;
    }

    public Person? Named(string name)
    {
        var folded = Folded(name);
        return folded.Length == 0 ? null : persons.FirstOrDefault(p => p.Name.Present().Any(n => Folded(n.Text.Text) == folded));
    }

    /// <summary>Somebody named before, by surname; those of this report come first.</summary>
    public Person? BySurname(string surname)
    {
        var folded = Folded(surname);
        if (folded.Length == 1 && draft.Language == Language.Zh)
        {
            // 陈女士 is 陈慧敏, where one person alone is called so.
            return persons.Where(p => roles.ContainsKey(p.Code) && p.Name.Zh?.Text is { Length: >= 2 and <= 4 } name && name.StartsWith(surname.Trim(), StringComparison.Ordinal)).ToList() is [var only] ? only : null;
        }
        if (folded.Length is 2 or 3 && draft.Language == Language.Zh && persons.Where(p => roles.ContainsKey(p.Code) && p.Name.Zh?.Text is { Length: 3 or 4 or 5 } name && name.Length > folded.Length && !name.Contains('·', StringComparison.Ordinal) && name.StartsWith(surname.Trim(), StringComparison.Ordinal)).ToList() is [var japanese])
        {
            // 宫本女士 is 宫本绫子, 小田切先生 is 小田切真司.
            return japanese;
        }
        return folded.Length < 2 ? null : persons.LastOrDefault(p => roles.ContainsKey(p.Code) && IsSurname(p)) ?? persons.LastOrDefault(IsSurname)
            // The family name comes first in some languages: Ngo Van Minh.
            ?? (persons.Where(p => roles.ContainsKey(p.Code) && p.Name.Present().Any(n => Folded(n.Text.Text).StartsWith($"{folded} ", StringComparison.Ordinal))).ToList() is [var first] ? first : null);

        bool IsSurname(Person person) => Folded(person.Surname) == folded
            || person.Name.Present().Any(n => Folded(n.Text.Text) is var full && full.EndsWith(folded, StringComparison.Ordinal) && full.Length > folded.Length && full[^(folded.Length + 1)] is ' ' or '·');
    }

    /// <summary>A surname that the report uses by itself tells how much of the name it is.</summary>
    public void Learn(Person person, string surname)
    {
        if (draft.Rows<Person>().Contains(person) && surname.Length > person.Surname.Length && person.Name.Present().Any(n => n.Text.Text.EndsWith(surname, StringComparison.Ordinal)))
        {
            person.Rename(person.Name, surname);
        }
    }

    public void Hold(string office, Person person) => holders.Add((OfficeKey(office), person, draft.Wording.Is("otherSecretariat", office)));

    /// <summary>The body named last in an office, up to the word for what it is: 内部监督事务厅检查和评价司.</summary>
    public string? OfficeOf(string noun) =>
        holders.Select(h => h.Office).LastOrDefault(o => o.LastIndexOf(noun, StringComparison.Ordinal) > 0 && !o.StartsWith('该')) is { } office ? office[..(office[..^1].LastIndexOf(noun, StringComparison.Ordinal) + noun.Length)] : null;

    /// <summary>The full names that the report prints, wherever: who is called by the surname before is one of them.</summary>
    public void Hear(string text) => heard.AddRange(draft.Wording.Matches("personOf", text).Select(m => m.Groups["person"].Value.Trim()).Where(n => n.Contains(' ', StringComparison.Ordinal) || n.Contains('·', StringComparison.Ordinal)));

    /// <summary>Who holds an office, as far as it has been said: the Acting Executive Director is that of UN-Habitat.</summary>
    public Person? Holder(string office)
    {
        var key = OfficeKey(office);
        return key.Length < 2 ? null
            : (holders.Where(h => h.Office == key).Select(h => h.Person).Distinct().ToList() is [var exact, .. var same] && (same.Count == 0 || !draft.Wording.Is("viceChairAlone", office)) ? exact : null)
            ?? (holders.Where(h => !h.Elsewhere && (draft.Wording.Spaced ? h.Office.StartsWith(key, StringComparison.Ordinal) : h.Office.EndsWith(key, StringComparison.Ordinal) && !h.Office.EndsWith("副" + key, StringComparison.Ordinal))).Select(h => h.Person).Distinct().ToList() is [var found, .. var others]
                && (others.Count == 0 || draft.Wording.Is("executiveDirector", office)) ? found : null);
    }

    /// <summary>Keeps in what capacity somebody is first introduced; a guest is whoever nothing more is known of yet.</summary>
    public void Play(Person person, Capacity capacity, string? delegation)
    {
        if (!roles.TryGetValue(person.Code, out var role) || role is (Capacity.Guest, null))
        {
            roles[person.Code] = (capacity, delegation);
        }
    }

    /// <summary>In what capacity somebody was introduced.</summary>
    public (Capacity Capacity, string? Delegation)? RoleOf(Person person) => roles.TryGetValue(person.Code, out var role) ? role : null;

    private string OfficeKey(string office)
    {
        var key = draft.Wording.Spaced ? draft.Wording.Replace("officeArticle", office, "") : office;
        return draft.Wording.Bare(key);
    }

    private static string Surname(string name)
    {
        var words = name.Split(' ', '·');
        return words[^1].Length > 0 ? words[^1] : name;
    }

    private static string CodeOf(string name)
    {
        var code = new StringBuilder();
        foreach (var c in Latin(name).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                code.Append(c);
            }
            else if (code.Length > 0 && code[^1] != '-' && c is ' ' or '-' or '.' or '·')
            {
                code.Append('-');
            }
        }
        var slug = code.ToString().Trim('-');
        return slug.Length > 60 ? slug[..60].Trim('-')
            : slug.Length > 0 ? slug
            : string.IsNullOrWhiteSpace(name) ? "" : $"person-{StableId.ShortFor(name)}";
    }

    private static string Latin(string name) =>
        string.Concat(name.Normal(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            .Replace("ø", "o", StringComparison.Ordinal).Replace("Ø", "O", StringComparison.Ordinal).Replace("ł", "l", StringComparison.Ordinal).Replace("Ł", "L", StringComparison.Ordinal)
            .Replace("ı", "i", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Replace("đ", "d", StringComparison.Ordinal);

    private static string Folded(string name) => Latin(name.Trim()).Replace('’', '\'').Replace('‑', '-').ToLowerInvariant();
}
