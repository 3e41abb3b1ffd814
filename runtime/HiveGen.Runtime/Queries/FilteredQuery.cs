using HiveGen.Queries;
using HiveGen.Records;

namespace HiveGen;

/// <summary>The records of a filter, which can be read, ordered, set and removed.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TColumns">The model's column tokens.</typeparam>
/// <typeparam name="TChanges">The model's changes.</typeparam>
public sealed class FilteredQuery<TRecord, TColumns, TChanges> : PageableQuery<TRecord, TColumns>
    where TRecord : class, IHiveRecord<TRecord>
    where TColumns : class
    where TChanges : Changes<TRecord>, new()
{
    internal FilteredQuery(QuerySpec<TRecord> spec, TColumns columns)
        : base(spec, columns)
    {
    }

    /// <summary>Only the records of this filter too.</summary>
    public FilteredQuery<TRecord, TColumns, TChanges> Where(Func<TColumns, Filter<TRecord>> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(Spec.And(filter(Columns)), Columns);
    }

    /// <summary>Least first; null is the least.</summary>
    public OrderedQuery<TRecord, TColumns> OrderBy(Func<TColumns, Column<TRecord>> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new(Spec.By(column(Columns), descending: false), Columns);
    }

    /// <summary>Greatest first; null is the least.</summary>
    public OrderedQuery<TRecord, TColumns> OrderByDescending(Func<TColumns, Column<TRecord>> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new(Spec.By(column(Columns), descending: true), Columns);
    }

    /// <summary>Sets columns of every record of the filter, in one transaction.</summary>
    /// <returns>How many records the filter gave; 0 when nothing was to be set.</returns>
    /// <exception cref="HiveValidationException">A value breaks a rule of the model.</exception>
    /// <exception cref="HiveConstraintException">A value breaks a rule of the table.</exception>
    /// <exception cref="HiveCanceledException">A hook refused.</exception>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
    public async ValueTask<int> SetAsync(TChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        SetWrite<TRecord> write = new(Spec.Store, Spec.Filter, changes);
        await WritePipeline.RunAsync(Spec.Store.Engine, write, cancellationToken).ConfigureAwait(false);
        return write.Count;
    }

    /// <summary>Sets columns by expressions over them: <c>p => new() { Views = p.Views + 1 }</c>.</summary>
    /// <inheritdoc cref="SetAsync(TChanges, CancellationToken)"/>
    public ValueTask<int> SetAsync(Func<TColumns, TChanges> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return SetAsync(changes(Columns), cancellationToken);
    }

    /// <summary>
    /// Sets columns of one record of the filter, in one statement: two callers never get the same one if the change takes it out of
    /// the filter. Which one is not said; <see cref="OrderedQuery{TRecord, TColumns}.SetFirstAsync"/> takes the first of an order.
    /// </summary>
    /// <returns>The record as stored; null when there is none.</returns>
    /// <inheritdoc cref="SetAsync(TChanges, CancellationToken)" path="/exception"/>
    public ValueTask<TRecord?> SetFirstAsync(TChanges changes, CancellationToken cancellationToken = default) => FirstWrite.SetAsync(Spec, changes, cancellationToken);

    /// <summary>Removes one record of the filter, in one statement; which one is not said.</summary>
    /// <returns>The record as it was; null when there is none.</returns>
    /// <inheritdoc cref="RemoveAsync(CancellationToken)" path="/exception"/>
    public ValueTask<TRecord?> RemoveFirstAsync(CancellationToken cancellationToken = default) => FirstWrite.RemoveAsync(Spec, cancellationToken);

    /// <summary>Removes every record of the filter, in one transaction.</summary>
    /// <returns>How many, those that links removed with them aside.</returns>
    /// <exception cref="HiveConstraintException">A record that restricts it links to one of them.</exception>
    /// <exception cref="HiveCanceledException">A hook refused.</exception>
    public async ValueTask<int> RemoveAsync(CancellationToken cancellationToken = default)
    {
        RemoveWrite<TRecord> write = new(Spec.Store, Spec.Filter, single: false);
        await WritePipeline.RunAsync(Spec.Store.Engine, write, cancellationToken).ConfigureAwait(false);
        return write.Count;
    }
}
