using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Xml;

namespace HiveGen.Targets.Conformance;

/// <summary>
/// The fields of a sync record by way of its generated JSON, which is tested by itself and has nothing in common with the way
/// that adapters take: what the suite expects to find stored. Probes of targets that speak JSON may read rows by it too.
/// </summary>
public static class JsonValues
{
    /// <summary>The fields of a record, as <see cref="StoredValue"/> wants them.</summary>
    public static IReadOnlyList<object?> Of(SyncModel model, SyncRecord record)
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = model.Json };
        JsonTypeInfo info = options.GetTypeInfo(model.RecordType);
        using JsonDocument document = JsonSerializer.SerializeToDocument(record, info);
        return [.. model.Fields.Select(field => document.RootElement.TryGetProperty(field.Name, out JsonElement value) ? Of(field, value) : null)];
    }

    /// <summary>The value of a field as the wire spells it.</summary>
    public static object? Of(SyncField field, JsonElement value) => value.ValueKind == JsonValueKind.Null && field.Type != SyncType.Json ? null : field.Type switch
    {
        SyncType.Text or SyncType.Enum => value.GetString(),
        SyncType.Bool => value.GetBoolean(),
        SyncType.Int32 or SyncType.Int64 => value.GetInt64(),
        SyncType.Double => value.GetDouble(),
        SyncType.Decimal => value.GetDecimal(),
        SyncType.Timestamp => UnixMicros.Write(value.GetDateTimeOffset()),
        SyncType.Date => DateOnly.ParseExact(value.GetString()!, "O"),
        SyncType.Time => UnixMicros.Write(TimeOnly.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture)),
        SyncType.Duration => UnixMicros.Write(XmlConvert.ToTimeSpan(value.GetString()!)),
        SyncType.Guid => value.GetGuid(),
        SyncType.Blob => value.GetBytesFromBase64(),
        SyncType.Json => value.ValueKind == JsonValueKind.Null && field.Nullable ? null : value.GetRawText(),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "This type is new to the conformance suite."),
    };
}
