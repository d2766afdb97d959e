using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HabitatBoard.Data.SqlServer;

/// <summary>The record on SQL Server.</summary>
internal sealed class SqlServerBoardDbContext(DbContextOptions<SqlServerBoardDbContext> options) : BoardDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // Compares by code unit, as SQLite does, whatever the server's own collation: keys are exact and sort keys sort alike.
        configurationBuilder.Properties<string>().UseCollation("Latin1_General_100_BIN2");
    }
}

/// <summary>For <c>dotnet ef</c> alone.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerBoardDbContext>
{
    public SqlServerBoardDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerBoardDbContext>().UseSqlServer("Server=design-time").Options);
}
