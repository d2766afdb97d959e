using HabitatBoard.Data;
using HabitatBoard.Publishing;

namespace HabitatBoard.Web.Hosting;

/// <summary>What the application does instead of serving when its first argument is a verb.</summary>
internal abstract class Verb
{
    public abstract string Name { get; }

    /// <summary>One line for the list of verbs.</summary>
    public abstract string Help { get; }

    /// <summary>Takes the verb's own arguments.</summary>
    /// <returns>What is left for the configuration.</returns>
    public virtual string[] Take(string[] arguments) => arguments;

    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(IServiceProvider services);

    /// <summary>Takes the first argument, such as <c>add</c>; null where it is an option or not there.</summary>
    protected static string? TakeWord(ref string[] arguments)
    {
        if (arguments is not [var word, .. var rest] || word.StartsWith('-'))
        {
            return null;
        }
        arguments = rest;
        return word;
    }

    /// <summary>Takes <c>--option VALUE</c> or <c>--option=VALUE</c>.</summary>
    protected static string? TakeOption(ref string[] arguments, string option)
    {
        var at = Array.FindIndex(arguments, a => a == option || a.StartsWith(option + "=", StringComparison.Ordinal));
        if (at < 0)
        {
            return null;
        }
        var joined = arguments[at].Length > option.Length;
        var value = joined ? arguments[at][(option.Length + 1)..] : at + 1 < arguments.Length ? arguments[at + 1] : throw new ConfigurationException($"{option} needs a value.");
        arguments = [.. arguments[..at], .. arguments[(at + (joined ? 1 : 2))..]];
        return value;
    }

    /// <summary>Takes an option that has no value.</summary>
    protected static bool TakeFlag(ref string[] arguments, string option)
    {
        var without = arguments.Where(a => a != option).ToArray();
        var there = without.Length < arguments.Length;
        arguments = without;
        return there;
    }
}

/// <summary>The command line: a verb or none, and what is left for the configuration.</summary>
internal sealed record Command(Verb? Verb, string[] Arguments)
{
    private static readonly Verb[] Verbs = [new BackupVerb(), new ChecksVerb(), new ImportVerb(), new IndexVerb(), new KeysVerb(), new RecogniseVerb(), new RestoreVerb(), new SeedVerb(), new UsersVerb(), new VerifyVerb()];

    public static Command Parse(string[] args)
    {
        if (args is not [var first, .. var rest] || first.StartsWith('-') || first.Contains('=', StringComparison.Ordinal))
        {
            return new Command(null, args);
        }
        return Verbs.FirstOrDefault(v => v.Name == first) is { } verb
            ? new Command(verb, verb.Take(rest))
            : throw new ConfigurationException($"\"{first}\" is not something it can do. It serves when no verb is given; verbs are: {string.Join("; ", Verbs.Select(v => $"{v.Name} ({v.Help})"))}.");
    }
}

/// <summary><c>seed</c>: fills an empty installation; again, it changes nothing.</summary>
internal sealed class SeedVerb : Verb
{
    public override string Name => "seed";

    public override string Help => "creates the stores and fills them with the record of the first session of 2024, where they are empty";

    public override async Task<int> RunAsync(IServiceProvider services)
    {
        await services.GetRequiredService<BoardStores>().MigrateAsync(CancellationToken.None);
        IReadOnlyList<Edition> editions = await services.GetRequiredService<RecordSeed>().RunAsync(CancellationToken.None);
        foreach (var edition in editions)
        {
            Console.WriteLine($"Published {edition.Unit}, edition {edition.Number}, {edition.Size} bytes, SHA-256 {edition.Sha256}");
        }
        Console.WriteLine(editions.Count == 0 ? "The record is there already; nothing was changed." : "The record is seeded.");
        return 0;
    }
}
