using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HabitatBoard.Editing;
using HabitatBoard.Errors;
using HabitatBoard.Languages;
using HabitatBoard.Sessions;

namespace HabitatBoard.Web.Pages.Manage.Forms;

/// <summary>
/// A draft in the hands of somebody who types: the JSON of the draft, except that what cannot be read stands as it was
/// typed. The form is drawn from it, so nothing typed is lost, and the draft is read from it by the rules of the API.
/// </summary>
public sealed class DraftForm(DraftShape shape, JsonObject typed)
{
    private readonly List<DraftError> errors = [];

    public DraftShape Shape { get; } = shape;

    /// <summary>What was typed, in the shape of the draft's JSON.</summary>
    public JsonObject Typed { get; private set; } = typed;

    /// <summary>What is wrong, in the order of the fields.</summary>
    public IReadOnlyList<DraftError> Errors => errors;

    public static DraftForm Of(object draft) => new(DraftShape.Of(draft.GetType()), DraftJson.Write(draft));

    /// <summary>Reads what was posted. Names where a key is wanted become the key.</summary>
    /// <param name="keepBlankRows">Whether rows in which nothing is typed stay; they are no part of what is saved.</param>
    public static DraftForm Read(DraftShape shape, IFormCollection posted, Names names, bool keepBlankRows)
    {
        var form = new DraftForm(shape, []);
        form.Typed = form.ReadGroup(shape, "", posted, names, keepBlankRows);
        return form;
    }

    public void Fail(IEnumerable<DraftError> more) => errors.AddRange(more);

    /// <summary>The draft; null where it cannot be read, and the errors say why.</summary>
    public object? Draft(Type draftType)
    {
        if (errors.Count > 0)
        {
            return null;
        }
        try
        {
            return DraftJson.Read(draftType, Typed);
        }
        catch (DraftException e)
        {
            errors.AddRange(e.Errors);
            return null;
        }
    }

