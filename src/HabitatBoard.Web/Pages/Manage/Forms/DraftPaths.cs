using System.Globalization;
using System.Text.Json.Nodes;

namespace HabitatBoard.Web.Pages.Manage.Forms;

/// <summary>Values in the JSON of a draft by their paths, <c>parts[0].title.en</c>.</summary>
internal static class DraftPaths
{
    /// <summary>What stands there; null for nothing.</summary>
    public static JsonNode? At(JsonNode? root, string path)
    {
        var node = root;
        foreach (var step in Steps(path))
        {
            node = node switch
            {
                JsonObject members => members[step],
                JsonArray entries when Index(step, entries) is { } index => entries[index],
                _ => null,
            };
        }
        return node;
    }

    /// <summary>Puts a copy of a value there; null takes away what stands there.</summary>
    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        var steps = Steps(path);
        JsonNode node = root;
        foreach (var step in steps[..^1])
        {
            node = node switch
            {
                JsonObject members => members[step] ??= new JsonObject(),
                JsonArray entries when Index(step, entries) is { } index => entries[index]!,
                _ => throw new ArgumentException($"{path} leads nowhere.", nameof(path)),
            };
        }
        switch (node)
        {
            case JsonObject members when value is null:
                members.Remove(steps[^1]);
                break;
            case JsonObject members:
                members[steps[^1]] = value.DeepClone();
                break;
            case JsonArray entries when Index(steps[^1], entries) is { } index:
                entries[index] = value?.DeepClone();
                break;
        }
    }

    /// <summary>A value as a control shows it. A reference is its code.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonObject reference when reference["code"] is { } code => Text(code),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(),
    };

    private static string[] Steps(string path) => path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);

    private static int? Index(string step, JsonArray entries) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < entries.Count ? index : null;
}
