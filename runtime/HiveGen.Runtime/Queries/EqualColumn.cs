using HiveGen.Queries;

namespace HiveGen;

#pragma warning disable CS0660, CS0661 // Column seals Equals and GetHashCode: a token builds filters

/// <summary>A column whose values are equal or not, and have no order worth asking for: Guid, enum, byte[].</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="T">The property's type.</typeparam>
public class EqualColumn<TRecord, T>(string name, Codec<T> codec) : Column<TRecord>(name)
    where TRecord : class
{
    private protected Codec<T> Codec { get; } = codec;

    /// <summary>The same value; null means null.</summary>
    public static Filter<TRecord> operator ==(EqualColumn<TRecord, T> column, T value) => column.Compare(FilterKind.Equal, column.Codec.Encode(value));

    /// <summary>Another value, null included.</summary>
    public static Filter<TRecord> operator !=(EqualColumn<TRecord, T> column, T value) => column.Compare(FilterKind.NotEqual, column.Codec.Encode(value));

    /// <summary>
    /// One of the values that a column of another query has: <c>p.Id.In(hive.Posts.Where(…), post => post.Author)</c>. One statement, which
    /// sees one state. Null is in no query.
    /// </summary>
    /// <param name="query">The query, of any model of the same database.</param>
    /// <param name="column">Its column, of the same type.</param>
    public Filter<TRecord> In<TOther, TOtherColumns>(Query<TOther, TOtherColumns> query, Func<TOtherColumns, EqualColumn<TOther, T>> column)
        where TOther : class, IHiveRecord<TOther>
        where TOtherColumns : class
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(column);
        return new(Name, new InQuery<TOther>(query.Spec, column(query.Columns).Name));
    }

    /// <summary>One of these values, null included; none of them gives no record.</summary>
    public Filter<TRecord> In(params IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return AnyOf(values.Select(Codec.Encode));
    }
}
