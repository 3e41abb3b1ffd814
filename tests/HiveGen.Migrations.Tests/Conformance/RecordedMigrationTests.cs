using System.Text.Json;
using HiveGen.Migrations;

namespace HiveGen.Tests;

/// <summary>The migrations recorded from the original, from the same models to the same models: the same tables, columns and rows come of it.</summary>
public sealed class RecordedMigrationTests
{
    [RecordedCasesFact]
    public void Every_recorded_migration_ends_with_the_same_tables_and_rows()
    {
        List<string> failures = [];
        int played = 0;
        foreach (JsonElement recorded in RecordedCases.Migrations().EnumerateArray())
        {
            played++;
            try
            {
                Play(recorded);
            }
            catch (Exception error) when (error is Xunit.Sdk.XunitException or HiveException)
            {
                failures.Add($"{recorded.GetProperty("id")}: {error.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        Assert.True(played >= 24, $"Only {played} cases were played.");
    }

    private static void Play(JsonElement recorded)
    {
        JsonElement expected = recorded.GetProperty("expect");
        string[] diff = [.. expected.GetProperty("diff").EnumerateArray().Select(static line => line.GetString()!)];
        string? required = recorded.GetProperty("options").TryGetProperty("requiredDefault", out JsonElement value) ? value.ToString() : null;
        List<ModelShape> now = RecordedModels.Read(recorded.GetProperty("definedModels"), required, diff);
        using ShapeFile file = new(RecordedModels.Read(recorded.GetProperty("existingModels"), null, []));
        Fill(file, recorded.GetProperty("setupSql"));

        // The original asks nobody before it drops something.
        MigrationPlan plan = file.Plan(now);
        file.Allowed.AddRange(plan.Kept.Select(Allowance.DropTable));
        file.Allowed.AddRange(file.Plan(now).Refusals.Select(static risk => risk.Allow).OfType<string>());
        file.Open(now);

        using ShapeFile fresh = new(now);
        Assert.Equal(SchemaText.Of(fresh.Path, []), SchemaText.Of(file.Path, []));
        Compare(file, expected);
    }

    private static void Compare(ShapeFile file, JsonElement expected)
    {
        Dictionary<string, JsonElement> tables = expected.GetProperty("tablesAfter").EnumerateObject().Where(static table => table.Name != "ronin_schema").ToDictionary(static table => Name(table.Name), static table => table.Value);
        Assert.Equal(tables.Keys.Order(StringComparer.Ordinal), file.Read("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_hive%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name"));
        foreach (JsonElement table in expected.GetProperty("schemaAfter").EnumerateArray().Where(static found => found.GetProperty("type").GetString() == "table" && found.GetProperty("name").GetString() != "ronin_schema"))
        {
            IEnumerable<string> columns = TableText.Parse(table.GetProperty("sql").GetString()!).Columns.Keys.Where(IsOwn).Select(RecordedModels.Snake);
            Assert.Equal(columns.Order(StringComparer.Ordinal), file.Read($"SELECT name FROM pragma_table_info('{Name(table.GetProperty("name").GetString()!)}') ORDER BY name"));
        }

        foreach ((string table, JsonElement rows) in tables)
        {
            IEnumerable<string> wanted = rows.EnumerateArray().Select(static row => string.Join(", ", row.EnumerateObject().Where(static field => IsOwn(field.Name) && field.Name != "id").Select(static field => $"{RecordedModels.Snake(field.Name)}={field.Value}").Order(StringComparer.Ordinal)));
            IEnumerable<string> found = Dump.Of(file.Path, table).Rows.Values.Select(static row => string.Join(", ", row.Where(static field => field.Key is not ("id" or "rowid of it")).Select(static field => $"{field.Key}={field.Value}").Order(StringComparer.Ordinal)));
            Assert.Equal(wanted, found);
        }
    }

    /// <summary>The original's own columns are not ours.</summary>
    private static bool IsOwn(string column) => !column.StartsWith("ronin.", StringComparison.Ordinal);

    private static string Name(string table) => table.Replace("ronin_link_", "", StringComparison.Ordinal);

    private static void Fill(ShapeFile file, JsonElement setup)
    {
        int id = 0;
        foreach (string sql in setup.EnumerateArray().Select(static statement => statement.GetProperty("sql").GetString()!).Where(static sql => sql.StartsWith("INSERT", StringComparison.Ordinal) && !sql.StartsWith("INSERT INTO \"ronin_schema\"", StringComparison.Ordinal)))
        {
            file.Write(sql[..sql.IndexOf(" RETURNING", StringComparison.Ordinal)].Replace(" (\"", " (\"id\", \"", StringComparison.Ordinal).Replace("VALUES (", $"VALUES ('id{++id}', ", StringComparison.Ordinal));
        }
    }
}