    /// <summary>Does what a button beside a row says: <c>add parts</c>, <c>remove parts[1]</c>, <c>up parts[1]</c>, <c>down parts[1]</c>.</summary>
    /// <returns>The row to go on with, <c>parts[0]</c>; null where the button says nothing of the kind.</returns>
    public string? Rearrange(string what)
    {
        if (what.Split(' ') is not [var verb, var path])
        {
            return null;
        }
        var end = verb == "add" ? path.Length : path.LastIndexOf('[');
        if (end < 1 || At(path[..end]) is not JsonArray rows)
        {
            return null;
        }
        if (verb == "add")
        {
            rows.Add(new JsonObject());
            return $"{path}[{rows.Count - 1}]";
        }
        if (!int.TryParse(path.AsSpan(end + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= rows.Count)
        {
            return null;
        }
        var row = rows[index];
        rows.RemoveAt(index);
        var to = verb switch { "up" => Math.Max(0, index - 1), "down" => Math.Min(rows.Count, index + 1), _ => -1 };
        if (to < 0)
        {
            return rows.Count == 0 ? path[..end] : $"{path[..end]}[{Math.Min(index, rows.Count - 1)}]";
        }
        rows.Insert(to, row);
        return $"{path[..end]}[{to}]";
    }

    /// <summary>What stands at a path, <c>parts[0].title.en</c>; null for nothing.</summary>
    public JsonNode? At(string path) => DraftPaths.At(Typed, path);

    /// <summary>A moment as a native input has it, without its offset, which is that of Nairobi.</summary>
    public static string Local(string moment) =>
        DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToOffset(Nairobi.Offset).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : moment;

    private JsonObject ReadGroup(DraftShape group, string before, IFormCollection posted, Names names, bool keepBlankRows)
    {
        var json = new JsonObject();
        foreach (var field in group.Fields)
        {
            var path = before + field.Name;
            switch (field.Kind)
            {
                case FieldKind.Texts:
                    ReadTexts(json, field, path, posted);
                    break;
                case FieldKind.Spellings:
                    json[field.Name] = new JsonObject(OfficialLanguages.All.Select(l => l.Code).Where(l => !string.IsNullOrWhiteSpace(posted[$"{path}.{l}"]))
                        .Select(l => KeyValuePair.Create(l, (JsonNode?)new JsonArray([.. Lines(posted[$"{path}.{l}"].ToString()).Select(t => JsonValue.Create(t))]))));
                    break;
                case FieldKind.Group:
                    var inner = ReadGroup(field.Inner!, path + ".", posted, names, keepBlankRows);
                    json[field.Name] = field.Optional && IsBlank(field.Inner!, inner) ? null : inner;
                    break;
                case FieldKind.Rows:
                    json[field.Name] = ReadRows(field, path, posted, names, keepBlankRows);
                    break;
                case FieldKind.List:
                    var lines = new JsonArray();
                    foreach (var entry in names.SplitList(field, posted[path].ToString()))
                    {
                        lines.Add(ReadValue(field, $"{path}[{lines.Count}]", entry));
                    }
                    json[field.Name] = field.Optional && lines.Count == 0 ? null : lines;
                    break;
                default:
                    json[field.Name] = ReadValue(field, path, names.Resolve(field, posted[path].ToString()));
                    break;
            }
        }
        return json;
    }

    private static void ReadTexts(JsonObject json, DraftField field, string path, IFormCollection posted)
    {
        var (texts, status) = (new JsonObject(), new JsonObject());
        foreach (var language in OfficialLanguages.All.Select(l => l.Code))
        {
            if (posted[$"{path}.{language}"].ToString() is var text && !string.IsNullOrWhiteSpace(text))
            {
                texts[language] = text.ReplaceLineEndings("\n");
                status[language] = posted[$"{path}Status.{language}"].ToString() is { Length: > 0 } said ? said : "unofficial";
            }
        }
        json[field.Name] = texts.Count == 0 ? null : texts;
        if (field.HasStatus)
        {
            json[field.Name + "Status"] = status.Count == 0 ? null : status;
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private JsonArray ReadRows(DraftField field, string path, IFormCollection posted, Names names, bool keepBlankRows)
    {
        var start = path + "[";
        var indexes = posted.Keys.Where(k => k.StartsWith(start, StringComparison.Ordinal))
            .Select(k => k[start.Length..].Split(']')[0])
            .Where(i => i.Length < 5 && i.All(char.IsAsciiDigit) && i.Length > 0)
            .Select(i => int.Parse(i, CultureInfo.InvariantCulture)).Distinct().Order();
        var rows = new JsonArray();
        foreach (var index in indexes)
        {
            var before = errors.Count;
            var row = ReadGroup(field.Inner!, $"{path}[{index}].", posted, names, keepBlankRows);
            if (!keepBlankRows && IsBlank(field.Inner!, row))
            {
                errors.RemoveRange(before, errors.Count - before);
                continue;
            }
            // Errors name the row by where it stands now.
            for (var i = before; i < errors.Count; i++)
            {
                errors[i] = errors[i] with { Field = $"{path}[{rows.Count}]{errors[i].Field[$"{path}[{index}]".Length..]}" };
            }
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>Whether nothing is typed; what a list has chosen by itself does not count.</summary>
    private static bool IsBlank(DraftShape shape, JsonObject row) => shape.Fields.All(field => field.Kind switch
    {
        FieldKind.Choice or FieldKind.Flag => true,
        FieldKind.Group => row[field.Name] is not JsonObject inner || IsBlank(field.Inner!, inner),
        FieldKind.Spellings => row[field.Name] is not JsonObject { Count: > 0 },
        FieldKind.Rows or FieldKind.List => row[field.Name] is not JsonArray { Count: > 0 },
        _ => row[field.Name] is null,
    });

    private JsonValue? ReadValue(DraftField field, string path, string typed)
    {
        var text = typed.Trim();
        if (field.Kind == FieldKind.Flag && !field.Optional)
        {
            return JsonValue.Create(text == "true");
        }
        if (text.Length == 0)
        {
            return null;
        }
        JsonValue? value = field.Type switch
        {
            { IsEnum: true } => Enum.GetNames(field.Type).Any(n => JsonNamingPolicy.CamelCase.ConvertName(n) == text) ? JsonValue.Create(text) : null,
            var t when t == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
            var t when t == typeof(double) => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) && double.IsFinite(amount) ? JsonValue.Create(amount) : null,
            var t when t == typeof(Guid) => Guid.TryParse(text, out var id) ? JsonValue.Create(id.ToString()) : null,
            var t when t == typeof(bool) => text is "true" or "false" ? JsonValue.Create(text == "true") : null,
            var t when t == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? JsonSerializer.SerializeToNode(day)!.AsValue() : null,
            var t when t == typeof(TimeOnly) => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? JsonSerializer.SerializeToNode(time)!.AsValue() : null,
            var t when t == typeof(DateTimeOffset) => DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? JsonSerializer.SerializeToNode(new DateTimeOffset(moment, Nairobi.Offset))!.AsValue() : null,
            _ => JsonValue.Create(typed.ReplaceLineEndings("\n")),
        };
        if (value is null)
        {
            errors.Add(new DraftError(path, ErrorCode.MalformedValue, path));
        }
        return value ?? JsonValue.Create(typed);
    }
}
