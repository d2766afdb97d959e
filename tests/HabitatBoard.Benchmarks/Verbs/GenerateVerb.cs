using System.Diagnostics;
using HabitatBoard.Data;
using HabitatBoard.Publishing;
using HabitatBoard.Sessions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HabitatBoard.Benchmarks.Verbs;

/// <summary>
/// Copies the first session of 2024 into further years, row by row inside the database. Ids end in the year, and every
/// key that names 2024 (session, symbol, slug, decision) names the year instead, so that references stay whole.
/// Texts stay as they are. Editions keep the size of their content, not its truth; the change feed is not copied.
/// </summary>
internal static class GenerateVerb
{
    public const string Help = "adds N sessions of the size of 2024-1 to the published store of a data folder";

    private const string Session = "2024-1";

    /// <summary>The last year that a session can have is 9999; the first generated one is 2025.</summary>
    private const int Most = 9_999 - 2_024;

    public static async Task<int> RunAsync(Options options)
    {
        var clock = Stopwatch.StartNew();
        var rows = await AddAsync(options.Word(0, "FOLDER"), options.WholeWord(1, "N"));
        Console.WriteLine($"{rows:N0} rows in {clock.Elapsed.TotalSeconds:0} s.");
        return 0;
    }

    public static async Task<int> AddAsync(string folder, int sessions)
    {
        if (sessions is < 1 or > Most)
        {
            throw new UsageException($"N lies between 1 and {Most}.");
        }
        await using var db = await new BoardStores(new DatabaseOptions { Folder = folder }).Publishing.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        // Tables in any order; the check comes at the end.
        await ExecuteAsync(connection, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;");
        var rows = 0;
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            foreach (var type in db.Model.GetEntityTypes())
            {
                if (SessionColumn(type) is { } owner)
                {
                    rows += await ExecuteAsync(connection, Copy(type, owner, sessions));
                }
            }
            await transaction.CommitAsync();
        }
        await using (var check = connection.CreateCommand())
        {
            check.CommandText = "PRAGMA foreign_key_check";
            await using var broken = await check.ExecuteReaderAsync();
            if (await broken.ReadAsync())
            {
                throw new InvalidOperationException($"{broken.GetString(0)} refers to a row of {broken.GetString(2)} that is not there.");
            }
        }
        await ExecuteAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        return rows;
    }

    /// <summary>The column that says whose a row is; null for tables that belong to no session.</summary>
    private static string? SessionColumn(IEntityType type) =>
        type.ClrType == typeof(Session) ? nameof(Sessions.Session.Id)
        : type.ClrType == typeof(Edition) ? nameof(Edition.Unit)
        : type.ClrType.IsAssignableTo(typeof(ISessionOwned)) ? nameof(ISessionOwned.SessionId)
        : null;

    private static string Copy(IEntityType type, string owner, int sessions)
    {
        var table = type.GetTableMappings().Single().Table;
        var columns = table.Columns.Select(c => (c.Name, Value: ValueOf(type, c))).ToList();
        return $"""
            WITH RECURSIVE new(y) AS (SELECT 2025 UNION ALL SELECT y + 1 FROM new WHERE y < {2024 + sessions})
            INSERT INTO "{table.Name}" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))})
            SELECT {string.Join(", ", columns.Select(c => c.Value))}
            FROM new CROSS JOIN "{table.Name}" t WHERE t."{owner}" = '{Session}'
            """;
    }

    private static string ValueOf(IEntityType type, IColumn column)
    {
        var property = column.PropertyMappings.Select(m => m.Property).First();
        var value = $"t.\"{column.Name}\"";
        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (clr == typeof(Guid))
        {
            return $"substr({value}, 1, 28) || printf('%08X', y)";
        }
        if (clr == typeof(int) && property.Name == "Year")
        {
            return "y";
        }
        // Keys belong to the row; texts of the record are complex properties.
        if (clr != typeof(string) || property.DeclaringType != type)
        {
            return value;
        }
        // A document of another year is copied under a slug of its own; who cites it goes on citing the original.
        var unique = type.GetIndexes().Any(i => i.IsUnique && i.Properties is [var only] && only == property);
        return unique
            ? $"CASE instr({value}, '2024') WHEN 0 THEN {value} || '-' || y ELSE replace({value}, '2024', y) END"
            // The second session of 2024 is not copied.
            : $"CASE {value} WHEN '2024-2' THEN {value} ELSE replace({value}, '2024', y) END";
    }

    private static async Task<int> ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return await command.ExecuteNonQueryAsync();
    }
}
