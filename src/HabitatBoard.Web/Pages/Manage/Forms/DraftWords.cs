using System.Text.Json.Nodes;
using HabitatBoard.Languages;
using HabitatBoard.Web.Languages;

namespace HabitatBoard.Web.Pages.Manage.Forms;

/// <summary>Values of drafts as people read them: words for what is chosen from a list, names for what is referred to.</summary>
internal sealed class DraftWords(Phrases phrases, Names names)
{
    public string Of(Disputed disputed, JsonNode? value) =>
        disputed.Field.Kind == FieldKind.Texts
            ? disputed.Language is null ? Word("TextStatus", value) : OfText(value)
            : Of(disputed.Field, value);

    private string Of(DraftField field, JsonNode? value) => value switch
    {
        null or JsonArray { Count: 0 } => phrases["notRecorded"],
        JsonArray entries when field.Kind == FieldKind.Rows => string.Join('\n', entries.Select(e => OfRow(field.Inner!, e as JsonObject))),
        JsonArray entries => phrases.Language.Join([.. entries.Select(e => OfEntry(field, e))]),
        JsonObject members when field.Kind == FieldKind.Group => OfRow(field.Inner!, members),
        JsonObject spellings when field.Kind == FieldKind.Spellings => string.Join('\n', spellings.SelectMany(l => (l.Value as JsonArray)?.Select(OfText) ?? [])),
        JsonObject texts when field.Kind == FieldKind.Texts => string.Join(" / ", texts.Select(t => OfText(t.Value))),
        _ => OfEntry(field, value),
    };

    private string OfRow(DraftShape shape, JsonObject? row) =>
        string.Join(" · ", shape.Fields.Where(f => row?[f.Name] is not (null or JsonArray { Count: 0 })).Select(f => Of(f, row![f.Name])));

    private string OfEntry(DraftField field, JsonNode? value) => field.Kind switch
    {
        FieldKind.Choice => Word(field.Type.Name, value),
        FieldKind.Language => phrases[$"language.{DraftPaths.Text(value)}"],
        FieldKind.Flag => phrases[DraftPaths.Text(value) == "true" ? "manage.yes" : "manage.no"],
        FieldKind.Moment => DraftForm.Local(DraftPaths.Text(value)).Replace('T', ' '),
        _ => names.Find(field, DraftPaths.Text(value))?.Label.For(phrases.Language) is var (_, name) ? $"{DraftPaths.Text(value)} {name.Text}" : DraftPaths.Text(value),
    };

    private string OfText(JsonNode? value) => value is null ? phrases["notRecorded"] : DraftPaths.Text(value);

    private string Word(string type, JsonNode? value) => DraftPaths.Text(value) is { Length: > 0 } name ? phrases[$"{type}.{char.ToUpperInvariant(name[0])}{name[1..]}"] : phrases["notRecorded"];
}
