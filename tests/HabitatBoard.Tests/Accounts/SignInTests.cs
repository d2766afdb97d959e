using System.Net;
using HabitatBoard.Accounts;
using HabitatBoard.Data;
using HabitatBoard.Web.Accounts;
using HabitatBoard.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Accounts;

/// <summary>Signing in and out.</summary>
public sealed class SignInTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string SignIn = "/en/account/sign-in";

    [Fact]
    public async Task Get_OfAManagePage_WithoutASignIn_LeadsThereAndBack()
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        var client = board.NewStaffClient();
        using var refused = await client.Http.GetAsync("/fr/manage?x=1");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        Assert.Equal("/fr/account/sign-in?returnUrl=%2Ffr%2Fmanage%3Fx%3D1", refused.Headers.Location!.ToString());

        var page = await client.GetPageAsync("/fr/account/sign-in?returnUrl=%2Ffr%2Fmanage");
        using var answer = await client.SendAsync("/fr/account/sign-in", [("userName", user.UserName!), ("password", BoardFixture.Password), ("returnUrl", page.QuerySelector("input[name=returnUrl]")!.GetAttribute("value")!)], page);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/fr/manage", answer.Headers.Location!.ToString());
        var manage = await client.GetPageAsync("/fr/manage");
        Assert.Contains(user.DisplayName, manage.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task Post_WithAForeignReturnUrl_StaysHere(string returnUrl)
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        using var answer = await board.NewStaffClient().PostAsync(SignIn, [("userName", user.UserName!), ("password", BoardFixture.Password), ("returnUrl", returnUrl)]);
        Assert.Equal("/en/manage", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Post_OfAnyWrongSignIn_GetsTheSameAnswerAtTheSameTime()
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        var (locked, _) = await board.AddUserAsync(Role.Editor);
        await board.ChangeUserAsync(locked, u => u.LockoutEnd = DateTimeOffset.UtcNow.AddMinutes(5));
        var (disabled, _) = await board.AddUserAsync(Role.Editor);
        await board.ChangeUserAsync(disabled, u => u.Disabled = true);
        var answers = new List<string>();
        foreach (var (name, password) in new[] { ("nobody-here", BoardFixture.Password), (user.UserName!, "wrong"), (user.UserName!, new string('x', 300)), (locked.UserName!, BoardFixture.Password), (disabled.UserName!, BoardFixture.Password), ("", ""), (new string('n', 100), "x") })
        {
            using var answer = await board.NewStaffClient().PostAsync(SignIn, [("userName", name), ("password", password)]);
            var page = await StaffClient.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
            answers.Add(page.QuerySelector(".alert")!.TextContent);
        }
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task TenWrongPasswords_LockTheAccount_ButEndNoVisit()
    {
        var visitor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var stranger = board.NewStaffClient();
        var form = await stranger.GetPageAsync(SignIn);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var wrong = await stranger.SendAsync(SignIn, [("userName", visitor.UserName), ("password", "no such password")], form);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }));
        using var right = await board.NewStaffClient().PostAsync(SignIn, [("userName", visitor.UserName), ("password", BoardFixture.Password)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        await visitor.GetPageAsync("/en/manage");
    }

    [Fact]
    public async Task AOneTimePassword_IsTakenOnce()
    {
        var (user, key) = await board.AddUserAsync(Role.Publisher, secondFactor: true);
        var code = Totp.Password(key!, Totp.StepAt(DateTimeOffset.UtcNow));
        await board.NewStaffClient().SignInAsync(user.UserName!, BoardFixture.Password, code);

        var thief = board.NewStaffClient();
        using var first = await thief.PostAsync(SignIn, [("userName", user.UserName!), ("password", BoardFixture.Password)]);
        using var second = await thief.SendAsync($"{SignIn}?handler=Code", [("code", code)], await StaffClient.ReadAsync(first, HttpStatusCode.OK));
        await StaffClient.ReadAsync(second, HttpStatusCode.UnprocessableEntity);
        using var refused = await thief.Http.GetAsync("/en/manage");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("")]
    [InlineData("ABCD-EFGH-JKLM-NPQR")]
    [InlineData("12345６")]
    public async Task AWrongCode_DoesNotSignIn(string code)
    {
        var (user, _) = await board.AddUserAsync(Role.Publisher, secondFactor: true);
        var client = board.NewStaffClient();
        using var first = await client.PostAsync(SignIn, [("userName", user.UserName!), ("password", BoardFixture.Password)]);
        using var second = await client.SendAsync($"{SignIn}?handler=Code", [("code", code)], await StaffClient.ReadAsync(first, HttpStatusCode.OK));
        var page = await StaffClient.ReadAsync(second, HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(page.QuerySelector("#code[aria-invalid]"));
    }

    [Fact]
    public async Task ACodeWithoutAPassword_DoesNotSignIn()
    {
        using var answer = await board.NewStaffClient().PostAsync($"{SignIn}?handler=Code", [("code", "123456")]);
        await StaffClient.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task ARecoveryCode_SignsInOnce_AndIsNotKeptInTheClear()
    {
        var (user, _) = await board.AddUserAsync(Role.Publisher, secondFactor: true);
        IReadOnlyList<string> codes = [];
        await board.ChangeUserAsync(user, u => codes = u.NewRecoveryCodes());
        await board.NewStaffClient().SignInAsync(user.UserName!, BoardFixture.Password, codes[3].ToLowerInvariant().Replace('-', ' '));

        var again = board.NewStaffClient();
        using var first = await again.PostAsync(SignIn, [("userName", user.UserName!), ("password", BoardFixture.Password)]);
        using var second = await again.SendAsync($"{SignIn}?handler=Code", [("code", codes[3])], await StaffClient.ReadAsync(first, HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        foreach (var file in Directory.GetFiles(board.Folder, "accounts.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var text = await reader.ReadToEndAsync();
            Assert.All(codes, c => Assert.DoesNotContain(c, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task SignOut_EndsTheVisit_WhoeverHoldsACopyOfItsCookie_AndNoOther()
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        var client = board.NewStaffClient();
        using var signedIn = await client.PostAsync(SignIn, [("userName", user.UserName!), ("password", BoardFixture.Password)]);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("habitatboard=", StringComparison.Ordinal)).Split(';')[0];
        var elsewhere = board.NewStaffClient();
        await elsewhere.SignInAsync(user.UserName!, BoardFixture.Password);
        Assert.Equal(HttpStatusCode.OK, await WithCopyAsync());

        using var answer = await client.PostAsync("/en/account?handler=SignOut", [], from: "/en/manage");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        using var refused = await client.Http.GetAsync("/en/manage");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Found, await WithCopyAsync());
        await elsewhere.GetPageAsync("/en/manage");

        async Task<HttpStatusCode> WithCopyAsync()
        {
            using var thief = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = board.Address };
            thief.DefaultRequestHeaders.Add("Cookie", cookie);
            using var page = await thief.GetAsync("/en/manage");
            return page.StatusCode;
        }
    }

    [Fact]
    public async Task Post_WithoutTheTokenOfAForm_IsRefused()
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        using var answer = await board.NewStaffClient().SendWithoutTokenAsync(SignIn, [("userName", user.UserName!), ("password", BoardFixture.Password)]);
        var page = await StaffClient.ReadAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("Form expired", page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/en/account/sign-in")]
    [InlineData("/en/manage/keys")]
    public async Task Post_OfAFormThatCannotBeRead_IsNoFailure(string path)
    {
        using var answer = await board.NewStaffClient().SendWithoutTokenAsync(path, [("name", "nul \u0000")]);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Found, $"{(int)answer.StatusCode}");
    }

    [Fact]
    public async Task Cookies_AreForThisSiteAlone_AndOutOfReachOfScripts()
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        var client = board.NewStaffClient();
        using var page = await client.Http.GetAsync(SignIn);
        using var answer = await client.PostAsync(SignIn, [("userName", user.UserName!), ("password", BoardFixture.Password)]);
        var cookies = page.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Contains(cookies, c => c.StartsWith("habitatboard=", StringComparison.Ordinal));
        Assert.All(cookies, c =>
        {
            Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", c);
            Assert.DoesNotContain("domain=", c, StringComparison.OrdinalIgnoreCase);
        });
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task WhatIsUsedOnce_IsUsedOnce_OnEveryNode_UntilItExpires()
    {
        var clock = new SettableClock(DateTimeOffset.UtcNow.AddYears(-1));
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UseAsync("one")))).Count(first => first));
        Assert.True(await UseAsync("two"));
        clock.Now += SignIns.Patience;
        Assert.False(await UseAsync("one"));
        // By then the challenge itself has expired.
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.True(await UseAsync("one"));

        // Each with a context of its own, as on a node of its own.
        async Task<bool> UseAsync(string what)
        {
            await using var scope = board.Services.CreateAsyncScope();
            return await new UsedOnce(scope.ServiceProvider.GetRequiredService<AccountsDbContext>(), scope.ServiceProvider.GetRequiredService<BoardStores>(), clock).UseAsync(what, clock.Now + SignIns.Patience);
        }
    }

    [Fact]
    public void AttemptsOfOneIPv6Network_AreCountedTogether()
    {
        using var limits = new SignInLimits(new HttpSettings([], false, 600, 300));
        int Tried(Func<int, string> address) => Enumerable.Range(0, 50).TakeWhile(i =>
        {
            var context = new DefaultHttpContext();
            context.Connection.RemoteIpAddress = IPAddress.Parse(address(i));
            return limits.Take(context, $"account {i} of {address(0)}") is null;
        }).Count();
        Assert.Equal(30, Tried(i => $"2001:db8:1:2::{i:x}"));
        Assert.Equal(50, Tried(i => $"2001:db8:1:{i + 3:x}::1"));
    }

    private sealed class SettableClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
