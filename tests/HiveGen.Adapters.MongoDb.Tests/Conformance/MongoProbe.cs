using System.Text.Json;
using HiveGen.Adapters.MongoDb;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>A MongoDB database of its own under the suite.</summary>
public sealed class MongoProbe(ServerFixture<MongoServer> mongo) : TargetProbe
{
    private readonly string database = $"t{Guid.NewGuid():N}";

    public override bool CursorIsTransactional => false;

    public override bool MakesSchema => true;

    public override bool MissesTables => false;

    public override bool TypesColumns => false;

    public override bool Verifies => true;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Adapter"] = "MongoDb", ["Connection"] = mongo.Server.ConnectionString(database) };

    public override BadRowReport BadRows => BadRowReport.Item;

    public override bool StoresNul => true;

    public override ValueTask ResetAsync() => default;

    public override HiveTarget Create() => new MongoTarget("mongo", mongo.Server.ConnectionString(database));

    public override HiveTarget CreateWithWrongKey() => new MongoTarget("mongo", mongo.Server.ConnectionString(database, WrongKey));

    public override async ValueTask<IReadOnlyList<StoredRow>> ReadAsync(SyncModel model)
    {
        using JsonDocument dump = JsonDocument.Parse(await RunAsync("hiveDump", model.Name, static _ => { }, static answer => BsonReader.TryFind(answer, "text"u8, out BsonValue text) ? text.Text() : "[]"));
        return [.. dump.RootElement.EnumerateArray().Select(document => ExtendedJson.Row(model, document))];
    }

    public override async ValueTask DropAsync(SyncModel model) => await RunAsync("drop", model.Name);

    public override async ValueTask RefuseTitleAsync(string title) => await RunAsync("collMod", "notes", w =>
    {
        w.BeginDocument("validator"u8);
        w.BeginDocument("title"u8);
        w.Text("$ne"u8, title);
        w.End();
        w.End();
    });

    public override async ValueTask StopAsync() => await mongo.Server.KillAsync();

    public override async ValueTask StartAsync() => await mongo.Server.StartAsync();

    public override async ValueTask DisposeAsync()
    {
        // A test that failed may have left it stopped.
        if (!mongo.Server.Running)
        {
            await mongo.Server.StartAsync();
        }

        await RunAsync("dropDatabase", "");
    }

    private Task RunAsync(string command, string collection) => RunAsync(command, collection, static _ => { });

    private Task RunAsync(string command, string collection, Action<BsonWriter> more) => RunAsync(command, collection, more, static answer => MongoAnswer.Failure(answer)?.Message);

    private async Task<string> RunAsync(string command, string collection, Action<BsonWriter> more, Func<ReadOnlySpan<byte>, string?> read)
    {
        await using MongoWire wire = new(MongoUrl.Parse("the test's server", mongo.Server.ConnectionString(database)), TimeProvider.System);
        BsonWriter w = new();
        w.Begin();
        w.Text(System.Text.Encoding.UTF8.GetBytes(command), collection);
        more(w);
        w.Text("$db"u8, database);
        w.End();
        return read((await wire.RunCommandAsync(database, w.Written, CancellationToken.None)).Span) ?? "";
    }
}
