using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;

namespace HiveGen.Generated;

/// <summary>A value type of the app's that is JSON and may be null.</summary>
internal sealed class FieldNullableJsonType<T>(Func<JsonTypeInfo<T>> info) : FieldJsonType<T>(info)
    where T : struct
{
    /// <summary>Of the nullable form, which the app's context need not know.</summary>
    public override JsonTypeInfo? Info(Type type, JsonSerializerOptions options) => HiveJsonMetadata.Nullable<T>(type, options);

    public override JsonPropertyInfo Property<TRecord>(RecordJson<TRecord> record, GeneratedField field, int index) => record.Object<T?>(field, index);
}
