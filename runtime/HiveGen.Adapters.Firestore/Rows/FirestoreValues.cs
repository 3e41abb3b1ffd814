using System.Globalization;
using System.Text.Json;

namespace HiveGen.Adapters.Firestore;

/// <summary>Reads single values.</summary>
internal static class FirestoreValues
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>A field of a document, or of a map; null when it is null or not there.</summary>
    public static JsonElement? Find(JsonElement fields, string name)
        => fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(name, out JsonElement value) && !value.TryGetProperty("nullValue"u8, out _) ? value : null;

    /// <summary>A whole number, also one written as a double.</summary>
    public static long Int64(JsonElement value) => value.TryGetProperty("integerValue"u8, out JsonElement whole)
        ? whole.ValueKind == JsonValueKind.String ? long.Parse(whole.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : whole.GetInt64()
        : checked((long)Double(value));

    /// <summary>A floating-point number, also one written as a whole one.</summary>
    public static double Double(JsonElement value) => value.TryGetProperty("doubleValue"u8, out JsonElement real)
        ? real.ValueKind == JsonValueKind.String ? double.Parse(real.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture) : real.GetDouble()
        : Int64(value.TryGetProperty("integerValue"u8, out _) ? value : throw new InvalidDataException("A number was expected."));

    /// <summary>A text.</summary>
    public static string Text(JsonElement value) => value.GetProperty("stringValue"u8).GetString()!;

    /// <summary>A bool.</summary>
    public static bool Bool(JsonElement value) => value.GetProperty("booleanValue"u8).GetBoolean();

    /// <summary>An instant as Firestore spells it, in microseconds.</summary>
    public static long Timestamp(JsonElement value)
        => UnixMicros.Write(DateTimeOffset.Parse(value.GetProperty("timestampValue"u8).GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));

    /// <summary>The spelling of an instant.</summary>
    public static string Timestamp(long micros) => UnixMicros.ReadDateTimeOffset(micros).ToString(TimeFormat, CultureInfo.InvariantCulture);
}
