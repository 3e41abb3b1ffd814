using System.ComponentModel;
using HiveGen.Queries;

namespace HiveGen;

/// <summary>
/// The base of a model's generated <c>Columns</c>. What makes a column is called by its constructor, once for each, and names it by the model's own list.
/// (Properties with bodies or initialisers of their own cost an app's compiler far more than the lines of one constructor.)
/// </summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModelColumns<TRecord>
    where TRecord : class, IHiveRecord<TRecord>
{
    /// <summary>A column of text, nullable or not. Here and below, <c>column</c> is the index in the model's columns.</summary>
    protected static TextColumn<TRecord> GetText(int column) => new(Name(column));

    /// <summary>A column of <c>bool</c>.</summary>
    protected static BoolColumn<TRecord> GetBool(int column) => new(Name(column));

    /// <summary>A column of <c>bool?</c>.</summary>
    protected static EqualColumn<TRecord, bool?> GetBoolOrNull(int column) => Equal(column, NullableCodecs.Bool);

    /// <summary>A column of <c>byte</c>.</summary>
    protected static NumberColumn<TRecord, byte> GetByte(int column) => Number(column, Codecs.Byte);

    /// <summary>A column of <c>byte?</c>.</summary>
    protected static NumberColumn<TRecord, byte?> GetByteOrNull(int column) => Number(column, NullableCodecs.Byte);

    /// <summary>A column of <c>sbyte</c>.</summary>
    protected static NumberColumn<TRecord, sbyte> GetSByte(int column) => Number(column, Codecs.SByte);

    /// <summary>A column of <c>sbyte?</c>.</summary>
    protected static NumberColumn<TRecord, sbyte?> GetSByteOrNull(int column) => Number(column, NullableCodecs.SByte);

    /// <summary>A column of <c>short</c>.</summary>
    protected static NumberColumn<TRecord, short> GetInt16(int column) => Number(column, Codecs.Int16);

    /// <summary>A column of <c>short?</c>.</summary>
    protected static NumberColumn<TRecord, short?> GetInt16OrNull(int column) => Number(column, NullableCodecs.Int16);

    /// <summary>A column of <c>ushort</c>.</summary>
    protected static NumberColumn<TRecord, ushort> GetUInt16(int column) => Number(column, Codecs.UInt16);

    /// <summary>A column of <c>ushort?</c>.</summary>
    protected static NumberColumn<TRecord, ushort?> GetUInt16OrNull(int column) => Number(column, NullableCodecs.UInt16);

    /// <summary>A column of <c>int</c>.</summary>
    protected static NumberColumn<TRecord, int> GetInt32(int column) => Number(column, Codecs.Int32);

    /// <summary>A column of <c>int?</c>.</summary>
    protected static NumberColumn<TRecord, int?> GetInt32OrNull(int column) => Number(column, NullableCodecs.Int32);

    /// <summary>A column of <c>uint</c>.</summary>
    protected static NumberColumn<TRecord, uint> GetUInt32(int column) => Number(column, Codecs.UInt32);

    /// <summary>A column of <c>uint?</c>.</summary>
    protected static NumberColumn<TRecord, uint?> GetUInt32OrNull(int column) => Number(column, NullableCodecs.UInt32);

    /// <summary>A column of <c>long</c>.</summary>
    protected static NumberColumn<TRecord, long> GetInt64(int column) => Number(column, Codecs.Int64);

    /// <summary>A column of <c>long?</c>.</summary>
    protected static NumberColumn<TRecord, long?> GetInt64OrNull(int column) => Number(column, NullableCodecs.Int64);

    /// <summary>A column of <c>ulong</c>.</summary>
    protected static NumberColumn<TRecord, ulong> GetUInt64(int column) => Number(column, Codecs.UInt64);

    /// <summary>A column of <c>ulong?</c>.</summary>
    protected static NumberColumn<TRecord, ulong?> GetUInt64OrNull(int column) => Number(column, NullableCodecs.UInt64);

    /// <summary>A column of <c>float</c>.</summary>
    protected static NumberColumn<TRecord, float> GetSingle(int column) => Number(column, Codecs.Single);

    /// <summary>A column of <c>float?</c>.</summary>
    protected static NumberColumn<TRecord, float?> GetSingleOrNull(int column) => Number(column, NullableCodecs.Single);

    /// <summary>A column of <c>double</c>.</summary>
    protected static NumberColumn<TRecord, double> GetDouble(int column) => Number(column, Codecs.Double);

    /// <summary>A column of <c>double?</c>.</summary>
    protected static NumberColumn<TRecord, double?> GetDoubleOrNull(int column) => Number(column, NullableCodecs.Double);

    /// <summary>A column of <c>decimal</c>.</summary>
    protected static NumberColumn<TRecord, decimal> GetDecimal(int column, int places) => Number(column, Codecs.Decimal(places));

    /// <summary>A column of <c>decimal?</c>.</summary>
    protected static NumberColumn<TRecord, decimal?> GetDecimalOrNull(int column, int places) => Number(column, NullableCodecs.Decimal(places));

    /// <summary>A column of <c>DateTime</c>.</summary>
    protected static OrderedColumn<TRecord, DateTime> GetDateTime(int column) => Ordered(column, Codecs.DateTime);

    /// <summary>A column of <c>DateTime?</c>.</summary>
    protected static OrderedColumn<TRecord, DateTime?> GetDateTimeOrNull(int column) => Ordered(column, NullableCodecs.DateTime);

    /// <summary>A column of <c>DateTimeOffset</c>.</summary>
    protected static OrderedColumn<TRecord, DateTimeOffset> GetDateTimeOffset(int column) => Ordered(column, Codecs.DateTimeOffset);

    /// <summary>A column of <c>DateTimeOffset?</c>.</summary>
    protected static OrderedColumn<TRecord, DateTimeOffset?> GetDateTimeOffsetOrNull(int column) => Ordered(column, NullableCodecs.DateTimeOffset);

    /// <summary>A column of <c>DateOnly</c>.</summary>
    protected static OrderedColumn<TRecord, DateOnly> GetDateOnly(int column) => Ordered(column, Codecs.DateOnly);

    /// <summary>A column of <c>DateOnly?</c>.</summary>
    protected static OrderedColumn<TRecord, DateOnly?> GetDateOnlyOrNull(int column) => Ordered(column, NullableCodecs.DateOnly);

    /// <summary>A column of <c>TimeOnly</c>.</summary>
    protected static OrderedColumn<TRecord, TimeOnly> GetTimeOnly(int column) => Ordered(column, Codecs.TimeOnly);

    /// <summary>A column of <c>TimeOnly?</c>.</summary>
    protected static OrderedColumn<TRecord, TimeOnly?> GetTimeOnlyOrNull(int column) => Ordered(column, NullableCodecs.TimeOnly);

    /// <summary>A column of <c>TimeSpan</c>.</summary>
    protected static OrderedColumn<TRecord, TimeSpan> GetTimeSpan(int column) => Ordered(column, Codecs.TimeSpan);

    /// <summary>A column of <c>TimeSpan?</c>.</summary>
    protected static OrderedColumn<TRecord, TimeSpan?> GetTimeSpanOrNull(int column) => Ordered(column, NullableCodecs.TimeSpan);

    /// <summary>A column of <c>Guid</c>.</summary>
    protected static EqualColumn<TRecord, Guid> GetGuid(int column) => Equal(column, Codecs.Guid);

    /// <summary>A column of <c>Guid?</c>.</summary>
    protected static EqualColumn<TRecord, Guid?> GetGuidOrNull(int column) => Equal(column, NullableCodecs.Guid);

    /// <summary>A column of <c>byte[]</c>.</summary>
    protected static EqualColumn<TRecord, byte[]> GetBlob(int column) => Equal(column, Codecs.RequiredBlob);

    /// <summary>A column of <c>byte[]?</c>.</summary>
    protected static EqualColumn<TRecord, byte[]?> GetBlobOrNull(int column) => Equal(column, Codecs.Blob);

    /// <summary>A column of JSON.</summary>
    protected static JsonColumn<TRecord> GetJson(int column) => new(Name(column));

    /// <summary>A column of a type that only the app knows: an enum, nullable or not.</summary>
    protected static EqualColumn<TRecord, T> GetEnum<T>(int column, Codec<T> codec) => Equal(column, codec);

    /// <summary>A column that links to a model.</summary>
    /// <param name="column">The index in the model's columns.</param>
    /// <typeparam name="TTarget">The model linked to.</typeparam>
    /// <typeparam name="TKey">The type of its ids, nullable where the link is.</typeparam>
    protected static LinkColumn<TRecord, TTarget, TKey> GetLink<TTarget, TKey>(int column)
        where TTarget : class, IHiveRecord<TTarget>
        => new(Name(column), LinkCodec.Of<TKey>(), record => TRecord.Model.KeyOf(record, column));

    private static string Name(int column) => TRecord.Model.Columns[column].Name;

    private static EqualColumn<TRecord, T> Equal<T>(int column, Codec<T> codec) => new(Name(column), codec);

    private static OrderedColumn<TRecord, T> Ordered<T>(int column, Codec<T> codec) => new(Name(column), codec);

    private static NumberColumn<TRecord, T> Number<T>(int column, Codec<T> codec) => new(Name(column), codec);
}
