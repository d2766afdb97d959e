using System.Text.Json;
using System.Text.Json.Nodes;
using HabitatBoard.Papers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Api.V1;

/// <summary>The OpenAPI document is the contract: it is committed, and what the application emits is compared with it.</summary>
public sealed class ContractTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private static readonly string Committed = Path.Combine(Repository.Root, "docs", "openapi.json");

    [Fact]
    public async Task EmittedContract_IsTheCommittedOne()
    {
        var emitted = JsonNode.Parse(await board.Client.GetStringAsync("/swagger/v1/swagger.json"))!
            .ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
        if (Environment.GetEnvironmentVariable("HABITATBOARD_ACCEPT_CONTRACT") == "1")
        {
            await File.WriteAllTextAsync(Committed, emitted);
        }
        Assert.True(
            await File.ReadAllTextAsync(Committed) == emitted,
            "The contract differs from docs/openapi.json. If the difference breaks no client, accept it: HABITATBOARD_ACCEPT_CONTRACT=1 dotnet test --filter ContractTests");
    }

    [Fact]
    public async Task EveryOperation_HasAnId_ASummary_AndProblems()
    {
        var contract = await board.GetJsonAsync("/swagger/v1/swagger.json");
        Assert.StartsWith("3.1", (string)contract["openapi"]!, StringComparison.Ordinal);
        var operations = contract["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (Path: p.Key, Operation: o.Value!))).ToList();
        Assert.True(operations.Count >= 19, $"Only {operations.Count} operations.");
        Assert.All(operations, o =>
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)o.Operation["operationId"]), $"{o.Path} has no operation id");
            Assert.False(string.IsNullOrWhiteSpace((string?)o.Operation["summary"]), $"{o.Path} has no summary");
            var answer = o.Operation["responses"]!.AsObject().Single(r => r.Key[0] == '2');
            if (answer.Key != "204")
            {
                // Files have the media types of their formats.
                var content = answer.Value!["content"]!.AsObject().Select(c => c.Key);
                Assert.Equal(o.Path.EndsWith(".{format}", StringComparison.Ordinal) ? PaperFormats.All.Select(f => f.MediaType) : [o.Path.EndsWith(".zip", StringComparison.Ordinal) ? "application/zip" : "application/json"], content);
            }
            Assert.NotNull(o.Operation["responses"]!["400"]!["content"]!["application/problem+json"]);
            foreach (var parameter in o.Operation["parameters"]?.AsArray() ?? [])
            {
                Assert.False(string.IsNullOrWhiteSpace((string?)parameter!["description"]), $"{o.Path}: {parameter["name"]} is not described");
                if ((string)parameter["in"]! == "path")
                {
                    Assert.True(parameter["example"] is not null || parameter["examples"] is not null || parameter["schema"]!["examples"] is not null, $"{o.Path}: {parameter["name"]} has no example");
                }
            }
        });
        Assert.Equal(operations.Count, operations.Select(o => (string)o.Operation["operationId"]!).Distinct().Count());
    }

    [Fact]
    public async Task SwaggerUi_HasNothingInline()
    {
        var html = await board.Client.GetStringAsync("/swagger/index.html");
        Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http://", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://", html, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reading needs nobody; whatever else is done to the record needs a caller, and says so.</summary>
    [Fact]
    public async Task WhatWrites_RequiresAKey_AndSaysWhatItIsMadeFrom()
    {
        var contract = await board.GetJsonAsync("/swagger/v1/swagger.json");
        var writing = contract["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Where(o => o.Key != "get").Select(o => (Path: p.Key, Method: o.Key, Operation: o.Value!))).ToList();
        Assert.True(writing.Count >= 80, $"Only {writing.Count} operations write.");
        Assert.All(writing, o =>
        {
            Assert.NotNull(o.Operation["security"]![0]!["key"]);
            foreach (var status in new[] { "401", "403", "413", "415" })
            {
                Assert.NotNull(o.Operation["responses"]![status]);
            }
            var ifMatch = o.Operation["parameters"]?.AsArray().SingleOrDefault(p => (string)p!["name"]! == "If-Match");
            Assert.Equal(o.Method != "post", ifMatch is not null && (bool)ifMatch["required"]!);
        });
        var endpoints = board.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true
                && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == false).ToList();
        Assert.Equal(writing.Count, endpoints.Count);
        Assert.All(endpoints, e => Assert.NotNull(e.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>()));
    }
}
