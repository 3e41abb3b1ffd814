using System.Text.Json;
using System.Text.Json.Serialization;

namespace HiveGen.Json;

/// <summary>The spellings that differ from System.Text.Json's usual ones.</summary>
internal static class HiveConverters
{
    /// <summary>ISO 8601 or epoch milliseconds in, ISO 8601 out.</summary>
    public static JsonConverter<DateTimeOffset?> WireDateTimeOffset { get; } = new WireDateTimeOffsetConverter();

    /// <summary>ISO 8601 or epoch milliseconds in, ISO 8601 in UTC out.</summary>
    public static JsonConverter<DateTime?> WireDateTime { get; } = new WireDateTimeConverter();

    /// <summary>A JSON value that may be JSON null.</summary>
    public static JsonConverter<JsonElement?> WireJson { get; } = new WireJsonConverter();

    /// <summary>An ISO 8601 duration: <c>PT1H30M</c>.</summary>
    public static JsonConverter<TimeSpan> Duration { get; } = new DurationConverter();

    /// <summary>An ISO 8601 duration or null.</summary>
    public static JsonConverter<TimeSpan?> NullableDuration { get; } = new NullableDurationConverter();
}
