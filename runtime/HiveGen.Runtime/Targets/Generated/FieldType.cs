using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;

namespace HiveGen.Targets;

/// <summary>What only the app knows of a field's type: the names of an enum, the metadata of a type that is JSON.</summary>
internal abstract class FieldType
{
    /// <summary>The name of an enum's value.</summary>
    public virtual string Name(in FieldValue value) => throw new NotSupportedException();

    /// <summary>The value of an enum's name.</summary>
    public virtual FieldValue Read(string name) => throw new NotSupportedException();

    /// <summary>Notes what is wrong with a value.</summary>
    public abstract void Check(ref Violations violations, string field, in FieldValue value);

    /// <summary>The JSON property of an enum.</summary>
    public virtual JsonPropertyInfo Property<TRecord>(HiveJsonProperties<TRecord> properties, GeneratedField field, int index)
        where TRecord : GeneratedSyncRecord
        => throw new NotSupportedException();
}
