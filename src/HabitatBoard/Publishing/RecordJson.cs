using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
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
    // Every edit lays its rows flat several times, and the names never change.
    private static readonly ConcurrentDictionary<ITypeBase, ((string Name, IClrPropertyGetter Getter)[] Properties, (string Name, IClrPropertyGetter Getter, IComplexType Type)[] Complexes)> MembersOf = new();

    public static JsonObject Row(IEntityType type, object row) => Members(type, row);

    /// <summary>One value as the JSON of editions and history shows it.</summary>
    public static JsonNode? Value(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        int number => JsonValue.Create(number),
        IEnumerable<Language> languages => new JsonArray([.. languages.Select(l => (JsonNode)l.Code)]),
        Language language => language.Code,
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), CanonicalJson.Values),
    };

    /// <summary>The row that <see cref="Row"/> made this of. Guards are not asked: the row was in the record once.</summary>
    public static object Read(IEntityType type, JsonObject json)
    {
        var row = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        Fill(type, row, json);
        return row;
    }

    public static string Name(IReadOnlyPropertyBase property) => CamelCase(property.Name);

    public static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static JsonObject Members(ITypeBase type, object instance)
    {
        var json = new JsonObject();
        var (properties, complexes) = MembersOf.GetOrAdd(type, static t => (
            [.. t.GetProperties().Where(p => p.PropertyInfo is not null).Select(p => (Name(p), p.GetGetter()))],
            [.. t.GetComplexProperties().Select(c => (Name(c), c.GetGetter(), c.ComplexType))]));
        foreach (var (name, getter) in properties)
        {
            json[name] = Value(getter.GetClrValue(instance));
        }
        foreach (var (name, getter, complex) in complexes)
        {
            if (getter.GetClrValue(instance) is { } value)
            {
                json[name] = Members(complex, value);
            }
        }
        return json;
    }

    private static void Fill(ITypeBase type, object instance, JsonObject json)
    {
        foreach (var property in type.GetProperties())
        {
            if (property.PropertyInfo is { } clr && json[Name(property)] is { } value)
            {
                clr.SetValue(instance, Read(value, clr.PropertyType));
            }
        }
        foreach (var complex in type.GetComplexProperties())
        {
            if (json[Name(complex)] is JsonObject members)
            {
                // Values such as a text have no constructor without arguments.
                var value = RuntimeHelpers.GetUninitializedObject(complex.ComplexType.ClrType);
                Fill(complex.ComplexType, value, members);
                complex.PropertyInfo!.SetValue(instance, value);
            }
        }
    }

    private static object? Read(JsonNode value, Type type) =>
        type == typeof(Language) ? OfficialLanguages.Parse(value.GetValue<string>())
            : type == typeof(IReadOnlyList<Language>) ? value.AsArray().Select(l => OfficialLanguages.Parse(l!.GetValue<string>())).ToList()
            : value.Deserialize(type, CanonicalJson.Values);
}
