using HiveGen.Generator.Model;

namespace HiveGen.Generator.Emit;

/// <summary>Expressions that turn a property's values into SQLite's.</summary>
internal static class Values
{
    private const string R = "global::HiveGen.";

    /// <summary>The codec, of an enum or of JSON, that the model's schema makes.</summary>
    public static string Codec(PropertySpec p) => "Schema." + p.Name + "Codec";

    /// <summary>The expression that makes that codec.</summary>
    public static string MakeCodec(ModelSpec model, PropertySpec p)
    {
        string type = Kinds.ValueTypeOrNull(p);
        return R + "Codecs.Of<" + type + ">(static v => " + (p.IsNullable
            ? "v is { } some ? " + R + "SqlValue.From(" + Store(model, p, "some") + ") : " + R + "SqlValue.Null)"
            : R + "SqlValue.From(" + Store(model, p, "v") + "))");
    }

    /// <summary>The value, which is not null, as SQLite's, by what the runtime knows of its type or the model's schema makes for it.</summary>
    public static string Encode(ModelSpec model, PropertySpec p, string value) => p.Stored switch
    {
        PropertyKind.Text or PropertyKind.Int64 or PropertyKind.Blob => R + "SqlValue.From(" + value + ")",
        PropertyKind.Decimal => R + "Codecs.Decimal(" + Number(p.Scale) + ").Encode(" + value + ")",
        _ when Kinds.IsBuiltIn(p) => R + "Codecs." + p.Stored.ToString() + ".Encode(" + value + ")",
        _ => model.Type.FullName + "." + Codec(p) + ".Encode(" + value + ")",
    };

    /// <summary>The value, which is not null, as long, double, string, byte[] or Guid. Stands in the schema class.</summary>
    public static string Store(ModelSpec model, PropertySpec p, string value) => p.Kind switch
    {
        PropertyKind.Link => value + ".Id",
        PropertyKind.Enum => EnumPart.Write(model, p) + "(" + value + ")",
        PropertyKind.Json => R + "Json.JsonText.Write(" + value + ", " + JsonInfo(p) + ")",
        PropertyKind.JsonElement or PropertyKind.JsonNode => R + "Json.JsonText.Write(" + value + ")",
        _ => StorePlain(p, value),
    };

    /// <summary>The method of Statement that binds what <see cref="Store"/> gives.</summary>
    public static string Bind(PropertySpec p) => p.Stored switch
    {
        PropertyKind.Guid => "BindGuid",
        _ => Kinds.SqlType(p) switch { "TEXT" => "BindText", "REAL" => "BindDouble", "BLOB" => "BindBlob", _ => "BindInt64" },
    };

    /// <summary>Whether a value of it can be changed from outside, so that a copy must not share it.</summary>
    public static bool IsMutable(PropertySpec p) => p.Kind is PropertyKind.Blob or PropertyKind.JsonNode or PropertyKind.Json;

    /// <summary>The value, which may be null whatever its type says, in a copy of its own where it can be changed from outside.</summary>
    public static string Copy(PropertySpec p, string value) => p.Kind switch
    {
        PropertyKind.Blob => "(byte[]" + (p.IsNullable ? "?)" : ")") + value + "?.Clone()" + (p.IsNullable ? "" : "!"),
        PropertyKind.JsonNode => value + "?.DeepClone()" + (p.IsNullable ? "" : "!"),
        PropertyKind.Json when Kinds.IsNullableJsonStruct(p)
            => value + " is { } some" + p.Name + " ? " + R + "Json.JsonText.Copy(some" + p.Name + ", " + JsonInfo(p) + ") : null",
        PropertyKind.Json => R + "Json.JsonText.Copy(" + value + ", " + JsonInfo(p) + ")",
        _ => value,
    };

    /// <summary>The same as <see cref="Store"/> for types that no helper of the model is needed for.</summary>
    public static string StorePlain(PropertySpec p, string value) => p.Stored switch
    {
        PropertyKind.Bool => value + " ? 1L : 0L",
        PropertyKind.UInt64 => "checked((long)" + value + ")",
        PropertyKind.Decimal => R + "Scaled.Write(" + value + ", " + Number(p.Scale) + ")",
        PropertyKind.DateTime or PropertyKind.DateTimeOffset or PropertyKind.TimeOnly or PropertyKind.TimeSpan => R + "UnixMicros.Write(" + value + ")",
        PropertyKind.DateOnly => R + "IsoDate.Write(" + value + ")",
        _ => value,
    };

    public static string JsonInfo(PropertySpec p) => "Schema." + p.Name + "Json";

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
