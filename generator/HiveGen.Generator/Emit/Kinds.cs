using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>What each type is in C#, in SQLite and on the wire.</summary>
internal static class Kinds
{
    /// <summary>The type of the property, not nullable.</summary>
    public static string Type(PropertySpec p) => p.Kind switch
    {
        PropertyKind.Link when p.Link!.Key == PropertyKind.Text => "global::HiveGen.Link<" + p.Link.Target + ">",
        PropertyKind.Link => "global::HiveGen.Link<" + p.Link!.Target + ", " + Type(p.Link.Key) + ">",
        PropertyKind.Enum => p.Enum!.Type,
        PropertyKind.Json => p.Type!,
        _ => Type(p.Kind),
    };

    /// <summary>Null as a value of the property. A bare null beside a link would become a link, because text converts to one.</summary>
    public static string Null(PropertySpec p) => p.Link is null ? "null" : "default(" + Type(p) + "?)";

    /// <summary>The type of the property in changes and filters, not nullable: of a link, its id.</summary>
    public static string ValueType(PropertySpec p) => p.Link is { } link ? Type(link.Key) : Type(p);

    /// <summary>The type of the property in changes and filters, nullable where the property is.</summary>
    public static string ValueTypeOrNull(PropertySpec p) => p.IsNullable ? ValueType(p) + "?" : ValueType(p);

    /// <summary>The type of the field in the sync DTO, without its ?.</summary>
    public static string WireType(PropertySpec p) => IsJson(p) ? "global::System.Text.Json.JsonElement" : ValueType(p);

    public static bool IsJson(PropertySpec p) => p.Kind is PropertyKind.Json or PropertyKind.JsonElement or PropertyKind.JsonNode;

    /// <summary>Whether the runtime knows the type of its values: all but enums and JSON.</summary>
    public static bool IsBuiltIn(PropertySpec p) => p.Stored != PropertyKind.Enum && !IsJson(p);

    /// <summary>What the runtime's methods for values of a type are called: <c>Int32</c>, <c>GuidOrNull</c>.</summary>
    public static string Accessor(PropertySpec p) => p.IsNullable ? p.Stored + "OrNull" : p.Stored.ToString();

    /// <summary>Whether it is a nullable value type of the app's that is JSON.</summary>
    public static bool IsNullableJsonStruct(PropertySpec p) => p.Kind == PropertyKind.Json && p.IsNullable && !p.Has(PropertyTraits.Reference);

    public static bool IsReference(PropertySpec p) => p.Stored is PropertyKind.Text or PropertyKind.Blob ? p.Link is null : p.Kind == PropertyKind.JsonNode || (p.Kind == PropertyKind.Json && p.Has(PropertyTraits.Reference));

    /// <summary>Whether the type of the field in the sync DTO is a class.</summary>
    public static bool IsWireReference(PropertySpec p) => p.Stored is PropertyKind.Text or PropertyKind.Blob;

    public static string Type(PropertyKind kind) => kind switch
    {
        PropertyKind.Text => "string",
        PropertyKind.Bool => "bool",
        PropertyKind.Byte => "byte",
        PropertyKind.SByte => "sbyte",
        PropertyKind.Int16 => "short",
        PropertyKind.UInt16 => "ushort",
        PropertyKind.Int32 => "int",
        PropertyKind.UInt32 => "uint",
        PropertyKind.Int64 => "long",
        PropertyKind.UInt64 => "ulong",
        PropertyKind.Single => "float",
        PropertyKind.Double => "double",
        PropertyKind.Decimal => "decimal",
        PropertyKind.Blob => "byte[]",
        PropertyKind.JsonElement => "global::System.Text.Json.JsonElement",
        PropertyKind.JsonNode => "global::System.Text.Json.Nodes.JsonNode",
        _ => "global::System." + kind,
    };

    /// <summary>The type of the column.</summary>
    public static string SqlType(PropertySpec p) => p.Stored switch
    {
        PropertyKind.Single or PropertyKind.Double => "REAL",
        PropertyKind.Blob => "BLOB",
        PropertyKind.Text or PropertyKind.Guid or PropertyKind.Enum or PropertyKind.DateOnly or PropertyKind.Json or PropertyKind.JsonElement or PropertyKind.JsonNode => "TEXT",
        _ => "INTEGER",
    };

    /// <summary>The member of SyncType.</summary>
    public static string SyncType(PropertySpec p) => p.Stored switch
    {
        PropertyKind.Byte or PropertyKind.SByte or PropertyKind.Int16 or PropertyKind.UInt16 or PropertyKind.Int32 => "Int32",
        PropertyKind.UInt32 or PropertyKind.Int64 or PropertyKind.UInt64 => "Int64",
        PropertyKind.Single or PropertyKind.Double => "Double",
        PropertyKind.DateTime or PropertyKind.DateTimeOffset => "Timestamp",
        PropertyKind.DateOnly => "Date",
        PropertyKind.TimeOnly => "Time",
        PropertyKind.TimeSpan => "Duration",
        PropertyKind.JsonElement or PropertyKind.JsonNode => "Json",
        _ => p.Stored.ToString(),
    };
}
