using HabitatBoard.Accounts;
using HabitatBoard.Data.Sqlite;
using HabitatBoard.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HabitatBoard.Data;

/// <summary>
/// The two stores of the record: the working one, which the secretariat edits, and the published one, which everybody reads;
/// and beside them that of the accounts. What serves the public gets <see cref="Published"/>, which cannot write and knows
/// no other store.
/// </summary>
public sealed class BoardStores
{
    private readonly DatabaseOptions options;
    private readonly StoreProvider provider;
    private readonly Lazy<IDbContextFactory<BoardDbContext>> published;
    private readonly Lazy<IDbContextFactory<BoardDbContext>> working;
    private readonly Lazy<IDbContextFactory<BoardDbContext>> publishing;
    private readonly Lazy<IDbContextFactory<AccountsDbContext>> accounts;

    public BoardStores(DatabaseOptions options, Action<DbContextOptionsBuilder>? configure = null)
    {
        this.options = options;
        provider = options.Provider == DatabaseProvider.SqlServer ? new SqlServerProvider(options) : new SqliteProvider(options);
        published = new(() => provider.Factory(Store.Published, readOnly: true, configure));
        working = new(() => new WorkingFactory(provider.Factory(Store.Working, readOnly: false, configure)));
        publishing = new(() => provider.Factory(Store.Published, readOnly: false, configure));
        accounts = new(() => provider.Accounts(configure));
    }

    /// <summary>The published store, for reading only.</summary>
    public IDbContextFactory<BoardDbContext> Published => published.Value;

    /// <summary>The working store.</summary>
    public IDbContextFactory<BoardDbContext> Working => working.Value;

    /// <summary>The published store, for the publisher alone.</summary>
    internal IDbContextFactory<BoardDbContext> Publishing => publishing.Value;

    /// <summary>Users and keys.</summary>
    public IDbContextFactory<AccountsDbContext> Accounts => accounts.Value;

    /// <summary>Writers of one process take turns: SQLite has one writer, and waiting here is fair and fast.</summary>
    internal SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The folder that holds the files of this installation.</summary>
    public string Folder => Path.GetFullPath(options.Folder);

    /// <summary>Creates what is missing and brings all stores to the present shape.</summary>
    /// <exception cref="StoreException">A store cannot be opened; the message says why and how to mend it.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await provider.PrepareAsync(cancellationToken);
        foreach (var (store, open) in new (Store, Func<DbContext>)[] { (Store.Working, Working.CreateDbContext), (Store.Published, Publishing.CreateDbContext), (Store.Accounts, Accounts.CreateDbContext) })
        {
            await using var db = open();
            try
            {
                // Migrating also builds the models of the migrations and compares them: seconds, and tens of megabytes that stay.
                if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                {
                    await db.Database.MigrateAsync(cancellationToken);
                }
            }
            catch (Exception e) when (provider.Explain(e, store) is { } explanation)
            {
                throw new StoreException(explanation, e);
            }
        }
    }

    /// <summary>What the database system finds wrong with a store; nothing where it is whole, or where it checks by itself.</summary>
    internal Task<IReadOnlyList<string>> DamageAsync(Store store, CancellationToken cancellationToken) => provider.DamageAsync(store, cancellationToken);

    /// <summary>Whether the stores are files that this application copies; else the database system has means of its own.</summary>
    public bool AreFiles => options.Provider == DatabaseProvider.Sqlite;

    /// <summary>Waits, inside a transaction, until no other process writes to that store.</summary>
    internal Task TakeTurnAsync(BoardDbContext db, CancellationToken cancellationToken) => provider.TakeTurnAsync(db, cancellationToken);

    /// <summary>Reads a store as it is at one moment, whatever is written meanwhile, until the context is disposed of.</summary>
    internal Task ReadOneMomentAsync(BoardDbContext db, CancellationToken cancellationToken) => provider.ReadOneMomentAsync(db, cancellationToken);

    /// <summary>The invariant of the record that a failed save would have broken, or null where it failed otherwise.</summary>
    public Errors.ErrorCode? BrokenInvariant(DbUpdateException exception) => provider.BrokenInvariant(exception);

    /// <summary>Whether a store cannot be used now (it is locked, full, damaged, out of reach), and may be another time.</summary>
    public bool IsUnavailable(Exception exception) =>
        provider.IsUnavailable(exception) || (exception is DbUpdateException { InnerException: { } inner } && provider.IsUnavailable(inner));

    /// <summary>Marks what it makes as the working store.</summary>
    private sealed class WorkingFactory(IDbContextFactory<BoardDbContext> inner) : IDbContextFactory<BoardDbContext>
    {
        public BoardDbContext CreateDbContext() => Marked(inner.CreateDbContext());

        public async Task<BoardDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            Marked(await inner.CreateDbContextAsync(cancellationToken));

        private static BoardDbContext Marked(BoardDbContext db)
        {
            db.IsWorking = true;
            return db;
        }
    }
}

/// <summary>One of the stores.</summary>
internal enum Store
{
    Working,
    Published,
    Accounts,
}

/// <summary>A store cannot be opened. The message is for whoever runs the application.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What differs between the database systems, and nothing else.</summary>
internal abstract class StoreProvider
{
    /// <summary>Makes contexts of one store of the record.</summary>
    public abstract IDbContextFactory<BoardDbContext> Factory(Store store, bool readOnly, Action<DbContextOptionsBuilder>? configure);

    /// <summary>Makes contexts of the accounts.</summary>
    public abstract IDbContextFactory<AccountsDbContext> Accounts(Action<DbContextOptionsBuilder>? configure);

    /// <summary>Does what has to be done before a store can be opened.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Says what is wrong with a store and how to mend it, if this is what the exception means.</summary>
    public abstract string? Explain(Exception exception, Store store);

    /// <inheritdoc cref="BoardStores.DamageAsync"/>
    public abstract Task<IReadOnlyList<string>> DamageAsync(Store store, CancellationToken cancellationToken);

    /// <inheritdoc cref="BoardStores.TakeTurnAsync"/>
    public abstract Task TakeTurnAsync(BoardDbContext db, CancellationToken cancellationToken);

    /// <inheritdoc cref="BoardStores.ReadOneMomentAsync"/>
    public abstract Task ReadOneMomentAsync(BoardDbContext db, CancellationToken cancellationToken);

    /// <inheritdoc cref="BoardStores.IsUnavailable"/>
    public abstract bool IsUnavailable(Exception exception);

    /// <inheritdoc cref="BoardStores.BrokenInvariant"/>
    public abstract Errors.ErrorCode? BrokenInvariant(DbUpdateException exception);

    /// <summary>A pool of the provider's own contexts, seen as one of the base.</summary>
    protected static IDbContextFactory<TBase> Pool<TBase, TContext>(DbContextOptionsBuilder<TContext> builder, Action<DbContextOptionsBuilder>? configure)
        where TBase : DbContext
        where TContext : TBase
    {
        configure?.Invoke(builder);
        return new Covariant<TBase, TContext>(new PooledDbContextFactory<TContext>(builder.Options));
    }

    private sealed class Covariant<TBase, TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<TBase>
        where TBase : DbContext
        where TContext : TBase
    {
        public TBase CreateDbContext() => inner.CreateDbContext();

        public async Task<TBase> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await inner.CreateDbContextAsync(cancellationToken);
    }
}
