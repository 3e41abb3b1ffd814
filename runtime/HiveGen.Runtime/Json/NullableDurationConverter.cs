using System.Text.Json;
using System.Text.Json.Serialization;

namespace HiveGen.Json;

/// <summary>A duration as ISO 8601 spells it, or null.</summary>
internal sealed class NullableDurationConverter : JsonConverter<TimeSpan?>
{
    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.Null ? null : HiveConverters.Duration.Read(ref reader, typeof(TimeSpan), options);

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
    {
        if (value is { } duration)
        {
            HiveConverters.Duration.Write(writer, duration, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
