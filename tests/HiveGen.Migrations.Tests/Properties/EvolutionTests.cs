using System.Globalization;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace HiveGen.Tests;

/// <summary>
/// Random models over random rows, changed again and again. <c>HIVEGEN_EVOLUTIONS</c> sets how many histories, <c>HIVEGEN_SEED</c>
/// replays one.
/// </summary>
public sealed class EvolutionTests(ITestOutputHelper output)
{
    private const int Steps = 6;

    [Fact]
    public void A_migrated_file_has_lost_nothing_unnamed_and_is_as_a_fresh_one()
    {
        string? replay = Environment.GetEnvironmentVariable("HIVEGEN_SEED");
        int histories = replay is null ? int.Parse(Environment.GetEnvironmentVariable("HIVEGEN_EVOLUTIONS") ?? "20", CultureInfo.InvariantCulture) : 1;
        int first = replay is null ? Random.Shared.Next(1_000_000_000) : int.Parse(replay, CultureInfo.InvariantCulture);
        int applied = 0;
        int refused = 0;
        for (int i = 0; i < histories; i++)
        {
            output.WriteLine($"HIVEGEN_SEED={first + i}");
            (int done, int denied) = Run(new Random(first + i));
            applied += done;
            refused += denied;
        }

        output.WriteLine($"{applied} migrations applied, {refused} of them after a refusal");
        Assert.True(replay is not null || applied > histories, "Nearly nothing was applied: the generator makes changes that nobody can make.");
    }

    private static (int Applied, int Refused) Run(Random random)
    {
        RandomShapes shapes = new(random);
        RandomRows rows = new(random);
        World world = shapes.First();
        using ShapeFile file = new(world.Models);
        int applied = 0;
        int refused = 0;
        for (int step = 0; step < Steps; step++)
        {
            rows.Fill(file.Path, world, 60);
            World next = shapes.Next(world);
            Dictionary<string, Dump> before = Dump.OfAll(file.Path, world.Models.Select(static model => model.Table));
            List<string> log = file.Log();
            List<string> schema = SchemaText.Of(file.Path, []);
            file.Allowed.Clear();
            MigrationPlan plan = file.Plan(next.Models);
            if (plan.Refusals.Count > 0)
            {
                file.Refused(next.Models);
                Assert.Equal(schema, SchemaText.Of(file.Path, []));
                refused++;
                if (plan.Refusals.Any(static risk => risk.Allow is null))
                {
                    continue;
                }

                file.Allowed.AddRange(plan.Refusals.Select(static risk => risk.Allow!));
                plan = file.Plan(next.Models);
                if (plan.Refusals.Count > 0)
                {
                    // Only what shows when the values are as they will be, such as a unique key over rounded ones.
                    Assert.All(plan.Refusals, static risk => Assert.Null(risk.Allow));
                    continue;
                }
            }

            file.Open(next.Models);
            applied++;
            Assert.True(file.Plan(next.Models).IsEmpty, "a second plan has something to do: " + file.Plan(next.Models));
            Assert.Equal(log, file.Log());
            Assert.Equal(["ok"], file.Read("PRAGMA integrity_check"));
            Assert.Empty(file.Read("PRAGMA foreign_key_check"));
            new LossCheck(world, next, plan, before, Dump.OfAll(file.Path, next.Models.Select(static model => model.Table))).Run();
            CompareWithFresh(file, next, plan, rows);
            world = next;
        }

        return (applied, refused);
    }

    private static void CompareWithFresh(ShapeFile file, World world, MigrationPlan plan, RandomRows rows)
    {
        using ShapeFile fresh = new(world.Models);
        Assert.Equal(SchemaText.Of(fresh.Path, []), SchemaText.Of(file.Path, plan.Kept));
        string[] tables = [.. world.Models.Select(static model => model.Table)];
        Copy(file.Path, fresh.Path, world);
        int logged = file.Log().Count;
        int loggedFresh = fresh.Log().Count;
        using SqliteConnection one = Sql.Open(file.Path);
        using SqliteConnection other = Sql.Open(fresh.Path);
        if (plan.Kept.Count > 0)
        {
            // Kept tables still link, which a fresh file does not have.
            return;
        }

        RandomRows.Try(one, "BEGIN");
        RandomRows.Try(other, "BEGIN");
        for (int i = 0; i < 15 && tables.Length > 0; i++)
        {
            string sql = rows.Statement(world);
            Assert.Equal($"{sql}: {RandomRows.Try(other, sql)}", $"{sql}: {RandomRows.Try(one, sql)}");
        }

        RandomRows.Try(one, "COMMIT");
        RandomRows.Try(other, "COMMIT");

        foreach (string table in tables)
        {
            Assert.Equal(Rows(fresh.Path, table), Rows(file.Path, table));
        }

        Assert.Equal(Entries(fresh, loggedFresh), Entries(file, logged));
    }

    // In which order SQLite cascades into several tables is its own affair.
    private static IEnumerable<string> Entries(ShapeFile file, int from)
        => file.Read($"SELECT model, id, op FROM _hive_change ORDER BY seq LIMIT -1 OFFSET {from}").Order(StringComparer.Ordinal);

    private static List<string> Rows(string path, string table)
    {
        string columns = string.Join(", ", Sql.Read(path, $"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}') ORDER BY name"));
        return Sql.Read(path, $"SELECT rowid, {columns} FROM \"{table}\" ORDER BY 1");
    }

    private static void Copy(string from, string to, World world)
    {
        string copies = string.Concat(world.Models.Select(model =>
        {
            string columns = string.Join(", ", model.Columns.Select(static column => $"\"{column.Name}\""));
            string rowId = model.Columns[0].Type == "text" ? "rowid, " : "";
            return $"INSERT INTO main.\"{model.Table}\" ({rowId}{columns}) SELECT {rowId}{columns} FROM old.\"{model.Table}\";"
                + $"DELETE FROM main.sqlite_sequence WHERE name = '{model.Table}'; INSERT INTO main.sqlite_sequence SELECT * FROM old.sqlite_sequence WHERE name = '{model.Table}';";
        }));
        Sql.Execute(to, $"PRAGMA foreign_keys = OFF; ATTACH '{from}' AS old; {copies}");
    }
}
