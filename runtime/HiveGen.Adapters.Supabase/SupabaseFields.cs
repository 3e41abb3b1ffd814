using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Supabase;

/// <summary>
/// Writes a record's fields as members that PostgreSQL reads without loss: whole numbers and decimals as numbers, which jsonb keeps
/// exactly, times in ISO 8601 with microseconds, blobs in base64. JSON goes as text, so that its null is not the column's NULL.
/// </summary>
internal sealed class SupabaseFields(Utf8JsonWriter writer) : FieldSink
{
    private JsonEncodedText[] names = [];

    /// <summary>Writes the fields of a record.</summary>
    public void Write(SyncModel model, SyncRecord record)
    {
        names = SupabaseColumns.Of(model).Names;
        model.Write(record, this);
    }

    protected override void Null(int field) => writer.WriteNull(names[field]);

    protected override void Text(int field, string value) => writer.WriteString(names[field], value);

    protected override void Bool(int field, bool value) => writer.WriteBoolean(names[field], value);

    protected override void Int64(int field, long value) => writer.WriteNumber(names[field], value);

    protected override void Double(int field, double value) => writer.WriteNumber(names[field], value);

    protected override void Decimal(int field, decimal value, int scale) => writer.WriteNumber(names[field], value);

    protected override void Timestamp(int field, long micros)
        => writer.WriteString(names[field], UnixMicros.ReadDateTime(micros).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));

    protected override void Date(int field, DateOnly value) => writer.WriteString(names[field], IsoDate.Write(value));

    protected override void Time(int field, long micros)
        => writer.WriteString(names[field], UnixMicros.ReadTimeOnly(micros).ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture));

    protected override void Duration(int field, long micros) => writer.WriteNumber(names[field], micros);

    protected override void Guid(int field, Guid value) => writer.WriteString(names[field], value);

    protected override void Blob(int field, byte[] value) => writer.WriteBase64String(names[field], value);

    protected override void Enum(int field, string name) => writer.WriteString(names[field], name);

    protected override void Json(int field, JsonElement value) => writer.WriteString(names[field], System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value));
}
