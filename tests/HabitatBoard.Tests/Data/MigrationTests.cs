using HabitatBoard.Data.Sqlite;
using HabitatBoard.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HabitatBoard.Tests.Data;

public sealed class MigrationTests
{
    public static TheoryData<string, string> Contexts => new() { { "Board", "Sqlite" }, { "Board", "SqlServer" }, { "Accounts", "Sqlite" }, { "Accounts", "SqlServer" } };

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Model_HasNoPendingChanges(string store, string provider)
    {
        using var db = Open(store, provider);
        Assert.False(db.Database.HasPendingModelChanges(), $"{store} on {provider}: add a migration with dotnet build src/HabitatBoard -t:AddMigration -p:Name=NAME");
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Providers_HaveTheSameMigrations(string store, string provider)
    {
        using var db = Open(store, provider);
        using var other = Open(store, "Sqlite");
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.Equal(other.Database.GetMigrations().Select(Name), db.Database.GetMigrations().Select(Name));

        // The time stamps differ by the seconds that lie between the two.
        static string Name(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    [Theory]
    [InlineData("Board")]
    [InlineData("Accounts")]
    public void SqlServerScript_CreatesEveryTableAndColumn(string store)
    {
        using var db = Open(store, "SqlServer");
        var script = db.GetService<IMigrator>().GenerateScript();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            // Of this table alone: many columns have the same names.
            var own = string.Concat(script.Split("GO" + Environment.NewLine).SelectMany(batch => batch.Split(';'))
                .Where(s => s.Contains($"CREATE TABLE [{table.Name}]", StringComparison.Ordinal) || s.Contains($"ALTER TABLE [{table.Name}] ADD", StringComparison.Ordinal)));
            Assert.Contains($"CREATE TABLE [{table.Name}]", own, StringComparison.Ordinal);
            Assert.All(table.Columns, column => Assert.Contains($"[{column.Name}] {column.StoreType}", own, StringComparison.Ordinal));
        }
        if (store == "Board")
        {
            Assert.DoesNotContain("CASCADE", script, StringComparison.Ordinal);
        }
    }

    /// <summary>Without it Identity makes the tables of an earlier version, which hold no passkeys.</summary>
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public void Accounts_HoldPasskeys(string provider)
    {
        using var db = Open("Accounts", provider);
        Assert.Contains(db.Model.GetRelationalModel().Tables, t => t.Name == "UserPasskeys");
    }

    private static DbContext Open(string store, string provider) => (store, provider) switch
    {
        ("Board", "Sqlite") => new SqliteDesignTimeFactory().CreateDbContext([]),
        ("Board", _) => new SqlServerDesignTimeFactory().CreateDbContext([]),
        (_, "Sqlite") => new SqliteAccountsDesignTimeFactory().CreateDbContext([]),
        _ => new SqlServerAccountsDesignTimeFactory().CreateDbContext([]),
    };
}
