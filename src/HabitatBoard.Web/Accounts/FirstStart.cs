using HabitatBoard.Accounts;
using HabitatBoard.Languages;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;

namespace HabitatBoard.Web.Accounts;

/// <summary>
/// While nobody can administer an installation, each start prints a link that makes the first administrator; in Development it
/// makes an account to try things with. On the console alone: a log is kept and read by others.
/// </summary>
internal sealed class FirstStart(IServiceScopeFactory scopes, IServer server, IHostEnvironment environment) : IHostedLifecycleService
{
    public const string DemonstrationUser = "demo";

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<OneTimeLinks>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        if (environment.IsDevelopment())
        {
            var password = Secret.New()[..20];
            if (await SetDemonstrationAsync(users, password, await links.HasAdministratorAsync(cancellationToken)))
            {
                Console.WriteLine($"Development: sign in at {Address()}/en/account/sign-in as {DemonstrationUser}, password {password}");
                return;
            }
        }
        if (!await links.HasAdministratorAsync(cancellationToken))
        {
            Console.WriteLine($"There is no administrator yet. To become the first, open within {OneTimeLink.Lifetime.TotalDays:0} days: {Address()}{await links.CreateAsync(null, "en", cancellationToken)}");
        }
    }

    /// <summary>The account to try things with has a new password at each start, and exists only where it is the only administrator.</summary>
    private static async Task<bool> SetDemonstrationAsync(UserManager<User> users, string password, bool hasAdministrator)
    {
        if (await users.FindByNameAsync(DemonstrationUser) is not { } user)
        {
            return !hasAdministrator && (await users.CreateAsync(new User(DemonstrationUser, "Demonstration", Language.En, Role.Administrator), password)).Succeeded;
        }
        await users.RemovePasswordAsync(user);
        return (await users.AddPasswordAsync(user, password)).Succeeded;
    }

    /// <summary>By name, where it listens on this machine alone: passkeys belong to names.</summary>
    private string Address()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5000";
        var url = new UriBuilder(address.Replace("+", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal));
        if (url.Host is "127.0.0.1" or "[::1]" or "0.0.0.0" or "[::]")
        {
            url.Host = "localhost";
        }
        return url.Uri.GetLeftPart(UriPartial.Authority);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
