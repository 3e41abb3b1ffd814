using System.Text.Json;
using System.Text.Json.Nodes;
using HiveGen.Adapters.MongoDb;
using HiveGen.Export;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>
/// The exported script in MongoDB's own shell, and the exported validators over the documents that the target writes, as the official
/// BSON package reads them. mongod itself cannot be had by tests.
/// </summary>
[Collection(MongoCollection.Name), Requires<MongoServer>]
public sealed class ExportTests(ServerFixture<MongoServer> mongo)
{
    private static readonly IReadOnlyList<ExportFile> Exported = new MongoExport().Export(Hive.Schema);

    private readonly string database = mongo.Server.ConnectionString($"t{Guid.NewGuid():N}");

    private static string Script => Exported.Single(static file => file.Path == "mongodb.js").Content;

    [ServerFact]
    public async Task The_shell_makes_collections_validators_and_indexes_and_may_be_run_again()
    {
        Assert.Equal((0, ""), await MongoShell.RunAsync(database, Script));
        Assert.Equal((0, ""), await MongoShell.RunAsync(database, Script));
        (int exitCode, string output) = await MongoShell.RunAsync(database, """
            for (const { name, options } of db.getCollectionInfos().sort((a, b) => (a.name < b.name ? -1 : 1))) {
              print(name, Object.keys(options.validator), db.getCollection(name).getIndexes().map(index => Object.keys(index.key).join('+')).join());
            }
            db.dropDatabase();
            """);
        Assert.True(exitCode == 0, output);
        Assert.Equal(
            Hive.Schema.Synced.Select(static model => $"{model.Name} [ '$jsonSchema' ] _id,_home+_version,_syncedAt+_id").Order(StringComparer.Ordinal),
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [ServerFact]
    public async Task The_shell_would_refuse_what_is_no_script()
        => Assert.NotEqual(0, (await MongoShell.RunAsync(database, Script.Replace("createIndex(", "createIndx(", StringComparison.Ordinal))).ExitCode);

    [ServerFact]
    public async Task Every_document_meets_its_validator_and_one_that_lacks_or_bends_a_field_does_not()
    {
        SyncModel model = Items.Of<EverythingSync>();
        List<string> full = await ValidateAsync(model, Full());
        Assert.Equal("valid", full[0]);
        // What a record may do without, and the values that are anything.
        Assert.All(full.Where(static line => line.StartsWith("valid no ", StringComparison.Ordinal)), static line => Assert.DoesNotContain(line[9..], (string[])["_id", "_version", "_deleted", "_home"]));
        string[] taken = [.. full.Skip(1).Where(static line => line.StartsWith("valid", StringComparison.Ordinal) && !line.StartsWith("valid no ", StringComparison.Ordinal)).Select(static line => line.Split(' ')[1]).Distinct()];
        Assert.Equal(["json", "jsonOrNull"], taken);
        Assert.Contains("refused no _version", full);
        Assert.Contains("refused long as Int32", full);
        Assert.Contains("refused timestampOrNull as Timestamp", full);
    }

    [ServerFact]
    public async Task Nulls_and_ghosts_meet_it_too()
    {
        EverythingSync record = new();
        Items.Of<EverythingSync>().FillDefaults(record, DateTimeOffset.UnixEpoch);
        record.Id = "e1";
        Assert.Equal("valid", (await ValidateAsync(Items.Of<EverythingSync>(), Items.Item("e1", 5, record)))[0]);
        Assert.Equal("valid", (await ValidateAsync(Items.Of<EverythingSync>(), Items.Gone<EverythingSync>("e1", 6)))[0]);
        Assert.Equal("valid", (await ValidateAsync(Items.Of<CounterSync>(), Items.Item("7", 5, new CounterSync { Id = 7, Value = 1 })))[0]);
        Assert.Equal("valid", (await ValidateAsync(Items.Of<BeaconSync>(), Items.Item($"{Guid.AllBitsSet}", 5, new BeaconSync { Id = Guid.AllBitsSet, Name = "b" })))[0]);
    }

    [ServerFact]
    public async Task A_validator_that_is_none_would_be_refused()
    {
        (int exitCode, string output) = await RunAsync(Validator(Items.Notes).Replace("\"long\"", "\"lang\"", StringComparison.Ordinal), []);
        Assert.Equal(1, exitCode);
        Assert.Contains("bsonType", output, StringComparison.Ordinal);
    }

    private static SyncItem Full()
    {
        EverythingSync record = new();
        Items.Of<EverythingSync>().FillDefaults(record, DateTimeOffset.UnixEpoch);
        record.Id = "e1";
        record.TextOrNull = "🐝";
        record.BoolOrNull = true;
        record.IntOrNull = 1;
        record.LongOrNull = long.MinValue;
        record.DoubleOrNull = 1.0;
        record.Single = 0.5f;
        record.DecimalOrNull = 1.25m;
        record.Fine = 0.000000000000000001m;
        record.Whole = 7;
        record.TimestampOrNull = DateTimeOffset.UnixEpoch.AddMicroseconds(1);
        record.DateOrNull = new DateOnly(1000, 1, 1);
        record.TimeOrNull = TimeOnly.MaxValue;
        record.DurationOrNull = TimeSpan.FromDays(-1);
        record.Guid = Guid.AllBitsSet;
        record.GuidOrNull = Guid.AllBitsSet;
        record.BlobOrNull = new byte[] { 0 };
        record.EnumOrNull = Colour.Green;
        record.JsonOrNull = JsonElement.Parse("""{"a":[1]}""");
        record.Note = "n1";
        record.Counter = 7;
        record.Beacon = Guid.Empty;
        return Items.Item("e1", 5, record);
    }

    private static string Validator(SyncModel model) => Exported.Single(file => file.Path == $"{model.Name}.validator.json").Content;

    private static async Task<List<string>> ValidateAsync(SyncModel model, SyncItem item)
    {
        CapturedCommands commands = new();
        await using MongoTarget target = new("mongo", commands, new MongoTargetOptions { Database = "app" });
        await target.SendAsync(new SendBatch([item], null), CancellationToken.None);
        (int exitCode, string output) = await RunAsync(Validator(model), commands.Bytes);
        Assert.True(exitCode == 0, output);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static Task<(int ExitCode, string Output)> RunAsync(string validator, IEnumerable<string> updates)
    {
        JsonObject input = new() { ["validator"] = JsonNode.Parse(validator), ["updates"] = new JsonArray([.. updates.Select(static hex => JsonValue.Create(hex))]) };
        return Node.RunAsync("mongo", "validate.mjs", input.ToJsonString());
    }
}
