using System.Text.Json;
using HiveGen.Adapters.Http;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>A REST API that understands versions, under the suite.</summary>
public sealed class RestProbe(RestMode mode = RestMode.Batch) : TargetProbe
{
    private readonly RestApi api = new();
    private readonly TestPort port = new();
    private FixedServer? server;

    public override bool CursorIsTransactional => false;

    public override bool MakesSchema => true;

    public override bool MissesTables => false;

    public override bool TypesColumns => false;

    public override bool Sweeps => false;

    public override bool Verifies => false;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Adapter"] = "Rest",
        ["Url"] = Url,
        ["Secret"] = RestApi.Secret,
        ["Mode"] = mode.ToString(),
        ["Versions"] = "true",
        ["CursorPath"] = "/sync/cursor",
    };

    public override BadRowReport BadRows => BadRowReport.Item;

    public override bool StoresNul => true;

    private string Url => $"http://127.0.0.1:{port.Number}";

    public override ValueTask ResetAsync() => StartAsync();

    public override HiveTarget Create() => Make(RestApi.Secret);

    public override HiveTarget CreateWithWrongKey() => Make(WrongKey);

    public override ValueTask<IReadOnlyList<StoredRow>> ReadAsync(SyncModel model)
        => new([.. api.RowsOf(model.Name).Select(row => Row(model, row.Key, row.Value))]);

    public override ValueTask DropAsync(SyncModel model)
    {
        api.Forget(model.Name);
        return default;
    }

    public override ValueTask RefuseTitleAsync(string title)
    {
        api.Refused = title;
        return default;
    }

    public override async ValueTask StopAsync()
    {
        await server!.DisposeAsync();
        port.Hold();
    }

    public override async ValueTask StartAsync()
    {
        port.Release();
        server = await FixedServer.StartAsync(api.AnswerAsync, Url);
    }

    public override async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        port.Dispose();
    }

    private RestTarget Make(string secret) => new("rest", Url, new RestTargetOptions { Secret = secret, Mode = mode, Versions = true, CursorPath = "/sync/cursor", MaxRecords = 500 });

    private static StoredRow Row(SyncModel model, string recordId, RestRow row)
    {
        object?[] values = row.Data is { } data
            ? [.. model.Fields.Select(field => data.TryGetProperty(field.Name, out JsonElement value) ? Value(model, field, value) : null)]
            : [Id(model.Fields[0], recordId), .. Enumerable.Repeat<object?>(null, model.Fields.Count - 1)];
        return new StoredRow(recordId, row.Version, row.Data is null, row.Home ?? "", values);
    }

    // JSON spells a float with the digits that a float needs; the suite looks at it as a double.
    private static object? Value(SyncModel model, SyncField field, JsonElement value)
        => model.RecordType.GetField(field.Property)!.FieldType == typeof(Given<float?>) && value.ValueKind == JsonValueKind.Number ? (double)value.GetSingle() : JsonValues.Of(field, value);

    private static object Id(SyncField field, string recordId) => field.Type switch
    {
        SyncType.Int32 or SyncType.Int64 => long.Parse(recordId, System.Globalization.CultureInfo.InvariantCulture),
        SyncType.Guid => Guid.Parse(recordId),
        _ => recordId,
    };
}
