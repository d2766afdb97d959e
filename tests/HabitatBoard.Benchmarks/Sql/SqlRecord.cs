using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HabitatBoard.Benchmarks.Sql;

/// <summary>A pooled connection to the published store, and the commands prepared on it.</summary>
internal sealed class SqlRecord : IDisposable
{
    private static readonly string[] Languages = ["Ar", "Zh", "En", "Fr", "Ru", "Es"];

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = [];

    public SqlRecord(string folder)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "published.db"),
            Mode = SqliteOpenMode.ReadOnly,
        }.ConnectionString);
        connection.Open();
    }

    /// <summary>The twelve columns of a text, for <see cref="WriteText"/>.</summary>
    public static string Text(string table, string name) => string.Join(", ", Languages.Select(l => $"{table}.{name}_{l}_Text, {table}.{name}_{l}_Status"));

    /// <summary>Runs a query with the parameters <c>@0</c>, <c>@1</c>, …</summary>
    public SqliteDataReader Read(string sql, params ReadOnlySpan<object> parameters)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < parameters.Length; i++)
            {
                command.Parameters.AddWithValue($"@{i}", parameters[i]);
            }
            command.Prepare();
            commands[sql] = command;
        }
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters[i].Value = parameters[i];
        }
        return command.ExecuteReader();
    }

    /// <summary>Writes a text as a language map, and its status beside it; null where there is no language.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, SqliteDataReader row, int column)
    {
        WriteMap(json, name, row, column, column, camelCase: false);
        WriteMap(json, $"{name}Status", row, column, column + 1, camelCase: true);
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }
        connection.Dispose();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, SqliteDataReader row, int present, int value, bool camelCase)
    {
        var open = false;
        for (var i = 0; i < Languages.Length; i++)
        {
            if (row.IsDBNull(present + (i * 2)))
            {
                continue;
            }
            if (!open)
            {
                json.WriteStartObject(name);
                open = true;
            }
            var text = row.GetString(value + (i * 2));
            json.WriteString(Languages[i].ToLowerInvariant(), camelCase ? Json.CamelCase(text) : text);
        }
        if (open)
        {
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
