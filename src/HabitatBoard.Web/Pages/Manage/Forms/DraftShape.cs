using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using HabitatBoard.Editing;
using HabitatBoard.Languages;
using HabitatBoard.Web.Languages;

namespace HabitatBoard.Web.Pages.Manage.Forms;

/// <summary>How a field of a draft is filled in.</summary>
public enum FieldKind
{
    Line,
    Number,
    Choice,
    Flag,
    Day,
    Time,
    Moment,

    /// <summary>One of the six languages, by its code.</summary>
    Language,

    /// <summary>A text in up to six languages, as a rule each with its status.</summary>
    Texts,

    /// <summary>Any number of spellings in each language.</summary>
    Spellings,

    /// <summary>The key of something else.</summary>
    Reference,

    /// <summary>Several values, one to a line; keys of other things where the field refers to them.</summary>
    List,

    /// <summary>Fields that belong together.</summary>
    Group,

    /// <summary>Any number of such groups, in an order.</summary>
    Rows,
}

/// <summary>One field of a draft.</summary>
/// <param name="Name">As in JSON, <c>adoptedOn</c>.</param>
/// <param name="Type">What it holds, without its <c>?</c>; of a list, what each entry is.</param>
/// <param name="Optional">Whether it can be left without a value.</param>
/// <param name="Nouns">What it refers to, by the names of their editors.</param>
/// <param name="HasStatus">Whether each language of its text has a status.</param>
/// <param name="IsLong">Whether its text runs over several lines.</param>
/// <param name="Inner">The fields of a group, or of each row.</param>
public sealed record DraftField(string Name, FieldKind Kind, Type Type, bool Optional, IReadOnlyList<string> Nouns, bool HasStatus, bool IsLong, DraftShape? Inner);

/// <summary>The fields of a draft, in the order of its class: what a form of it is made from.</summary>
public sealed class DraftShape
{
    private static readonly ConcurrentDictionary<Type, DraftShape> Known = [];

    private DraftShape(Type type)
    {
        Noun = JsonNamingPolicy.CamelCase.ConvertName(type.Name.EndsWith("Draft", StringComparison.Ordinal) ? type.Name[..^5] : type.Name);
        // The status of a text stands in a field beside it, and is filled in with it.
        var names = type.GetProperties().Select(p => p.Name).ToHashSet();
        Fields = [.. type.GetProperties().Where(p => p.CanWrite && !(IsMap(p.PropertyType) && p.Name.EndsWith("Status", StringComparison.Ordinal) && names.Contains(p.Name[..^6]))).Select(p => FieldOf(p, names.Contains(p.Name + "Status")))];
    }

    /// <summary>What the draft is of, <c>decisionPart</c>.</summary>
    public string Noun { get; }

    public IReadOnlyList<DraftField> Fields { get; }

    /// <summary>The fields of this draft and of its parts that refer to something.</summary>
    public IEnumerable<DraftField> References => Fields.SelectMany(f => f.Inner?.References ?? (f.Nouns.Count > 0 ? [f] : []));

    public static DraftShape Of(Type draftType) => Known.GetOrAdd(draftType, type => new DraftShape(type));

    /// <summary>What a field is called.</summary>
    public string Label(Phrases phrases, DraftField field) => Words(phrases, $"field.{Noun}.{field.Name}") ?? phrases[$"field.{field.Name}"];

    /// <summary>What to know when filling it in; null where the label says it all.</summary>
    public string? Hint(Phrases phrases, DraftField field) =>
        Words(phrases, $"hint.{Noun}.{field.Name}") ?? Words(phrases, $"hint.{field.Name}") ?? (field.Kind == FieldKind.List ? phrases["manage.onePerLine"] : null);

