using System.Globalization;
using System.Text.Json;
using HiveGen.Targets;

namespace HiveGen.Adapters.Firestore;

/// <summary>Writes the fields of a record, each as the type that Firestore has for it. One document at a time.</summary>
internal sealed class FirestoreSink(Utf8JsonWriter writer) : FieldSink
{
    private IReadOnlyList<string> names = [];

    /// <summary>Writes every field.</summary>
    public void Write(SyncModel model, SyncRecord record)
    {
        names = model.Mapping<FirestoreMap>().Names;
        model.Write(record, this);
    }

    protected override void Null(int field)
    {
        // The id is written by whoever writes the document.
        if (field > 0)
        {
            writer.WriteStartObject(names[field]);
            writer.WriteNull("nullValue"u8);
            writer.WriteEndObject();
        }
    }

    protected override void Text(int field, string value) => String(field, "stringValue"u8, value);

    protected override void Bool(int field, bool value)
    {
        writer.WriteStartObject(names[field]);
        writer.WriteBoolean("booleanValue"u8, value);
        writer.WriteEndObject();
    }

    protected override void Int64(int field, long value) => String(field, "integerValue"u8, value.ToString(CultureInfo.InvariantCulture));

    protected override void Double(int field, double value)
    {
        writer.WriteStartObject(names[field]);
        writer.WriteNumber("doubleValue"u8, value);
        writer.WriteEndObject();
    }

    protected override void Decimal(int field, decimal value, int scale) => Int64(field, Scaled.Write(value, scale));

    protected override void Timestamp(int field, long micros) => String(field, "timestampValue"u8, FirestoreValues.Timestamp(micros));

    protected override void Date(int field, DateOnly value) => Text(field, IsoDate.Write(value));

    protected override void Time(int field, long micros) => Int64(field, micros);

    protected override void Duration(int field, long micros) => Int64(field, micros);

    protected override void Guid(int field, Guid value) => Text(field, value.ToString("D"));

    protected override void Blob(int field, byte[] value)
    {
        writer.WriteStartObject(names[field]);
        writer.WriteBase64String("bytesValue"u8, value);
        writer.WriteEndObject();
    }

    protected override void Enum(int field, string name) => Text(field, name);

    protected override void Json(int field, JsonElement value)
    {
        writer.WritePropertyName(names[field]);
        FirestoreJson.Write(writer, value);
    }

    private void String(int field, ReadOnlySpan<byte> kind, string value)
    {
        if (field > 0)
        {
            writer.WriteStartObject(names[field]);
            writer.WriteString(kind, value);
            writer.WriteEndObject();
        }
    }
}
