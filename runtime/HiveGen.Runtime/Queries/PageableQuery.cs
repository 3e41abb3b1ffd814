using HiveGen.Queries;

namespace HiveGen;

/// <summary>A query that is not limited yet: it can be cut into pages, or cut short.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TColumns">The model's column tokens.</typeparam>
public abstract class PageableQuery<TRecord, TColumns> : Query<TRecord, TColumns>
    where TRecord : class, IHiveRecord<TRecord>
    where TColumns : class
{
    private protected PageableQuery(QuerySpec<TRecord> spec, TColumns columns)
        : base(spec, columns)
    {
    }

    /// <summary>At most so many records, the first of the order. Filter and order before: a limited query takes neither.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public Query<TRecord, TColumns> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(Spec.AtMost(count), Columns);
    }

    /// <summary>
    /// The page behind a cursor, before one, or the first. Pages lose and repeat no record that stays as it is, whatever is
    /// added or removed between two calls, and however many values of the order are equal or null: the id breaks every tie.
    /// </summary>
    /// <param name="size">The most records of a page, from 1.</param>
    /// <param name="after">A <see cref="Page{T}.Next"/> of the same order.</param>
    /// <param name="before">A <see cref="Page{T}.Previous"/> of the same order.</param>
    /// <exception cref="HiveCursorException">The cursor is malformed, or of another model or order.</exception>
    public Page<TRecord> Page(int size, string? after = null, string? before = null) => HookedReader.Page(Spec, size, after, before);

    /// <inheritdoc cref="Query{TRecord, TColumns}.Include"/>
    public new PageableIncludeQuery<TRecord, TLinked, TKey> Include<TLinked, TKey>(Func<TColumns, LinkColumn<TRecord, TLinked, TKey>> link)
        where TLinked : class, IHiveRecord<TLinked>
    {
        ArgumentNullException.ThrowIfNull(link);
        return new(Spec, link(Columns));
    }
}
