using HabitatBoard.Accounts;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Web.Accounts;
using Microsoft.AspNetCore.Identity;

namespace HabitatBoard.Web.Hosting;

/// <summary>
/// <c>users add</c> makes an account, <c>users reset</c> lets somebody in again who has lost password or second factor. Either
/// prints a link that sets the password; with <c>--prompt</c> it asks for one. A password is never an argument: the history
/// of the shell would keep it.
/// </summary>
internal sealed class UsersVerb : Verb
{
    private string? action;
    private string? name;
    private string? displayName;
    private string? role;
    private string? language;
    private bool prompt;

    public override string Name => "users";

    public override string Help => "keeps accounts: users add --name NAME --role Editor|Publisher|Administrator [--display NAME] [--language en] [--prompt]; users reset --name NAME [--prompt]";

    public override string[] Take(string[] arguments)
    {
        action = TakeWord(ref arguments);
        name = TakeOption(ref arguments, "--name");
        displayName = TakeOption(ref arguments, "--display");
        role = TakeOption(ref arguments, "--role");
        language = TakeOption(ref arguments, "--language");
        prompt = TakeFlag(ref arguments, "--prompt");
        return action is "add" or "reset" ? arguments : throw new ConfigurationException($"users {action} is not known. {Help}.");
    }

    public override async Task<int> RunAsync(IServiceProvider services)
    {
        if (name is null)
        {
            throw new ConfigurationException($"users {action} needs --name NAME.");
        }
        await services.GetRequiredService<BoardStores>().MigrateAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = action == "add" ? await AddAsync(users) : await ResetAsync(users);
        if (user is null)
        {
            return 1;
        }
        if (prompt)
        {
            if (!await SetPasswordAsync(users, user))
            {
                return 1;
            }
            Console.WriteLine($"{user.UserName} can sign in with this password.");
            return 0;
        }
        var link = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().CreateAsync(user.Id, user.Language.Code, CancellationToken.None);
        Console.WriteLine($"{user.UserName} sets a password at the following path of the site, once, within {OneTimeLink.Lifetime.TotalDays:0} days:");
        Console.WriteLine(link);
        return 0;
    }

    private async Task<User?> AddAsync(UserManager<User> users)
    {
        if (role is null || !Enum.TryParse<Role>(role, ignoreCase: true, out var given) || !Enum.IsDefined(given))
        {
            throw new ConfigurationException($"users add needs --role; it takes: {string.Join(", ", Enum.GetNames<Role>())}.");
        }
        var spoken = Language.En;
        if (language is not null && !OfficialLanguages.TryParse(language, out spoken))
        {
            throw new ConfigurationException($"--language={language} is not known. It takes: {OfficialLanguages.Join(OfficialLanguages.All)}.");
        }
        displayName ??= name!;
        if (!User.IsDisplayName(displayName))
        {
            return await SayAsync($"\"{displayName}\" cannot be the name of a person: at most {User.NameLength} characters, no colon.");
        }
        var user = new User(name!, displayName, spoken, given);
        if (await users.CreateAsync(user) is { Succeeded: false } result)
        {
            return await SayAsync($"{name} was not added: {string.Join(" ", result.Errors.Select(e => e.Description))}");
        }
        Console.WriteLine($"Added {user.UserName}, {given}.");
        return user;
    }

    private async Task<User?> ResetAsync(UserManager<User> users)
    {
        if (await users.FindByNameAsync(name!) is not { } user)
        {
            return await SayAsync($"There is no account {name}.");
        }
        await SecondFactors.RemoveAsync(users, user);
        await users.SetLockoutEndDateAsync(user, null);
        Console.WriteLine($"The second factor of {user.UserName} is removed; whoever was signed in by that name is signed out.");
        return user;
    }

    private static async Task<User?> SayAsync(string text)
    {
        await Console.Error.WriteLineAsync(text);
        return null;
    }

    private static async Task<bool> SetPasswordAsync(UserManager<User> users, User user)
    {
        var password = ReadPassword($"Password for {user.UserName} (at least {PasswordRules.Shortest} characters): ");
        if (!Console.IsInputRedirected && ReadPassword("Again: ") != password)
        {
            return await SayAsync("These were two different passwords. Try again with: users reset --name NAME --prompt") is not null;
        }
        await users.RemovePasswordAsync(user);
        return (await users.AddPasswordAsync(user, password)) is { Succeeded: true }
            || await SayAsync($"This password is not taken: it is shorter than {PasswordRules.Shortest} or longer than {PasswordRules.Longest} characters, or easily guessed. Try again with: users reset --name NAME --prompt") is not null;
    }

    /// <summary>Without showing it; from the standard input where that is no terminal.</summary>
    private static string ReadPassword(string question)
    {
        if (Console.IsInputRedirected)
        {
            return Console.ReadLine() ?? "";
        }
        Console.Error.Write(question);
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }
}
