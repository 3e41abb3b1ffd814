using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HiveGen.Export;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.TestModels;
using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

/// <summary>What is exported, held to the tool that reads it.</summary>
[Requires<Node>]
public sealed class ExportTests : IDisposable
{
    private readonly CommandApp app = new();

    [Theory]
    [InlineData("er")]
    [InlineData("hive")]
    [InlineData("json-schema")]
    [InlineData("sqlite")]
    public void It_is_the_same_each_time_and_in_every_culture(string name)
    {
        IReadOnlyList<ExportFile> first = app.Export(name);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NegativeSign = "minus ";
        other.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = other;
            Assert.Equal(first, app.Export(name));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(first.Count, first.DistinctBy(static file => file.Path).Count());
        Assert.All(first, static file => Assert.DoesNotContain('\r', file.Content));
    }

    [Fact]
    public void SQLite_makes_the_tables_of_a_target()
    {
        List<string> tables = TablesOf(Assert.Single(app.Export("sqlite")).Content);
        foreach (SyncModel model in Hive.Schema.Synced)
        {
            Assert.Contains(tables, line => line.StartsWith($"{model.Name}|", StringComparison.Ordinal) && line.Contains("_version", StringComparison.Ordinal));
            Assert.Contains(tables, line => line.StartsWith($"{model.Name}_live|", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task SQLite_makes_the_tables_that_the_Hive_has()
    {
        List<string> exported = TablesOf(Assert.Single(app.Export("hive")).Content);
        await Hive.Open(new HiveOptions { Path = app.HivePath }).DisposeAsync();
        using SqliteConnection hive = new($"Data Source={app.HivePath};Pooling=False");
        hive.Open();
        Assert.Equal(TablesOf(hive).Where(static line => !line.Contains("hive", StringComparison.Ordinal)), exported);
    }

    [ServerFact]
    public async Task Mermaid_draws_every_model_and_link()
    {
        string diagram = Assert.Single(app.Export("er")).Content;
        Assert.Equal((0, "er\n"), await MermaidAsync(diagram));
        Assert.Contains("    Post {\n        text id PK\n        text account FK\n", diagram, StringComparison.Ordinal);
        Assert.Contains("        text note \"may be null, stays in the Hive\"\n", diagram, StringComparison.Ordinal);
        Assert.Contains("    Comment }o--|| Post : \"Post\"\n", diagram, StringComparison.Ordinal);
        Assert.Contains("    Comment }o--o| Account : \"Author\"\n", diagram, StringComparison.Ordinal);
        Assert.All(Hive.Schema.Models, model => Assert.Contains($"    {model.Name} {{\n", diagram, StringComparison.Ordinal));
    }

    [ServerFact]
    public async Task Mermaid_would_refuse_what_is_no_diagram() => Assert.Equal(1, (await MermaidAsync("erDiagram\n  Account { text\n")).ExitCode);

    [ServerFact]
    public async Task Every_record_that_is_sent_meets_its_JSON_schema()
    {
        AllTypesSync all = new();
        Of<AllTypesSync>().FillDefaults(all, DateTimeOffset.UnixEpoch);
        all.Id = "a";
        await ValidAsync(all);
        all.TextOrNull = "🐝";
        all.LongOrNull = long.MinValue;
        all.UIntOrNull = uint.MaxValue;
        all.DoubleOrNull = -1e-300;
        all.DecimalOrNull = -12.34m;
        all.DateTimeOffsetOrNull = new DateTimeOffset(1969, 12, 31, 23, 59, 59, 999, TimeSpan.Zero).AddMicroseconds(999);
        all.DateOnlyOrNull = new DateOnly(1000, 1, 1);
        all.TimeOnlyOrNull = new TimeOnly(23, 59, 59, 999, 999);
        all.TimeSpanOrNull = TimeSpan.FromDays(-3) - TimeSpan.FromMicroseconds(1);
        all.GuidOrNull = Guid.AllBitsSet;
        all.BlobOrNull = new byte[] { 0, 255 };
        all.EnumOrNull = PostState.Draft;
        all.ElementOrNull = JsonElement.Parse("[1]");
        all.LongLink = 1;
        all.GuidLink = Guid.Empty;
        await ValidAsync(all);
        await ValidAsync(new CountrySync { Id = 1, Code = "de", Name = "Germany" });
    }

    [ServerFact]
    public async Task What_the_router_refuses_the_JSON_schema_refuses()
    {
        JsonObject post = new() { ["account"] = "acc_1", ["title"] = "one" };
        string[] results = await ValidateAsync(
            Of<PostSync>(),
            post,
            With(post, "title", ""),
            With(post, "title", new string('x', 201)),
            With(post, "title", null),
            With(post, "state", "Lost"),
            With(post, "views", -1),
            With(post, "views", 1.5),
            With(post, "published", "true"),
            With(post, "createdAt", "yesterday"),
            With(post, "nothing", 1),
            new JsonObject { ["title"] = "one" });
        Assert.Equal("valid", results[0]);
        Assert.All(results[1..], static result => Assert.NotEqual("valid", result));
        Assert.Equal(11, results.Length);
    }

    public void Dispose() => app.Dispose();

    private static SyncModel Of<TRecord>() => Hive.Schema.Synced.Single(static model => model.RecordType == typeof(TRecord));

    private static Task<(int ExitCode, string Output)> MermaidAsync(string diagram) => Node.RunAsync("export-checks", "mermaid.mjs", diagram);

    private static JsonObject With(JsonObject record, string name, JsonNode? value)
    {
        JsonObject changed = record.DeepClone().AsObject();
        changed[name] = value;
        return changed;
    }

    private static List<string> TablesOf(string sql)
    {
        using SqliteConnection database = new("Data Source=:memory:");
        database.Open();
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return TablesOf(database);
    }

    private static List<string> TablesOf(SqliteConnection database)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = "SELECT name || '|' || sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'trigger' ORDER BY name";
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> lines = [];
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    private async Task ValidAsync<TRecord>(TRecord record)
        where TRecord : SyncRecord
    {
        SyncModel model = Of<TRecord>();
        JsonSerializerOptions options = new() { TypeInfoResolver = model.Json };
        Assert.Equal(["valid"], await ValidateAsync(model, JsonSerializer.SerializeToNode(record, options.GetTypeInfo(typeof(TRecord)))!));
    }

    private async Task<string[]> ValidateAsync(SyncModel model, params JsonNode[] documents)
    {
        string schema = app.Export("json-schema").Single(file => file.Path == $"{model.Name}.schema.json").Content;
        JsonObject input = new() { ["schema"] = JsonNode.Parse(schema), ["documents"] = new JsonArray(documents) };
        (int exitCode, string output) = await Node.RunAsync("export-checks", "json-schema.mjs", input.ToJsonString());
        Assert.True(exitCode == 0, output);
        return output.TrimEnd().Split('\n');
    }
}
