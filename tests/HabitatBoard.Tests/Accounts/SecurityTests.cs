using System.Net;
using HabitatBoard.Accounts;
using HabitatBoard.Tests.Hosting;

namespace HabitatBoard.Tests.Accounts;

public sealed class SignInLimitFixture : BoardFixture
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("RateLimits:Enabled", "true"), new("RateLimits:RequestsPerMinute", "10000")];
}

public sealed class SignInLimitTests(SignInLimitFixture board) : IClassFixture<SignInLimitFixture>
{
    [Fact]
    public async Task TooManyAttempts_ForOneAccount_AreRefused_WithTheTimeToWait()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var answer = await board.NewStaffClient().PostAsync("/en/account/sign-in", [("userName", "no-such-account"), ("password", "x")]);
            statuses.Add(answer.StatusCode);
            Assert.Equal(answer.StatusCode == HttpStatusCode.TooManyRequests, answer.Headers.RetryAfter is not null);
        }
        Assert.Equal(10, statuses.Count(s => s == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }
}

/// <summary>As behind a proxy that ends HTTPS.</summary>
public sealed class HttpsTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task OverHttps_EveryCookieIsBoundToTheHost_AndOthersAreNotSeen()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/account/sign-in");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await board.Client.SendAsync(request);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, c =>
        {
            Assert.StartsWith("__Host-", c, StringComparison.Ordinal);
            Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/", c, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", c, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("max-age=", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);

        // A visit that began over plain HTTP is none over HTTPS.
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        await editor.GetPageAsync("/en/manage");
        editor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var refused = await editor.Http.GetAsync("/en/manage");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
    }
}

public sealed class SecurityLogTests(LoggingFixture board) : IClassFixture<LoggingFixture>
{
    [Fact]
    public async Task SignIns_AreLogged_WithoutSecrets_AndWithoutWhatWasTypedForUnknownAccounts()
    {
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        using var wrong = await board.NewStaffClient().PostAsync("/en/account/sign-in", [("userName", editor.UserName), ("password", "a wrong password of mine")]);
        using var unknown = await board.NewStaffClient().PostAsync("/en/account/sign-in", [("userName", "my password in the wrong field"), ("password", "x")]);
        using var refused = await editor.Http.GetAsync("/en/manage/users");

        List<string> lines = [];
        for (var attempt = 0; attempt < 50 && !lines.Any(l => l.Contains("was refused", StringComparison.Ordinal)); attempt++)
        {
            await Task.Delay(100);
            lines = [.. Directory.GetFiles(Path.Combine(board.Folder, "logs")).SelectMany(Read)];
        }
        var security = lines.Where(l => l.Contains("HabitatBoard.Security", StringComparison.Ordinal)).ToList();
        Assert.Contains(security, l => l.Contains($"\"{editor.UserName}\"", StringComparison.Ordinal) && l.Contains("signed in by", StringComparison.Ordinal));
        Assert.Contains(security, l => l.Contains(editor.UserName, StringComparison.Ordinal) && l.Contains("failed", StringComparison.Ordinal));
        Assert.Contains(security, l => l.Contains("(unknown)", StringComparison.Ordinal));
        Assert.Contains(security, l => l.Contains("/en/manage/users", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("a wrong password of mine", StringComparison.Ordinal) || l.Contains("my password in the wrong field", StringComparison.Ordinal) || l.Contains(BoardFixture.Password, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n');
    }
}
