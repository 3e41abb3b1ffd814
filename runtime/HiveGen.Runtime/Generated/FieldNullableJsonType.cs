using System.Text.Json.Serialization.Metadata;

namespace HiveGen.Generated;

/// <summary>A value type of the app's that is JSON and may be null.</summary>
internal sealed class FieldNullableJsonType<T>(Func<JsonTypeInfo<T>> info) : FieldJsonType<T>(info)
    where T : struct
{
    public override JsonPropertyInfo Property<TRecord>(RecordJson<TRecord> record, GeneratedField field, int index) => record.Object<T?>(field, index);
}
