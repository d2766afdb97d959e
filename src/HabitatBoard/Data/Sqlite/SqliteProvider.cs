using HabitatBoard.Accounts;
using HabitatBoard.Errors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HabitatBoard.Data.Sqlite;

/// <summary>
/// The stores as files in the data folder. What works here alone: write-ahead logging, and a published store that
/// is opened read-only, so that a write by what serves the public fails in the database itself.
/// </summary>
internal sealed class SqliteProvider(DatabaseOptions options) : StoreProvider
{
    private string FileOf(Store store) => Path.Combine(Path.GetFullPath(options.Folder), store switch
    {
        Store.Working => "working.db",
        Store.Published => "published.db",
        _ => "accounts.db",
    });

    public override IDbContextFactory<BoardDbContext> Factory(Store store, bool readOnly, Action<DbContextOptionsBuilder>? configure)
    {
        var builder = new DbContextOptionsBuilder<SqliteBoardDbContext>().UseSqlite(ConnectionTo(store, readOnly), Tune);
        return Pool<BoardDbContext, SqliteBoardDbContext>(builder, configure);
    }

    public override IDbContextFactory<AccountsDbContext> Accounts(Action<DbContextOptionsBuilder>? configure)
    {
        var builder = new DbContextOptionsBuilder<SqliteAccountsDbContext>().UseSqlite(ConnectionTo(Store.Accounts, readOnly: false), Tune);
        AccountsDbContext.Configure(builder);
        return Pool<AccountsDbContext, SqliteAccountsDbContext>(builder, configure);
    }

    private string ConnectionTo(Store store, bool readOnly)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = FileOf(store),
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        };
        if (!readOnly)
        {
            connection.ForeignKeys = true;
        }
        return connection.ConnectionString;
    }

    private void Tune(SqliteDbContextOptionsBuilder sqlite)
    {
        // A list is one parameter, so that the SQL stays the same, and is made once, however long the list is.
        sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);
        if (options.MaxBatchSize is { } size)
        {
            sqlite.MaxBatchSize(size);
        }
    }

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(options.Folder);
        try
        {
            Directory.CreateDirectory(folder);
            // A folder that only looks writable would fail at the first save, hours later.
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            await File.WriteAllBytesAsync(probe, [], cancellationToken);
            File.Delete(probe);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or NotSupportedException or ArgumentException)
        {
            throw new StoreException($"The data folder {folder} cannot be written to ({e.Message}). Make it writable for this user, or name another with --Data:Folder=DIR.", e);
        }
        foreach (var store in Enum.GetValues<Store>())
        {
            await UseWriteAheadLogAsync(FileOf(store), store, cancellationToken);
        }
    }

    public override string? Explain(Exception exception, Store store) => exception switch
    {
        SqliteException { SqliteErrorCode: 11 or 26 } => $"{FileOf(store)} is damaged or is not a database of HabitatBoard. Put a backup in its place, or name another folder with --Data:Folder=DIR.",
        SqliteException { SqliteErrorCode: 8 or 14 } => $"{FileOf(store)} cannot be opened for writing. Make it and its folder writable for this user, or name another folder with --Data:Folder=DIR.",
        SqliteException { SqliteErrorCode: 13 } => $"The disk that holds {FileOf(store)} is full. Make room and start again.",
        SqliteException { SqliteErrorCode: 5 or 6 } => $"{FileOf(store)} is locked by another program. Stop it and start again.",
        SqliteException e => $"{FileOf(store)} cannot be used: {e.Message}",
        _ => null,
    };

    public override Task<IReadOnlyList<string>> DamageAsync(Store store, CancellationToken cancellationToken) => SqliteFile.DamageAsync(FileOf(store), cancellationToken);

    // A transaction of EF Core begins with BEGIN IMMEDIATE here: there is one writer at any time.
    public override Task TakeTurnAsync(BoardDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    // A deferred transaction over a write-ahead log sees what was there at its first read. That of EF Core would begin to write.
    public override async Task ReadOneMomentAsync(BoardDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), cancellationToken);
    }

    // BUSY, LOCKED, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB.
    public override bool IsUnavailable(Exception exception) => exception is SqliteException { SqliteErrorCode: 5 or 6 or 7 or 8 or 10 or 11 or 13 or 14 or 26 };

    // https://www.sqlite.org/rescode.html: CONSTRAINT_PRIMARYKEY, CONSTRAINT_UNIQUE, CONSTRAINT_FOREIGNKEY.
    public override ErrorCode? BrokenInvariant(DbUpdateException exception) => (exception.InnerException as SqliteException)?.SqliteExtendedErrorCode switch
    {
        1555 or 2067 => ErrorCode.NumberUsedTwice,
        787 => ErrorCode.ReferenceToNothing,
        _ => null,
    };

    private async Task UseWriteAheadLogAsync(string file, Store store, CancellationToken cancellationToken)
    {
        var isNew = !File.Exists(file);
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            if (isNew && store == Store.Accounts && !OperatingSystem.IsWindows())
            {
                // For nobody else on this machine; its logs follow it in this.
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA quick_check(1);";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken) && reader.GetString(0) is var verdict and not "ok")
            {
                throw new StoreException($"{file} is damaged ({verdict}). Put a backup in its place, or name another folder with --Data:Folder=DIR.");
            }
        }
        catch (SqliteException e)
        {
            throw new StoreException(Explain(e, store)!, e);
        }
    }
}
