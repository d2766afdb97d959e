using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace HabitatBoard.Tests.Api.V1;

/// <summary>Whatever a caller sends is answered with a clear 4xx problem.</summary>
public sealed class ProblemTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Theory]
    [InlineData("/api/v1/nothing", 404, 1001)]
    [InlineData("/api/v1/sessions/2024-9", 404, 2001)]
    [InlineData("/api/v1/sessions/x'--", 404, 2001)]
    [InlineData("/api/v1/sessions/2024-9/agenda", 404, 2001)]
    [InlineData("/api/v1/sessions/2024-1/agenda/16", 404, 2002)]
    [InlineData("/api/v1/sessions/2024-1/agenda/2c", 404, 2002)]
    [InlineData("/api/v1/sessions/2024-1/agenda/99999999999999999999", 404, 2002)]
    [InlineData("/api/v1/decisions/2024/9", 404, 2003)]
    [InlineData("/api/v1/decisions/2024/99999999999", 404, 2003)]
    [InlineData("/api/v1/decisions/twenty/one", 404, 2003)]
    [InlineData("/api/v1/documents/HSP-EB.2024-99", 404, 2004)]
    [InlineData("/api/v1/documents/%E2%80%AE", 404, 2004)]
    [InlineData("/api/v1/delegations/XXX", 404, 2005)]
    [InlineData("/api/v1/delegations/bra", 404, 2005)]
    [InlineData("/api/v1/sessions/2024-2/report", 404, 2006)]
    [InlineData("/api/v1/sessions/2024-1/editions/7", 404, 2007)]
    [InlineData("/api/v1/sessions/2024-1/editions/-1", 404, 2007)]
    [InlineData("/api/v1/sessions?limit=0", 400, 1005)]
    [InlineData("/api/v1/sessions?limit=1001", 400, 1005)]
    [InlineData("/api/v1/sessions?limit=ten", 400, 1005)]
    [InlineData("/api/v1/sessions?limit=5&limit=6", 400, 1005)]
    [InlineData("/api/v1/sessions?offset=5", 400, 1005)]
    [InlineData("/api/v1/sessions?cursor=%21", 400, 1006)]
    [InlineData("/api/v1/sessions?cursor=AAAA", 400, 1006)]
    [InlineData("/api/v1/sessions?cursor=YR9i", 400, 1006)]
    [InlineData("/api/v1/decisions?cursor=YR9i", 400, 1006)]
    [InlineData("/api/v1/statements?cursor=YR9iH2MfZA", 400, 1006)]
    [InlineData("/api/v1/sessions/2024-1/agenda?item=4", 400, 1005)]
    [InlineData("/api/v1/sessions/2024-1/statements?item=four", 400, 1005)]
    [InlineData("/api/v1/sessions/2024-1/statements?delegation=Brazil", 400, 1005)]
    [InlineData("/api/v1/sessions/2024-1/statements?capacity=BoardMember", 400, 1005)]
    [InlineData("/api/v1/sessions/2024-1/statements?kind=7", 400, 1005)]
    [InlineData("/api/v1/sessions/2024-1/statements?onBehalfOf=nobody", 400, 1005)]
    [InlineData("/api/v1/statements?session=2024-9", 400, 1005)]
    [InlineData("/api/v1/statements?year=24", 400, 1005)]
    [InlineData("/api/v1/documents?symbol=", 400, 1005)]
    [InlineData("/api/v1/sessions/%FF", 400, 1008)]
    [InlineData("/api/v1/documents?symbol=%C3%28", 400, 1008)]
    [InlineData("/api/v1/documents?symbol=%ED%A0%80", 400, 1008)]
    [InlineData("/api/v1/documents?symbol=a%00b", 400, 1016)]
    public async Task Get_WithBadInput_AnswersAProblem(string path, int status, int code)
    {
        using var response = await board.Client.GetAsync(path);
        await AssertProblemAsync(response, status, code);
    }

    [Fact]
    public async Task Get_WithOverLongAddress_Answers414()
    {
        using var response = await board.Client.GetAsync($"/api/v1/documents/{new string('a', 3_000)}");
        await AssertProblemAsync(response, 414, 1007);
    }

    [Theory]
    [InlineData("text/html", 406)]
    [InlineData("application/xml, text/*;q=0.5", 406)]
    [InlineData("application/json;q=0", 406)]
    [InlineData("rubbish", 406)]
    [InlineData("application/json", 200)]
    [InlineData("application/*", 200)]
    [InlineData("text/html, */*;q=0.1", 200)]
    public async Task Get_Negotiates(string accept, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/sessions/2024-1");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await board.Client.SendAsync(request);
        if (status == 200)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        else
        {
            await AssertProblemAsync(response, 406, 1003);
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PROPFIND")]
    public async Task OtherMethods_Answer405_AndSayWhichAreAllowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/search");
        using var response = await board.Client.SendAsync(request);
        await AssertProblemAsync(response, 405, 1002);
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("ar-EG,ar;q=0.9,en;q=0.5", "ar", "لم")]
    [InlineData("zh-Hans-CN", "zh", "会议")]
    [InlineData("fr", "fr", "session")]
    [InlineData("ru;q=0.4, de", "ru", "сесси")]
    [InlineData("es-419, en;q=0.1", "es", "período")]
    [InlineData("de, *;q=0.5", "en", "session")]
    [InlineData(";;;=,", "en", "session")]
    public async Task Problem_SpeaksTheReadersLanguage(string accepted, string language, string word)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/sessions/2024-9");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var response = await board.Client.SendAsync(request);
        var problem = await AssertProblemAsync(response, 404, 2001);
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Contains(word, (string)problem["title"]! + (string)problem["detail"]!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ParameterProblem_NamesTheParameter_AndWhatItTakes()
    {
        using var response = await board.Client.GetAsync("/api/v1/statements?kind=shout");
        var problem = await AssertProblemAsync(response, 400, 1005);
        Assert.Equal("kind", (string)problem["errors"]![0]!["parameter"]!);
        Assert.Contains("rightOfReply", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    /// <summary>Requests that no client library would send.</summary>
    [Theory]
    [InlineData("GET /api/v1/sessions/%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /api/v1/documents?symbol=%ZZ HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /api/v1/sessions HTTP/1.1\r\nHost: a\r\nAccept-Encoding: ;q=x,,\r\nIf-None-Match: \"unclosed\r\n\r\n", 200)]
    [InlineData("GET http://[bad/api HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /api/v1/sessions HTTP/1.1\r\nHost: a\r\nRange: bytes=9-1\r\n\r\n", 200)]
    public async Task RawRequests_NeverBreakTheServer(string request, int status)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(board.Address.Host, board.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var line = await reader.ReadLineAsync();
        Assert.StartsWith($"HTTP/1.1 {status}", line, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> AssertProblemAsync(HttpResponseMessage response, int status, int code)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}, not {status}:\n{body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var problem = JsonNode.Parse(body)!;
        Assert.Equal($"/problems/{code}", (string)problem["type"]!);
        Assert.Equal(status, (int)problem["status"]!);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["title"]));
        Assert.DoesNotContain("{", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        return problem;
    }
}
