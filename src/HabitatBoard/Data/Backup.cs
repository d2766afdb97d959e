using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using HabitatBoard.Data.Sqlite;

namespace HabitatBoard.Data;

/// <summary>A backup cannot be made or restored. The message is for whoever runs the application.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>One file of a backup.</summary>
/// <param name="Name">Its path in the data folder, with <c>/</c>.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">In lower-case hexadecimal digits.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);

/// <summary>What a backup says it holds: <c>manifest.json</c>, its first entry.</summary>
public sealed record BackupManifest(int Format, DateTimeOffset CreatedAt, IReadOnlyList<BackupEntry> Entries);

/// <summary>
/// A whole installation as one zip file: the stores, uploaded files, and the keys that protect cookies. Whoever has it has
/// all of that. The search index, the archives of sessions and the logs are not in it.
/// </summary>
public sealed class Backup(BoardStores stores, TimeProvider time)
{
    private const int Format = 1;
    private const string ManifestName = "manifest.json";

    // In this order: an edition is never of a history longer than what is copied after it.
    private static readonly string[] Stores = ["published.db", "working.db", "accounts.db"];
    private static readonly string[] Folders = ["files", "keys"];

    /// <summary>Writes a backup while others go on reading and writing. It appears whole, or not at all.</summary>
    /// <exception cref="BackupException">It cannot be made.</exception>
    public async Task<BackupManifest> WriteAsync(string file, CancellationToken cancellationToken)
    {
        RequireFiles();
        if (File.Exists(file))
        {
            throw new BackupException($"{file} is there already. Name another file, or remove it.");
        }
        if (!File.Exists(Path.Combine(stores.Folder, "working.db")))
        {
            throw new BackupException($"{stores.Folder} holds no installation. Name its folder with --Data:Folder=DIR.");
        }
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var work = Path.Combine(folder, $".backup-{Guid.NewGuid():N}");
        try
        {
            CreatePrivately(work);
            foreach (var store in Stores.Where(s => File.Exists(Path.Combine(stores.Folder, s))))
            {
                await SqliteFile.CopyAsync(Path.Combine(stores.Folder, store), Path.Combine(work, store), cancellationToken);
            }
            // After the stores: a file is there before a row names it, and is never changed.
            var names = Stores.Where(s => File.Exists(Path.Combine(work, s))).Select(s => (Name: s, Path: Path.Combine(work, s)))
                .Concat(Folders.SelectMany(FilesIn)).ToList();
            var entries = new List<BackupEntry>(names.Count);
            foreach (var (name, path) in names)
            {
                await using var content = File.OpenRead(path);
                entries.Add(new BackupEntry(name, content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken))));
            }
            var manifest = new BackupManifest(Format, DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()), entries);
            var unfinished = Path.Combine(work, "backup.zip");
            await using (var output = CreateFile(unfinished))
            {
                await using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
                {
                    await using (var first = await zip.CreateEntry(ManifestName).OpenAsync(cancellationToken))
                    {
                        await JsonSerializer.SerializeAsync(first, manifest, JsonSerializerOptions.Web, cancellationToken);
                    }
                    foreach (var (name, path) in names)
                    {
                        await zip.CreateEntryFromFileAsync(path, name, CompressionLevel.Fastest, cancellationToken);
                    }
                }
                output.Flush(flushToDisk: true);
            }
            File.Move(unfinished, file);
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw new BackupException($"The backup {file} cannot be made: {e.Message}", e);
        }
        finally
        {
            Remove(work);
        }
    }

    /// <summary>
    /// Puts a backup into the data folder, once all of it was found to be what it says. Nothing may be there; with
    /// <paramref name="replace"/> what is there is moved aside, into a folder whose name is returned.
    /// </summary>
    /// <exception cref="BackupException">It is damaged or cannot be put there; nothing was changed.</exception>
    public async Task<(BackupManifest Manifest, string? Aside)> RestoreAsync(string file, bool replace, CancellationToken cancellationToken)
    {
        RequireFiles();
        var present = Stores.Concat(Folders).Append("search.db").Select(n => Path.Combine(stores.Folder, n)).Where(Path.Exists).ToList();
        if (present.Count > 0 && !replace)
        {
            throw new BackupException($"{stores.Folder} holds an installation. Name an empty folder with --Data:Folder=DIR, or add --force to put the backup in its place.");
        }
        var work = Path.Combine(stores.Folder, $".restore-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(stores.Folder);
            CreatePrivately(work);
            var manifest = await UnpackAsync(file, work, cancellationToken);
            foreach (var store in Stores.Where(s => File.Exists(Path.Combine(work, s))))
            {
                if (await SqliteFile.DamageAsync(Path.Combine(work, store), cancellationToken) is [var damage, ..])
                {
                    throw new BackupException($"{file} is damaged: {store}: {damage}. Nothing was changed.");
                }
            }
            foreach (var store in Stores.Select(s => Path.Combine(stores.Folder, s)).Where(File.Exists))
            {
                if (await SqliteFile.IsInUseAsync(store, cancellationToken))
                {
                    throw new BackupException($"{store} is in use. Stop the application first. Nothing was changed.");
                }
            }
            return (manifest, MoveIn(work));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            throw new BackupException($"{file} cannot be restored: {e.Message} Nothing was changed.", e);
        }
        finally
        {
            Remove(work);
        }
    }

    /// <summary>Unpacks what the manifest names and nothing else, and compares every digest.</summary>
    private static async Task<BackupManifest> UnpackAsync(string file, string work, CancellationToken cancellationToken)
    {
        await using var input = File.OpenRead(file);
        await using var zip = new ZipArchive(input, ZipArchiveMode.Read);
        var first = zip.GetEntry(ManifestName) ?? throw new BackupException($"{file} is no backup of HabitatBoard: it has no {ManifestName}. Nothing was changed.");
        BackupManifest? manifest;
        await using (var content = await first.OpenAsync(cancellationToken))
        {
            manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(content, JsonSerializerOptions.Web, cancellationToken);
        }
        if (manifest is not { Format: Format, Entries.Count: > 0 })
        {
            throw new BackupException($"{file} is of a format that this release does not read. Nothing was changed.");
        }
        if (zip.Entries.Count != manifest.Entries.Count + 1 || manifest.Entries.DistinctBy(e => e.Name).Count() != manifest.Entries.Count)
        {
            throw new BackupException($"{file} is damaged: it does not hold what its manifest says. Nothing was changed.");
        }
        foreach (var entry in manifest.Entries)
        {
            if (!IsOurs(entry.Name))
            {
                throw new BackupException($"{file} holds {entry.Name}, which no backup does. Nothing was changed.");
            }
            var target = Path.Combine([work, .. entry.Name.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var packed = zip.GetEntry(entry.Name) ?? throw new BackupException($"{file} is damaged: {entry.Name} is missing. Nothing was changed.");
            await using var content = await packed.OpenAsync(cancellationToken);
            await using var output = CreateFile(target);
            if (await CopyAsync(content, output, entry.Bytes, cancellationToken) != entry.Sha256)
            {
                throw new BackupException($"{file} is damaged: {entry.Name} is not what it was when the backup was made. Nothing was changed.");
            }
            output.Flush(flushToDisk: true);
        }
        return manifest;
    }

    /// <summary>Copies and says the digest. Never more than was promised: a small file can unpack to any size.</summary>
    private static async Task<string> CopyAsync(Stream content, Stream output, long promised, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            promised -= read;
            if (promised < 0)
            {
                return "";
            }
            digest.AppendData(buffer, 0, read);
            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return promised == 0 ? Convert.ToHexStringLower(digest.GetHashAndReset()) : "";
    }

    private static bool IsOurs(string name) =>
        Stores.Contains(name)
        || (name.Split('/') is [var folder, .. { Length: > 0 } rest] && Folders.Contains(folder) && rest.All(part => part is not ("" or "." or "..") && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_')));

    /// <summary>Moves what is there aside and the new in, by renaming alone. What fails on the way is moved back.</summary>
    private string? MoveIn(string work)
    {
        var moved = new Stack<(string From, string To)>();
        var old = Directory.GetFileSystemEntries(stores.Folder)
            .Where(e => Path.GetFileName(e) is var name && (Folders.Contains(name) || Stores.Append("search.db").Any(s => name == s || name.StartsWith($"{s}-", StringComparison.Ordinal)))).ToList();
        string? aside = null;
        if (old.Count > 0)
        {
            aside = Path.Combine(stores.Folder, string.Create(CultureInfo.InvariantCulture, $"replaced-{time.GetUtcNow():yyyyMMdd'T'HHmmssfff}"));
            CreatePrivately(aside);
        }
        try
        {
            // The working store last: without it nothing is taken for an installation.
            foreach (var entry in old.OrderBy(e => Path.GetFileName(e) == "working.db" ? 0 : 1))
            {
                Move(entry, Path.Combine(aside!, Path.GetFileName(entry)));
            }
            foreach (var entry in Directory.GetFileSystemEntries(work).OrderBy(e => Path.GetFileName(e) == "working.db" ? 1 : 0))
            {
                Move(entry, Path.Combine(stores.Folder, Path.GetFileName(entry)));
            }
            return aside;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            MoveBack(moved, aside, e);
            throw;
        }

        void Move(string from, string to)
        {
            Directory.Move(from, to);
            moved.Push((from, to));
        }
    }

    /// <exception cref="BackupException">Not even that can be done; the message says what lies where.</exception>
    private void MoveBack(Stack<(string From, string To)> moved, string? aside, Exception why)
    {
        try
        {
            foreach (var (from, to) in moved)
            {
                Directory.Move(to, from);
            }
            if (aside is not null)
            {
                Directory.Delete(aside);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(
                $"The backup was half put into {stores.Folder} when that failed ({why.Message}), and it cannot be taken out again ({e.Message}). "
                + $"What was there before lies in {aside ?? "no other folder, for there was nothing"}: move it back by hand, and restore again.", e);
        }
    }

    /// <summary>The files of a folder that are whole: what begins with a point is arriving, what ends in <c>.tmp</c> being written.</summary>
    private IEnumerable<(string Name, string Path)> FilesIn(string folder)
    {
        var root = Path.Combine(stores.Folder, folder);
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(f => !Path.GetFileName(f).StartsWith('.') && Path.GetExtension(f) != ".tmp").Order(StringComparer.Ordinal).Select(f => (Path.GetRelativePath(stores.Folder, f).Replace('\\', '/'), f))
            : [];
    }

    private void RequireFiles()
    {
        if (!stores.AreFiles)
        {
            throw new BackupException("The stores are on SQL Server: back them up and restore them with its own means, and copy the folders files and keys of the data folder. See docs/operations.md.");
        }
    }

    /// <summary>A folder that only this user can look into: it holds the accounts.</summary>
    private static void CreatePrivately(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>A file that only this user can read, for the same reason.</summary>
    private static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(path, options);
    }

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (IOException)
        {
            // What is left begins with a dot and is in nobody's way.
        }
    }
}
