using System.Net;
using HabitatBoard.Accounts;
using HabitatBoard.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests.Accounts;

/// <summary>What administrators give and take away, and that it is gone at the next request.</summary>
public sealed class RevocationTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Users = "/en/manage/users";
    private const string Keys = "/en/manage/keys";

    [Fact]
    public async Task ARoleThatIsRemoved_IsGoneAtTheNextRequest()
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        await editor.GetPageAsync("/en/manage");
        var id = await IdOfAsync(administrator, editor);

        using var changed = await administrator.PostAsync($"{Users}?handler=Role", [("id", id), ("role", "")]);
        await StaffClient.ReadAsync(changed, HttpStatusCode.OK);

        using var refused = await editor.Http.GetAsync("/en/manage");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        // Signed in all the same: their own account is theirs.
        await editor.GetPageAsync("/en/account");
    }

    [Fact]
    public async Task AnAdministratorWhoBecomesAnEditor_AdministersNoMore()
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        var other = await board.SignedInAsync(Role.Administrator);
        await other.GetPageAsync(Users);
        using var changed = await administrator.PostAsync($"{Users}?handler=Role", [("id", await IdOfAsync(administrator, other)), ("role", "Editor")]);
        using var refused = await other.Http.GetAsync(Users);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await other.GetPageAsync("/en/manage");
    }

    [Fact]
    public async Task AnAccountThatIsClosed_IsSignedOutAtTheNextRequest_AndCanBeOpenedAgain()
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var id = await IdOfAsync(administrator, editor);
        using var closed = await administrator.PostAsync($"{Users}?handler=Disable", [("id", id)]);
        using var refused = await editor.Http.GetAsync("/en/manage");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        using var again = await board.NewStaffClient().PostAsync("/en/account/sign-in", [("userName", editor.UserName), ("password", BoardFixture.Password)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);

        using var opened = await administrator.PostAsync($"{Users}?handler=Enable", [("id", id)]);
        await board.NewStaffClient().SignInAsync(editor.UserName, BoardFixture.Password);
    }

    [Fact]
    public async Task NobodyChangesTheirOwnRole_OrClosesTheirOwnAccount()
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        var other = await board.SignedInAsync(Role.Administrator);
        var own = await IdOfAsync(other, administrator);
        foreach (var handler in new[] { "Role", "Disable", "SecondFactor" })
        {
            using var answer = await administrator.PostAsync($"{Users}?handler={handler}", [("id", own)]);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        await administrator.GetPageAsync(Users);
    }

    [Fact]
    public async Task ALostSecondFactor_IsRemoved_AndEveryVisitEnds()
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        var publisher = await board.SignedInAsync(Role.Publisher);
        using var removed = await administrator.PostAsync($"{Users}?handler=SecondFactor", [("id", await IdOfAsync(administrator, publisher))]);
        using var refused = await publisher.Http.GetAsync("/en/manage");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        await board.NewStaffClient().SignInAsync(publisher.UserName, BoardFixture.Password);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsTheOtherVisits_NotThisOne()
    {
        var here = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var elsewhere = board.NewStaffClient();
        await elsewhere.SignInAsync(here.UserName, BoardFixture.Password);
        using var done = await here.PostAsync("/en/account?handler=Everywhere", []);
        await here.GetPageAsync("/en/manage");
        using var refused = await elsewhere.Http.GetAsync("/en/manage");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
    }

    [Fact]
    public async Task ANewAccount_SetsItsPasswordByALink_Once()
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        var name = $"new.{Guid.NewGuid():N}"[..16];
        using var added = await administrator.PostAsync(Users, [("userName", name), ("displayName", $"New {name}"), ("role", "Editor"), ("language", "es")]);
        var page = await StaffClient.ReadAsync(added, HttpStatusCode.OK);
        var link = new Uri(page.QuerySelector(".done code")!.TextContent).PathAndQuery;
        Assert.StartsWith("/es/account/link?token=", link, StringComparison.Ordinal);

        var person = board.NewStaffClient();
        foreach (var (weak, fault) in new[] { ("short", "15"), ("passwordpassword1", "adivinar"), ($"{name}{name}{name}", "adivinar"), (new string('ж', 300), "256") })
        {
            using var refused = await person.PostAsync("/es/account/link", [("token", OwnAccountTests.TokenOf(link)), ("password", weak), ("again", weak)], from: link);
            Assert.Contains(fault, (await StaffClient.ReadAsync(refused, HttpStatusCode.UnprocessableEntity)).QuerySelector("#password-error")!.TextContent, StringComparison.Ordinal);
        }
        var form = await person.GetPageAsync(link);
        using var set = await person.SendAsync("/es/account/link", [("token", OwnAccountTests.TokenOf(link)), ("password", BoardFixture.Password), ("again", BoardFixture.Password)], form);
        Assert.Equal("/es/manage", set.Headers.Location!.ToString());
        await person.GetPageAsync("/es/manage");

        using var again = await board.NewStaffClient().Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        await board.NewStaffClient().SignInAsync(name, BoardFixture.Password);
    }

    [Fact]
    public async Task ANewLink_MakesTheEarlierOneVoid()
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        var editor = await board.SignedInAsync(Role.Editor, secondFactor: false);
        var id = await IdOfAsync(administrator, editor);
        var links = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var made = await administrator.PostAsync($"{Users}?handler=Link", [("id", id)]);
            links.Add(new Uri((await StaffClient.ReadAsync(made, HttpStatusCode.OK)).QuerySelector(".done code")!.TextContent).PathAndQuery);
        }
        using var first = await board.NewStaffClient().Http.GetAsync(links[0]);
        using var second = await board.NewStaffClient().Http.GetAsync(links[1]);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
    }

    [Theory]
    [InlineData("userName", "", "displayName", "Somebody")]
    [InlineData("userName", "имя", "displayName", "Somebody")]
    [InlineData("userName", "with space", "displayName", "Somebody")]
    [InlineData("userName", "somebody", "displayName", "")]
    [InlineData("userName", "somebody", "displayName", "key:import")]
    [InlineData("userName", "somebody", "displayName", "turned\u202eround")]
    [InlineData("userName", "somebody", "displayName", "two\nlines")]
    [InlineData("userName", "somebody", "displayName", "an overlong name an overlong name an overlong name an overlong name")]
    public async Task Post_OfAnImpossibleAccount_SaysWhatIsWrong_AndKeepsWhatWasTyped(string first, string userName, string second, string displayName)
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        using var answer = await administrator.PostAsync(Users, [(first, userName), (second, displayName), ("role", "Editor")]);
        var page = await StaffClient.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.NotEmpty(page.QuerySelectorAll(".alert li"));
        Assert.NotNull(page.QuerySelector("input[aria-invalid]"));
        Assert.Equal(userName, page.GetElementById("userName")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task AKey_IsShownOnce_WritesUnderItsName_AndIsRevoked()
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        var name = $"import-{Guid.NewGuid():N}"[..16];
        using var made = await administrator.PostAsync(Keys, [("name", name), ("role", "Publisher"), ("expires", "2099-01-01")]);
        var text = (await StaffClient.ReadAsync(made, HttpStatusCode.OK)).QuerySelector(".done code")!.TextContent;
        Assert.StartsWith("hb_", text, StringComparison.Ordinal);
        var list = await administrator.GetPageAsync(Keys);
        Assert.DoesNotContain(text, list.Body!.InnerHtml, StringComparison.Ordinal);
        var row = list.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(name, StringComparison.Ordinal));

        var caller = await CallerAsync(text);
        Assert.NotNull(caller);
        Assert.Equal((Role.Publisher, true, $"key:{name}"), (caller.Role!.Value, caller.HasSecondFactor, caller.Identity!.Name));

        using var revoked = await administrator.PostAsync($"{Keys}?handler=Revoke", [("id", row.QuerySelector("input[name=id]")!.GetAttribute("value")!)]);
        Assert.Null(await CallerAsync(text));

        // Its name is never given to another: the history knows it.
        using var taken = await administrator.PostAsync(Keys, [("name", name), ("role", "Editor")]);
        await StaffClient.ReadAsync(taken, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Post_OfANameThatAnotherHas_SaysSo()
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        using var user = await administrator.PostAsync(Users, [("userName", administrator.UserName), ("displayName", "Somebody else"), ("role", "Editor")]);
        Assert.NotNull((await StaffClient.ReadAsync(user, HttpStatusCode.UnprocessableEntity)).QuerySelector("#userName[aria-invalid]"));
        using var person = await administrator.PostAsync(Users, [("userName", $"n{Guid.NewGuid():N}"[..12]), ("displayName", administrator.Name), ("role", "Editor")]);
        Assert.NotNull((await StaffClient.ReadAsync(person, HttpStatusCode.UnprocessableEntity)).QuerySelector("#displayName[aria-invalid]"));
    }

    [Theory]
    [InlineData("no spaces", "Editor", "", "name")]
    [InlineData("", "Editor", "", "name")]
    [InlineData("past", "Editor", "2001-01-01", "expires")]
    [InlineData("odd", "Editor", "31/12/2099", "expires")]
    [InlineData("role", "King", "", "role")]
    public async Task Post_OfAnImpossibleKey_SaysWhatIsWrong(string name, string role, string expires, string field)
    {
        var administrator = await board.SignedInAsync(Role.Administrator);
        using var answer = await administrator.PostAsync(Keys, [("name", name), ("role", role), ("expires", expires)]);
        var page = await StaffClient.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(page.QuerySelector($".alert a[href='#{field}']"));
    }

    [Theory]
    [InlineData("Bearer hb_nonsense")]
    [InlineData("Bearer ")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer hb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task AWrongKey_IsNobody(string header) => Assert.Null(await CallerAsync(header, raw: true));

    [Fact]
    public async Task AKeyThatHasExpired_IsNobody()
    {
        var (_, text) = await board.AddKeyAsync(Role.Editor, DateTimeOffset.UtcNow.AddDays(-1));
        Assert.Null(await CallerAsync(text));
    }

    [Fact]
    public async Task AKeyWithTheRightBeginning_AndAWrongEnd_IsNobody()
    {
        var (_, text) = await board.AddKeyAsync(Role.Editor);
        Assert.NotNull(await CallerAsync(text));
        Assert.Null(await CallerAsync(text[..^1] + (text[^1] == 'A' ? 'B' : 'A')));
    }

    /// <summary>Whom the application takes a key for.</summary>
    private async Task<System.Security.Claims.ClaimsPrincipal?> CallerAsync(string key, bool raw = false)
    {
        await using var scope = board.Services.CreateAsyncScope();
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Path = "/api/v1/sessions";
        context.Request.Method = "POST";
        context.Request.Headers.Authorization = raw ? key : $"Bearer {key}";
        var result = await Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.AuthenticateAsync(context);
        return result.Principal;
    }

    private static async Task<string> IdOfAsync(StaffClient administrator, StaffClient other)
    {
        var list = await administrator.GetPageAsync(Users);
        return list.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(other.UserName, StringComparison.Ordinal)).QuerySelector("input[name=id]")!.GetAttribute("value")!;
    }
}
