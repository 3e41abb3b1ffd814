using System.Text.Json.Nodes;
using HiveGen.Tests;
using Microsoft.Data.Sqlite;

namespace HiveGen.Corpus;

/// <summary>
/// What two schemas must have in common to be equivalent: tables, columns, their types, links with what a removal does, unique keys and indexes. The
/// recorded one is made in memory, so that SQLite itself tells both.
/// </summary>
internal static class SchemaFacts
{
    public static string? Difference(JsonArray recorded, string path)
    {
        using SqliteConnection original = Sql.Open(":memory:");
        foreach (JsonNode? part in recorded)
        {
            using SqliteCommand command = original.CreateCommand();
            command.CommandText = part.Text("sql");
            command.ExecuteNonQuery();
        }

        using SqliteConnection ours = Sql.Open(path);
        List<string> wanted = Facts(original, "ronin_schema"), found = Facts(ours, "_hive%");
        List<string> missing = [.. wanted.Except(found)], more = [.. found.Except(wanted).Where(static fact => !IsIndex(fact))];
        return missing.Count + more.Count == 0 ? null : $"schema: {string.Join(" | ", missing)} is recorded, and {string.Join(" | ", more)} is there";
    }

    // The original loses the indexes of a table that it rebuilds, unique ones too, and has none on links. That no index is there which the
    // models do not have tells the comparison with a new file.
    private static bool IsIndex(string fact) => fact.StartsWith("index ", StringComparison.Ordinal) || fact.StartsWith("unique ", StringComparison.Ordinal);

    private static List<string> Facts(SqliteConnection connection, string without)
    {
        List<string> facts = [];
        foreach (string table in Read(connection, $"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '{without}' AND name NOT LIKE 'sqlite%'"))
        {
            facts.Add("table " + table);
            facts.AddRange(Read(connection, $"SELECT name || ' ' || type FROM pragma_table_info('{table}')").Select(column => $"column {table}.{Column(column)}"));
            facts.AddRange(Read(connection, $"SELECT \"from\" || ' ' || \"table\" || ' ' || on_delete FROM pragma_foreign_key_list('{table}')").Select(link => $"link {table}.{Link(link)}"));
            foreach (string index in Read(connection, $"SELECT name || ' ' || \"unique\" FROM pragma_index_list('{table}') WHERE origin <> 'pk'"))
            {
                string columns = string.Join(", ", Read(connection, $"SELECT name FROM pragma_index_info('{index.Split(' ')[0]}')").Select(Names.Snake));
                facts.Add($"{(index.EndsWith('1') ? "unique" : "index")} {table} ({columns})");
            }
        }

        return facts;
    }

    // Times are numbers here and texts there; so are true and false everywhere.
    private static string Column(string column)
    {
        string[] parts = column.Split(' ');
        return Names.Snake(parts[0]) + " " + parts[1] switch { "DATETIME" or "BOOLEAN" => "INTEGER", _ => parts[1] };
    }

    // Links are checked at once here, so that nothing can happen between: no action and a refusal are the same.
    private static string Link(string link)
    {
        string[] parts = link.Split(' ', 3);
        return $"{Names.Snake(parts[0])} to {parts[1]}, {(parts[2] == "NO ACTION" ? "RESTRICT" : parts[2])}";
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
