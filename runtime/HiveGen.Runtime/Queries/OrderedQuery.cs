using HiveGen.Queries;

namespace HiveGen;

/// <summary>A query with an order, in which the id breaks ties. Sets and removes know no order, so it offers none.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TColumns">The model's column tokens.</typeparam>
public sealed class OrderedQuery<TRecord, TColumns> : PageableQuery<TRecord, TColumns>
    where TRecord : class, IHiveRecord<TRecord>
    where TColumns : class
{
    internal OrderedQuery(QuerySpec<TRecord> spec, TColumns columns)
        : base(spec, columns)
    {
    }

    /// <summary>Only the records of this filter too.</summary>
    public OrderedQuery<TRecord, TColumns> Where(Func<TColumns, Filter<TRecord>> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(Spec.And(filter(Columns)), Columns);
    }

    /// <summary>Those that tie so far, least first; null is the least.</summary>
    public OrderedQuery<TRecord, TColumns> ThenBy(Func<TColumns, Column<TRecord>> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new(Spec.By(column(Columns), descending: false), Columns);
    }

    /// <summary>Those that tie so far, greatest first; null is the least.</summary>
    public OrderedQuery<TRecord, TColumns> ThenByDescending(Func<TColumns, Column<TRecord>> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new(Spec.By(column(Columns), descending: true), Columns);
    }
}
