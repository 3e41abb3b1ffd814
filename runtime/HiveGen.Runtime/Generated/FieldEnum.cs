using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;

namespace HiveGen.Generated;

/// <summary>An enum, by the methods that were generated for its names.</summary>
internal sealed class FieldEnum<T>(Func<T, string> write, Func<string, T> read, Func<T, bool> isDefined, string names) : FieldType
    where T : unmanaged, Enum
{
    public override string Write(in FieldValue value) => write(value.Get<T>().GetValueOrDefault());

    public override FieldValue Read(string name) => FieldValue.Of<T>(read(name));

    public override FieldValue Unbox(object value) => FieldValue.Of<T>((T)value);

    public override void Check(ref Violations violations, string field, in FieldValue value)
        => HiveGen.Check.Defined(ref violations, field, value.Get<T>() is not { } some || isDefined(some), names);

    public override JsonTypeInfo? Info(Type type, JsonSerializerOptions options) => HiveJsonMetadata.Enum<T>(type, options);

    public override JsonPropertyInfo Property<TRecord>(HiveJsonProperties<TRecord> properties, GeneratedField field, FieldSlot slot)
        => FieldJson.Value<TRecord, T>(properties, field, slot);

    public override JsonPropertyInfo Property<TRecord>(RecordJson<TRecord> record, GeneratedField field, int index)
        => record.Value<T>(field, index);
}
