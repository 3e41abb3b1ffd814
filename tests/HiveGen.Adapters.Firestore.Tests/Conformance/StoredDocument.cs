using System.Globalization;
using System.Text.Json.Nodes;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;

namespace HiveGen.Tests;

/// <summary>Reads what Firestore has, by other means than the adapter's.</summary>
internal static class StoredDocument
{
    public static StoredRow Row(SyncModel model, JsonNode document)
    {
        JsonObject fields = document["fields"]!.AsObject();
        object?[] values = [.. model.Fields.Select((field, index) => index == 0 ? Id(field, fields["id"]!["stringValue"]!.GetValue<string>()) : Value(field, fields[field.Name]))];
        return new StoredRow(
            fields["id"]!["stringValue"]!.GetValue<string>(),
            Int64(fields["_version"]!),
            fields["_deleted"]!["booleanValue"]!.GetValue<bool>(),
            fields["_home"]!["stringValue"]!.GetValue<string>(),
            values);
    }

    private static object Id(SyncField field, string id) => field.Type switch
    {
        SyncType.Guid => Guid.Parse(id),
        SyncType.Text => id,
        _ => long.Parse(id, CultureInfo.InvariantCulture),
    };

    private static object? Value(SyncField field, JsonNode? value) => value is null || value.AsObject().ContainsKey("nullValue") ? null : field.Type switch
    {
        SyncType.Bool => value["booleanValue"]!.GetValue<bool>(),
        SyncType.Int32 or SyncType.Int64 or SyncType.Time or SyncType.Duration => Int64(value),
        SyncType.Double => double.Parse(value["doubleValue"]!.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture),
        SyncType.Decimal => new decimal((int)(Math.Abs(Int64(value)) & 0xFFFFFFFF), (int)(unchecked((ulong)Math.Abs(Int64(value))) >> 32), 0, Int64(value) < 0, (byte)field.Scale),
        SyncType.Timestamp => UnixMicros.Write(DateTimeOffset.Parse(value["timestampValue"]!.GetValue<string>(), CultureInfo.InvariantCulture)),
        SyncType.Date => DateOnly.ParseExact(value["stringValue"]!.GetValue<string>(), "O", CultureInfo.InvariantCulture),
        SyncType.Guid => Guid.ParseExact(value["stringValue"]!.GetValue<string>(), "D"),
        SyncType.Blob => Convert.FromBase64String(value["bytesValue"]!.GetValue<string>()),
        SyncType.Json => Json(value)?.ToJsonString() ?? "null",
        _ => value["stringValue"]!.GetValue<string>(),
    };

    private static long Int64(JsonNode value) => long.Parse(value["integerValue"]!.ToString(), CultureInfo.InvariantCulture);

    private static JsonNode? Json(JsonNode value)
    {
        (string kind, JsonNode? inner) = value.AsObject().Single();
        return kind switch
        {
            "mapValue" when inner!["fields"]?["_json"] is { } text => JsonNode.Parse(text["stringValue"]!.GetValue<string>()),
            "mapValue" => new JsonObject((inner!["fields"]?.AsObject() ?? []).Select(static member => KeyValuePair.Create(member.Key, Json(member.Value!)))),
            "arrayValue" => new JsonArray([.. (inner!["values"]?.AsArray() ?? []).Select(static item => Json(item!))]),
            "integerValue" => JsonValue.Create(Int64(value)),
            "nullValue" => null,
            _ => inner!.DeepClone(),
        };
    }
}
