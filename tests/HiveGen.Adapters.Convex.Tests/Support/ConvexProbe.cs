using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace HiveGen.Tests;

/// <summary>A Convex deployment under the suite. The exported functions are deployed as a user would; documents are read past the HTTP API.</summary>
public sealed class ConvexProbe(ServerFixture<ConvexServer> fixture) : TargetProbe
{
    private readonly List<SyncModel> deployed = [];
    private int deploys;

    public override bool CursorIsTransactional => true;

    public override bool MakesSchema => false;

    public override bool TypesColumns => false;

    public override bool Verifies => true;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Adapter"] = "Convex", ["Url"] = Server.Url.ToString(), ["DeployKey"] = ConvexServer.DeployKey };

    public override BadRowReport BadRows => BadRowReport.Batch;

    public override bool StoresNul => true;

    // Convex's test library has no indexes: it looks through every document for each row.
    public override int ManyRecords => 4_000;

    private ConvexServer Server => fixture.Server;

    public override async ValueTask ResetAsync()
    {
        await DisposeAsync();
        await Server.ControlAsync("reset", new { });
    }

    public override HiveTarget Create() => new ConvexTarget("convex", Server.Url.ToString(), new ConvexTargetOptions { DeployKey = ConvexServer.DeployKey });

    public override HiveTarget CreateWatched(Func<Task> beforeRequest)
        => new ConvexTarget("convex", Server.Url.ToString(), new ConvexTargetOptions { DeployKey = ConvexServer.DeployKey, Handler = RequestWatch.Of(beforeRequest) });

    public override HiveTarget CreateWithWrongKey() => new ConvexTarget("convex", Server.Url.ToString(), new ConvexTargetOptions { DeployKey = WrongKey });

    public override async ValueTask DeployAsync(IReadOnlyList<SyncModel> models)
    {
        deployed.RemoveAll(model => models.Any(other => other.Name == model.Name));
        deployed.AddRange(models);
        await PublishAsync();
    }

    public override async ValueTask<IReadOnlyList<StoredRow>> ReadAsync(SyncModel model)
    {
        JsonElement documents = await Server.ControlAsync("documents", new { table = ConvexNames.Of(model).Table });
        return [.. documents.EnumerateArray().Select(document => Row(model, document))];
    }

    public override async ValueTask DropAsync(SyncModel model)
    {
        deployed.RemoveAll(other => other.Name == model.Name);
        await PublishAsync();
    }

    public override async ValueTask RefuseTitleAsync(string title) => await Server.ControlAsync("refuse", new { title });

    public override async ValueTask StopAsync() => await Server.StopAsync();

    public override async ValueTask StartAsync() => await Server.StartAsync();

    public override async ValueTask DisposeAsync()
    {
        if (!Server.Running)
        {
            await Server.StartAsync();
        }
    }

    private async Task PublishAsync()
    {
        string folder = Server.Functions(++deploys);
        await ConvexFolder.WriteAsync(folder, deployed);
        await Server.ControlAsync("deploy", new { folder });
    }

    private static StoredRow Row(SyncModel model, JsonElement document)
    {
        IReadOnlyList<string> names = ConvexNames.Of(model).Fields;
        object?[] values = [.. model.Fields.Select((field, index) => document.TryGetProperty(names[index], out JsonElement value) && value.ValueKind != JsonValueKind.Null ? Value(field, index, value) : null)];
        return new StoredRow(
            document.GetProperty("hiveId").GetString()!,
            (long)document.GetProperty("hiveVersion").GetDouble(),
            document.GetProperty("hiveDeleted").GetBoolean(),
            document.GetProperty("hiveHome").GetString()!,
            values);
    }

    private static object Value(SyncField field, int index, JsonElement value) => field.Type switch
    {
        SyncType.Bool => value.GetBoolean(),
        SyncType.Int32 or SyncType.Int64 when index == 0 => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        SyncType.Int32 or SyncType.Int64 or SyncType.Duration => BinaryPrimitives.ReadInt64LittleEndian(value.GetProperty("$integer").GetBytesFromBase64()),
        SyncType.Double => value.GetDouble(),
        SyncType.Decimal => decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        SyncType.Timestamp => UnixMicros.Write(DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
        SyncType.Date => DateOnly.ParseExact(value.GetString()!, "O"),
        SyncType.Time => UnixMicros.Write(TimeOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
        SyncType.Guid => value.GetGuid(),
        SyncType.Blob => value.GetProperty("$bytes").GetBytesFromBase64(),
        _ => value.GetString()!,
    };
}
