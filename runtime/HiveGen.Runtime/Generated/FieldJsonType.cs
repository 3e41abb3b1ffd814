using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;

namespace HiveGen.Generated;

/// <summary>A type of the app's that is JSON. Its metadata is asked for late: the app's context may not be ready while models are made.</summary>
internal class FieldJsonType<T>(Func<JsonTypeInfo<T>> info) : FieldType
{
    public override string Write(in FieldValue value) => JsonText.Write((T)value.Object!, info());

    public override void Check(ref Violations violations, string field, in FieldValue value) => JsonText.Check(ref violations, field, value.Json, info());

    public override FieldValue Copy(in FieldValue value) => FieldValue.OfObject(JsonText.Copy((T)value.Object!, info()));

    public override FieldValue Normalise(in FieldValue value, string model, string property)
        => FieldValue.OfObject(JsonText.Normalise((T)value.Object!, info(), model, property));

    public override JsonPropertyInfo Property<TRecord>(RecordJson<TRecord> record, GeneratedField field, int index) => record.Object<T>(field, index);
}
