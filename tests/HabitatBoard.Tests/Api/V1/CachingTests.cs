using System.IO.Compression;
using System.Net;
using HabitatBoard.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Api.V1;

/// <summary>Entity tags, encodings, HEAD, and the moment when an answer stops being current.</summary>
public sealed class CachingTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Path = "/api/v1/sessions/2024-1/attendance";

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("gzip, deflate, br")]
    [InlineData("gzip;q=1.0, br;q=0.1")]
    [InlineData("identity;q=0.5, gzip;q=0")]
    [InlineData("zstd")]
    public async Task EveryEncoding_HoldsTheSameBytes_UnderATagOfItsOwn(string encoding)
    {
        using var plain = await SendAsync(HttpMethod.Get, "");
        using var encoded = await SendAsync(HttpMethod.Get, encoding);

        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), await DecodeAsync(encoded));
        Assert.Equal(encoded.Content.Headers.ContentEncoding.Count == 0, encoded.Headers.ETag!.Tag == plain.Headers.ETag!.Tag);
        Assert.False(encoded.Headers.ETag.IsWeak);
        Assert.Contains("Accept-Encoding", encoded.Headers.Vary);
    }

    [Theory]
    [InlineData("")]
    [InlineData("br")]
    public async Task Revisit_WithTheTag_Answers304_WithoutABody(string encoding)
    {
        using var first = await SendAsync(HttpMethod.Get, encoding);
        using var again = await SendAsync(HttpMethod.Get, encoding, first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("gzip;q=0, br;q=0, *", "")]
    [InlineData("*;q=0", "")]
    [InlineData("br;q=0.5, identity", "")]
    [InlineData("BR;q=0.5", "br")]
    public async Task WhatIsRefused_IsNotSent(string accepted, string coding)
    {
        using var response = await SendAsync(HttpMethod.Get, accepted);
        Assert.Equal(coding, string.Join(',', response.Content.Headers.ContentEncoding));
    }

    [Theory]
    [InlineData("/api/v1/export", "*", 304)]
    [InlineData("/api/v1/export", "\"x\", *", 304)]
    [InlineData("/en/statements.csv", "*", 304)]
    [InlineData("/api/v1/export", "\"x\"", 200)]
    public async Task StreamedAnswers_KnowAnyTag(string path, string tag, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await board.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("/en/sessions/2024-1")]
    [InlineData("/en/sessions/2024-1/archive.zip")]
    public async Task AConditionThatFails_IsAnswered412(string path)
    {
        // Made, and then from memory.
        for (var round = 0; round < 2; round++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("If-Match", "\"another\"");
            using var response = await board.Client.SendAsync(request);
            Assert.Equal(412, (int)response.StatusCode);
            Assert.Equal(path == Path ? "application/problem+json" : "text/html", response.Content.Headers.ContentType?.MediaType);
            Assert.NotEmpty(await response.Content.ReadAsStringAsync());
            using var met = await board.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-Match", "*" } } });
            Assert.Equal(200, (int)met.StatusCode);
        }
    }

    [Theory]
    [InlineData("/api/v1/sessions/2024-9", 404)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/sessions?limit=0", 400)]
    public async Task Problems_AreNotKept(string path, int status)
    {
        using var response = await board.Client.GetAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task WhatTakesGet_SaysThatItTakesHead()
    {
        using var response = await board.Client.PostAsync("/api/v1/export", null);
        Assert.Equal(405, (int)response.StatusCode);
        Assert.Contains("HEAD", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("\"something-else\"", 200)]
    [InlineData("W/\"something-else\", \"x\"", 200)]
    [InlineData("*", 304)]
    public async Task Revisit_WithAnotherTag_GetsTheAnswer(string tag, int status)
    {
        using var response = await SendAsync(HttpMethod.Get, "", tag);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("/api/v1/sessions/2024-1/statements?kind=answer")]
    [InlineData("/api/v1/sessions/2024-9")]
    [InlineData("/health/ready")]
    [InlineData("/swagger/v1/swagger.json")]
    [InlineData("/")]
    public async Task Head_AnswersAsGet_WithoutTheBody(string path)
    {
        // Twice: the first fills the cache, the second is answered from it.
        for (var visit = 0; visit < 2; visit++)
        {
            using var head = await SendAsync(HttpMethod.Head, "", path: path);
            using var get = await SendAsync(HttpMethod.Get, "", path: path);
            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task TheTag_IsTheSame_WhateverTheCredentials()
    {
        using var anonymous = await SendAsync(HttpMethod.Get, "");
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer nonsense");
        request.Headers.TryAddWithoutValidation("Cookie", "a=b");
        using var other = await board.Client.SendAsync(request);

        Assert.Equal(anonymous.Headers.ETag, other.Headers.ETag);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string encoding, string? tag = null, string path = Path)
    {
        using var request = new HttpRequestMessage(method, path);
        if (encoding.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        }
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }
        return await board.Client.SendAsync(request);
    }

    private static async Task<byte[]> DecodeAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync();
        using var decoded = new MemoryStream();
        await using Stream decoding = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        await decoding.CopyToAsync(decoded);
        return decoded.ToArray();
    }
}

/// <summary>With an installation to itself, for it publishes.</summary>
public sealed class CacheInvalidationTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Publication_IsSeenAtOnce_AndOnlyBytesThatDifferGetANewTag()
    {
        const string Decision = "/api/v1/decisions/2024/1";
        const string Session = "/api/v1/sessions/2024-2";
        using var decisionBefore = await board.Client.GetAsync(Decision);
        using var sessionBefore = await board.Client.GetAsync(Session);

        await board.Services.GetRequiredService<Publisher>().PublishAsync("2024-2", new Attribution("a test", "nothing changed", DateTimeOffset.UtcNow), CancellationToken.None);

        using var decisionAfter = await board.Client.GetAsync(Decision);
        using var sessionAfter = await board.Client.GetAsync(Session);
        Assert.Equal(decisionBefore.Headers.ETag, decisionAfter.Headers.ETag);
        Assert.NotEqual(sessionBefore.Headers.ETag, sessionAfter.Headers.ETag);
        Assert.Equal(2, (int)(await board.GetJsonAsync(Session))["edition"]!["number"]!);
    }
}
