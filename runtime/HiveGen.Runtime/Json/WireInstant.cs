using System.Text.Json;

namespace HiveGen.Json;

/// <summary>Reads an instant as the wire spells it: ISO 8601 with an offset, or milliseconds since 1970-01-01 UTC.</summary>
internal static class WireInstant
{
    private const long MinMilliseconds = -62_135_596_800_000;
    private const long MaxMilliseconds = 253_402_300_799_999;

    public static DateTimeOffset Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt64(out long milliseconds) && milliseconds is >= MinMilliseconds and <= MaxMilliseconds
                ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                : throw new JsonException("A time given as a number must be whole milliseconds since 1970-01-01 UTC, within the years 1 to 9999.");
        }

        // A text without an offset names no instant. TryGetDateTime says so by its kind; TryGetDateTimeOffset would take this machine's zone.
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out DateTime time) && time.Kind != DateTimeKind.Unspecified && reader.TryGetDateTimeOffset(out DateTimeOffset instant))
        {
            return instant;
        }

        throw new JsonException("A time must be ISO 8601 with Z or an offset (2026-11-21T20:15:00Z), or milliseconds since 1970-01-01 UTC.");
    }
}
