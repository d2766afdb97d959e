using HabitatBoard.Data.Sqlite;
using HabitatBoard.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HabitatBoard.Data;

/// <summary>
/// The two stores: the working one, which the secretariat edits, and the published one, which everybody reads.
/// What serves the public gets <see cref="Published"/>, which cannot write and knows no other store.
/// </summary>
public sealed class BoardStores
{
    private readonly DatabaseOptions options;
    private readonly StoreProvider provider;
    private readonly Lazy<IDbContextFactory<BoardDbContext>> published;
    private readonly Lazy<IDbContextFactory<BoardDbContext>> working;
    private readonly Lazy<IDbContextFactory<BoardDbContext>> publishing;

    public BoardStores(DatabaseOptions options, Action<DbContextOptionsBuilder>? configure = null)
    {
        this.options = options;
        provider = options.Provider == DatabaseProvider.SqlServer ? new SqlServerProvider(options) : new SqliteProvider(options);
        published = new(() => provider.Factory(Store.Published, readOnly: true, configure));
        working = new(() => provider.Factory(Store.Working, readOnly: false, configure));
        publishing = new(() => provider.Factory(Store.Published, readOnly: false, configure));
    }

    /// <summary>The published store, for reading only.</summary>
    public IDbContextFactory<BoardDbContext> Published => published.Value;

    /// <summary>The working store.</summary>
    public IDbContextFactory<BoardDbContext> Working => working.Value;

    /// <summary>The published store, for the publisher alone.</summary>
    internal IDbContextFactory<BoardDbContext> Publishing => publishing.Value;

    /// <summary>Writers of one process take turns: SQLite has one writer, and waiting here is fair and fast.</summary>
    internal SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The folder that holds the files of this installation.</summary>
    public string Folder => Path.GetFullPath(options.Folder);

    /// <summary>Creates what is missing and brings both stores to the present shape.</summary>
    /// <exception cref="StoreException">A store cannot be opened; the message says why and how to mend it.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await provider.PrepareAsync(cancellationToken);
        foreach (var (store, factory) in new[] { (Store.Working, Working), (Store.Published, Publishing) })
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            try
            {
                await db.Database.MigrateAsync(cancellationToken);
            }
            catch (Exception e) when (provider.Explain(e, store) is { } explanation)
            {
                throw new StoreException(explanation, e);
            }
        }
    }

    /// <summary>The invariant of the record that a failed save would have broken, or null where it failed otherwise.</summary>
    internal Errors.ErrorCode? BrokenInvariant(DbUpdateException exception) => provider.BrokenInvariant(exception);
}

/// <summary>One of the two stores.</summary>
internal enum Store
{
    Working,
    Published,
}

/// <summary>A store cannot be opened. The message is for whoever runs the application.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What differs between the database systems, and nothing else.</summary>
internal abstract class StoreProvider
{
    /// <summary>Makes contexts of one store.</summary>
    public abstract IDbContextFactory<BoardDbContext> Factory(Store store, bool readOnly, Action<DbContextOptionsBuilder>? configure);

    /// <summary>Does what has to be done before a store can be opened.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Says what is wrong with a store and how to mend it, if this is what the exception means.</summary>
    public abstract string? Explain(Exception exception, Store store);

    /// <inheritdoc cref="BoardStores.BrokenInvariant"/>
    public abstract Errors.ErrorCode? BrokenInvariant(DbUpdateException exception);

    protected static IDbContextFactory<BoardDbContext> Pool<TContext>(DbContextOptionsBuilder<TContext> builder, Action<DbContextOptionsBuilder>? configure)
        where TContext : BoardDbContext
    {
        configure?.Invoke(builder);
        return new Covariant<TContext>(new PooledDbContextFactory<TContext>(builder.Options));
    }

    /// <summary>A factory of the derived context, seen as one of the base.</summary>
    private sealed class Covariant<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<BoardDbContext>
        where TContext : BoardDbContext
    {
        public BoardDbContext CreateDbContext() => inner.CreateDbContext();

        public async Task<BoardDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await inner.CreateDbContextAsync(cancellationToken);
    }
}
