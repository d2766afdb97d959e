using HabitatBoard.Data;
using HabitatBoard.Publishing;

namespace HabitatBoard.Web.Hosting;

/// <summary><c>backup FILE</c>: writes the whole installation into one file, also while another process serves from it.</summary>
internal sealed class BackupVerb : Verb
{
    private string file = "";

    public override string Name => "backup";

    public override string Help => "writes the stores, uploaded files and keys into one file: backup board.zip";

    public override string[] Take(string[] arguments)
    {
        file = TakeWord(ref arguments) ?? throw new ConfigurationException("backup needs a file, as in: backup board.zip.");
        return arguments;
    }

    public override async Task<int> RunAsync(IServiceProvider services)
    {
        var manifest = await services.GetRequiredService<Backup>().WriteAsync(file, CancellationToken.None);
        foreach (var entry in manifest.Entries)
        {
            Console.WriteLine($"{entry.Sha256}  {entry.Name}  {entry.Bytes} bytes");
        }
        var head = await services.GetRequiredService<Verification>().HeadAsync(CancellationToken.None);
        Console.WriteLine($"Backed up {manifest.Entries.Count} files into {file}. It holds accounts and keys: keep it as safe as the data folder.");
        Console.WriteLine($"The history has reached {head.Sequence}:{head.Digest}.");
        return 0;
    }
}

/// <summary><c>restore FILE</c>: puts a backup into an empty data folder, or with <c>--force</c> in the place of what is there.</summary>
internal sealed class RestoreVerb : Verb
{
    private string file = "";
    private bool replace;

    public override string Name => "restore";

    public override string Help => "puts a backup into an empty data folder; with --force in the place of what is there, which is moved aside";

    public override string[] Take(string[] arguments)
    {
        replace = TakeFlag(ref arguments, "--force");
        file = TakeWord(ref arguments) ?? throw new ConfigurationException("restore needs a file, as in: restore board.zip.");
        return arguments;
    }

    public override async Task<int> RunAsync(IServiceProvider services)
    {
        var (manifest, aside) = await services.GetRequiredService<Backup>().RestoreAsync(file, replace, CancellationToken.None);
        if (aside is not null)
        {
            Console.WriteLine($"What was there is now in {aside}.");
        }
        Console.WriteLine($"Restored {manifest.Entries.Count} files from {file}, made on {manifest.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC.");
        return 0;
    }
}

/// <summary><c>verify</c>: looks whether the installation is what it was left as, and says where it is not.</summary>
internal sealed class VerifyVerb : Verb
{
    private HistoryHead? noted;

    public override string Name => "verify";

    public override string Help => "checks databases, history, editions and files; with --head SEQUENCE:DIGEST also that the history still contains what was noted earlier";

    public override string[] Take(string[] arguments)
    {
        if (TakeOption(ref arguments, "--head") is { } head)
        {
            noted = head.Split(':') is [var sequence, { Length: 64 } digest] && long.TryParse(sequence, out var number) && number > 0
                ? new HistoryHead(number, digest)
                : throw new ConfigurationException("--head takes what verify printed, as in: --head 1234:DIGEST.");
        }
        return arguments;
    }

    public override async Task<int> RunAsync(IServiceProvider services)
    {
        var stores = services.GetRequiredService<BoardStores>();
        if (stores.AreFiles && !File.Exists(Path.Combine(stores.Folder, "working.db")))
        {
            await Console.Error.WriteLineAsync($"{stores.Folder} holds no installation. Name its folder with --Data:Folder=DIR.");
            return 1;
        }
        var verification = services.GetRequiredService<Verification>();
        var faults = 0;
        await foreach (var fault in verification.RunAsync(noted, CancellationToken.None))
        {
            faults++;
            Console.WriteLine($"{fault.Where}: {fault.What}");
        }
        if (faults > 0)
        {
            await Console.Error.WriteLineAsync($"{faults} {(faults == 1 ? "fault" : "faults")} found.");
            return 1;
        }
        var head = await verification.HeadAsync(CancellationToken.None);
        Console.WriteLine($"All is well. The history has reached {head.Sequence}:{head.Digest}.");
        return 0;
    }
}
