using System.Text.Json.Nodes;
using HabitatBoard.Languages;

namespace HabitatBoard.Web.Pages.Manage.Forms;

/// <summary>Some fields of the form: all of a draft, or of one row of it.</summary>
/// <param name="Before">What stands before their names, <c>parts[0].</c></param>
internal sealed record FieldSet(FormModel Page, DraftShape Shape, string Before)
{
    /// <summary>What stands in a control.</summary>
    public string Value(string path) => DraftPaths.Text(Page.Form.At(path));

    public int Rows(string path) => Page.Form.At(path) is JsonArray rows ? rows.Count : 0;

    /// <summary>The entries of a list, one to a line; what is referred to with its name.</summary>
    public string Lines(DraftField field, string path) => Page.Form.At(path) is not JsonArray entries ? "" : string.Join('\n', entries.Select(e =>
    {
        var value = DraftPaths.Text(e);
        return field.Nouns.Any(n => n is "delegation" or "group" or "person") && Page.Names.Find(field, value)?.Label.For(Page.Language) is var (_, name) ? $"{value} {name.Text}" : value;
    }));

    /// <summary>The spellings of one language, one to a line.</summary>
    public string Spellings(string path) => Page.Form.At(path) is JsonArray spellings ? string.Join('\n', spellings.Select(DraftPaths.Text)) : "";

    public IEnumerable<string> Wrong(string path) => Page.Wrong[path];

    /// <summary>Whether the language is one that is filled in: it has a text, or is the reader's, or the report's own.</summary>
    public bool IsShown(string path, Language language) =>
        language == Page.Language || language == (Page.Original ?? Language.En) || Page.Form.At($"{path}.{language.Code}") is not null || Page.Wrong.Contains($"{path}.{language.Code}");

    /// <summary>Whether to begin here.</summary>
    public bool IsFirst(string path) => Page.Focus is { } focus
        ? path == focus || (path.StartsWith(focus + ".", StringComparison.Ordinal) && path == First(focus + ".", Shape))
        : Page.Form.Errors.Count == 0 && path == First("", Page.Form.Shape);

    private string First(string before, DraftShape shape)
    {
        var field = shape.Fields[0];
        var path = before + field.Name;
        return field.Kind switch
        {
            FieldKind.Texts or FieldKind.Spellings => $"{path}.{OfficialLanguages.All.First(l => IsShown(path, l)).Code}",
            FieldKind.Group => First(path + ".", field.Inner!),
            _ => path,
        };
    }
}

/// <summary>One language of a text.</summary>
/// <param name="Of">The path of the text as a whole.</param>
/// <param name="Hint">The id of what explains the field.</param>
internal sealed record TextField(FieldSet Set, DraftField Field, string Of, Language Language, string? Hint)
{
    public string Path => $"{Of}.{Language.Code}";

    public string StatusPath => $"{Of}Status.{Language.Code}";

    /// <summary>Whether the text has lines; one long language gives all of them room, so that they stand side by side.</summary>
    public bool HasLines => Field.IsLong || OfficialLanguages.All.Any(l => Set.Value($"{Of}.{l.Code}") is { } text && (text.Length > 90 || text.Contains('\n')));

    /// <summary>As many lines as the longest language wants.</summary>
    public int Lines => Math.Clamp((OfficialLanguages.All.Max(l => Set.Value($"{Of}.{l.Code}")?.Length ?? 0) / 60) + 2, 3, 14);
}
