using System.Text.Json;

namespace HiveGen.Targets.Conformance;

/// <summary>Collects the fields of a record as <see cref="StoredValue"/> wants them: what the suite expects to find stored.</summary>
internal sealed class ValueSink : FieldSink
{
    private readonly object?[] values;

    private ValueSink(int fields) => values = new object?[fields];

    public static IReadOnlyList<object?> Of(SyncModel model, SyncRecord record)
    {
        ValueSink sink = new(model.Fields.Count);
        model.Write(record, sink);
        return sink.values;
    }

    protected override void Null(int field) => values[field] = null;

    protected override void Text(int field, string value) => values[field] = value;

    protected override void Bool(int field, bool value) => values[field] = value;

    protected override void Int64(int field, long value) => values[field] = value;

    protected override void Double(int field, double value) => values[field] = value;

    protected override void Decimal(int field, decimal value, int scale) => values[field] = value;

    protected override void Timestamp(int field, long micros) => values[field] = micros;

    protected override void Date(int field, DateOnly value) => values[field] = value;

    protected override void Time(int field, long micros) => values[field] = micros;

    protected override void Duration(int field, long micros) => values[field] = micros;

    protected override void Guid(int field, Guid value) => values[field] = value;

    protected override void Blob(int field, byte[] value) => values[field] = value;

    protected override void Enum(int field, string name) => values[field] = name;

    protected override void Json(int field, JsonElement value) => values[field] = value.GetRawText();
}
