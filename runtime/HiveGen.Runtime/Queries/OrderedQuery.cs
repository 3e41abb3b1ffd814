using HiveGen.Queries;
using HiveGen.Records;

namespace HiveGen;

/// <summary>A query with an order, in which the id breaks ties. Sets and removes of many know no order, so it offers those of the first record alone.</summary>
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

    /// <summary>
    /// Sets columns of the first record, in one statement: two callers never get the same one if the change takes it out of the filter.
    /// So a job is claimed: <c>hive.Tasks.Where(t => t.State == Ready).OrderBy(t => t.Due).SetFirstAsync(new TaskItem.Changes { State = Running })</c>.
    /// </summary>
    /// <returns>The record as stored; null when there is none.</returns>
    /// <exception cref="HiveValidationException">A value breaks a rule of the model.</exception>
    /// <exception cref="HiveConstraintException">A value breaks a rule of the table.</exception>
    /// <exception cref="HiveCanceledException">A hook refused.</exception>
    public ValueTask<TRecord?> SetFirstAsync(Changes<TRecord> changes, CancellationToken cancellationToken = default) => FirstWrite.SetAsync(Spec, changes, cancellationToken);

    /// <summary>Removes the first record, in one statement.</summary>
    /// <returns>The record as it was; null when there is none.</returns>
    /// <exception cref="HiveConstraintException">A record that restricts it links to it.</exception>
    /// <exception cref="HiveCanceledException">A hook refused.</exception>
    public ValueTask<TRecord?> RemoveFirstAsync(CancellationToken cancellationToken = default) => FirstWrite.RemoveAsync(Spec, cancellationToken);
}
