using HabitatBoard.Data;
using HabitatBoard.Data.Sqlite;
using HabitatBoard.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HabitatBoard.Tests.Data;

public sealed class MigrationTests
{
    public static TheoryData<string> Providers => ["Sqlite", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Model_HasNoPendingChanges(string provider)
    {
        using var db = Open(provider);
        Assert.False(db.Database.HasPendingModelChanges(), $"{provider}: add a migration with dotnet build src/HabitatBoard -t:AddMigration -p:Name=NAME");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Providers_HaveTheSameMigrations(string provider)
    {
        using var db = Open(provider);
        using var other = Open("Sqlite");
        Assert.Equal(other.Database.GetMigrations().Select(Name), db.Database.GetMigrations().Select(Name));

        // The time stamps differ by the seconds that lie between the two.
        static string Name(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    [Fact]
    public void SqlServerScript_CreatesEveryTableAndColumn()
    {
        using var db = Open("SqlServer");
        var script = db.GetService<IMigrator>().GenerateScript();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            Assert.Contains($"CREATE TABLE [{table.Name}]", script, StringComparison.Ordinal);
            Assert.All(table.Columns, column => Assert.Contains($"[{column.Name}] {column.StoreType}", script, StringComparison.Ordinal));
        }
        Assert.DoesNotContain("CASCADE", script, StringComparison.Ordinal);
    }

    private static BoardDbContext Open(string provider) => provider == "Sqlite"
        ? new SqliteDesignTimeFactory().CreateDbContext([])
        : new SqlServerDesignTimeFactory().CreateDbContext([]);
}
