using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;

namespace HiveGen.Generated;

/// <summary>What only the app knows of a field's type: the names of an enum, the metadata of a type that is JSON.</summary>
internal abstract class FieldType
{
    /// <summary>The text of a value that is not null, as the Hive stores it.</summary>
    public abstract string Write(in FieldValue value);

    /// <summary>The value of an enum's name.</summary>
    public virtual FieldValue Read(string name) => throw new NotSupportedException();

    /// <summary>The value of a box.</summary>
    public virtual FieldValue Unbox(object value) => FieldValue.OfObject(value);

    /// <summary>Notes what is wrong with a value: of an enum, or of JSON as it came over the wire.</summary>
    public abstract void Check(ref Violations violations, string field, in FieldValue value);

    /// <summary>A value that shares nothing with this one.</summary>
    public virtual FieldValue Copy(in FieldValue value) => value;

    /// <summary>The value as it will be read back, which shares nothing with this one.</summary>
    public virtual FieldValue Normalise(in FieldValue value, string model, string property) => value;

    /// <summary>The metadata of an enum and of nullable forms; null for another type.</summary>
    public virtual JsonTypeInfo? Info(Type type, JsonSerializerOptions options) => null;

    /// <summary>The JSON property of a DTO's enum.</summary>
    public virtual JsonPropertyInfo Property<TRecord>(HiveJsonProperties<TRecord> properties, GeneratedField field, FieldSlot slot)
        where TRecord : GeneratedSyncRecord
        => throw new NotSupportedException();

    /// <summary>The JSON property of a record.</summary>
    public abstract JsonPropertyInfo Property<TRecord>(RecordJson<TRecord> record, GeneratedField field, int index)
        where TRecord : class;
}
