using System.Globalization;
using System.Text.Json.Nodes;
using HiveGen.Tests;
using Microsoft.Data.Sqlite;

namespace HiveGen.Corpus;

/// <summary>
/// The rows of a file in the recording's spelling, read as another program reads them. Columns get the field's name, times become ISO texts; JSON is
/// compared as values, on both sides. The original's registry of models is no table of HiveGen's.
/// </summary>
internal static class Tables
{
    private const string Registry = "ronin_schema";

    public static string? Difference(JsonObject expected, string path, ModelSet models)
    {
        string[] wanted = [.. expected.Select(static table => table.Key).Where(static name => name != Registry).Order(StringComparer.Ordinal)];
        JsonObject found = Read(path, models, wanted);
        JsonObject rest = expected.DeepClone().AsObject();
        rest.Remove(Registry);
        foreach (string table in wanted)
        {
            Parse(rest[table]!.AsArray(), models.All.First(model => model.Table == table));
        }

        return Matcher.Difference(rest, found, "tables");
    }

    private static JsonObject Read(string path, ModelSet models, string[] wanted)
    {
        JsonObject tables = [];
        using SqliteConnection connection = Sql.Open(path);
        foreach (string table in Sql.Read(path, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_hive%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name"))
        {
            JsonArray rows = models.All.FirstOrDefault(model => model.Table == table) is { } known ? Rows(connection, known) : [];
            if (rows.Count > 0 || wanted.Contains(table) || models.All.All(model => model.Table != table))
            {
                tables[table] = rows;
            }
        }

        return tables;
    }

    private static JsonArray Rows(SqliteConnection connection, ModelSpec model)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{model.Table}\" ORDER BY rowid";
        using SqliteDataReader reader = command.ExecuteReader();
        JsonArray rows = [];
        while (reader.Read())
        {
            JsonObject row = [];
            for (int i = 0; i < reader.FieldCount; i++)
            {
                FieldSpec? field = model.Fields.FirstOrDefault(field => Names.Snake(field.Slug) == reader.GetName(i));
                row[field?.Slug ?? reader.GetName(i)] = Value(field, reader.GetValue(i));
            }

            rows.Add(row);
        }

        return rows;
    }

    private static JsonNode? Value(FieldSpec? field, object value) => value switch
    {
        DBNull => null,
        long micros when field?.Type == "date" => Support.Iso(DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond)),
        string json when field?.IsJson is true => JsonNode.Parse(json),
        long number => number,
        double number => number,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static void Parse(JsonArray rows, ModelSpec model)
    {
        foreach (JsonObject row in rows.Select(static row => row!.AsObject()))
        {
            foreach (FieldSpec field in model.Fields.Where(field => field.IsJson && row[field.Slug].IsText()))
            {
                row[field.Slug] = JsonNode.Parse(row[field.Slug]!.GetValue<string>());
            }
        }
    }
}
