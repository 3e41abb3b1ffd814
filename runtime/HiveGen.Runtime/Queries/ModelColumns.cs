using System.ComponentModel;
using HiveGen.Queries;

namespace HiveGen;

/// <summary>
/// The base of a model's generated <c>Columns</c>. A column is made when it is first asked for, once, and named by the model's own list:
/// so generated properties hold no initialisers, which cost an app's compiler more than anything else in them. Thread-safe.
/// </summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <param name="count">How many columns the model has.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModelColumns<TRecord>(int count)
    where TRecord : class, IHiveRecord<TRecord>
{
    private readonly Column<TRecord>?[] made = new Column<TRecord>?[count];

    /// <summary>A column of text, nullable or not. Here and below, <c>column</c> is the index in the model's columns.</summary>
    protected TextColumn<TRecord> GetText(int column) => (TextColumn<TRecord>)(made[column] ?? Keep(column, new TextColumn<TRecord>(Name(column))));

    /// <summary>A column of <c>bool</c>.</summary>
    protected BoolColumn<TRecord> GetBool(int column) => (BoolColumn<TRecord>)(made[column] ?? Keep(column, new BoolColumn<TRecord>(Name(column))));

    /// <summary>A column of <c>bool?</c>.</summary>
    protected EqualColumn<TRecord, bool?> GetBoolOrNull(int column) => Equal(column, NullableCodecs.Bool);

    /// <summary>A column of <c>byte</c>.</summary>
    protected NumberColumn<TRecord, byte> GetByte(int column) => Number(column, Codecs.Byte);

    /// <summary>A column of <c>byte?</c>.</summary>
    protected NumberColumn<TRecord, byte?> GetByteOrNull(int column) => Number(column, NullableCodecs.Byte);

    /// <summary>A column of <c>sbyte</c>.</summary>
    protected NumberColumn<TRecord, sbyte> GetSByte(int column) => Number(column, Codecs.SByte);

    /// <summary>A column of <c>sbyte?</c>.</summary>
    protected NumberColumn<TRecord, sbyte?> GetSByteOrNull(int column) => Number(column, NullableCodecs.SByte);

    /// <summary>A column of <c>short</c>.</summary>
    protected NumberColumn<TRecord, short> GetInt16(int column) => Number(column, Codecs.Int16);

    /// <summary>A column of <c>short?</c>.</summary>
    protected NumberColumn<TRecord, short?> GetInt16OrNull(int column) => Number(column, NullableCodecs.Int16);

    /// <summary>A column of <c>ushort</c>.</summary>
    protected NumberColumn<TRecord, ushort> GetUInt16(int column) => Number(column, Codecs.UInt16);

    /// <summary>A column of <c>ushort?</c>.</summary>
    protected NumberColumn<TRecord, ushort?> GetUInt16OrNull(int column) => Number(column, NullableCodecs.UInt16);

    /// <summary>A column of <c>int</c>.</summary>
    protected NumberColumn<TRecord, int> GetInt32(int column) => Number(column, Codecs.Int32);

    /// <summary>A column of <c>int?</c>.</summary>
    protected NumberColumn<TRecord, int?> GetInt32OrNull(int column) => Number(column, NullableCodecs.Int32);

    /// <summary>A column of <c>uint</c>.</summary>
    protected NumberColumn<TRecord, uint> GetUInt32(int column) => Number(column, Codecs.UInt32);

    /// <summary>A column of <c>uint?</c>.</summary>
    protected NumberColumn<TRecord, uint?> GetUInt32OrNull(int column) => Number(column, NullableCodecs.UInt32);

    /// <summary>A column of <c>long</c>.</summary>
    protected NumberColumn<TRecord, long> GetInt64(int column) => Number(column, Codecs.Int64);

    /// <summary>A column of <c>long?</c>.</summary>
    protected NumberColumn<TRecord, long?> GetInt64OrNull(int column) => Number(column, NullableCodecs.Int64);

    /// <summary>A column of <c>ulong</c>.</summary>
    protected NumberColumn<TRecord, ulong> GetUInt64(int column) => Number(column, Codecs.UInt64);

    /// <summary>A column of <c>ulong?</c>.</summary>
    protected NumberColumn<TRecord, ulong?> GetUInt64OrNull(int column) => Number(column, NullableCodecs.UInt64);

    /// <summary>A column of <c>float</c>.</summary>
    protected NumberColumn<TRecord, float> GetSingle(int column) => Number(column, Codecs.Single);

    /// <summary>A column of <c>float?</c>.</summary>
    protected NumberColumn<TRecord, float?> GetSingleOrNull(int column) => Number(column, NullableCodecs.Single);

    /// <summary>A column of <c>double</c>.</summary>
    protected NumberColumn<TRecord, double> GetDouble(int column) => Number(column, Codecs.Double);

    /// <summary>A column of <c>double?</c>.</summary>
    protected NumberColumn<TRecord, double?> GetDoubleOrNull(int column) => Number(column, NullableCodecs.Double);

    /// <summary>A column of <c>decimal</c>.</summary>
    protected NumberColumn<TRecord, decimal> GetDecimal(int column, int places) => Number(column, Codecs.Decimal(places));

    /// <summary>A column of <c>decimal?</c>.</summary>
    protected NumberColumn<TRecord, decimal?> GetDecimalOrNull(int column, int places) => Number(column, NullableCodecs.Decimal(places));

    /// <summary>A column of <c>DateTime</c>.</summary>
    protected OrderedColumn<TRecord, DateTime> GetDateTime(int column) => Ordered(column, Codecs.DateTime);

    /// <summary>A column of <c>DateTime?</c>.</summary>
    protected OrderedColumn<TRecord, DateTime?> GetDateTimeOrNull(int column) => Ordered(column, NullableCodecs.DateTime);

    /// <summary>A column of <c>DateTimeOffset</c>.</summary>
    protected OrderedColumn<TRecord, DateTimeOffset> GetDateTimeOffset(int column) => Ordered(column, Codecs.DateTimeOffset);

    /// <summary>A column of <c>DateTimeOffset?</c>.</summary>
    protected OrderedColumn<TRecord, DateTimeOffset?> GetDateTimeOffsetOrNull(int column) => Ordered(column, NullableCodecs.DateTimeOffset);

    /// <summary>A column of <c>DateOnly</c>.</summary>
    protected OrderedColumn<TRecord, DateOnly> GetDateOnly(int column) => Ordered(column, Codecs.DateOnly);

    /// <summary>A column of <c>DateOnly?</c>.</summary>
    protected OrderedColumn<TRecord, DateOnly?> GetDateOnlyOrNull(int column) => Ordered(column, NullableCodecs.DateOnly);

    /// <summary>A column of <c>TimeOnly</c>.</summary>
    protected OrderedColumn<TRecord, TimeOnly> GetTimeOnly(int column) => Ordered(column, Codecs.TimeOnly);

    /// <summary>A column of <c>TimeOnly?</c>.</summary>
    protected OrderedColumn<TRecord, TimeOnly?> GetTimeOnlyOrNull(int column) => Ordered(column, NullableCodecs.TimeOnly);

    /// <summary>A column of <c>TimeSpan</c>.</summary>
    protected OrderedColumn<TRecord, TimeSpan> GetTimeSpan(int column) => Ordered(column, Codecs.TimeSpan);

    /// <summary>A column of <c>TimeSpan?</c>.</summary>
    protected OrderedColumn<TRecord, TimeSpan?> GetTimeSpanOrNull(int column) => Ordered(column, NullableCodecs.TimeSpan);

    /// <summary>A column of <c>Guid</c>.</summary>
    protected EqualColumn<TRecord, Guid> GetGuid(int column) => Equal(column, Codecs.Guid);

    /// <summary>A column of <c>Guid?</c>.</summary>
    protected EqualColumn<TRecord, Guid?> GetGuidOrNull(int column) => Equal(column, NullableCodecs.Guid);

    /// <summary>A column of <c>byte[]</c>.</summary>
    protected EqualColumn<TRecord, byte[]> GetBlob(int column) => Equal(column, Codecs.RequiredBlob);

    /// <summary>A column of <c>byte[]?</c>.</summary>
    protected EqualColumn<TRecord, byte[]?> GetBlobOrNull(int column) => Equal(column, Codecs.Blob);

    /// <summary>A column of JSON.</summary>
    protected JsonColumn<TRecord> GetJson(int column) => (JsonColumn<TRecord>)(made[column] ?? Keep(column, new JsonColumn<TRecord>(Name(column))));

    /// <summary>A column of a type that only the app knows: an enum, nullable or not.</summary>
    protected EqualColumn<TRecord, T> GetEnum<T>(int column, Codec<T> codec) => Equal(column, codec);

    /// <summary>A column that links to a model.</summary>
    /// <param name="column">The index in the model's columns.</param>
    /// <param name="read">The id a record links to; NULL for none.</param>
    /// <typeparam name="TTarget">The model linked to.</typeparam>
    /// <typeparam name="TKey">The type of its ids, nullable where the link is.</typeparam>
    protected LinkColumn<TRecord, TTarget, TKey> GetLink<TTarget, TKey>(int column, Func<TRecord, SqlValue> read)
        where TTarget : class, IHiveRecord<TTarget>
        => (LinkColumn<TRecord, TTarget, TKey>)(made[column] ?? Keep(column, new LinkColumn<TRecord, TTarget, TKey>(Name(column), LinkCodec.Of<TKey>(), read)));

    private static string Name(int column) => TRecord.Model.Columns[column].Name;

    private EqualColumn<TRecord, T> Equal<T>(int column, Codec<T> codec)
        => (EqualColumn<TRecord, T>)(made[column] ?? Keep(column, new EqualColumn<TRecord, T>(Name(column), codec)));

    private OrderedColumn<TRecord, T> Ordered<T>(int column, Codec<T> codec)
        => (OrderedColumn<TRecord, T>)(made[column] ?? Keep(column, new OrderedColumn<TRecord, T>(Name(column), codec)));

    private NumberColumn<TRecord, T> Number<T>(int column, Codec<T> codec)
        => (NumberColumn<TRecord, T>)(made[column] ?? Keep(column, new NumberColumn<TRecord, T>(Name(column), codec)));

    /// <summary>Of two threads that ask for a column at once, both get the first that is kept.</summary>
    private Column<TRecord> Keep(int column, Column<TRecord> fresh) => Interlocked.CompareExchange(ref made[column], fresh, null) ?? fresh;
}
