using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HabitatBoard.Tests.Oracle;

/// <summary>Asking the API, reading its JSON, and saying what differs.</summary>
public sealed partial class OracleTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private async Task<JsonNode> Get(string path)
    {
        using var response = await board.Client.GetAsync(Session + path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{Session}{path} answers {(int)response.StatusCode}: {body}");
        return JsonNode.Parse(body)!;
    }

    /// <summary>A whole list: one page holds it, and its total says so.</summary>
    private async Task<IReadOnlyList<JsonNode>> List(string path)
    {
        var page = await Get($"{path}?limit=1000");
        var items = Array(page["items"]).ToList();
        Assert.True(items.Count > 0, $"{path} is empty");
        Assert.Equal(items.Count, Number(page["total"]));
        return items;
    }

    private static IEnumerable<JsonNode> Flat(IEnumerable<JsonNode> items) =>
        items.SelectMany(item => new[] { item }.Concat(Flat(Array(item["subItems"]))));

    private static IEnumerable<JsonNode> Array(JsonNode? node) =>
        node is JsonArray array ? array.Select(item => item!) : [];

    private static int Number(JsonNode? node) =>
        int.TryParse(Text(node), CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Text(JsonNode? node) => node?.ToString() ?? "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The Chinese of a language map; a plain string is its own.</summary>
    private static string Zh(JsonNode? node) => node is JsonObject map ? Text(map["zh"]) : Text(node);

    /// <summary>Every string in a piece of JSON.</summary>
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(property => Texts(property.Value)),
        JsonArray array => array.SelectMany(Texts),
        null => [],
        _ => [node.ToString()],
    };

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static void Same(string what, IEnumerable<string> printed, IEnumerable<string> recorded)
    {
        var (left, right) = (printed.ToList(), recorded.ToList());
        Report(left.Except(right).Select(line => $"{what}: in the source, not recorded: {line}")
            .Concat(right.Except(left).Select(line => $"{what}: recorded, not in the source: {line}")));
        Report(right.GroupBy(line => line)
            .Where(group => group.Count() != left.Count(line => line == group.Key))
            .Select(group => $"{what}: recorded {group.Count()} times: {group.Key}"));
        Report(left.Zip(right).Where(pair => pair.First != pair.Second).Take(1)
            .Select(pair => $"{what}: out of order: {pair.Second} where the source has {pair.First}"));
    }

    private static void SameSet(string what, IEnumerable<string> printed, IEnumerable<string> recorded) =>
        Same(what, printed.Order(StringComparer.Ordinal), recorded.Order(StringComparer.Ordinal));

    /// <summary>Where two texts part.</summary>
    private static string? Difference(string what, string printed, string recorded)
    {
        if (printed == recorded)
            return null;
        var at = printed.Zip(recorded).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{what}, character {at}: the source has “{Around(printed, at)}”, the record “{Around(recorded, at)}”";

        static string Around(string text, int at) => text[Math.Max(0, at - 10)..Math.Min(text.Length, at + 20)];
    }

    private static void Report(IEnumerable<string?> differences)
    {
        var found = differences.Where(difference => difference is not null).ToList();
        if (found.Count > 0)
            Assert.Fail($"{found.Count} differences:\n{string.Join('\n', found)}");
    }

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]+、|[A-Z]\.)\s*")]
    private static partial Regex Numeral();

    [GeneratedRegex(@"^\d+ \p{Lu}\p{Ll}+ \d{4}$")]
    private static partial Regex EnglishDate();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(?:T|$)")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\d{4}/\d+")]
    private static partial Regex Numbers();
}
