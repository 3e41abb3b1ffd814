using System.ComponentModel;

namespace HiveGen.Generated;

/// <summary>The C# types of generated fields. A link is what its id is; the three kinds of JSON are a <c>JsonElement</c> on the wire.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum FieldKind
{
    /// <summary>string.</summary>
    Text,

    /// <summary>bool.</summary>
    Bool,

    /// <summary>byte.</summary>
    Byte,

    /// <summary>sbyte.</summary>
    SByte,

    /// <summary>short.</summary>
    Int16,

    /// <summary>ushort.</summary>
    UInt16,

    /// <summary>int.</summary>
    Int32,

    /// <summary>uint.</summary>
    UInt32,

    /// <summary>long.</summary>
    Int64,

    /// <summary>ulong.</summary>
    UInt64,

    /// <summary>float.</summary>
    Single,

    /// <summary>double.</summary>
    Double,

    /// <summary>decimal.</summary>
    Decimal,

    /// <summary>DateTime.</summary>
    DateTime,

    /// <summary>DateTimeOffset.</summary>
    DateTimeOffset,

    /// <summary>DateOnly.</summary>
    DateOnly,

    /// <summary>TimeOnly.</summary>
    TimeOnly,

    /// <summary>TimeSpan.</summary>
    TimeSpan,

    /// <summary>Guid.</summary>
    Guid,

    /// <summary>byte[].</summary>
    Blob,

    /// <summary>An enum, described by <see cref="GeneratedField.Enum{T}"/>.</summary>
    Enum,

    /// <summary>A JsonElement.</summary>
    JsonElement,

    /// <summary>A JsonNode.</summary>
    JsonNode,

    /// <summary>A type of the app's that is JSON, described by <see cref="GeneratedField.Json{T}"/>.</summary>
    Json,
}
