using System.Text.Json;
using System.Text.Json.Serialization;

namespace HiveGen.Router.Remote;

/// <summary>
/// The ids of rows as the target has them: a text or a whole number, and nothing is made of one that is damaged. Records that are
/// written have their ids checked; these are only looked up.
/// </summary>
internal sealed class RowIdConverter : JsonConverter<SqlValue>
{
    public override SqlValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out long number) => SqlValue.From(number),
        JsonTokenType.String when JsonText.TryGet(ref reader, out string text) => SqlValue.From(text),
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, SqlValue value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Writes an id so that <see cref="Read"/> gives the same.</summary>
    public static void Write(Utf8JsonWriter writer, in SqlValue value)
    {
        if (value.Kind == SqlKind.Integer)
        {
            writer.WriteNumberValue(value.Int64);
        }
        else
        {
            writer.WriteStringValue(value.ToString());
        }
    }
}
