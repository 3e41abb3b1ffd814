namespace HiveGen.Queries;

/// <summary>The limits of C#'s number types that are narrower than SQLite's, as SQL.</summary>
internal static class NumberRange
{
    /// <summary><c>low AND high</c>; null for types that hold whatever SQLite's type holds.</summary>
    public static string? Of<T>() => Type.GetTypeCode(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) switch
    {
        TypeCode.SByte => "-128 AND 127",
        TypeCode.Byte => "0 AND 255",
        TypeCode.Int16 => "-32768 AND 32767",
        TypeCode.UInt16 => "0 AND 65535",
        TypeCode.Int32 => "-2147483648 AND 2147483647",
        TypeCode.UInt32 => "0 AND 4294967295",
        TypeCode.UInt64 => "0 AND 9223372036854775807",
        TypeCode.Single => "-3.4028234663852886e38 AND 3.4028234663852886e38",
        TypeCode.Double => "-1.7976931348623157e308 AND 1.7976931348623157e308",
        _ => null,
    };
}
