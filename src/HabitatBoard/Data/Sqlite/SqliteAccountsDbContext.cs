using HabitatBoard.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HabitatBoard.Data.Sqlite;

/// <summary>The accounts on SQLite.</summary>
internal sealed class SqliteAccountsDbContext(DbContextOptions<SqliteAccountsDbContext> options) : AccountsDbContext(options);

/// <summary>For <c>dotnet ef</c> alone.</summary>
internal sealed class SqliteAccountsDesignTimeFactory : IDesignTimeDbContextFactory<SqliteAccountsDbContext>
{
    public SqliteAccountsDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqliteAccountsDbContext>().UseSqlite("Data Source=:memory:");
        AccountsDbContext.Configure(builder);
        return new SqliteAccountsDbContext(builder.Options);
    }
}
