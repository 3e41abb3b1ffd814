using System.Text.Json;
using System.Text.Json.Serialization;

namespace HiveGen.Json;

/// <summary>An instant on the wire, as a DateTime in UTC.</summary>
internal sealed class WireDateTimeConverter : JsonConverter<DateTime?>
{
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.Null ? null : WireInstant.Read(ref reader).UtcDateTime;

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
    {
        if (value is { } instant)
        {
            writer.WriteStringValue(instant);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
