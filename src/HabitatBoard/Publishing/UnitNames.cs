using System.Globalization;
using System.Text.Json.Nodes;
using HabitatBoard.Languages;

namespace HabitatBoard.Publishing;

/// <summary>
/// What to call what the history and comparisons name by keys: an agenda item by its number, a paragraph by <c>¶21</c>, a
/// statement by its speaker and paragraph; also what is there no longer.
/// </summary>
public sealed class UnitNames
{
    /// <summary>The fields that hold a name or title, the best first.</summary>
    private static readonly string[] Titles = ["title", "runningName", "listName", "name", "heading", "wording", "subject"];

    private readonly Dictionary<(string Resource, string Key), JsonObject> aggregates = [];
    private readonly Dictionary<string, string> signs = new(StringComparer.Ordinal);

    private UnitNames()
    {
    }

    /// <summary>Reads the names of units as the working store has them.</summary>
    public static async Task<UnitNames> ReadAsync(Data.BoardDbContext db, IEnumerable<string> units, CancellationToken cancellationToken)
    {
        var names = new UnitNames();
        foreach (var unit in units)
        {
            names.Add(await PublishedUnit.Named(unit).ReadAsync(db, cancellationToken));
        }
        return names;
    }

    internal static UnitNames Of(params ReadOnlySpan<UnitContent> contents)
    {
        var names = new UnitNames();
        foreach (var content in contents)
        {
            names.Add(content);
        }
        return names;
    }

    /// <summary>A number, symbol or code, <c>2(a)</c>, <c>¶21 KEN</c>; empty where nothing short tells it from others.</summary>
    /// <param name="fields">Its fields, where it may be there no longer.</param>
    public string Sign(string resource, string key, JsonObject? fields = null) =>
        SignOf(resource, key, aggregates.GetValueOrDefault((resource, key)) ?? fields ?? []);

    /// <summary>Its name or title in the language, else in another that it has; null for none.</summary>
    public (Language Language, string Text)? Title(string resource, string key, Language language, JsonObject? fields = null)
    {
        fields = aggregates.GetValueOrDefault((resource, key)) ?? fields ?? [];
        foreach (var field in Titles)
        {
            var text = LocalizedText.None;
            foreach (var one in OfficialLanguages.All)
            {
                text = text.With(one, Text(fields, $"{field}.{one.Code}.text"));
            }
            if (text.For(language) is { } found)
            {
                return (found.Language, found.Text.Text);
            }
        }
        return null;
    }

    /// <summary>A value as readers know it: what an id stands for, else the value.</summary>
    public string Value(JsonNode value) => value switch
    {
        JsonArray list => string.Join(" · ", list.Select(v => v is null ? "" : Value(v))),
        JsonObject => CanonicalJson.Text(value),
        _ => signs.GetValueOrDefault(value.ToString()) ?? value.ToString(),
    };

    private void Add(UnitContent content)
    {
        foreach (var (place, fields) in content.Aggregates())
        {
            aggregates[place] = fields;
        }
        // Paragraphs and items first: others are called by them.
        foreach (var ((resource, key), fields) in aggregates.OrderBy(a => a.Key.Resource is "paragraph" or "agendaItem" or "decision" ? 0 : 1))
        {
            if (Guid.TryParse(key, out _))
            {
                signs[key] = SignOf(resource, key, fields);
            }
            foreach (var (path, value) in fields)
            {
                // decisionPart/ID/letter, decisionParagraph/ID/number
                if (path.Split('/') is ["decisionPart" or "decisionParagraph", var id, "letter" or "number"])
                {
                    var decision = SignOf(resource, key, fields);
                    signs[id] = path.EndsWith("letter", StringComparison.Ordinal) ? $"{decision}({value})" : $"{decision}, {value}";
                }
            }
        }
    }

    private string SignOf(string resource, string key, JsonObject fields)
    {
        string? Field(string name) => Text(fields, name);
        string? Reference(string name) => Field(name) is { } id ? signs.GetValueOrDefault(id) : null;
        return resource switch
        {
            "agendaItem" => Field("letter") is { Length: > 0 } letter ? $"{Field("number")}({letter})" : Field("number") ?? "",
            "paragraph" => $"¶{Field("number")}",
            "section" => $"{Field("number")}{Field("letter")}",
            "meeting" => Field("number") ?? "",
            "document" => Field("symbol") ?? Field("slug") ?? "",
            "decision" => Joined("/", Field("year"), Field("number")),
            "adoption" => Joined(" ", Reference("paragraphId"), Reference("partId") ?? Reference("decisionId")),
            "statement" => Joined(" ", Reference("paragraphId"), Field("delegationCode") ?? Field("personCode")),
            "attendance" => Field("delegationCode") ?? "",
            "attendanceHeading" => Field("class") ?? "",
            "officer" => Joined(" ", Field("office"), Field("personCode")),
            "citation" => Joined(" ", Reference("paragraphId"), Field("target")),
            "act" => Joined(" ", Reference("paragraphId"), Field("kind")),
            "passage" or "event" => Reference("paragraphId") ?? "",
            "pinnedText" => Joined(" ", Reference("paragraphId"), Field("language")),
            "acceptedFinding" => Field("code") ?? "",
            "report" => Field("documentSlug") ?? "",
            _ => Guid.TryParse(key, out _) ? "" : key,
        };
    }

    private static string Joined(string separator, params ReadOnlySpan<string?> parts)
    {
        var present = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part))
            {
                present.Add(part);
            }
        }
        return string.Join(separator, present);
    }

    private static string? Text(JsonObject fields, string path) =>
        fields[path] is JsonValue value ? Convert.ToString(value.ToString(), CultureInfo.InvariantCulture) : null;
}
