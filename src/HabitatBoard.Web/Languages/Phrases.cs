using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using HabitatBoard.Languages;
using Microsoft.AspNetCore.Html;

namespace HabitatBoard.Web.Languages;

/// <summary>The words of the interface in one language, from <c>Resources/Interface.*.resx</c>.</summary>
public sealed partial class Phrases
{
    private static readonly FrozenDictionary<Language, Phrases> ByLanguage = InterfaceLanguages.All.ToFrozenDictionary(l => l, l => new Phrases(l));

    private readonly FrozenDictionary<string, string> words;

    private Phrases(Language language)
    {
        Language = language;
        // No neutral resources and no parents: a word that one language lacks must not come from another.
        var resources = new ResourceManager("HabitatBoard.Web.Resources.Interface", typeof(Phrases).Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo(language.Code), createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"Resources/Interface.{language.Code}.resx");
        words = resources.Cast<System.Collections.DictionaryEntry>().ToFrozenDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
    }

    public Language Language { get; }

    /// <summary>All keys that this language has.</summary>
    public IReadOnlyCollection<string> Keys => words.Keys;

    public string this[string key] => words.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"Interface.{Language.Code}.resx: {key}");

    /// <summary>The word, or null where there is none.</summary>
    public string? Find(string key) => words.GetValueOrDefault(key);

    public static Phrases In(Language language) => ByLanguage[language];

    /// <summary>A sentence with its blanks filled in.</summary>
    public string Format(string key, params ReadOnlySpan<object?> values)
    {
        if (Language.Direction == "ltr")
        {
            return Spaced(string.Format(CultureInfo.InvariantCulture, this[key], values));
        }
        var isolated = new object?[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            isolated[i] = Language.Isolated(Convert.ToString(values[i], CultureInfo.InvariantCulture) ?? "");
        }
        return string.Format(CultureInfo.InvariantCulture, this[key], isolated);
    }

    /// <summary>A sentence whose blanks are filled with markup; text is encoded.</summary>
    public IHtmlContent Html(string key, params object?[] parts)
    {
        var content = new HtmlContentBuilder();
        var last = 0;
        var format = this[key];
        foreach (Match blank in Blank().Matches(format))
        {
            content.Append(format[last..blank.Index]);
            switch (parts[int.Parse(blank.Groups[1].Value, CultureInfo.InvariantCulture)])
            {
                case IHtmlContent html:
                    content.AppendHtml(html);
                    break;
                case var text:
                    content.AppendHtml("<bdi>").Append(Convert.ToString(text, CultureInfo.InvariantCulture) ?? "").AppendHtml("</bdi>");
                    break;
            }
            last = blank.Index + blank.Length;
        }
        return content.Append(format[last..]);
    }

    /// <summary>A phrase with a number, in the form that goes with it: <c>1 statement</c>, <c>2 statements</c>.</summary>
    public string Count(string key, int number) =>
        Spaced(string.Format(CultureInfo.InvariantCulture, this[$"{key}#{Language.PluralFormOf(number)}"], Language.Number(number)));

    /// <summary>The word for a value of an enumeration.</summary>
    public string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => this[$"{typeof(TEnum).Name}.{value}"];

    public string Date(DateOnly day) => Language.Date(day);

    public string Dates(DateOnly from, DateOnly? until) => Language.Dates(from, until);

    public string DateAndTime(DateTimeOffset moment) => Language.DateAndTime(moment);

    /// <summary>A person's name with the office, in the order of the language.</summary>
    public string NameAndOffice(string? name, string? office) =>
        name is null ? office ?? "" : office is null ? name : Format("person.withOffice", name, office);

    /// <summary>Chinese has a space between Han and Latin letters or figures; what fills a blank may begin with either.</summary>
    private string Spaced(string text) => Language == Language.Zh ? HanBeside().Replace(text, " ") : text;

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Blank();

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex HanBeside();
}
