using System.Net;
using HabitatBoard.Accounts;

namespace HabitatBoard.Tests.Accounts;

/// <summary>What was typed into a form survives that the sign-in had expired.</summary>
public sealed class KeptFormTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Text = "Line one – 第一行\r\n\"quoted\" <b>&amp;\r\nlast";

    [Fact]
    public async Task AFormSentWithoutASignIn_StandsReadyAfterIt()
    {
        var (user, key) = await board.AddUserAsync(Role.Administrator, secondFactor: true);
        var client = board.NewStaffClient();
        var name = $"kept-{Guid.NewGuid():N}"[..16];
        using var refused = await client.SendWithoutTokenAsync("/en/manage/keys", [("name", name), ("role", "Editor"), ("expires", ""), ("note", Text), ("newPassword", "not to be kept")]);
        var signIn = await StaffClient.ReadAsync(refused, HttpStatusCode.Unauthorized);
        Assert.Contains("What you typed is kept", signIn.Body!.TextContent, StringComparison.Ordinal);
        var kept = signIn.QuerySelector("input[name=kept]")!.GetAttribute("value")!;
        Assert.DoesNotContain(name, signIn.Body.InnerHtml, StringComparison.Ordinal);

        using var wrong = await client.SendAsync("/en/account/sign-in", [("userName", user.UserName!), ("password", "wrong"), ("kept", kept)], signIn);
        var again = await StaffClient.ReadAsync(wrong, HttpStatusCode.UnprocessableEntity);
        using var first = await client.SendAsync("/en/account/sign-in", [("userName", user.UserName!), ("password", BoardFixture.Password), ("kept", again.QuerySelector("input[name=kept]")!.GetAttribute("value")!)], again);
        var second = await StaffClient.ReadAsync(first, HttpStatusCode.OK);
        using var done = await client.SendAsync("/en/account/sign-in?handler=Code", [("code", Totp.Password(key!, Totp.StepAt(DateTimeOffset.UtcNow))), ("kept", second.QuerySelector("input[name=kept]")!.GetAttribute("value")!)], second);
        var ready = await StaffClient.ReadAsync(done, HttpStatusCode.OK);

        var form = ready.QuerySelector("form[action='/en/manage/keys']")!;
        var fields = form.QuerySelectorAll("input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        Assert.Equal(["__RequestVerificationToken", "expires", "name", "note", "role"], fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Text.Replace("\r\n", "\n"), fields["note"].Replace("\r\n", "\n"));
        using var sent = await client.SendWithoutTokenAsync("/en/manage/keys", fields.Select(f => (f.Key, f.Value)));
        Assert.Contains(name, (await StaffClient.ReadAsync(sent, HttpStatusCode.OK)).QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormFromAnotherSite_IsNotKept()
    {
        var client = board.NewStaffClient();
        client.Http.DefaultRequestHeaders.Remove("Origin");
        client.Http.DefaultRequestHeaders.Add("Origin", "https://example.org");
        using var refused = await client.SendWithoutTokenAsync("/en/manage/keys", [("name", "planted"), ("role", "Administrator")]);
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        Assert.Equal("/en/account/sign-in?returnUrl=%2Fen%2Fmanage", refused.Headers.Location!.ToString());
    }

    [Fact]
    public async Task AFormThatIsTooLarge_LeadsToTheSignIn()
    {
        using var refused = await board.NewStaffClient().SendWithoutTokenAsync("/en/manage/keys", [("note", new string('x', 700_000))]);
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAA")]
    public async Task WhatIsNoKeptForm_IsLeftAside(string kept)
    {
        var (user, _) = await board.AddUserAsync(Role.Editor);
        using var answer = await board.NewStaffClient().PostAsync("/en/account/sign-in", [("userName", user.UserName!), ("password", BoardFixture.Password), ("kept", kept)]);
        Assert.Equal("/en/manage", answer.Headers.Location!.ToString());
    }
}
