using System.Text.Json;

namespace HiveGen.Generated;

public partial struct FieldValue
{
    /// <summary>A text.</summary>
    public static FieldValue OfText(string? value) => Of((object?)value);

    /// <summary>Bytes.</summary>
    public static FieldValue OfBlob(byte[]? value) => Of((object?)value);

    /// <summary>JSON.</summary>
    public static FieldValue OfJson(JsonElement? value) => Of((object?)value);

    /// <summary>An object of the app's.</summary>
    public static FieldValue OfObject(object? value) => Of(value);

    /// <summary>A value of type bool, or null.</summary>
    public static FieldValue OfBool(bool? value) => Of<bool>(value);

    /// <summary>A value of type byte, or null.</summary>
    public static FieldValue OfByte(byte? value) => Of<byte>(value);

    /// <summary>A value of type sbyte, or null.</summary>
    public static FieldValue OfSByte(sbyte? value) => Of<sbyte>(value);

    /// <summary>A value of type short, or null.</summary>
    public static FieldValue OfInt16(short? value) => Of<short>(value);

    /// <summary>A value of type ushort, or null.</summary>
    public static FieldValue OfUInt16(ushort? value) => Of<ushort>(value);

    /// <summary>A value of type int, or null.</summary>
    public static FieldValue OfInt32(int? value) => Of<int>(value);

    /// <summary>A value of type uint, or null.</summary>
    public static FieldValue OfUInt32(uint? value) => Of<uint>(value);

    /// <summary>A value of type long, or null.</summary>
    public static FieldValue OfInt64(long? value) => Of<long>(value);

    /// <summary>A value of type ulong, or null.</summary>
    public static FieldValue OfUInt64(ulong? value) => Of<ulong>(value);

    /// <summary>A value of type float, or null.</summary>
    public static FieldValue OfSingle(float? value) => Of<float>(value);

    /// <summary>A value of type double, or null.</summary>
    public static FieldValue OfDouble(double? value) => Of<double>(value);

    /// <summary>A value of type decimal, or null.</summary>
    public static FieldValue OfDecimal(decimal? value) => Of<decimal>(value);

    /// <summary>A value of type DateTime, or null.</summary>
    public static FieldValue OfDateTime(DateTime? value) => Of<DateTime>(value);

    /// <summary>A value of type DateTimeOffset, or null.</summary>
    public static FieldValue OfDateTimeOffset(DateTimeOffset? value) => Of<DateTimeOffset>(value);

    /// <summary>A value of type DateOnly, or null.</summary>
    public static FieldValue OfDateOnly(DateOnly? value) => Of<DateOnly>(value);

    /// <summary>A value of type TimeOnly, or null.</summary>
    public static FieldValue OfTimeOnly(TimeOnly? value) => Of<TimeOnly>(value);

    /// <summary>A value of type TimeSpan, or null.</summary>
    public static FieldValue OfTimeSpan(TimeSpan? value) => Of<TimeSpan>(value);

    /// <summary>A value of type Guid, or null.</summary>
    public static FieldValue OfGuid(Guid? value) => Of<Guid>(value);

    /// <summary>An enum, or null.</summary>
    public static FieldValue OfEnum<T>(T? value)
        where T : unmanaged, Enum
        => Of<T>(value);
}
