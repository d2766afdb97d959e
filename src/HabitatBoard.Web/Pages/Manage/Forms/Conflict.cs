using System.Text.Json.Nodes;
using HabitatBoard.Languages;
using HabitatBoard.Web.Languages;

namespace HabitatBoard.Web.Pages.Manage.Forms;

/// <summary>A field that two people changed, or one of them.</summary>
/// <param name="Path">As in JSON.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Field">The field that it is, or is part of.</param>
/// <param name="Language">The language of its text; null where it is none.</param>
/// <param name="Before">What both began with.</param>
public sealed record Disputed(string Path, string Label, DraftField Field, Language? Language, JsonNode? Before, JsonNode? Theirs, JsonNode? Mine)
{
    /// <summary>Which of the two is taken unless one says otherwise; null where both changed it.</summary>
    public string? Proposed => JsonNode.DeepEquals(Before, Mine) ? "theirs" : JsonNode.DeepEquals(Before, Theirs) ? "mine" : null;
}

/// <summary>Somebody else saved first: what each made of it, field by field.</summary>
/// <param name="Before">What both began with.</param>
/// <param name="Theirs">What it is now.</param>
/// <param name="Mine">What was to be saved.</param>
public sealed record Conflict(DraftShape Shape, JsonObject Before, JsonObject Theirs, JsonObject Mine)
{
    /// <summary>The fields in which theirs and mine differ.</summary>
    public IReadOnlyList<Disputed> Fields(Phrases phrases) => [.. Walk(phrases, Shape, "", "").Where(d => !JsonNode.DeepEquals(d.Theirs, d.Mine))];

    /// <summary>Theirs, with mine where it was chosen.</summary>
    public JsonObject Resolve(Phrases phrases, Func<Disputed, string?> choice)
    {
        var resolved = (JsonObject)Theirs.DeepClone();
        foreach (var field in Fields(phrases).Where(f => choice(f) == "mine"))
        {
            DraftPaths.Set(resolved, field.Path, field.Mine);
        }
        return resolved;
    }

    private IEnumerable<Disputed> Walk(Phrases phrases, DraftShape shape, string before, string said)
    {
        foreach (var field in shape.Fields)
        {
            var path = before + field.Name;
            var label = said.Length == 0 ? shape.Label(phrases, field) : phrases.Language.Join([said, shape.Label(phrases, field)]);
            switch (field.Kind)
            {
                case FieldKind.Texts:
                    foreach (var language in OfficialLanguages.All)
                    {
                        var named = phrases.Format("manage.inLanguage", label, phrases[$"language.{language.Code}"]);
                        yield return Compare($"{path}.{language.Code}", named, field, language);
                        if (field.HasStatus)
                        {
                            yield return Compare($"{path}Status.{language.Code}", phrases.Format("manage.statusOf", named), field, null);
                        }
                    }
                    break;
                case FieldKind.Group:
                    foreach (var inner in Walk(phrases, field.Inner!, path + ".", label))
                    {
                        yield return inner;
                    }
                    break;
                // Rows are known by their place: where their number differs, nobody can say which is which.
                case FieldKind.Rows when Count(Before, path) is var count && count == Count(Theirs, path) && count == Count(Mine, path):
                    for (var i = 0; i < count; i++)
                    {
                        foreach (var inner in Walk(phrases, field.Inner!, $"{path}[{i}].", DraftShape.Numbered(phrases, label, i)))
                        {
                            yield return inner;
                        }
                    }
                    break;
                default:
                    yield return Compare(path, label, field, null);
                    break;
            }
        }
    }

    private Disputed Compare(string path, string label, DraftField field, Language? language) =>
        new(path, label, field, language, DraftPaths.At(Before, path), DraftPaths.At(Theirs, path), DraftPaths.At(Mine, path));

    private static int Count(JsonObject draft, string path) => DraftPaths.At(draft, path) is JsonArray rows ? rows.Count : 0;
}
