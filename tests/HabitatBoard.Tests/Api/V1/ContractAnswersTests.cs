using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HabitatBoard.Accounts;
using HabitatBoard.Tests.Api.V1.Writing;

namespace HabitatBoard.Tests.Api.V1;

/// <summary>What the API answers is what its contract says: every JSON answer of the seeded record is held against its schema.</summary>
public sealed partial class ContractAnswersTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task EveryAnswer_IsAsTheContractSays()
    {
        var contract = await ContractAsync();
        var tried = 0;
        foreach (var (template, path) in contract["paths"]!.AsObject())
        {
            if (path!["get"] is not { } operation || operation["security"] is not null || template.Contains("{key}", StringComparison.Ordinal) || template.Contains("{code}", StringComparison.Ordinal)
                || operation["responses"]!["200"]!["content"]!["application/json"] is null)
            {
                continue;
            }
            var examples = (operation["parameters"]?.AsArray() ?? []).Where(p => (string)p!["in"]! == "path").ToDictionary(p => (string)p!["name"]!, p => p!["example"]!.ToString());
            var address = Place().Replace(template, m => Uri.EscapeDataString(examples[m.Groups[1].Value]));
            address += template.EndsWith("/search", StringComparison.Ordinal) ? "?q=Nairobi" : template.EndsWith("/suggestions", StringComparison.Ordinal) ? "?q=hab" : "";
            await HoldAsync(contract, operation, address);
            tried++;
        }
        Assert.True(tried >= 25, $"Only {tried} addresses were tried.");
    }

    /// <summary>Whoever mirrors the record goes where the feed leads: each address answers, in the shape in which it is written.</summary>
    [Fact]
    public async Task TheFeed_LeadsToWhatChanged_AsTheContractSays()
    {
        var contract = await ContractAsync();
        var templates = contract["paths"]!.AsObject().Where(p => p.Value!["get"] is not null)
            .Select(p => (Pattern: new Regex("^" + Place().Replace(Regex.Escape(p.Key).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+") + "$"), Get: p.Value!["get"]!)).ToList();
        var types = new HashSet<string>();
        var changes = new List<JsonNode>();
        for (var next = "/api/v1/changes?limit=1000"; next is not null;)
        {
            var page = await board.GetJsonAsync(next);
            changes.AddRange(page["items"]!.AsArray()!);
            next = (string?)page["next"];
        }
        Assert.All(changes, c => Assert.NotNull((string?)c["href"]));
        foreach (var change in changes.Where(c => (string)c["operation"]! != "deleted").GroupBy(c => (string)c["type"]!).SelectMany(g => g.Take(2).Concat(g.TakeLast(2))))
        {
            var address = (string)change["href"]!;
            types.Add((string)change["type"]!);
            await HoldAsync(contract, templates.First(t => t.Pattern.IsMatch(address)).Get, address);
        }
        Assert.True(types.Count >= 18, string.Join(' ', types));

        // The history of the working store names them by their ids, and leads to the same.
        var writer = await Writer.WithKeyAsync(board);
        foreach (var change in (await writer.GetAsync("/changes?store=working&limit=1000")).Json!["items"]!.AsArray().Where(c => (string)c!["operation"]! != "deleted").GroupBy(c => (string)c!["type"]!).Select(g => g.First()!))
        {
            (await writer.GetAsync($"{(string)change["href"]!}?store=working")).Is(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Problems_AndWrites_AreAsTheContractSays()
    {
        var contract = await ContractAsync();
        var (writer, publisher) = (await Writer.WithKeyAsync(board), await Writer.WithKeyAsync(board, Role.Publisher));
        var item = (await writer.PostAsync("/sessions/2024-1/agenda", JsonNode.Parse("""{"number": "51", "title": {"en": "New"}}""")!)).Is(HttpStatusCode.Created);
        Hold("/api/v1/sessions/{session}/agenda", "post", item);
        var path = item.Location!.ToString().Split('?')[0];
        var changed = (await writer.PatchAsync(path, JsonNode.Parse("""{"title": {"fr": "Nouveau"}}""")!, item.ETag)).Is(HttpStatusCode.OK);
        Hold("/api/v1/sessions/{session}/agenda/{item}", "patch", changed);
        Assert.NotNull(changed.Message.Content.Headers.ContentLocation);
        Hold("/api/v1/sessions/{session}/agenda/{item}", "patch", (await writer.PatchAsync(path, JsonNode.Parse("""{"title": {"fr": "Perdu"}}""")!, item.ETag)).Is(HttpStatusCode.PreconditionFailed));
        Hold("/api/v1/sessions/{session}/agenda/{item}", "patch", (await writer.PatchAsync(path, new JsonObject(), null)).Is(HttpStatusCode.PreconditionRequired));
        Hold("/api/v1/sessions/{session}/agenda/{item}", "delete", (await writer.DeleteAsync("/sessions/2024-1/agenda/4", (await writer.GetAsync("/sessions/2024-1/agenda/4?store=working")).ETag)).Is(HttpStatusCode.Conflict));
        Hold("/api/v1/sessions/{session}/agenda", "post", (await writer.PostAsync("/sessions/2024-1/agenda", new JsonObject())).Is(HttpStatusCode.UnprocessableEntity));
        Hold("/api/v1/batch", "post", (await writer.PostAsync("/batch", JsonNode.Parse("""{"operations": [{"method": "POST", "path": "/persons", "body": {"code": "in-contract", "name": {"en": "In Contract"}, "surname": "C"}}]}""")!)).Is(HttpStatusCode.OK));
        Hold("/api/v1/batch", "post", (await writer.PostAsync("/batch", JsonNode.Parse("""{"operations": [{"method": "POST", "path": "/persons", "body": {}}]}""")!)).Is(HttpStatusCode.UnprocessableEntity));
        Hold("/api/v1/sessions/{session}/checks", "get", (await writer.GetAsync("/sessions/2024-1/checks?store=working")).Is(HttpStatusCode.OK));
        Hold("/api/v1/sessions/{session}/publish", "post", (await publisher.PostAsync("/sessions/2024-1/publish", JsonNode.Parse("""{"note": "x"}""")!)).Is(HttpStatusCode.Conflict));
        Hold("/api/v1/registers/publish", "post", (await publisher.PostAsync("/registers/publish", JsonNode.Parse("""{"note": "x"}""")!)).Is(HttpStatusCode.Created));
        Hold("/api/v1/changes", "get", (await writer.GetAsync("/changes?store=working&limit=3")).Is(HttpStatusCode.OK));
        Hold("/api/v1/changes", "get", (await writer.GetAsync("/changes?since=x")).Is(HttpStatusCode.BadRequest));
        Hold("/api/v1/sessions/{session}", "get", (await writer.GetAsync("/sessions/2099-1")).Is(HttpStatusCode.NotFound));

        void Hold(string template, string method, Answer answer)
        {
            var response = contract["paths"]![template]![method]!["responses"]![((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture)];
            Assert.True(response is not null, $"{method} {template}: {answer.Status} is not in the contract");
            var type = answer.Message.Content.Headers.ContentType!.MediaType!;
            var errors = Errors(contract, answer.Json, response!["content"]![type]!["schema"]!, "").ToList();
            Assert.True(errors.Count == 0, $"{method} {template} {answer.Status}: {string.Join('\n', errors.Take(10))}\n{answer.Body[..Math.Min(600, answer.Body.Length)]}");
            foreach (var header in (response["headers"]?.AsObject() ?? []).Select(h => h.Key).Where(h => h is "ETag" or "Location" && template != "/api/v1/batch"))
            {
                Assert.True(template.EndsWith("/publish", StringComparison.Ordinal) && header == "ETag" || template.EndsWith("/checks", StringComparison.Ordinal) || answer.Message.Headers.Contains(header) || (string?)answer.Json?["next"] is not null || template == "/api/v1/changes", $"{method} {template}: no {header}");
            }
        }
    }

    [Fact]
    public async Task EverySchema_UsesWhatIsUnderstoodHere()
    {
        string[] known = ["$ref", "type", "format", "description", "properties", "required", "additionalProperties", "items", "enum", "allOf", "anyOf", "readOnly", "example", "examples", "default"];
        foreach (var (name, schema) in (await ContractAsync())["components"]!["schemas"]!.AsObject())
        {
            Walk(schema!, name);
        }

        void Walk(JsonNode schema, string at)
        {
            Assert.All(schema.AsObject(), member => Assert.True(known.Contains(member.Key), $"{at}: {member.Key}"));
            Assert.False((string?)(schema["type"] as JsonValue) == "null" && schema["allOf"] is not null, $"{at}: nothing is null and something at once");
            foreach (var (name, inner) in schema["properties"]?.AsObject() ?? [])
            {
                Walk(inner!, $"{at}.{name}");
            }
            foreach (var inner in new[] { schema["items"], schema["additionalProperties"] as JsonObject }.Concat(schema["allOf"]?.AsArray() ?? []).Concat(schema["anyOf"]?.AsArray() ?? []).OfType<JsonObject>())
            {
                Walk(inner, at);
            }
        }
    }

    private Task<JsonNode> ContractAsync() => board.GetJsonAsync("/swagger/v1/swagger.json");

    private async Task HoldAsync(JsonNode contract, JsonNode operation, string address)
    {
        var answer = await board.GetJsonAsync(address);
        var errors = Errors(contract, answer, operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!, "").ToList();
        Assert.True(errors.Count == 0, $"{address}:\n{string.Join('\n', errors.Take(10))}");
    }

    /// <summary>What of a value its schema forbids.</summary>
    private static IEnumerable<string> Errors(JsonNode contract, JsonNode? value, JsonNode schema, string at)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return Errors(contract, value, contract["components"]!["schemas"]![reference.Split('/')[^1]]!, at);
        }
        var errors = new List<string>();
        if (schema["type"] is { } type && !(type is JsonArray several ? several.Select(t => (string)t!) : [(string)type!]).Any(t => Is(value, t)))
        {
            return [$"{at}: {value?.ToJsonString() ?? "null"} is not {type.ToJsonString()}"];
        }
        if (schema["enum"] is JsonArray names && value is not null && !names.Any(n => JsonNode.DeepEquals(n, value)))
        {
            errors.Add($"{at}: {value.ToJsonString()} is none of {names.ToJsonString()}");
        }
        errors.AddRange((schema["allOf"]?.AsArray() ?? []).SelectMany(s => Errors(contract, value, s!, at)));
        if (schema["anyOf"] is JsonArray any && any.Select(s => Errors(contract, value, s!, at).ToList()).MinBy(e => e.Count) is { Count: > 0 } best)
        {
            errors.AddRange(best);
        }
        if (value is JsonObject members)
        {
            errors.AddRange((schema["required"]?.AsArray() ?? []).Where(n => !members.ContainsKey((string)n!)).Select(n => $"{at}: no {n}"));
            foreach (var (name, member) in members)
            {
                if (schema["properties"]?[name] is { } inner)
                {
                    errors.AddRange(Errors(contract, member, inner, $"{at}/{name}"));
                }
                else if (schema["additionalProperties"] is JsonObject others)
                {
                    errors.AddRange(Errors(contract, member, others, $"{at}/{name}"));
                }
                else if (schema["additionalProperties"] is JsonValue no && !(bool)no)
                {
                    errors.Add($"{at}/{name} is unknown");
                }
            }
        }
        if (value is JsonArray items && schema["items"] is { } of)
        {
            errors.AddRange(items.SelectMany((item, i) => Errors(contract, item, of, $"{at}/{i}")));
        }
        return errors;
    }

    private static bool Is(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && text.TryGetValue<string>(out _),
        "boolean" => value is JsonValue flag && flag.TryGetValue<bool>(out _),
        "integer" => value is JsonValue whole && whole.TryGetValue<long>(out _),
        _ => value is JsonValue number && number.TryGetValue<double>(out _),
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
