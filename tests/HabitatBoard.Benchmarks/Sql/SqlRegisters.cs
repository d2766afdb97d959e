using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HabitatBoard.Benchmarks.Sql;

/// <summary>The names of delegations, groups and persons, in memory as in the application.</summary>
internal sealed class SqlRegisters
{
    private readonly Dictionary<string, string> names = [];

    public SqlRegisters(SqlRecord record)
    {
        foreach (var sql in new[]
        {
            "SELECT Code, RunningName_En_Text FROM Delegations WHERE RunningName_En_Text IS NOT NULL",
            "SELECT Code, Name_En_Text FROM Groups WHERE Name_En_Text IS NOT NULL",
            "SELECT Code, Name_En_Text FROM Persons WHERE Name_En_Text IS NOT NULL",
        })
        {
            using var row = record.Read(sql);
            while (row.Read())
            {
                names[row.GetString(0)] = row.GetString(1);
            }
        }
    }

    public void WriteName(Utf8JsonWriter json, string name, SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, names.GetValueOrDefault(row.GetString(column)));
        }
    }
}
