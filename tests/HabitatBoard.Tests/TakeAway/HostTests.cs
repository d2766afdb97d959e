using HabitatBoard.Web.TakeAway;
using Microsoft.AspNetCore.Http;

namespace HabitatBoard.Tests.TakeAway;

/// <summary>Which name of the site is handed on.</summary>
public sealed class HostTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Theory]
    [InlineData(null, "*", "evil.example", null)]
    [InlineData(null, null, "evil.example", null)]
    [InlineData(null, "*", "localhost:5000", "http://localhost:5000/x")]
    [InlineData(null, "*", "[::1]:5000", "http://[::1]:5000/x")]
    [InlineData(null, "board.example", "board.example", "http://board.example/x")]
    [InlineData("https://board.example", "*", "evil.example", "https://board.example/x")]
    public void AHost_IsBelieved_WhereNobodyElseCanNameIt(string? configured, string? allowed, string host, string? expected)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new HostString(host));
        Assert.Equal(expected, PublicAddress.Read(configured, allowed).For(request, "/x"));
    }

    [Fact]
    public async Task ASitemap_NamesNoHostThatIsMadeUp()
    {
        foreach (var (path, status) in new[] { ("/robots.txt", 200), ("/sitemap.xml", 404), ("/sitemaps/site.xml", 404) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = "evil.example";
            using var response = await board.Client.SendAsync(request);
            Assert.Equal(status, (int)response.StatusCode);
            Assert.DoesNotContain("evil.example", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Contains($"Sitemap: {board.Address}sitemap.xml", await board.Client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }
}
