using System.Text.Json.Nodes;
using HiveGen.Tests;

namespace HiveGen.Corpus;

/// <summary>One file that is opened with one version of the models after another, each compiled from its classes.</summary>
internal sealed class ModelVersions : IDisposable
{
    private readonly TestFolder folder = new();
    private ModelSet models = new([]);

    public string Path => folder.File("hive.db");

    /// <summary>Opens the file with these models, allows what is lost by it (the original asks nobody), and runs the queries.</summary>
    public async Task OpenAsync(ModelSet next, params IReadOnlyList<JsonNode?> queries)
    {
        models = next;
        CompiledApp? app = Compile(next, queries);
        HiveOptions options = Options(Path);
        if (File.Exists(Path))
        {
            HiveSchema schema = app?.Schema ?? new HiveSchema([], []);
            options.Migrations.Allow.AddRange(HiveMigrations.Plan(schema, options).Kept.Select(static table => "drop-table:" + table));
            options.Migrations.Allow.AddRange(HiveMigrations.Plan(schema, options).Refusals.Select(static risk => risk.Allow).OfType<string>());
        }

        if (app is null)
        {
            await HiveEngine.Open(new HiveSchema([], []), options).DisposeAsync();
            return;
        }

        await using HiveDatabase hive = app.Open(options);
        if (queries.Count > 0)
        {
            await app.RunAsync(hive, "Queries");
        }
    }

    /// <summary>How the file differs from what was recorded, or from a file that never had other models.</summary>
    public async Task<string?> DifferenceAsync(JsonNode expected)
    {
        using ModelVersions fresh = new();
        await fresh.OpenAsync(models);
        List<string> wanted = SchemaText.Of(fresh.Path, []), found = SchemaText.Of(Path, []);
        return wanted.SequenceEqual(found) ? SchemaFacts.Difference(expected.Array("schemaAfter"), Path) ?? Tables.Difference(expected.Object("tablesAfter"), Path, models)
            : $"schema: a new file has {string.Join(" | ", wanted.Except(found))}, and the migrated one {string.Join(" | ", found.Except(wanted))}";
    }

    public void Dispose() => folder.Dispose();

    private static CompiledApp? Compile(ModelSet models, IReadOnlyList<JsonNode?> queries)
        => models.All.Count == 0 ? null : AppCompiler.Compile(ClassWriter.Write(models), CaseWriter.Class(queries.Count == 0 ? [] : [CaseWriter.Method("Queries", models, queries)]));

    private static HiveOptions Options(string path) => new() { Path = path, Synchronous = HiveSynchronous.Normal };
}
