using HabitatBoard.Data;
using HabitatBoard.Publishing;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HabitatBoard.Tests.Data;

/// <summary>
/// The stores of one test class. On SQLite a folder, copied from one that was migrated (and seeded) once; on SQL Server,
/// when HABITATBOARD_TEST_SQLSERVER holds a connection string, databases that were created and migrated once for the run.
/// </summary>
public sealed class TestInstallation : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> EmptyFolder = new(() => PrepareFolderAsync(seeded: false));
    private static readonly Lazy<Task<string>> SeededFolder = new(() => PrepareFolderAsync(seeded: true));

    private readonly DatabaseOptions options;
    private readonly IAsyncDisposable? turn;

    private TestInstallation(DatabaseOptions options, IAsyncDisposable? turn = null)
    {
        this.options = options;
        this.turn = turn;
        Stores = new BoardStores(options, SqlServerTranslation.Observe);
        Clock = new PublishedClock();
        Working = new WorkingStore(Stores);
        Publisher = new Publisher(Stores, Clock);
        Seed = new RecordSeed(Working, Stores, Publisher, TimeProvider.System);
    }

    public string Folder => options.Folder;
    public BoardStores Stores { get; }
    public PublishedClock Clock { get; }
    public WorkingStore Working { get; }
    public Publisher Publisher { get; }
    public RecordSeed Seed { get; }

    /// <summary>The same installation, as settings of the application.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Data:Folder", options.Folder),
        new("Database:Provider", options.Provider.ToString()),
        .. options.Working is null ? [] : new KeyValuePair<string, string?>[]
        {
            new("ConnectionStrings:Working", options.Working),
            new("ConnectionStrings:Published", options.Published),
            new("ConnectionStrings:Accounts", options.Accounts),
        },
    ];

    /// <summary>A seeded installation. On SQL Server it is shared: do not write to it.</summary>
    public static async Task<TestInstallation> SeededAsync() =>
        TestSqlServer.IsGiven
            ? new TestInstallation(await TestSqlServer.SeededAsync())
            : new TestInstallation(CopyOf(await SeededFolder.Value));

    /// <summary>A migrated installation without a row, to write to.</summary>
    public static async Task<TestInstallation> EmptyAsync()
    {
        if (!TestSqlServer.IsGiven)
        {
            return new TestInstallation(CopyOf(await EmptyFolder.Value));
        }
        var (options, turn) = await TestSqlServer.EmptyAsync();
        return new TestInstallation(options, turn);
    }

    /// <summary>The same stores, opened with an interceptor.</summary>
    public BoardStores StoresWith(IInterceptor interceptor) => new(options, builder => builder.AddInterceptors(interceptor));

    public async ValueTask DisposeAsync()
    {
        if (turn is not null)
        {
            await turn.DisposeAsync();
        }
        SqliteConnection.ClearAllPools();
        TestFolder.Delete(options.Folder);
    }

    private static async Task<string> PrepareFolderAsync(bool seeded)
    {
        var folder = TestFolder.Create();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TestFolder.Delete(folder);
        var installation = new TestInstallation(new DatabaseOptions { Folder = folder });
        await installation.Stores.MigrateAsync(CancellationToken.None);
        if (seeded)
        {
            await installation.Seed.RunAsync(CancellationToken.None);
        }
        // Into the files themselves, so that they can be copied without their logs.
        foreach (var file in Directory.GetFiles(folder, "*.db"))
        {
            await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }
        return folder;
    }

    private static DatabaseOptions CopyOf(string template)
    {
        var folder = TestFolder.Create();
        foreach (var file in Directory.GetFiles(template, "*.db"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
        return new DatabaseOptions { Folder = folder };
    }
}

/// <summary>Folders that go when their test class does.</summary>
internal static class TestFolder
{
    public static string Create() => Directory.CreateTempSubdirectory("habitatboard-test-").FullName;

    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A log still open; the system's temporary folder is cleaned anyway.
        }
    }
}

/// <summary>The server that HABITATBOARD_TEST_SQLSERVER names.</summary>
internal static class TestSqlServer
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("HABITATBOARD_TEST_SQLSERVER");
    private static readonly SemaphoreSlim EmptyTurn = new(1, 1);
    private static readonly Lazy<Task<DatabaseOptions>> Seeded = new(() => CreateAsync(seeded: true));
    private static readonly Lazy<Task<DatabaseOptions>> Empty = new(() => CreateAsync(seeded: false));

    public static bool IsGiven => !string.IsNullOrEmpty(Server);

    /// <summary>Why tests of SQLite alone are skipped; null where they run.</summary>
    public static string? SkipReason => IsGiven ? "Of SQLite alone; the suite runs on a server." : null;

    public static async Task<DatabaseOptions> SeededAsync() => WithOwnFolder(await Seeded.Value);

    /// <summary>The databases to write to, emptied; whoever has them has them alone.</summary>
    public static async Task<(DatabaseOptions Options, IAsyncDisposable Turn)> EmptyAsync()
    {
        var options = WithOwnFolder(await Empty.Value);
        await EmptyTurn.WaitAsync();
        var stores = new BoardStores(options);
        foreach (var factory in new[] { stores.Working, stores.Publishing })
        {
            await using var db = await factory.CreateDbContextAsync();
            foreach (var table in TablesDependentFirst(db))
            {
                var delete = $"DELETE FROM [{table}]";
                await db.Database.ExecuteSqlRawAsync(delete);
            }
        }
        return (options, new Turn());
    }

    private static DatabaseOptions WithOwnFolder(DatabaseOptions options) => new()
    {
        Provider = options.Provider,
        Working = options.Working,
        Published = options.Published,
        Accounts = options.Accounts,
        Folder = TestFolder.Create(),
    };

    private static async Task<DatabaseOptions> CreateAsync(bool seeded)
    {
        var options = new DatabaseOptions
        {
            Provider = DatabaseProvider.SqlServer,
            Working = await CreateDatabaseAsync(),
            Published = await CreateDatabaseAsync(),
            Accounts = await CreateDatabaseAsync(),
            Folder = TestFolder.Create(),
        };
        var stores = new BoardStores(options);
        await stores.MigrateAsync(CancellationToken.None);
        if (seeded)
        {
            await new RecordSeed(new WorkingStore(stores), stores, new Publisher(stores, new PublishedClock()), TimeProvider.System).RunAsync(CancellationToken.None);
        }
        return options;
    }

    private static async Task<string> CreateDatabaseAsync()
    {
        var name = $"habitatboard_test_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE [{name}]");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            SqlConnection.ClearAllPools();
            ExecuteAsync($"DROP DATABASE [{name}]").GetAwaiter().GetResult();
        };
        return new SqlConnectionStringBuilder(Server) { InitialCatalog = name }.ConnectionString;
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static List<string> TablesDependentFirst(DbContext db)
    {
        var left = db.Model.GetEntityTypes().ToList();
        var tables = new List<string>();
        while (left.Count > 0)
        {
            var free = left.First(t => left.All(o => o == t || o.GetForeignKeys().All(k => k.PrincipalEntityType != t)));
            tables.Add(free.GetTableName()!);
            left.Remove(free);
        }
        return tables;
    }

    private sealed class Turn : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            EmptyTurn.Release();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>A fact of what an installation with SQLite does by itself: its files, one folder, a store that nobody else writes to.</summary>
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() => Skip = TestSqlServer.SkipReason;
}

/// <summary>A theory of what an installation with SQLite does by itself.</summary>
public sealed class SqliteTheoryAttribute : TheoryAttribute
{
    public SqliteTheoryAttribute() => Skip = TestSqlServer.SkipReason;
}
