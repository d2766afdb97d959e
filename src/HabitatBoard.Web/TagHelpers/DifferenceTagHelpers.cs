using System.Text.Json.Nodes;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Web.Languages;
using HabitatBoard.Web.Pages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HabitatBoard.Web.TagHelpers;

/// <summary>Fields that differ, each with its two values compared word by word; of what came or went, the values that it has or had.</summary>
[HtmlTargetElement("board-fields", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldsTagHelper : BoardTagHelper
{
    public string Resource { get; set; } = "";

    public IReadOnlyList<FieldDifference> Value { get; set; } = [];

    public UnitNames Names { get; set; } = null!;

    protected override void Write(TagHelperContent content)
    {
        content.AppendHtml("<dl class=\"changes\">");
        // Ids say nothing to people, and the session is known.
        foreach (var field in Value.Where(f => f.Path.Split('/')[^1] is not ("id" or "sessionId")))
        {
            content.AppendHtml("<dt>").Append(FieldWords.Name(T, Resource, field.Path)).AppendHtml("</dt><dd");
            if (FieldWords.LanguageOf(field.Path) is { } language && language != Frame.Language)
            {
                content.AppendHtml($" lang=\"{language.Code}\" dir=\"{language.Direction}\"");
            }
            else
            {
                content.AppendHtml(" dir=\"auto\"");
            }
            content.AppendHtml(">");
            WordsTagHelper.Write(content, FieldWords.Value(T, Resource, field.Path, Names, field.Before), FieldWords.Value(T, Resource, field.Path, Names, field.After));
            content.AppendHtml("</dd>");
        }
        content.AppendHtml("</dl>");
    }
}

/// <summary>Two texts compared word by word.</summary>
[HtmlTargetElement("board-words", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WordsTagHelper : BoardTagHelper
{
    public string Before { get; set; } = "";

    public string After { get; set; } = "";

    protected override void Write(TagHelperContent content) => Write(content, Before, After);

    internal static void Write(TagHelperContent content, string before, string after)
    {
        foreach (var (change, text) in WordComparison.Between(before, after))
        {
            var element = change switch { WordChange.Removed => "del", WordChange.Added => "ins", _ => null };
            content.AppendHtml(element is null ? "" : $"<{element}>").Append(text).AppendHtml(element is null ? "" : $"</{element}>");
        }
    }
}

/// <summary>The fields of history and comparisons in the words of the forms.</summary>
internal static class FieldWords
{
    /// <summary>The name of the field at a path: <c>title.en.text</c> is “Title · English”.</summary>
    public static string Name(Phrases t, string resource, string path)
    {
        var row = path.Split('/');
        var names = row[^1].Split('.');
        var parts = new List<string>();
        if (row.Length > 1)
        {
            parts.Add($"{t.Find($"noun.{row[0]}") ?? t.Find($"field.{row[0]}") ?? row[0]} {(row.Length > 2 && !Guid.TryParse(row[1], out _) ? row[1] : "")}".TrimEnd());
        }
        parts.Add(Word(t, resource, names[0]));
        foreach (var name in names.Skip(1).Where(n => n != "text"))
        {
            parts.Add(OfficialLanguages.TryParse(name, out var language) ? language.NativeName : name == "status" ? t["diff.status"] : Word(t, resource, name));
        }
        return string.Join(" · ", parts);
    }

    /// <summary>The language of a text; null where the field is no text.</summary>
    public static Language? LanguageOf(string path) =>
        path.Split('.') is [.., var code, "text"] && OfficialLanguages.TryParse(code, out var language) ? language : null;

    /// <summary>A value as people read it: words for what is chosen from a list, names for what is referred to.</summary>
    public static string Value(Phrases t, string resource, string path, UnitNames names, JsonNode? value)
    {
        if (value is null)
        {
            return "";
        }
        var field = path.Split('/', '.')[^1];
        if (value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.String && value.ToString() is { Length: > 0 } word)
        {
            // As enumerations are called: Capacity, StatementKind, TextStatus.
            foreach (var kind in new[] { Capital(field), Capital(resource) + Capital(field), "Text" + Capital(field) })
            {
                if (t.Find($"{kind}.{Capital(word)}") is { } known)
                {
                    return known;
                }
            }
        }
        return names.Value(value);
    }

    private static string Word(Phrases t, string resource, string name)
    {
        // agendaItemId refers to what forms call the item.
        string[] suffixes = ["", "Id", "Code", "Slug"];
        foreach (var known in suffixes.Where(s => name.EndsWith(s, StringComparison.Ordinal)).Select(s => name[..^s.Length]))
        {
            if ((t.Find($"field.{resource}.{known}") ?? t.Find($"field.{known}") ?? t.Find($"noun.{known}")) is { } word)
            {
                return word;
            }
        }
        return name;
    }

    private static string Capital(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..];
}
