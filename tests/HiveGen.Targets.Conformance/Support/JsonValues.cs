using System.Text.Json;
using System.Xml;

namespace HiveGen.Targets.Conformance;

/// <summary>Stored values of targets that speak JSON as the wire does, for their probes.</summary>
public static class JsonValues
{
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
