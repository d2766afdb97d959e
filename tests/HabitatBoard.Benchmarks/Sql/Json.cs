using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HabitatBoard.Benchmarks.Sql;

/// <summary>Columns as JSON.</summary>
internal static class Json
{
    public static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>SQLite holds identifiers in capitals, the API writes them small.</summary>
    public static string Identifier(string id) => id.ToLowerInvariant();

    public static string Label(int number, string letter) => letter.Length == 0 ? number.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{number}({letter})");

    public static void WriteString(this Utf8JsonWriter json, string name, SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, row.GetString(column));
        }
    }

    public static void WriteNumber(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static int? Int32(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
