using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HabitatBoard.Data.Sqlite;

/// <summary>The record on SQLite.</summary>
internal sealed class SqliteBoardDbContext(DbContextOptions<SqliteBoardDbContext> options) : BoardDbContext(options);

/// <summary>For <c>dotnet ef</c> alone.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteBoardDbContext>
{
    public SqliteBoardDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteBoardDbContext>().UseSqlite("Data Source=:memory:").Options);
}
