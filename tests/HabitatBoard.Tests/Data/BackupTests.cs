using System.IO.Compression;
using HabitatBoard.Data;
using HabitatBoard.Languages;
using HabitatBoard.Publishing;
using HabitatBoard.Sessions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HabitatBoard.Tests.Data;

/// <summary>A backup made while others write restores to a whole installation; a damaged one changes nothing.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private static readonly Attribution By = new("an editor", "a test", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private readonly string place = TestFolder.Create();
    private TestInstallation board = null!;

    private string File => Path.Combine(place, "board.zip");

    public async Task InitializeAsync()
    {
        board = await TestInstallation.SeededAsync();
        Directory.CreateDirectory(Path.Combine(board.Folder, "files", "ab"));
        await System.IO.File.WriteAllBytesAsync(Path.Combine(board.Folder, "files", "ab", CanonicalJson.Sha256([1, 2, 3])), [1, 2, 3]);
        Directory.CreateDirectory(Path.Combine(board.Folder, "keys"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(board.Folder, "keys", "key-1.xml"), "<key/>");
    }

    public async Task DisposeAsync()
    {
        await board.DisposeAsync();
        TestFolder.Delete(place);
    }

    [SqliteFact]
    public async Task ABackupUnderLoad_RestoresWhole_WithEverythingAcknowledgedBefore()
    {
        // A file that is on its way, as an upload holds it.
        await using var arriving = new FileStream(Path.Combine(board.Folder, "files", $".{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        using var stop = new CancellationTokenSource();
        var acknowledged = 0;
        var load = Task.Run(async () =>
        {
            for (var n = 1; !stop.IsCancellationRequested; n++)
            {
                await WriteAsync(n);
                Volatile.Write(ref acknowledged, n);
                if (n % 5 == 0)
                {
                    await board.Publisher.PublishAsync("2024-2", By, CancellationToken.None);
                }
            }
        });
        while (Volatile.Read(ref acknowledged) < 6)
        {
            await Task.Delay(5);
        }
        var before = Volatile.Read(ref acknowledged);
        await new Backup(board.Stores, TimeProvider.System).WriteAsync(File, CancellationToken.None);
        await stop.CancelAsync();
        await load;

        var (folder, stores) = await RestoreAsync();
        if (!OperatingSystem.IsWindows())
        {
            // Both hold the accounts.
            const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(Own, System.IO.File.GetUnixFileMode(File));
            Assert.Equal(Own, System.IO.File.GetUnixFileMode(Path.Combine(folder, "accounts.db")));
        }
        await using var db = await stores.Working.CreateDbContextAsync();
        Assert.True(await db.Events.CountAsync(e => e.SessionId == "2024-2") >= before);
        Assert.Empty(await FaultsAsync(stores));
        Assert.Equal("<key/>", await System.IO.File.ReadAllTextAsync(Path.Combine(folder, "keys", "key-1.xml")));
        await using var theirs = await stores.Published.CreateDbContextAsync();
        await using var ours = await board.Stores.Published.CreateDbContextAsync();
        var digests = await ours.Editions.ToDictionaryAsync(e => (e.Unit, e.Number), e => e.Sha256);
        Assert.All(await theirs.Editions.ToListAsync(), e => Assert.Equal(digests[(e.Unit, e.Number)], CanonicalJson.Sha256(e.Content)));
        // It goes on from there.
        await new WorkingStore(stores).EditAsync(_ => Task.FromResult(true), By, CancellationToken.None);
        SqliteConnection.ClearAllPools();
    }

    [SqliteFact]
    public async Task ADamagedBackup_IsDetected_AndNothingIsChanged()
    {
        await new Backup(board.Stores, TimeProvider.System).WriteAsync(File, CancellationToken.None);
        var good = await System.IO.File.ReadAllBytesAsync(File);
        foreach (var damage in new Func<byte[], byte[]>[]
        {
            bytes => bytes[..(bytes.Length / 2)],
            bytes => [.. bytes[..(bytes.Length / 3)], (byte)(bytes[bytes.Length / 3] ^ 0xFF), .. bytes[((bytes.Length / 3) + 1)..]],
            _ => [1, 2, 3],
            bytes => Rewritten(bytes, zip => zip.GetEntry("working.db")!.Delete()),
            bytes => Rewritten(bytes, zip => zip.GetEntry("manifest.json")!.Delete()),
            bytes => Rewritten(bytes, zip => Put(zip, "keys/key-1.xml", "<other/>")),
            bytes => Rewritten(bytes, zip => Put(zip, "../outside", "x")),
            bytes => Rewritten(bytes, zip => Put(zip, "more.db", "x")),
        })
        {
            await System.IO.File.WriteAllBytesAsync(File, damage(good));
            var folder = Path.Combine(place, "restored");
            var stores = new BoardStores(new DatabaseOptions { Folder = folder });
            await Assert.ThrowsAsync<BackupException>(() => new Backup(stores, TimeProvider.System).RestoreAsync(File, replace: false, CancellationToken.None));
            Assert.Empty(Directory.GetFileSystemEntries(folder));
            Assert.False(System.IO.File.Exists(Path.Combine(place, "outside")));
            SqliteConnection.ClearAllPools();
            var inPlace = await Assert.ThrowsAsync<BackupException>(() => new Backup(board.Stores, TimeProvider.System).RestoreAsync(File, replace: true, CancellationToken.None));
            Assert.Contains("Nothing was changed", inPlace.Message, StringComparison.Ordinal);
        }
        Assert.Empty(await FaultsAsync(board.Stores));
    }

    [SqliteFact]
    public async Task WhatIsThere_IsNotReplacedUnasked_NorWhileItIsServed_AndMovedAsideWhenAsked()
    {
        var backup = new Backup(board.Stores, TimeProvider.System);
        await backup.WriteAsync(File, CancellationToken.None);
        Assert.Contains("is there already", (await Assert.ThrowsAsync<BackupException>(() => backup.WriteAsync(File, CancellationToken.None))).Message, StringComparison.Ordinal);
        await WriteAsync(1);
        Assert.Contains("--force", (await Assert.ThrowsAsync<BackupException>(() => backup.RestoreAsync(File, replace: false, CancellationToken.None))).Message, StringComparison.Ordinal);
        await using (var serving = await board.Stores.Working.CreateDbContextAsync())
        {
            await serving.Database.OpenConnectionAsync();
            await serving.Sessions.CountAsync();
            Assert.Contains("in use", (await Assert.ThrowsAsync<BackupException>(() => backup.RestoreAsync(File, replace: true, CancellationToken.None))).Message, StringComparison.Ordinal);
        }
        SqliteConnection.ClearAllPools();

        var (_, aside) = await backup.RestoreAsync(File, replace: true, CancellationToken.None);

        Assert.True(System.IO.File.Exists(Path.Combine(aside!, "working.db")));
        await board.Stores.MigrateAsync(CancellationToken.None);
        await using var db = await board.Stores.Working.CreateDbContextAsync();
        Assert.False(await db.Events.AnyAsync(e => e.SessionId == "2024-2"));
        Assert.Empty(await FaultsAsync(board.Stores));
    }

    private async Task WriteAsync(int n)
    {
        await using var db = await board.Working.OpenAsync(CancellationToken.None);
        var paragraph = await db.Paragraphs.Select(p => p.Id).FirstAsync();
        db.Add(new Event(Guid.NewGuid(), "2024-2", LocalizedText.None.With(Language.En, $"Write {n}"), new DateOnly(2024, 5, 6), null, LocalizedText.None, paragraph));
        await board.Working.SaveAsync(db, By, CancellationToken.None);
    }

    private async Task<(string Folder, BoardStores Stores)> RestoreAsync()
    {
        var folder = Path.Combine(place, "restored");
        var stores = new BoardStores(new DatabaseOptions { Folder = folder });
        await new Backup(stores, TimeProvider.System).RestoreAsync(File, replace: false, CancellationToken.None);
        await stores.MigrateAsync(CancellationToken.None);
        return (folder, stores);
    }

    private static async Task<List<Fault>> FaultsAsync(BoardStores stores)
    {
        var faults = new List<Fault>();
        await foreach (var fault in new Verification(stores).RunAsync(null, CancellationToken.None))
        {
            faults.Add(fault);
        }
        return faults;
    }

    private static byte[] Rewritten(byte[] bytes, Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }
        return stream.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string content)
    {
        zip.GetEntry(name)?.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
