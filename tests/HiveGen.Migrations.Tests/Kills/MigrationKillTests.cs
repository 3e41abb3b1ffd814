using System.Diagnostics;
using System.Globalization;

namespace HiveGen.Tests;

/// <summary>Real processes killed in the middle of a migration: the file is the old one or the new one, whole, and the next start ends the work.</summary>
public sealed class MigrationKillTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private readonly TestFolder folder = new();
    private readonly string original;
    private readonly string[] old;
    private readonly string[] wanted;

    public MigrationKillTests()
    {
        original = folder.File("original.db");
        Open(original, Versions.Old);
        Sql.Execute(original, """
            INSERT INTO people VALUES ('a', 'Ada', 'a@x', 'A'), ('b', 'Bo', 'b@x', 'C');
            INSERT INTO notes (owner, text, price, extra) SELECT 'a', 'note ' || value, value, 'x'
              FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 500) SELECT value FROM n);
            INSERT INTO labels SELECT 'l' || id, id FROM notes;
            INSERT INTO gone VALUES ('g');
            DELETE FROM notes WHERE id > 490;
            """);
        old = State(original);
        string migrated = Copy("migrated");
        Open(migrated, Versions.New);
        wanted = State(migrated);
    }

    [Fact]
    public async Task A_kill_at_any_step_leaves_the_old_file_whole()
    {
        HashSet<MigrationStepKind> kinds = [.. HiveMigrations.Plan(ModelShape.Schema(Versions.New), Versions.Options(original)).Steps.Select(static step => step.Kind)];
        Assert.Equal(Enum.GetValues<MigrationStepKind>().Where(static kind => kind != MigrationStepKind.Bookkeeping), kinds.Order());
        int steps = await CountAsync("step");
        for (int step = 1; step <= steps; step++)
        {
            string path = await KilledAsync("step", step);
            Assert.Equal(old, State(path));
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + "-migrations"), "*.db"));
            EndsWell(path);
        }
    }

    [Fact]
    public async Task A_kill_while_the_disk_is_written_leaves_the_old_file_or_the_new_one()
    {
        const int Kills = 12;
        int calls = await CountAsync("disk");
        int after = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            string path = await KilledAsync("disk", 1 + (kill * (calls - 1) / (Kills - 1)));
            string[] state = State(path);
            after += state.SequenceEqual(wanted) ? 1 : 0;
            Assert.True(state.SequenceEqual(wanted) || state.SequenceEqual(old), string.Join('\n', state));
            EndsWell(path);
        }

        Assert.InRange(after, 0, Kills - 1);
    }

    public void Dispose() => folder.Dispose();

    private void EndsWell(string path)
    {
        Open(path, Versions.New);
        Assert.Equal(wanted, State(path));
        Assert.Equal("ok", Sql.ReadOne(path, "PRAGMA integrity_check"));
        Assert.Empty(Sql.Read(path, "PRAGMA foreign_key_check"));
    }

    private async Task<int> CountAsync(string kind)
    {
        (int code, string output) = await RunAsync(Copy(kind), kind, int.MaxValue);
        Assert.Equal(0, code);
        return int.Parse(output, CultureInfo.InvariantCulture);
    }

    private async Task<string> KilledAsync(string kind, int nth)
    {
        string path = Copy($"{kind}{nth}");
        (int code, string output) = await RunAsync(path, kind, nth);
        Assert.True(code != 0 && output.Length == 0, $"It was not killed at {kind} {nth}: {output}");
        return path;
    }

    private static async Task<(int Code, string Output)> RunAsync(string path, string kind, int nth)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HiveGen.MigrationChild.dll"), path, kind, nth.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Limit);
        await process.WaitForExitAsync().WaitAsync(Limit);
        Assert.Equal("", await errors.WaitAsync(Limit));
        return (process.ExitCode, output.Trim());
    }

    private string Copy(string name)
    {
        string path = folder.File(name + ".db");
        File.Copy(original, path);
        return path;
    }

    private static void Open(string path, IReadOnlyList<ModelShape> models)
        => HiveEngine.Open(ModelShape.Schema(models), Versions.Options(path)).DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>All that a migration could lose: tables, indexes, triggers, rows, the change log.</summary>
    private static string[] State(string path)
    {
        List<string> state = SchemaText.Of(path, []);
        foreach (string table in Sql.Read(path, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ('_hive_session', '_hive_meta') ORDER BY name"))
        {
            state.AddRange(Sql.Read(path, $"SELECT '{table}', * FROM \"{table}\" ORDER BY 2"));
        }

        return [.. state, .. Sql.Read(path, "SELECT name, seq FROM sqlite_sequence ORDER BY name")];
    }
}
