namespace HiveGen.Tests;

/// <summary>The rows of a table by their ids.</summary>
internal sealed class Dump
{
    private Dump(Dictionary<string, Dictionary<string, object?>> rows) => Rows = rows;

    public Dictionary<string, Dictionary<string, object?>> Rows { get; }

    public static Dump Of(string path, string table)
    {
        using Microsoft.Data.Sqlite.SqliteConnection connection = Sql.Open(path);
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT rowid AS \"rowid of it\", * FROM \"{table}\"";
        using Microsoft.Data.Sqlite.SqliteDataReader reader = command.ExecuteReader();
        Dictionary<string, Dictionary<string, object?>> rows = [];
        while (reader.Read())
        {
            Dictionary<string, object?> row = [];
            for (int i = 0; i < reader.FieldCount; i++)
            {
                row[reader.GetName(i)] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(Convert.ToString(row["id"], System.Globalization.CultureInfo.InvariantCulture)!, row);
        }

        return new Dump(rows);
    }

    /// <summary>All of them, as text to compare.</summary>
    public static Dictionary<string, Dump> OfAll(string path, IEnumerable<string> tables) => tables.ToDictionary(static table => table, table => Of(path, table));
}
