namespace HiveGen.Generator.Model;

/// <summary>The types a property may have.</summary>
internal enum PropertyKind : byte
{
    Text,
    Bool,
    Byte,
    SByte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Guid,
    Blob,
    Enum,
    JsonElement,
    JsonNode,
    Json,
    Link,
}
