using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace HiveGen.Json;

/// <summary>A duration as ISO 8601 spells it.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        try
        {
            return XmlConvert.ToTimeSpan(text ?? "");
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new JsonException("A duration must be ISO 8601, such as PT1H30M or P2DT4H.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(XmlConvert.ToString(value));
}
