using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using HabitatBoard.Accounts;
using HabitatBoard.Languages;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace HabitatBoard.Tests;

/// <summary>The secretariat as tests need it: people with accounts, and systems with keys.</summary>
public partial class BoardFixture
{
    /// <summary>The password of everybody in the tests.</summary>
    public const string Password = "wet gravel hums at noon";

    private static readonly Lazy<string> HashOfPassword = new(() => new PasswordHasher<User>().HashPassword(null!, Password));

    private readonly List<HttpClient> clients = [];

    /// <summary>A client that is signed in with a role of its own account; see <see cref="StaffClient"/>.</summary>
    public async Task<StaffClient> SignedInAsync(Role? role, bool secondFactor = true)
    {
        var (user, key) = await AddUserAsync(role, secondFactor);
        var client = NewStaffClient();
        await client.SignInAsync(user.UserName!, Password, key is null ? null : Totp.Password(key, Totp.StepAt(DateTimeOffset.UtcNow)));
        return client with { UserName = user.UserName!, Name = user.DisplayName };
    }

    /// <summary>A client that keeps cookies, and is not signed in.</summary>
    public StaffClient NewStaffClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        // As a browser says it.
        client.DefaultRequestHeaders.Add("Accept", "text/html,*/*;q=0.8");
        client.DefaultRequestHeaders.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        clients.Add(client);
        return new StaffClient(client);
    }

    /// <summary>A client of the API with a key of a role.</summary>
    public async Task<HttpClient> WithKeyAsync(Role role)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await AddKeyAsync(role)).Text);
        clients.Add(client);
        return client;
    }

    /// <summary>Changes an account as if an administrator did.</summary>
    public async Task ChangeUserAsync(User user, Action<User> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var stored = (await users.FindByIdAsync(user.Id.ToString()))!;
        change(stored);
        Assert.True((await users.UpdateAsync(stored)).Succeeded);
    }

    /// <summary>Adds a key.</summary>
    public async Task<(ApiKey Key, string Text)> AddKeyAsync(Role role, DateTimeOffset? expiresAt = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        var made = ApiKey.Create($"system-{Guid.NewGuid():N}", role, expiresAt, "tests", DateTimeOffset.UtcNow.AddDays(-2));
        db.Add(made.Key);
        await db.SaveChangesAsync();
        return made;
    }

    /// <summary>Adds somebody, whose password is <see cref="Password"/>.</summary>
    /// <returns>The user, and the key of the authenticator program where there is a second factor.</returns>
    public async Task<(User User, string? TotpKey)> AddUserAsync(Role? role, bool secondFactor = false)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var name = $"u{Guid.NewGuid():N}"[..12];
        var user = new User(name, $"Person {name}", Language.En, role) { PasswordHash = HashOfPassword.Value };
        Assert.True((await users.CreateAsync(user)).Succeeded);
        if (!secondFactor)
        {
            return (user, null);
        }
        await users.ResetAuthenticatorKeyAsync(user);
        await users.SetTwoFactorEnabledAsync(user, true);
        return (user, await users.GetAuthenticatorKeyAsync(user));
    }
}

/// <summary>A browser without JavaScript: keeps cookies, follows no redirects, sends forms with their tokens.</summary>
public sealed record StaffClient(HttpClient Http)
{
    /// <summary>The name signed in with.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The name that the history keeps.</summary>
    public string Name { get; init; } = "";

    /// <summary>A page; a failure prints it.</summary>
    public async Task<IDocument> GetPageAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Http.GetAsync(path);
        return await ReadAsync(response, expected);
    }

    /// <summary>Sends fields to an address, with the token of a form.</summary>
    /// <param name="from">The page on which the form stands; where it is the address itself it may be left out.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<(string Name, string Value)> fields, string? from = null)
    {
        var page = await GetPageAsync(from ?? path.Split('?')[0]);
        return await SendAsync(path, fields, page);
    }

    /// <summary>Sends fields to an address, with the token of a page that was got before.</summary>
    public Task<HttpResponseMessage> SendAsync(string path, IEnumerable<(string Name, string Value)> fields, IDocument page)
    {
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return SendWithoutTokenAsync(path, fields.Append(("__RequestVerificationToken", token)));
    }

    public async Task<HttpResponseMessage> SendWithoutTokenAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        // What is too large is refused before it is sent; sent all the same, the line may end before the answer is read.
        request.Headers.ExpectContinue = request.Content.Headers.ContentLength > 500_000;
        return await Http.SendAsync(request);
    }

    /// <summary>Signs in, with a one-time password where one is asked.</summary>
    public async Task SignInAsync(string userName, string password, string? code = null, string path = "/en/account/sign-in")
    {
        var response = await PostAsync(path, [("userName", userName), ("password", password)]);
        if (code is not null)
        {
            var page = await ReadAsync(response, HttpStatusCode.OK);
            response = await SendAsync($"{path}?handler=Code", [("code", code)], page);
        }
        await ReadAsync(response, HttpStatusCode.SeeOther);
    }

    /// <summary>The page of an answer; a failure prints it.</summary>
    public static async Task<IDocument> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri} answered {(int)response.StatusCode} {response.Headers.Location}, not {(int)expected}:\n{body}");
        return new HtmlParser().ParseDocument(body);
    }
}
