using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Convex;

/// <summary>
/// Writes a record's fields as Convex holds them without loss: integers of 64 bits and durations as int64, decimals, times and JSON
/// as text (times and dates in ISO 8601, which orders as they do), blobs as bytes.
/// </summary>
internal sealed class ConvexFields(Utf8JsonWriter writer) : FieldSink
{
    private JsonEncodedText[] names = [];

    /// <summary>Writes the fields of a record.</summary>
    public void Write(SyncModel model, SyncRecord record)
    {
        names = ConvexNames.Of(model).Members;
        model.Write(record, this);
    }

    protected override void Null(int field) => writer.WriteNull(names[field]);

    protected override void Text(int field, string value) => writer.WriteString(names[field], value);

    protected override void Bool(int field, bool value) => writer.WriteBoolean(names[field], value);

    protected override void Int64(int field, long value)
    {
        if (field == 0)
        {
            writer.WriteString(names[0], value.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            ConvexValues.WriteInt64(writer, names[field], value);
        }
    }

    protected override void Double(int field, double value) => ConvexValues.WriteDouble(writer, names[field], value);

    protected override void Decimal(int field, decimal value, int scale) => writer.WriteString(names[field], value.ToString(CultureInfo.InvariantCulture));

    protected override void Timestamp(int field, long micros)
        => writer.WriteString(names[field], UnixMicros.ReadDateTime(micros).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));

    protected override void Date(int field, DateOnly value) => writer.WriteString(names[field], IsoDate.Write(value));

    protected override void Time(int field, long micros)
        => writer.WriteString(names[field], UnixMicros.ReadTimeOnly(micros).ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture));

    protected override void Duration(int field, long micros) => ConvexValues.WriteInt64(writer, names[field], micros);

    protected override void Guid(int field, Guid value) => writer.WriteString(names[field], value);

    protected override void Blob(int field, byte[] value) => ConvexValues.WriteBytes(writer, names[field], value);

    protected override void Enum(int field, string name) => writer.WriteString(names[field], name);

    protected override void Json(int field, JsonElement value) => writer.WriteString(names[field], System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value));
}
