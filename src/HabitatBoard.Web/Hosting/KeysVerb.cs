using System.Globalization;
using HabitatBoard.Accounts;
using HabitatBoard.Data;
using HabitatBoard.Errors;
using HabitatBoard.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Web.Hosting;

/// <summary><c>keys add</c>: makes a key for a system that writes to the record, and prints it, once, alone on a line.</summary>
internal sealed class KeysVerb : Verb
{
    private string? name;
    private string? role;
    private string? expires;

    public override string Name => "keys";

    public override string Help => "keeps keys of the API: keys add --name NAME --role Editor|Publisher|Administrator [--expires 2027-12-31]";

    public override string[] Take(string[] arguments)
    {
        var action = TakeWord(ref arguments);
        name = TakeOption(ref arguments, "--name");
        role = TakeOption(ref arguments, "--role");
        expires = TakeOption(ref arguments, "--expires");
        return action is "add" ? arguments : throw new ConfigurationException($"keys {action} is not known. {Help}.");
    }

    public override async Task<int> RunAsync(IServiceProvider services)
    {
        if (name is null || role is null || !Enum.TryParse<Role>(role, ignoreCase: true, out var given) || !Enum.IsDefined(given))
        {
            throw new ConfigurationException($"keys add needs --name NAME and --role; the role is one of: {string.Join(", ", Enum.GetNames<Role>())}.");
        }
        DateTimeOffset? end = null;
        if (expires is not null)
        {
            end = DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
                : throw new ConfigurationException($"--expires={expires} is not a date such as 2027-12-31.");
        }
        await services.GetRequiredService<BoardStores>().MigrateAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        if (await db.ApiKeys.AnyAsync(k => k.Name == name))
        {
            await Console.Error.WriteLineAsync($"There is a key {name} already; a name is never given to another.");
            return 1;
        }
        try
        {
            var (key, text) = ApiKey.Create(name, given, end, "command line", services.GetRequiredService<TimeProvider>().GetUtcNow());
            db.Add(key);
            await db.SaveChangesAsync();
            scope.ServiceProvider.GetRequiredService<SecurityLog>().KeyChanged(key.Name, $"created with role {key.Role}");
            await Console.Error.WriteLineAsync($"Added key {name}, {given}, {(end is null ? "which does not expire" : $"good until {expires}")}. It is shown this once:");
            Console.WriteLine(text);
            return 0;
        }
        catch (RecordException e)
        {
            await Console.Error.WriteLineAsync(e.Code == ErrorCode.DatesReversed
                ? $"--expires={expires} has passed."
                : $"\"{name}\" cannot be the name of a key: at most {User.NameLength} Latin letters, digits, hyphens, full stops and underscores.");
            return 1;
        }
    }
}
