using HiveGen.Queries;
using HiveGen.Storage;

namespace HiveGen;

/// <summary>A query whose records come with the one they link to, and that can be cut into pages. Immutable and thread-safe.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TLinked">The model linked to.</typeparam>
/// <typeparam name="TKey">The type of its ids.</typeparam>
public sealed class PageableIncludeQuery<TRecord, TLinked, TKey> : IncludeQuery<TRecord, TLinked, TKey>
    where TRecord : class, IHiveRecord<TRecord>
    where TLinked : class, IHiveRecord<TLinked>
{
    internal PageableIncludeQuery(QuerySpec<TRecord> spec, LinkColumn<TRecord, TLinked, TKey> link)
        : base(spec, link)
    {
    }

    /// <summary>A page, as <see cref="PageableQuery{TRecord, TColumns}.Page"/> cuts it; its cursors are the same.</summary>
    /// <param name="size">The most records of a page, from 1.</param>
    /// <param name="after">A <see cref="Page{T}.Next"/> of the same order.</param>
    /// <param name="before">A <see cref="Page{T}.Previous"/> of the same order.</param>
    /// <exception cref="HiveCursorException">The cursor is malformed, or of another model or order.</exception>
    public Page<Included<TRecord, TLinked>> Page(int size, string? after = null, string? before = null)
    {
        using ReaderLease lease = Spec.Store.Engine.Readers.Rent();
        lease.BeginSnapshot();
        Page<TRecord> page = HookedReader.Page(lease.Connection, Spec, size, after, before);
        return new(Join(lease.Connection, page.Items), page.Next, page.Previous);
    }
}
