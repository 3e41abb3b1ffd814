namespace HiveGen;

/// <summary>A column that links to another model.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TTarget">The model linked to.</typeparam>
/// <typeparam name="TKey">The type of its ids, nullable where the link is (<c>string?</c>, <c>long</c>, <c>long?</c>).</typeparam>
public sealed class LinkColumn<TRecord, TTarget, TKey>(string name, Codec<TKey> codec, Func<TRecord, SqlValue> read) : EqualColumn<TRecord, TKey>(name, codec)
    where TRecord : class
    where TTarget : class, IHiveRecord<TTarget>
{
    /// <summary>The id this record links to; NULL for none.</summary>
    internal SqlValue Read(TRecord record) => read(record);
}
