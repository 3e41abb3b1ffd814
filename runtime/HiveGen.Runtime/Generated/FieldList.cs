using System.ComponentModel;

namespace HiveGen.Generated;

/// <summary>
/// The fields of a generated model in table order, the first of them the id. Generated code adds each by its JSON name, its column and its
/// property; each kind has a method of its own name, because that is what an app's compiler binds fastest. Not thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FieldList
{
    private readonly List<GeneratedField> fields = [];

    /// <summary>Adds a string.</summary>
    public GeneratedField Text(string name, string column, string property) => Add(name, column, property, FieldKind.Text);

    /// <summary>Adds a bool.</summary>
    public GeneratedField Bool(string name, string column, string property) => Add(name, column, property, FieldKind.Bool);

    /// <summary>Adds a byte.</summary>
    public GeneratedField Byte(string name, string column, string property) => Add(name, column, property, FieldKind.Byte);

    /// <summary>Adds a sbyte.</summary>
    public GeneratedField SByte(string name, string column, string property) => Add(name, column, property, FieldKind.SByte);

    /// <summary>Adds a short.</summary>
    public GeneratedField Int16(string name, string column, string property) => Add(name, column, property, FieldKind.Int16);

    /// <summary>Adds a ushort.</summary>
    public GeneratedField UInt16(string name, string column, string property) => Add(name, column, property, FieldKind.UInt16);

    /// <summary>Adds an int.</summary>
    public GeneratedField Int32(string name, string column, string property) => Add(name, column, property, FieldKind.Int32);

    /// <summary>Adds a uint.</summary>
    public GeneratedField UInt32(string name, string column, string property) => Add(name, column, property, FieldKind.UInt32);

    /// <summary>Adds a long.</summary>
    public GeneratedField Int64(string name, string column, string property) => Add(name, column, property, FieldKind.Int64);

    /// <summary>Adds a ulong.</summary>
    public GeneratedField UInt64(string name, string column, string property) => Add(name, column, property, FieldKind.UInt64);

    /// <summary>Adds a float.</summary>
    public GeneratedField Single(string name, string column, string property) => Add(name, column, property, FieldKind.Single);

    /// <summary>Adds a double.</summary>
    public GeneratedField Double(string name, string column, string property) => Add(name, column, property, FieldKind.Double);

    /// <summary>Adds a decimal.</summary>
    public GeneratedField Decimal(string name, string column, string property) => Add(name, column, property, FieldKind.Decimal);

    /// <summary>Adds a DateTime.</summary>
    public GeneratedField DateTime(string name, string column, string property) => Add(name, column, property, FieldKind.DateTime);

    /// <summary>Adds a DateTimeOffset.</summary>
    public GeneratedField DateTimeOffset(string name, string column, string property) => Add(name, column, property, FieldKind.DateTimeOffset);

    /// <summary>Adds a DateOnly.</summary>
    public GeneratedField DateOnly(string name, string column, string property) => Add(name, column, property, FieldKind.DateOnly);

    /// <summary>Adds a TimeOnly.</summary>
    public GeneratedField TimeOnly(string name, string column, string property) => Add(name, column, property, FieldKind.TimeOnly);

    /// <summary>Adds a TimeSpan.</summary>
    public GeneratedField TimeSpan(string name, string column, string property) => Add(name, column, property, FieldKind.TimeSpan);

    /// <summary>Adds a Guid.</summary>
    public GeneratedField Guid(string name, string column, string property) => Add(name, column, property, FieldKind.Guid);

    /// <summary>Adds a byte[].</summary>
    public GeneratedField Blob(string name, string column, string property) => Add(name, column, property, FieldKind.Blob);

    /// <summary>Adds an enum, described by <see cref="GeneratedField.Enum{T}"/>.</summary>
    public GeneratedField Enum(string name, string column, string property) => Add(name, column, property, FieldKind.Enum);

    /// <summary>Adds a JsonElement.</summary>
    public GeneratedField JsonElement(string name, string column, string property) => Add(name, column, property, FieldKind.JsonElement);

    /// <summary>Adds a JsonNode.</summary>
    public GeneratedField JsonNode(string name, string column, string property) => Add(name, column, property, FieldKind.JsonNode);

    /// <summary>Adds a type of the app's that is JSON, described by <see cref="GeneratedField.Json{T}"/>.</summary>
    public GeneratedField Json(string name, string column, string property) => Add(name, column, property, FieldKind.Json);

    internal GeneratedField[] ToArray() => [.. fields];

    private GeneratedField Add(string name, string column, string property, FieldKind kind)
    {
        GeneratedField field = new(name, column, property, kind);
        fields.Add(field);
        return field;
    }
}
