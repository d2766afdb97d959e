using System.Data;
using HabitatBoard.Accounts;
using HabitatBoard.Errors;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HabitatBoard.Data.SqlServer;

/// <summary>The stores as databases on a server, each with a connection string of its own.</summary>
internal sealed class SqlServerProvider(DatabaseOptions options) : StoreProvider
{
    private string ConnectionOf(Store store) => (store switch
    {
        Store.Working => options.Working,
        Store.Published => options.Published,
        _ => options.Accounts,
    })!;

    public override IDbContextFactory<BoardDbContext> Factory(Store store, bool readOnly, Action<DbContextOptionsBuilder>? configure)
    {
        var connection = new SqlConnectionStringBuilder(ConnectionOf(store));
        if (readOnly)
        {
            // Routes to a readable secondary where there is one; a login without write permission makes it certain.
            connection.ApplicationIntent = ApplicationIntent.ReadOnly;
        }
        return Pool<BoardDbContext, SqlServerBoardDbContext>(new DbContextOptionsBuilder<SqlServerBoardDbContext>().UseSqlServer(connection.ConnectionString, Tune), configure);
    }

    public override IDbContextFactory<AccountsDbContext> Accounts(Action<DbContextOptionsBuilder>? configure)
    {
        var builder = new DbContextOptionsBuilder<SqlServerAccountsDbContext>().UseSqlServer(ConnectionOf(Store.Accounts), Tune);
        AccountsDbContext.Configure(builder);
        return Pool<AccountsDbContext, SqlServerAccountsDbContext>(builder, configure);
    }

    private void Tune(SqlServerDbContextOptionsBuilder server)
    {
        // As on SQLite, so that both run the same queries.
        server.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);
        if (options.MaxBatchSize is { } size)
        {
            server.MaxBatchSize(size);
        }
    }

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var store in Enum.GetValues<Store>())
        {
            try
            {
                await using var connection = new SqlConnection(ConnectionOf(store));
                await connection.OpenAsync(cancellationToken);
            }
            catch (Exception e) when (e is SqlException or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException)
            {
                throw new StoreException($"ConnectionStrings:{store} does not lead to a database ({e.Message.ReplaceLineEndings(" ")}). Check server, database, login and encryption; the database itself must exist.", e);
            }
        }
    }

    public override string? Explain(Exception exception, Store store) =>
        exception is SqlException e ? $"The database of ConnectionStrings:{store} cannot be brought to the present shape: {e.Message.ReplaceLineEndings(" ")}" : null;

    // DBCC CHECKDB is the administrator's, and takes hours where there is much: docs/operations.md.
    public override Task<IReadOnlyList<string>> DamageAsync(Store store, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    // A lock by name that goes with the transaction: rows cannot be locked before there are any. It is one of the database, so
    // each store has its own. That it was not granted is said by what the procedure returns, and by that alone.
    public override Task TakeTurnAsync(BoardDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(
            """
            DECLARE @granted int;
            EXEC @granted = sp_getapplock @Resource = N'HabitatBoard.Writer', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 20000;
            IF @granted < 0 THROW 50000, 'Another writer kept the store for twenty seconds.', 1;
            """,
            cancellationToken);

    // Where the database does not allow it, writers would have to wait for as long as is read: docs/sql-server.
    public override async Task ReadOneMomentAsync(BoardDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await db.Database.SqlQueryRaw<byte>("SELECT snapshot_isolation_state AS Value FROM sys.databases WHERE database_id = DB_ID()").ToListAsync(cancellationToken) is [1])
        {
            await db.Database.BeginTransactionAsync(IsolationLevel.Snapshot, cancellationToken);
        }
    }

    // Severity 17 and more is the server's, as are timeouts (-2), a database that cannot be opened (4060), a deadlock (1205), and
    // the turn that did not come.
    public override bool IsUnavailable(Exception exception) => exception is SqlException { Class: >= 17 } or SqlException { Number: -2 or 1205 or 4060 or 18456 or 50000 };

    // Duplicate key in a unique index, in a primary key; conflict with a foreign key.
    public override ErrorCode? BrokenInvariant(DbUpdateException exception) => (exception.InnerException as SqlException)?.Number switch
    {
        2601 or 2627 => ErrorCode.NumberUsedTwice,
        547 => ErrorCode.ReferenceToNothing,
        _ => null,
    };
}
