using HabitatBoard.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace HabitatBoard.Tests.Data;

/// <summary>Runs after all others, so that it counts what they ran.</summary>
[CollectionDefinition(nameof(AfterAllOthers), DisableParallelization = true)]
public sealed class AfterAllOthers;

[Collection(nameof(AfterAllOthers))]
public sealed class SqlServerTranslationTests(ITestOutputHelper output)
{
    /// <summary>Where the suite runs on a server, nothing is left to compile.</summary>
    [SqliteFact]
    public void EveryQueryOfTheSuite_IsCompiledForSqlServer()
    {
        var count = SqlServerTranslation.Queries.Count;
        var line = $"{count} distinct queries of the suite were compiled for SQL Server too.";
        output.WriteLine(line);
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts"));
        File.WriteAllText(Path.Combine(folder.FullName, "sqlserver-queries.txt"), line + Environment.NewLine);
        // Run by itself this test sees no query; run with the suite it must see those of every resource.
        Assert.True(count > 40 || (count == 0 && Environment.GetEnvironmentVariable("CI") != "true"), $"Only {count} queries were seen: is the interceptor still registered?");
    }

    [Fact]
    public void AFunctionOfSqliteAlone_IsCaught()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        var query = db.Sessions.Where(s => EF.Functions.Glob(s.Id, "2024*")).Expression;

        var failure = Assert.Throws<InvalidOperationException>(() => SqlServerTranslation.CompileForSqlServer(query));

        Assert.Contains("SQL Server cannot run this query", failure.Message, StringComparison.Ordinal);
    }
}
