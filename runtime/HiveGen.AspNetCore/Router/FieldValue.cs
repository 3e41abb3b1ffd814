using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Router;

/// <summary>Checks one value against the type of its field; the rules of lengths and ranges come later.</summary>
internal static class FieldValue
{
    private const long MinMilliseconds = -62_135_596_800_000; // year 1
    private const long MaxMilliseconds = 253_402_300_799_999; // year 9999

    /// <summary>What is wrong with the value the reader stands on, as a value of this field; null when nothing is. The reader does not move.</summary>
    public static string? Wrong(ref Utf8JsonReader reader, SyncField field)
        => reader.TokenType == JsonTokenType.Null && field.Type != SyncType.Json
            ? field.Nullable ? null : "must not be null."
            : WrongOfType(ref reader, field);

    /// <summary>Copies a value that is not wrong, or notes what is wrong inside it. The reader is left at its end.</summary>
    public static void Copy(ref Utf8JsonReader reader, SyncField field, ReadOnlySpan<byte> text, Utf8JsonWriter writer, ref Violations violations)
    {
        int start = (int)reader.TokenStartIndex;
        if (field.Type == SyncType.Json && SkipJson(ref reader) is { } fault)
        {
            violations.Add(field.Name, fault);
        }
        else
        {
            writer.WriteRawValue(text[start..(int)reader.BytesConsumed], skipInputValidation: true);
        }
    }

    /// <summary>What a value of this field must be.</summary>
    public static string Expected(SyncField field) => field.Type switch
    {
        SyncType.Text => "must be a string.",
        SyncType.Bool => "must be true or false.",
        SyncType.Int32 => "must be a whole number of at most 32 bits that its property can hold.",
        SyncType.Int64 => "must be a whole number of at most 64 bits that its property can hold.",
        SyncType.Double => "must be a finite number.",
        SyncType.Decimal => "must be a number of at most 28 digits.",
        SyncType.Timestamp => "must be a time: ISO 8601 text with Z or an offset, or whole milliseconds since 1970.",
        SyncType.Date => "must be a date: ISO 8601 text such as 2026-01-31.",
        SyncType.Time => "must be a time of day: ISO 8601 text such as 13:45:00.",
        SyncType.Duration => "must be a duration: text as HiveGen writes it.",
        SyncType.Guid => "must be a UUID: text such as 00000000-0000-0000-0000-000000000000.",
        SyncType.Blob => "must be bytes as Base64 text.",
        SyncType.Enum => $"must be one of {string.Join(", ", field.Values ?? [])}.",
        _ => "must be a JSON value of its property's type.",
    };

    private static string? WrongOfType(ref Utf8JsonReader reader, SyncField field)
    {
        if (reader.TokenType == JsonTokenType.String && !JsonText.IsUnicode(ref reader))
        {
            return "holds half a surrogate pair, which is no Unicode text.";
        }

        bool text = reader.TokenType == JsonTokenType.String;
        bool number = reader.TokenType == JsonTokenType.Number;
        bool fits = field.Type switch
        {
            SyncType.Text or SyncType.Time or SyncType.Duration or SyncType.Blob => text,
            SyncType.Date => text && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", out _),
            SyncType.Bool => reader.TokenType is JsonTokenType.True or JsonTokenType.False,
            SyncType.Int32 => number && reader.TryGetInt64(out long value) && value is >= int.MinValue and <= uint.MaxValue,
            SyncType.Int64 => number && reader.TryGetInt64(out _),
            SyncType.Double => number && reader.TryGetDouble(out double value) && double.IsFinite(value),
            SyncType.Decimal => number && DecimalText.IsExact(reader.ValueSpan) && reader.TryGetDecimal(out _),
            SyncType.Timestamp => number ? reader.TryGetInt64(out long value) && value is >= MinMilliseconds and <= MaxMilliseconds : text && IsInstant(ref reader),
            SyncType.Guid => text && reader.TryGetGuid(out _),
            SyncType.Enum => text && Names(ref reader, field),
            _ => true,
        };
        return fits ? null : Expected(field);
    }

    // A time without an offset would be read in the server's own zone.
    private static bool IsInstant(ref Utf8JsonReader reader)
        => reader.TryGetDateTimeOffset(out _) && reader.TryGetDateTime(out DateTime value) && value.Kind != DateTimeKind.Unspecified;

    /// <summary>The instant the reader stands on.</summary>
    public static DateTime TimeOf(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
        ? DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64()).UtcDateTime
        : reader.GetDateTimeOffset().UtcDateTime;

    private static bool Names(ref Utf8JsonReader reader, SyncField field)
    {
        foreach (string name in field.Values ?? [])
        {
            if (reader.ValueTextEquals(name))
            {
                return true;
            }
        }

        return false;
    }

    private static string? SkipJson(ref Utf8JsonReader reader)
    {
        string? fault = null;
        int depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                fault ??= !JsonText.TryGet(ref reader, out string text) ? "holds half a surrogate pair, which is no Unicode text."
                    : text.Contains('\0') ? "holds the character NUL, which several targets refuse." : null;
            }
        }
        while ((reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.Read());

        return fault;
    }
}
