using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HabitatBoard.Accounts;
using HabitatBoard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Api.V1.Writing;

/// <summary>An answer, read.</summary>
public sealed record Answer(HttpStatusCode Status, string? ETag, Uri? Location, JsonNode? Json, string Body, HttpResponseMessage Message)
{
    /// <summary>The answer has this status; a failure prints the body.</summary>
    public Answer Is(HttpStatusCode expected)
    {
        Assert.True(Status == expected, $"{Message.RequestMessage!.Method} {Message.RequestMessage.RequestUri} answered {(int)Status}, not {(int)expected}:\n{Body}");
        return this;
    }

    /// <summary>The answer is a problem with this number of the catalogue.</summary>
    public Answer Is(HttpStatusCode expected, int code)
    {
        Is(expected);
        Assert.Equal("application/problem+json", Message.Content.Headers.ContentType?.MediaType);
        Assert.True($"/problems/{code}" == (string?)Json!["type"], Body);
        return this;
    }
}

/// <summary>A system that writes with a key.</summary>
public sealed class Writer(HttpClient http)
{
    public const string Prefix = "/api/v1";

    public static async Task<Writer> WithKeyAsync(BoardFixture board, Role role = Role.Editor) => new(await board.WithKeyAsync(role));

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, JsonNode body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, null, headers);

    public Task<Answer> PutAsync(string path, JsonNode body, string? etag, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Put, path, body, etag, headers);

    public Task<Answer> PatchAsync(string path, JsonNode body, string? etag, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Patch, path, body, etag, headers);

    public Task<Answer> DeleteAsync(string path, string? etag) => SendAsync(HttpMethod.Delete, path, null, etag);

    public async Task<Answer> SendAsync(HttpMethod method, string path, JsonNode? body, string? etag = null, params (string Name, string Value)[] headers)
    {
        var content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json");
        return await SendContentAsync(method, path, content, etag, headers);
    }

    public async Task<Answer> SendContentAsync(HttpMethod method, string path, HttpContent? content, string? etag = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith(Prefix, StringComparison.Ordinal) ? path : Prefix + path) { Content = content };
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = response.Content.Headers.ContentType?.MediaType is { } type && type.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(text) : null;
        return new Answer(response.StatusCode, response.Headers.ETag?.ToString(), response.Headers.Location, json, text, response);
    }

    /// <summary>The sequence at which the history of the working store stands.</summary>
    public static async Task<long> HeadAsync(BoardFixture board)
    {
        await using var db = await board.Services.GetRequiredService<BoardStores>().Working.CreateDbContextAsync();
        return await db.Changes.MaxAsync(c => c.Sequence);
    }
}