    /// <summary>
    /// The control in which a mistake is mended, and what it is called: <c>parts[0].title.en</c>, "Parts 1, Title, English".
    /// An error of the draft as a whole has no control.
    /// </summary>
    public (string Control, string Label) Locate(Phrases phrases, string path, string before = "", string said = "")
    {
        var name = path.Split('.', '[')[0];
        if (Fields.FirstOrDefault(f => f.Name == name || f.Name + "Status" == name) is not { } field)
        {
            return (before.TrimEnd('.'), said);
        }
        var rest = path[name.Length..];
        var here = before + field.Name;
        var label = said.Length == 0 ? Label(phrases, field) : phrases.Language.Join([said, Label(phrases, field)]);
        switch (field.Kind)
        {
            case FieldKind.Texts or FieldKind.Spellings:
                var code = rest.TrimStart('.');
                return OfficialLanguages.TryParse(code, out _)
                    ? ($"{before}{name}.{code}", phrases.Format("manage.inLanguage", label, phrases[$"language.{code}"]))
                    : ($"{here}.{phrases.Language.Code}", label);
            case FieldKind.Group:
                return field.Inner!.Locate(phrases, rest.TrimStart('.'), here + ".", label);
            case FieldKind.Rows when rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is > 1 and var end:
                return int.TryParse(rest[1..end], System.Globalization.CultureInfo.InvariantCulture, out var index)
                    ? field.Inner!.Locate(phrases, rest[(end + 1)..].TrimStart('.'), $"{here}{rest[..(end + 1)]}.", Numbered(phrases, label, index))
                    : (here, label);
            default:
                return (here, label);
        }
    }

    /// <summary>The id of a control: brackets and full stops would have to be escaped wherever it is named.</summary>
    public static string IdOf(string path) => "f-" + path.Replace("].", "-", StringComparison.Ordinal).Replace('[', '-').Replace('.', '-').Replace("]", "", StringComparison.Ordinal);

    /// <summary>A row by its place, "Parts 2".</summary>
    public static string Numbered(Phrases phrases, string label, int index) => $"{label} {phrases.Language.Number(index + 1)}";

    private static string? Words(Phrases phrases, string key) => phrases.Keys.Contains(key) ? phrases[key] : null;

    private static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    private static DraftField FieldOf(PropertyInfo property, bool hasStatus)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var optional = type != property.PropertyType || new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        var nouns = property.GetCustomAttribute<RefersAttribute>()?.Noun.Split(' ') ?? [];
        DraftField Field(FieldKind kind, Type? of = null, DraftShape? inner = null) => new(
            property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name), kind, of ?? type, optional, nouns, hasStatus, property.IsDefined(typeof(LongAttribute)), inner);
        if (IsMap(type))
        {
            return Field(type.GetGenericArguments()[1] == typeof(string) ? FieldKind.Texts : FieldKind.Spellings);
        }
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var entry = type.GetGenericArguments()[0];
            return IsLeaf(entry) || entry == typeof(CodeReference) ? Field(FieldKind.List, entry) : Field(FieldKind.Rows, entry, Of(entry));
        }
        return type switch
        {
            _ when nouns.Length > 0 => Field(FieldKind.Reference),
            { IsEnum: true } => Field(FieldKind.Choice),
            _ when type == typeof(string) => Field(property.Name is "Lang" || property.Name.EndsWith("Language", StringComparison.Ordinal) ? FieldKind.Language : FieldKind.Line),
            _ when type == typeof(int) || type == typeof(double) => Field(FieldKind.Number),
            _ when type == typeof(bool) => Field(FieldKind.Flag),
            _ when type == typeof(DateOnly) => Field(FieldKind.Day),
            _ when type == typeof(TimeOnly) => Field(FieldKind.Time),
            _ when type == typeof(DateTimeOffset) => Field(FieldKind.Moment),
            { IsClass: true } => Field(FieldKind.Group, type, Of(type)),
            // A field that a form does not know would be lost with the first save.
            _ => throw new NotSupportedException($"{property.DeclaringType!.Name}.{property.Name} is a {type}."),
        };
    }

    private static bool IsLeaf(Type type) => type == typeof(string) || type == typeof(int) || type.IsEnum;
}
