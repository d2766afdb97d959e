using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Api.V1.Writing;

/// <summary>Who may, reads the working store with the same addresses; nobody else sees a byte of it.</summary>
public sealed class WorkingStoreTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Draft = "Words that nobody has published";

    [Fact]
    public async Task EveryAddress_WithStoreWorking_IsRefusedToAnybody_AndShowsNothing()
    {
        var addresses = board.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(p => p.StartsWith("/api/v1/", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(addresses.Count > 40, $"Only {addresses.Count} addresses.");
        foreach (var address in addresses)
        {
            var path = address.Replace("{session}", "2024-1", StringComparison.Ordinal).Replace("{year}", "2024", StringComparison.Ordinal);
            path = System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", "1");
            foreach (var query in new[] { "?store=working", "?limit=1&store=working", "?store=published&store=working" })
            {
                using var response = await board.Client.GetAsync(path + query);
                Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{path}{query} answered {(int)response.StatusCode}");
                Assert.DoesNotContain("max-age", response.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task AnEdit_IsSeenByThoseWhoMay_AndByNobodyElse_WhateverWasReadBefore()
    {
        var writer = await Writer.WithKeyAsync(board);
        const string Delegation = "/delegations/BRA";
        const string Statements = "/statements?delegation=BRA&limit=1";
        using var before = await board.Client.GetAsync(Writer.Prefix + Delegation);
        var read = (await writer.GetAsync(Delegation + "?store=working")).Is(HttpStatusCode.OK);
        (await writer.PatchAsync(Delegation, JsonNode.Parse($$"""{"name": {"en": "{{Draft}}"} }""")!, read.ETag)).Is(HttpStatusCode.OK);

        // Twice and in turns: what is kept between requests is of the published store alone.
        for (var visit = 0; visit < 2; visit++)
        {
            Assert.Contains(Draft, (await writer.GetAsync(Delegation + "?store=working")).Is(HttpStatusCode.OK).Body, StringComparison.Ordinal);
            Assert.Contains(Draft, (await writer.GetAsync(Statements + "&store=working")).Is(HttpStatusCode.OK).Body, StringComparison.Ordinal);
            foreach (var path in new[] { Delegation, Statements, "/delegations", "/export", "/changes", "/sessions/2024-1/attendance", "/search?q=nobody" })
            {
                Assert.DoesNotContain(Draft, await board.Client.GetStringAsync(Writer.Prefix + path), StringComparison.Ordinal);
                Assert.DoesNotContain(Draft, (await writer.GetAsync(path)).Body, StringComparison.Ordinal);
            }
            using var after = await board.Client.GetAsync(Writer.Prefix + Delegation);
            Assert.Equal(before.Headers.ETag, after.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("/sessions/2024-1?store=draft")]
    [InlineData("/search?q=x&store=working")]
    [InlineData("/export?store=working")]
    [InlineData("/sessions/2024-1/editions?store=working")]
    public async Task WhatIsNoStore_OrHasNoWorkingOne_IsRefused(string path)
    {
        var writer = await Writer.WithKeyAsync(board);
        (await writer.GetAsync(path)).Is(HttpStatusCode.BadRequest, 1005);
    }

    [Fact]
    public async Task TheHistory_IsTheFeedOfTheWorkingStore()
    {
        var writer = await Writer.WithKeyAsync(board);
        var head = await Writer.HeadAsync(board);
        (await writer.PostAsync("/persons", JsonNode.Parse("""{"code": "in-the-feed", "name": {"en": "In the Feed"}, "surname": "Person"}""")!)).Is(HttpStatusCode.Created);
        var change = (await writer.GetAsync($"/changes?store=working&since={head}")).Is(HttpStatusCode.OK).Json!["items"]!.AsArray().Single()!;
        Assert.Equal(("person", "in-the-feed", "created"), ((string)change["type"]!, (string)change["key"]!, (string)change["operation"]!));
        Assert.StartsWith("key:", (string)change["author"]!, StringComparison.Ordinal);
        Assert.NotNull(change["fields"]!["name.en.text"]);
    }
}
