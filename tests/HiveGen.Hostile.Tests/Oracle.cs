using System.Text.Json;
using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Hostile.Tests;

/// <summary>Reads a body by other means than the router, and compares it with what came to the target.</summary>
public static class Oracle
{
    private static readonly string[] Ids = ["id", "bladeId"];

    /// <summary>What differs; null when nothing does.</summary>
    public static string? Differs(JsonElement body, SyncItem item)
    {
        if (body.GetProperty("model").GetString() != item.Model.Name || body.GetProperty("recordId").GetString() != item.RecordId)
        {
            return $"came as {item.Model.Name} {item.RecordId}";
        }

        string operation = body.GetProperty("operation").GetString()!;
        if (operation != item.Operation.ToString().ToLowerInvariant() || (operation == "delete") != (item.Record is null))
        {
            return $"came as {item.Operation}";
        }

        return item.Record is null ? null : Differs(body.GetProperty("data"), item.Model, item.Record);
    }

    private static string? Differs(JsonElement data, SyncModel model, SyncRecord record)
    {
        using JsonDocument arrived = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(record, JsonOptions.GetTypeInfo(model.RecordType)));
        for (int i = 1; i < model.Fields.Count; i++)
        {
            SyncField field = model.Fields[i];
            bool given = data.TryGetProperty(field.Name, out JsonElement sent);
            if (given != record.Given.Has(i))
            {
                return $"{field.Name} was {(given ? "" : "not ")}given";
            }

            if (given && !Same(field.Type, sent, arrived.RootElement.GetProperty(field.Name)))
            {
                return $"{field.Name} came as {arrived.RootElement.GetProperty(field.Name)}";
            }
        }

        HashSet<string> known = [.. model.Fields.Select(static field => field.Name), .. Ids];
        return data.EnumerateObject().Select(static member => member.Name).FirstOrDefault(name => !known.Contains(name)) is { } stranger ? $"{stranger} was let in" : null;
    }

    private static readonly JsonSerializerOptions JsonOptions = new() { TypeInfoResolver = HiveJson.Instance, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static bool Same(SyncType type, JsonElement sent, JsonElement arrived) => (sent.ValueKind, type) switch
    {
        (JsonValueKind.Null, not SyncType.Json) => arrived.ValueKind == JsonValueKind.Null,
        (_, SyncType.Timestamp) => TimeOf(sent) == TimeOf(arrived),
        (_, SyncType.Guid) => sent.GetGuid() == arrived.GetGuid(),
        (_, SyncType.Blob) => sent.GetBytesFromBase64().AsSpan().SequenceEqual(arrived.GetBytesFromBase64()),
        (_, SyncType.Double) => Math.Abs(sent.GetDouble() - arrived.GetDouble()) <= Math.Abs(sent.GetDouble()) * 1e-6, // a float is narrower
        (_, SyncType.Time or SyncType.Duration) => arrived.ValueKind == JsonValueKind.String,
        (JsonValueKind.String, _) => sent.GetString() == arrived.GetString(),
        _ => JsonElement.DeepEquals(sent, arrived),
    };

    private static DateTimeOffset TimeOf(JsonElement value)
        => value.ValueKind == JsonValueKind.Number ? DateTimeOffset.FromUnixTimeMilliseconds(value.GetInt64()) : value.GetDateTimeOffset();
}
