using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using HiveGen.Json;
using HiveGen.Storage;

namespace HiveGen.Generated;

/// <summary>The values of the row that a statement stands on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RowValues : IRecordValues
{
    private readonly Statement row;

    /// <summary>Of this row.</summary>
    public RowValues(Statement row) => this.row = row;

    string IRecordValues.Text(int column) => row.Text(column);

    string? IRecordValues.TextOrNull(int column) => row.TextOrNull(column);

    bool IRecordValues.Bool(int column) => row.Int64(column) != 0;

    bool? IRecordValues.BoolOrNull(int column) => row.IsNull(column) ? null : row.Int64(column) != 0;

    byte IRecordValues.Byte(int column) => checked((byte)row.Int64(column));

    byte? IRecordValues.ByteOrNull(int column) => row.IsNull(column) ? null : checked((byte)row.Int64(column));

    sbyte IRecordValues.SByte(int column) => checked((sbyte)row.Int64(column));

    sbyte? IRecordValues.SByteOrNull(int column) => row.IsNull(column) ? null : checked((sbyte)row.Int64(column));

    short IRecordValues.Int16(int column) => checked((short)row.Int64(column));

    short? IRecordValues.Int16OrNull(int column) => row.IsNull(column) ? null : checked((short)row.Int64(column));

    ushort IRecordValues.UInt16(int column) => checked((ushort)row.Int64(column));

    ushort? IRecordValues.UInt16OrNull(int column) => row.IsNull(column) ? null : checked((ushort)row.Int64(column));

    int IRecordValues.Int32(int column) => checked((int)row.Int64(column));

    int? IRecordValues.Int32OrNull(int column) => row.IsNull(column) ? null : checked((int)row.Int64(column));

    uint IRecordValues.UInt32(int column) => checked((uint)row.Int64(column));

    uint? IRecordValues.UInt32OrNull(int column) => row.IsNull(column) ? null : checked((uint)row.Int64(column));

    long IRecordValues.Int64(int column) => row.Int64(column);

    long? IRecordValues.Int64OrNull(int column) => row.IsNull(column) ? null : row.Int64(column);

    ulong IRecordValues.UInt64(int column) => checked((ulong)row.Int64(column));

    ulong? IRecordValues.UInt64OrNull(int column) => row.IsNull(column) ? null : checked((ulong)row.Int64(column));

    float IRecordValues.Single(int column) => (float)row.Double(column);

    float? IRecordValues.SingleOrNull(int column) => row.IsNull(column) ? null : (float)row.Double(column);

    double IRecordValues.Double(int column) => row.Double(column);

    double? IRecordValues.DoubleOrNull(int column) => row.IsNull(column) ? null : row.Double(column);

    decimal IRecordValues.Decimal(int column, int places) => Scaled.Read(row.Int64(column), places);

    decimal? IRecordValues.DecimalOrNull(int column, int places) => row.IsNull(column) ? null : Scaled.Read(row.Int64(column), places);

    DateTime IRecordValues.DateTime(int column) => UnixMicros.ReadDateTime(row.Int64(column));

    DateTime? IRecordValues.DateTimeOrNull(int column) => row.IsNull(column) ? null : UnixMicros.ReadDateTime(row.Int64(column));

    DateTimeOffset IRecordValues.DateTimeOffset(int column) => UnixMicros.ReadDateTimeOffset(row.Int64(column));

    DateTimeOffset? IRecordValues.DateTimeOffsetOrNull(int column) => row.IsNull(column) ? null : UnixMicros.ReadDateTimeOffset(row.Int64(column));

    DateOnly IRecordValues.DateOnly(int column) => IsoDate.Read(row.Text(column));

    DateOnly? IRecordValues.DateOnlyOrNull(int column) => row.IsNull(column) ? null : IsoDate.Read(row.Text(column));

    TimeOnly IRecordValues.TimeOnly(int column) => UnixMicros.ReadTimeOnly(row.Int64(column));

    TimeOnly? IRecordValues.TimeOnlyOrNull(int column) => row.IsNull(column) ? null : UnixMicros.ReadTimeOnly(row.Int64(column));

    TimeSpan IRecordValues.TimeSpan(int column) => UnixMicros.ReadTimeSpan(row.Int64(column));

    TimeSpan? IRecordValues.TimeSpanOrNull(int column) => row.IsNull(column) ? null : UnixMicros.ReadTimeSpan(row.Int64(column));

    Guid IRecordValues.Guid(int column) => row.Guid(column);

    Guid? IRecordValues.GuidOrNull(int column) => row.IsNull(column) ? null : row.Guid(column);

    byte[] IRecordValues.Blob(int column) => row.Blob(column);

    byte[]? IRecordValues.BlobOrNull(int column) => row.IsNull(column) ? null : row.Blob(column);

    JsonElement IRecordValues.JsonElement(int column) => JsonText.ReadElement(row.Text(column));

    JsonElement? IRecordValues.JsonElementOrNull(int column) => row.IsNull(column) ? null : JsonText.ReadElement(row.Text(column));

    JsonNode IRecordValues.JsonNode(int column) => JsonText.ReadNode(row.Text(column));

    JsonNode? IRecordValues.JsonNodeOrNull(int column) => row.IsNull(column) ? null : JsonText.ReadNode(row.Text(column));

    T IRecordValues.Enum<T>(int column, Func<string, T> read) => read(row.Text(column));

    T? IRecordValues.EnumOrNull<T>(int column, Func<string, T> read) => row.IsNull(column) ? null : read(row.Text(column));

    T IRecordValues.Json<T>(int column, JsonTypeInfo<T> info) => JsonText.Read(row.Text(column), info);

    T? IRecordValues.JsonOrNull<T>(int column, JsonTypeInfo<T> info)
        where T : class
        => row.IsNull(column) ? null : JsonText.Read(row.Text(column), info);

    T? IRecordValues.NullableJson<T>(int column, JsonTypeInfo<T> info) => row.IsNull(column) ? null : JsonText.Read(row.Text(column), info);
}
