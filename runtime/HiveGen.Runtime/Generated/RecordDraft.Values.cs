using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace HiveGen.Generated;

public readonly partial struct RecordDraft
{
    string IRecordValues.Text(int column) => this[column].Text!;

    string? IRecordValues.TextOrNull(int column) => this[column].Text;

    bool IRecordValues.Bool(int column) => this[column].Bool;

    bool? IRecordValues.BoolOrNull(int column) => this[column].BoolOrNull;

    byte IRecordValues.Byte(int column) => this[column].Byte;

    byte? IRecordValues.ByteOrNull(int column) => this[column].ByteOrNull;

    sbyte IRecordValues.SByte(int column) => this[column].SByte;

    sbyte? IRecordValues.SByteOrNull(int column) => this[column].SByteOrNull;

    short IRecordValues.Int16(int column) => this[column].Int16;

    short? IRecordValues.Int16OrNull(int column) => this[column].Int16OrNull;

    ushort IRecordValues.UInt16(int column) => this[column].UInt16;

    ushort? IRecordValues.UInt16OrNull(int column) => this[column].UInt16OrNull;

    int IRecordValues.Int32(int column) => this[column].Int32;

    int? IRecordValues.Int32OrNull(int column) => this[column].Int32OrNull;

    uint IRecordValues.UInt32(int column) => this[column].UInt32;

    uint? IRecordValues.UInt32OrNull(int column) => this[column].UInt32OrNull;

    long IRecordValues.Int64(int column) => this[column].Int64;

    long? IRecordValues.Int64OrNull(int column) => this[column].Int64OrNull;

    ulong IRecordValues.UInt64(int column) => this[column].UInt64;

    ulong? IRecordValues.UInt64OrNull(int column) => this[column].UInt64OrNull;

    float IRecordValues.Single(int column) => this[column].Single;

    float? IRecordValues.SingleOrNull(int column) => this[column].SingleOrNull;

    double IRecordValues.Double(int column) => this[column].Double;

    double? IRecordValues.DoubleOrNull(int column) => this[column].DoubleOrNull;

    decimal IRecordValues.Decimal(int column, int places) => this[column].Decimal;

    decimal? IRecordValues.DecimalOrNull(int column, int places) => this[column].DecimalOrNull;

    DateTime IRecordValues.DateTime(int column) => this[column].DateTime;

    DateTime? IRecordValues.DateTimeOrNull(int column) => this[column].DateTimeOrNull;

    DateTimeOffset IRecordValues.DateTimeOffset(int column) => this[column].DateTimeOffset;

    DateTimeOffset? IRecordValues.DateTimeOffsetOrNull(int column) => this[column].DateTimeOffsetOrNull;

    DateOnly IRecordValues.DateOnly(int column) => this[column].DateOnly;

    DateOnly? IRecordValues.DateOnlyOrNull(int column) => this[column].DateOnlyOrNull;

    TimeOnly IRecordValues.TimeOnly(int column) => this[column].TimeOnly;

    TimeOnly? IRecordValues.TimeOnlyOrNull(int column) => this[column].TimeOnlyOrNull;

    TimeSpan IRecordValues.TimeSpan(int column) => this[column].TimeSpan;

    TimeSpan? IRecordValues.TimeSpanOrNull(int column) => this[column].TimeSpanOrNull;

    Guid IRecordValues.Guid(int column) => this[column].Guid;

    Guid? IRecordValues.GuidOrNull(int column) => this[column].GuidOrNull;

    byte[] IRecordValues.Blob(int column) => this[column].Blob!;

    byte[]? IRecordValues.BlobOrNull(int column) => this[column].Blob;

    JsonElement IRecordValues.JsonElement(int column) => this[column].Json.GetValueOrDefault();

    JsonElement? IRecordValues.JsonElementOrNull(int column) => this[column].Json;

    JsonNode IRecordValues.JsonNode(int column) => (JsonNode)this[column].Object!;

    JsonNode? IRecordValues.JsonNodeOrNull(int column) => (JsonNode?)this[column].Object;

    T IRecordValues.Enum<T>(int column, Func<string, T> read) => this[column].Enum<T>();

    T? IRecordValues.EnumOrNull<T>(int column, Func<string, T> read) => this[column].EnumOrNull<T>();

    T IRecordValues.Json<T>(int column, JsonTypeInfo<T> info) => (T)this[column].Object!;

    T? IRecordValues.JsonOrNull<T>(int column, JsonTypeInfo<T> info)
        where T : class
        => (T?)this[column].Object;

    T? IRecordValues.NullableJson<T>(int column, JsonTypeInfo<T> info) => (T?)this[column].Object;
}
