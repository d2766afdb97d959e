using System.Text.Json;
using System.Text.Json.Nodes;
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
            Assert.NotNull(o.Operation["responses"]!["200"]!["content"]!["application/json"]);
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

    /// <summary>Until there are accounts, everybody may read and nobody may write: no endpoint takes another method than GET.</summary>
    [Fact]
    public void EveryEndpoint_IsForReading()
    {
        var endpoints = board.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, e => Assert.All(
            e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [],
            method => Assert.Equal(HttpMethods.Get, method)));
    }
}
