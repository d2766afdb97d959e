using HabitatBoard.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HabitatBoard.Data.SqlServer;

/// <summary>The accounts on SQL Server.</summary>
internal sealed class SqlServerAccountsDbContext(DbContextOptions<SqlServerAccountsDbContext> options) : AccountsDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // As in the record: keys are exact.
        configurationBuilder.Properties<string>().UseCollation("Latin1_General_100_BIN2");
    }
}

/// <summary>For <c>dotnet ef</c> alone.</summary>
internal sealed class SqlServerAccountsDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerAccountsDbContext>
{
    public SqlServerAccountsDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqlServerAccountsDbContext>().UseSqlServer("Server=design-time");
        AccountsDbContext.Configure(builder);
        return new SqlServerAccountsDbContext(builder.Options);
    }
}
