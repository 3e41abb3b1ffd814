using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace HiveGen.Generated;

/// <summary>
/// What a record is made of, by the indexes of its columns; generated code asks for each once. A method each type, of one signature and not
/// generic where the type is .NET's: that is what the compiler binds quickest in every build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecordValues
{
    /// <summary>The value as text.</summary>
    string Text(int column);

    /// <summary>The value as text, or null.</summary>
    string? TextOrNull(int column);

    /// <summary>The value as bool.</summary>
    bool Bool(int column);

    /// <summary>The value as bool, or null.</summary>
    bool? BoolOrNull(int column);

    /// <summary>The value as byte.</summary>
    byte Byte(int column);

    /// <summary>The value as byte, or null.</summary>
    byte? ByteOrNull(int column);

    /// <summary>The value as sbyte.</summary>
    sbyte SByte(int column);

    /// <summary>The value as sbyte, or null.</summary>
    sbyte? SByteOrNull(int column);

    /// <summary>The value as short.</summary>
    short Int16(int column);

    /// <summary>The value as short, or null.</summary>
    short? Int16OrNull(int column);

    /// <summary>The value as ushort.</summary>
    ushort UInt16(int column);

    /// <summary>The value as ushort, or null.</summary>
    ushort? UInt16OrNull(int column);

    /// <summary>The value as int.</summary>
    int Int32(int column);

    /// <summary>The value as int, or null.</summary>
    int? Int32OrNull(int column);

    /// <summary>The value as uint.</summary>
    uint UInt32(int column);

    /// <summary>The value as uint, or null.</summary>
    uint? UInt32OrNull(int column);

    /// <summary>The value as long.</summary>
    long Int64(int column);

    /// <summary>The value as long, or null.</summary>
    long? Int64OrNull(int column);

    /// <summary>The value as ulong.</summary>
    ulong UInt64(int column);

    /// <summary>The value as ulong, or null.</summary>
    ulong? UInt64OrNull(int column);

    /// <summary>The value as float.</summary>
    float Single(int column);

    /// <summary>The value as float, or null.</summary>
    float? SingleOrNull(int column);

    /// <summary>The value as double.</summary>
    double Double(int column);

    /// <summary>The value as double, or null.</summary>
    double? DoubleOrNull(int column);

    /// <summary>The value as decimal.</summary>
    /// <param name="column">The index of the column.</param>
    /// <param name="places">The decimal places of the column.</param>
    decimal Decimal(int column, int places);

    /// <summary>The value as decimal, or null.</summary>
    /// <param name="column">The index of the column.</param>
    /// <param name="places">The decimal places of the column.</param>
    decimal? DecimalOrNull(int column, int places);

    /// <summary>The value as DateTime.</summary>
    DateTime DateTime(int column);

    /// <summary>The value as DateTime, or null.</summary>
    DateTime? DateTimeOrNull(int column);

    /// <summary>The value as DateTimeOffset.</summary>
    DateTimeOffset DateTimeOffset(int column);

    /// <summary>The value as DateTimeOffset, or null.</summary>
    DateTimeOffset? DateTimeOffsetOrNull(int column);

    /// <summary>The value as DateOnly.</summary>
    DateOnly DateOnly(int column);

    /// <summary>The value as DateOnly, or null.</summary>
    DateOnly? DateOnlyOrNull(int column);

    /// <summary>The value as TimeOnly.</summary>
    TimeOnly TimeOnly(int column);

    /// <summary>The value as TimeOnly, or null.</summary>
    TimeOnly? TimeOnlyOrNull(int column);

    /// <summary>The value as TimeSpan.</summary>
    TimeSpan TimeSpan(int column);

    /// <summary>The value as TimeSpan, or null.</summary>
    TimeSpan? TimeSpanOrNull(int column);

    /// <summary>The value as Guid.</summary>
    Guid Guid(int column);

    /// <summary>The value as Guid, or null.</summary>
    Guid? GuidOrNull(int column);

    /// <summary>The value as bytes.</summary>
    byte[] Blob(int column);

    /// <summary>The value as bytes, or null.</summary>
    byte[]? BlobOrNull(int column);

    /// <summary>The value as JSON.</summary>
    JsonElement JsonElement(int column);

    /// <summary>The value as JSON, or null.</summary>
    JsonElement? JsonElementOrNull(int column);

    /// <summary>The value as a JSON node.</summary>
    JsonNode JsonNode(int column);

    /// <summary>The value as a JSON node, or null.</summary>
    JsonNode? JsonNodeOrNull(int column);

    /// <summary>The value as an enum.</summary>
    /// <param name="column">The index of the column.</param>
    /// <param name="read">The value of a name.</param>
    T Enum<T>(int column, Func<string, T> read)
        where T : unmanaged, Enum;

    /// <summary>The value as an enum, or null.</summary>
    /// <param name="column">The index of the column.</param>
    /// <param name="read">The value of a name.</param>
    T? EnumOrNull<T>(int column, Func<string, T> read)
        where T : unmanaged, Enum;

    /// <summary>The value as a type of the app's that is JSON.</summary>
    /// <param name="column">The index of the column.</param>
    /// <param name="info">The metadata of the type.</param>
    T Json<T>(int column, JsonTypeInfo<T> info);

    /// <summary>The value as a class of the app's that is JSON, or null.</summary>
    /// <param name="column">The index of the column.</param>
    /// <param name="info">The metadata of the class.</param>
    T? JsonOrNull<T>(int column, JsonTypeInfo<T> info)
        where T : class;

    /// <summary>The value as a value type of the app's that is JSON, or null.</summary>
    /// <param name="column">The index of the column.</param>
    /// <param name="info">The metadata of the type.</param>
    T? NullableJson<T>(int column, JsonTypeInfo<T> info)
        where T : struct;
}
