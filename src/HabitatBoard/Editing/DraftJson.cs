using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HabitatBoard.Errors;

namespace HabitatBoard.Editing;

/// <summary>
/// Drafts as JSON, in the shapes of the API: what is read can be changed and written back. Members that only reading
/// has are passed over; any other unknown member is an error, since a misspelt field would be lost in silence.
/// </summary>
public static class DraftJson
{
    /// <summary>camelCase, enumerations by name, references by code.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new NameConverter() },
        // A patch is merged by name: a member in other letters would stand beside the one it means, and take its place.
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 16,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { PassOver } },
    };

    /// <summary>How many errors of one draft are told at once.</summary>
    private const int MostErrors = 20;

    public static JsonObject Write(object draft) => JsonSerializer.SerializeToNode(draft, draft.GetType(), Options)!.AsObject();

    /// <exception cref="DraftException">Members are unknown or have the wrong type; the errors name them, so many as are told at once.</exception>
    public static object Read(Type draftType, JsonObject json)
    {
        var (draft, error) = TryRead(draftType, json);
        if (error is null)
        {
            return draft!;
        }
        // What cannot be read is named and left out, until the rest can be.
        var errors = new List<DraftError> { error };
        var rest = (JsonObject)json.DeepClone();
        while (errors.Count < MostErrors && rest.Remove(errors[^1].Field.Split('.', '[')[0]) && TryRead(draftType, rest).Error is { } next)
        {
            errors.Add(next);
        }
        throw new DraftException(errors);
    }

    /// <summary>A draft, or the first member that keeps it from being read.</summary>
    private static (object? Draft, DraftError? Error) TryRead(Type draftType, JsonObject json)
    {
        if (NullInList(json, "") is { } nothing)
        {
            return (null, new DraftError(nothing, ErrorCode.MalformedValue, nothing));
        }
        try
        {
            return (json.Deserialize(draftType, Options), null);
        }
        catch (JsonException e)
        {
            var field = (e.Path ?? "").TrimStart('$').TrimStart('.');
            var unknown = e.Message.Contains("could not be mapped", StringComparison.Ordinal);
            return (null, new DraftError(field, unknown ? ErrorCode.UnknownField : ErrorCode.MalformedValue, field));
        }
    }

    /// <summary>A merge patch (RFC 7396): null removes a member, objects are merged, anything else replaces.</summary>
    public static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject members)
        {
            return patch?.DeepClone();
        }
        var merged = target is JsonObject present ? (JsonObject)present.DeepClone() : [];
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                merged.Remove(name);
            }
            else
            {
                merged[name] = Merge(merged[name], value);
            }
        }
        return merged;
    }

    /// <summary>Whether reading has a member of this name that writing passes over.</summary>
    public static bool HasReadOnly(Type draftType, string name) => ReadOnlyMembers(draftType).Contains(name);

    /// <summary>The members that reading has and writing passes over.</summary>
    public static IReadOnlyList<string> ReadOnlyMembers(Type draftType) =>
        [.. draftType.GetCustomAttributes(typeof(ReadOnlyMembersAttribute), false).Cast<ReadOnlyMembersAttribute>().SelectMany(a => a.Names)];

    /// <summary>The fields in which two drafts differ, as JSON Pointers; a list is one field.</summary>
    public static IEnumerable<string> Differences(JsonObject one, JsonObject other, string prefix = "")
    {
        foreach (var name in one.Select(m => m.Key).Union(other.Select(m => m.Key)))
        {
            var pointer = $"{prefix}/{name}";
            if (one[name] is JsonObject a && other[name] is JsonObject b)
            {
                foreach (var inner in Differences(a, b, pointer))
                {
                    yield return inner;
                }
            }
            else if (!JsonNode.DeepEquals(one[name], other[name]))
            {
                yield return pointer;
            }
        }
    }

    /// <summary>The path of the first null that stands in a list: nothing of the record is a list with gaps.</summary>
    private static string? NullInList(JsonNode? node, string path) => node switch
    {
        JsonArray items => items.Select((item, i) => item is null ? $"{path}[{i}]" : NullInList(item, $"{path}[{i}]")).FirstOrDefault(p => p is not null),
        JsonObject members => members.Select(m => NullInList(m.Value, path.Length == 0 ? m.Key : $"{path}.{m.Key}")).FirstOrDefault(p => p is not null),
        _ => null,
    };

    private static void PassOver(JsonTypeInfo type)
    {
        foreach (var name in ReadOnlyMembers(type.Type))
        {
            var member = type.CreateJsonPropertyInfo(typeof(JsonNode), name);
            member.Set = (_, _) => { };
            type.Properties.Add(member);
        }
    }
}

/// <summary>Members of a resource as it is read that are not part of its draft, such as what is computed from others.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadOnlyMembersAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>
/// A field that names something else by its key: a delegation's code, a paragraph's number. Forms offer what there is.
/// </summary>
/// <param name="noun">The <see cref="Editor.Name"/> of what is named; several separated by a space.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RefersAttribute(string noun) : Attribute
{
    public string Noun { get; } = noun;
}

/// <summary>A text that runs over several lines.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LongAttribute : Attribute;

/// <summary>
/// Enumerations by name. The converter of the framework also reads several names with commas between them, and makes of
/// them a value that none of them is.
/// </summary>
internal sealed class NameConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<string, T> Values =
            Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), StringComparer.OrdinalIgnoreCase);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
    }
}

/// <summary>
/// A reference as the API writes it, <c>{"code": "BRA", "name": ...}</c>. Reading takes the code alone as well; the name is
/// for readers and is passed over.
/// </summary>
public sealed class CodeConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.StartObject when JsonNode.Parse(ref reader) is JsonObject reference && reference["code"] is JsonValue code && code.TryGetValue<string>(out var text):
                return text;
            default:
                throw new JsonException();
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("code", value);
        writer.WriteEndObject();
    }
}

/// <summary>A reference in a list, <c>{"code": "AFR"}</c>; the code alone is read as well.</summary>
[JsonConverter(typeof(CodeReferenceConverter))]
public sealed record CodeReference(string Code);

internal sealed class CodeReferenceConverter : JsonConverter<CodeReference>
{
    private static readonly CodeConverter Inner = new();

    public override CodeReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(Inner.Read(ref reader, typeof(string), options)!);

    public override void Write(Utf8JsonWriter writer, CodeReference value, JsonSerializerOptions options) => Inner.Write(writer, value.Code, options);
}
