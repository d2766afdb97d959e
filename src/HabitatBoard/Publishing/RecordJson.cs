using System.Text.Json;
using System.Text.Json.Nodes;
using HabitatBoard.Languages;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HabitatBoard.Publishing;

/// <summary>
/// A row of the record as JSON, by the model alone: a new column is in editions, feed and history without a line
/// written for it.
/// </summary>
internal static class RecordJson
{
    public static JsonObject Row(IEntityType type, object row) => Members(type, row);

    /// <summary>One value as the JSON of editions and history shows it.</summary>
    public static JsonNode? Value(object? value) => value switch
    {
        null => null,
        IEnumerable<Language> languages => new JsonArray([.. languages.Select(l => (JsonNode)l.Code)]),
        Language language => language.Code,
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), CanonicalJson.Values),
    };

    public static string Name(IReadOnlyPropertyBase property) => CamelCase(property.Name);

    public static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static JsonObject Members(ITypeBase type, object instance)
    {
        var json = new JsonObject();
        foreach (var property in type.GetProperties())
        {
            if (property.PropertyInfo is { } clr)
            {
                json[Name(property)] = Value(clr.GetValue(instance));
            }
        }
        foreach (var complex in type.GetComplexProperties())
        {
            if (complex.PropertyInfo!.GetValue(instance) is { } value)
            {
                json[Name(complex)] = Members(complex.ComplexType, value);
            }
        }
        return json;
    }
}
