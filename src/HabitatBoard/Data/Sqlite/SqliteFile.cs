using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HabitatBoard.Data.Sqlite;

/// <summary>What is done with the file of a store as a whole.</summary>
internal static class SqliteFile
{
    /// <summary>What is wrong inside: pages, indexes, keys that lead nowhere.</summary>
    public static async Task<IReadOnlyList<string>> DamageAsync(string file, CancellationToken cancellationToken)
    {
        var damage = new List<string>();
        try
        {
            await using var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, cancellationToken);
            await using var integrity = connection.CreateCommand();
            integrity.CommandText = "PRAGMA integrity_check";
            await using (var reader = await integrity.ExecuteReaderAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    if (reader.GetString(0) is var line and not "ok")
                    {
                        damage.Add(line);
                    }
                }
            }
            await using var keys = connection.CreateCommand();
            keys.CommandText = "PRAGMA foreign_key_check";
            await using (var reader = await keys.ExecuteReaderAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    damage.Add(string.Create(CultureInfo.InvariantCulture, $"row {reader.GetValue(1)} of {reader.GetString(0)} refers to a row of {reader.GetString(2)} that is not there"));
                }
            }
        }
        catch (SqliteException e)
        {
            damage.Add(e.Message);
        }
        return damage;
    }

    /// <summary>Copies a store as it is at one moment, while others write to it.</summary>
    public static async Task CopyAsync(string file, string copy, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether some other connection has the store open: leaving the write-ahead log needs it alone.</summary>
    public static async Task<bool> IsInUseAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 1;
            command.CommandText = "PRAGMA journal_mode = DELETE";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return false;
        }
        catch (SqliteException e)
        {
            // SQLITE_BUSY, SQLITE_LOCKED. A damaged file is nobody's.
            return e.SqliteErrorCode is 5 or 6;
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
