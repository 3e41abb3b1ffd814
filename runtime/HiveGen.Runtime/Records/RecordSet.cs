using System.Runtime.CompilerServices;
using HiveGen.Queries;
using HiveGen.Records;
using HiveGen.Storage;

namespace HiveGen;

/// <summary>
/// The typed client of a model. The generator derives <c>AccountRecords</c> from it. Thread-safe. Reads are synchronous, as they are
/// calls at the speed of memory; a read that starts after a write returned sees it.
/// </summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TKey">The type of its ids.</typeparam>
/// <typeparam name="TColumns">The model's column tokens.</typeparam>
/// <typeparam name="TChanges">The model's changes.</typeparam>
public abstract class RecordSet<TRecord, TKey, TColumns, TChanges>
    where TRecord : class, IHiveRecord<TRecord>
    where TKey : notnull
    where TColumns : class
    where TChanges : Changes<TRecord>, new()
{
    private readonly RecordStore<TRecord> store;
    private readonly HiveModel<TRecord> model;
    private readonly PreparedSql[] selectByKey;
    private readonly bool addIsHooked;
    private readonly bool setIsHooked;
    private readonly bool removeIsHooked;

    /// <summary>Called by the generated class.</summary>
    protected RecordSet(HiveEngine engine, TColumns columns)
    {
        ArgumentNullException.ThrowIfNull(engine);
        Engine = engine;
        Columns = columns;
        store = engine.Client.Store<TRecord>();
        model = store.Model;
        selectByKey = [.. model.SelectByKey];
        addIsHooked = Hooks.HookPointsExtensions.Any(store.Points, WriteKind.Add);
        setIsHooked = Hooks.HookPointsExtensions.Any(store.Points, WriteKind.Set);
        removeIsHooked = Hooks.HookPointsExtensions.Any(store.Points, WriteKind.Remove);
    }

    /// <summary>The machinery.</summary>
    protected HiveEngine Engine { get; }

    /// <summary>The column tokens that filters are made of.</summary>
    public TColumns Columns { get; }

    /// <summary>Adds a record and gives it back as stored, with its id and times; the argument is left alone.</summary>
    /// <returns>The stored record; durable when the task completes.</returns>
    /// <exception cref="HiveValidationException">A value breaks a rule of the model.</exception>
    /// <exception cref="HiveConstraintException">A unique value is taken, or a link leads to nothing.</exception>
    /// <exception cref="HiveCanceledException">A hook refused.</exception>
    [OverloadResolutionPriority(1)] // AddAsync(new() { … }) means one record
    public ValueTask<TRecord> AddAsync(TRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (addIsHooked)
        {
            return AddThroughHooksAsync(record, cancellationToken);
        }

        TRecord prepared;
        try
        {
            prepared = model.Prepare(record, store.Now);
        }
        catch (HiveValidationException e)
        {
            return ValueTask.FromException<TRecord>(e); // where every other failure of an add is
        }

        return Engine.Writer.RunAsync<AddCommand<TRecord>, TRecord>(new(model, prepared), cancellationToken);
    }

    /// <summary>Adds records in one transaction, all or none, and gives them back as stored, in the same order.</summary>
    /// <exception cref="HiveValidationException">A value breaks a rule of the model.</exception>
    /// <exception cref="HiveConstraintException">A unique value is taken, or a link leads to nothing.</exception>
    /// <exception cref="HiveCanceledException">A hook refused.</exception>
    public async ValueTask<IReadOnlyList<TRecord>> AddAsync(IEnumerable<TRecord> records, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<TRecord> all = RecordList.Of(records);
        if (all.Count == 0)
        {
            return [];
        }

        AddWrite<TRecord> write = new(store, all, single: false);
        await WritePipeline.RunAsync(Engine, write, cancellationToken).ConfigureAwait(false);
        return write.Records;
    }

    /// <summary>The record with this id, or null.</summary>
    public TRecord? Get(TKey id)
        => store.GetIsHooked ? HookedReader.FirstOrDefault(Spec(ById(Key(id))))
            : typeof(TKey) == typeof(Guid) ? store.Get(model.SelectById, Unsafe.As<TKey, Guid>(ref id)) : store.Get(model.SelectById, Key(id));

    /// <summary>The records with these ids, in the order of the ids; those that are not there are left out. One statement.</summary>
    public List<TRecord> Get(IEnumerable<TKey> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        SqlValue[] keys = [.. ids.Select(Key)];
        Dictionary<SqlValue, TRecord> found = new(keys.Length);
        foreach (TRecord record in keys.Length == 0 ? [] : HookedReader.ToList(Spec(new(FilterKind.In, model.Columns[0].Name, values: new InValues(keys)))))
        {
            found.Add(model.IdOf(record), record);
        }

        List<TRecord> records = new(found.Count);
        foreach (SqlValue key in keys)
        {
            if (found.TryGetValue(key, out TRecord? record))
            {
                records.Add(record);
            }
        }

        return records;
    }

    /// <summary>The records of a filter: <c>Where(p => p.Published &amp; p.Views > 10)</c>.</summary>
    public FilteredQuery<TRecord, TColumns, TChanges> Where(Func<TColumns, Filter<TRecord>> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(Spec(filter(Columns)), Columns);
    }

    /// <summary>Every record. What sets or removes all of them must say it by this word.</summary>
    public FilteredQuery<TRecord, TColumns, TChanges> All() => new(Spec(Filter<TRecord>.All), Columns);

    /// <summary>Every record, least first; null is the least.</summary>
    public OrderedQuery<TRecord, TColumns> OrderBy(Func<TColumns, Column<TRecord>> column) => All().OrderBy(column);

    /// <summary>Every record, greatest first; null is the least.</summary>
    public OrderedQuery<TRecord, TColumns> OrderByDescending(Func<TColumns, Column<TRecord>> column) => All().OrderByDescending(column);

    /// <summary>Sets columns of one record: <c>SetAsync(id, new() { Name = "Ada" })</c>. With nothing to set, nothing is written.</summary>
    /// <returns>The record as stored; null when there is none with this id.</returns>
    /// <exception cref="HiveValidationException">A value breaks a rule of the model.</exception>
    /// <exception cref="HiveConstraintException">A unique value is taken, or a link leads to nothing.</exception>
    /// <exception cref="HiveCanceledException">A hook refused.</exception>
    [OverloadResolutionPriority(1)]
    public ValueTask<TRecord?> SetAsync(TKey id, TChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        SqlValue key = Key(id);
        if (setIsHooked)
        {
            return SetOneAsync(key, changes, null, cancellationToken);
        }

        SetSql<TRecord> sql;
        try
        {
            sql = SetSql<TRecord>.Check(store, ById(key), changes, store.Now);
        }
        catch (Exception e)
        {
            return ValueTask.FromException<TRecord?>(e); // where every other failure of a set is
        }

        return sql.IsEmpty || sql.HasExpressions
            ? SetOneAsync(key, changes, null, cancellationToken)
            : Engine.Writer.RunAsync<SetByIdCommand<TRecord>, TRecord?>(new(store, sql, key), cancellationToken);
    }

    /// <summary>
    /// Sets columns of one record by expressions over them, computed inside the transaction, so that no concurrent change is
    /// lost: <c>SetAsync(id, p => new() { Views = p.Views + 1 })</c>.
    /// </summary>
    /// <inheritdoc cref="SetAsync(TKey, TChanges, CancellationToken)"/>
    public ValueTask<TRecord?> SetAsync(TKey id, Func<TColumns, TChanges> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return SetAsync(id, changes(Columns), cancellationToken);
    }

    /// <summary>
    /// Sets columns of a record only if every column is still as it was read, so that nobody's change is lost. JSON is compared by
    /// its values, not by its spelling.
    /// </summary>
    /// <param name="read">The record as it was read.</param>
    /// <param name="changes">What is set.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The record as stored.</returns>
    /// <exception cref="HiveConflictException">The record was changed or removed; it carries the current one.</exception>
    /// <exception cref="HiveValidationException">A value breaks a rule of the model.</exception>
    /// <exception cref="HiveConstraintException">A unique value is taken, or a link leads to nothing.</exception>
    /// <exception cref="HiveCanceledException">A hook refused.</exception>
    public async ValueTask<TRecord> SetIfUnchangedAsync(TRecord read, TChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(changes);
        return await SetOneAsync(model.IdOf(read), changes, read, cancellationToken).ConfigureAwait(false)
            ?? throw new HiveException($"A hook of {model.Name} narrowed the operation so that it sets nothing. To refuse it, call Cancel.");
    }

    /// <summary>Removes a record, and what links to it with <c>Cascade</c>.</summary>
    /// <returns>Whether there was one with this id.</returns>
    /// <exception cref="HiveConstraintException">A record that restricts it links to it.</exception>
    /// <exception cref="HiveCanceledException">A hook refused.</exception>
    public ValueTask<bool> RemoveAsync(TKey id, CancellationToken cancellationToken = default)
        => removeIsHooked
            ? RemoveThroughHooksAsync(Key(id), cancellationToken)
            : Engine.Writer.RunAsync<RemoveByIdCommand, bool>(new(model.DeleteById, model.Name, Key(id)), cancellationToken);

    /// <summary>Called by generated code: the record of a unique key, which is given by its number.</summary>
    protected TRecord? GetByKey(int key, in SqlValue value) => Seen(store.Get(selectByKey[key], value));

    /// <summary>Called by generated code: the record of a unique key of several columns.</summary>
    protected TRecord? GetByKey(int key, params ReadOnlySpan<SqlValue> values) => Seen(store.Get(selectByKey[key], values));

    // The id as SQLite holds it. Of the types that an id may have.
    private static SqlValue Key(TKey id)
        => typeof(TKey) == typeof(long) ? SqlValue.From(Unsafe.As<TKey, long>(ref id))
            : typeof(TKey) == typeof(Guid) ? Codecs.Guid.Encode(Unsafe.As<TKey, Guid>(ref id))
            : SqlValue.From((string?)(object)id);

    // A record of a unique key is asked for by its id, once it is found, so that the hooks of reads see a filter.
    private TRecord? Seen(TRecord? found) => found is null || !store.GetIsHooked ? found : HookedReader.FirstOrDefault(Spec(ById(model.IdOf(found))));

    private QuerySpec<TRecord> Spec(Filter<TRecord> filter) => new(store, filter, []);

    private Filter<TRecord> ById(in SqlValue id) => new(FilterKind.Equal, model.Columns[0].Name, id);

    private async ValueTask<TRecord> AddThroughHooksAsync(TRecord record, CancellationToken cancellationToken)
    {
        AddWrite<TRecord> write = new(store, [record], single: true);
        await WritePipeline.RunAsync(Engine, write, cancellationToken).ConfigureAwait(false);
        return write.Records.Length > 0 ? write.Records[0] : throw new HiveException($"A hook of {model.Name} took the record out of the operation. To refuse it, call Cancel.");
    }

    private async ValueTask<TRecord?> SetOneAsync(SqlValue id, TChanges changes, TRecord? expected, CancellationToken cancellationToken)
    {
        SetWrite<TRecord> write = new(store, ById(id), changes) { Single = true, Returns = true, Expected = expected };
        await WritePipeline.RunAsync(Engine, write, cancellationToken).ConfigureAwait(false);
        return write.Records.Count > 0 ? write.Records[0] : null;
    }

    private async ValueTask<bool> RemoveThroughHooksAsync(SqlValue id, CancellationToken cancellationToken)
    {
        RemoveWrite<TRecord> write = new(store, ById(id), single: true);
        await WritePipeline.RunAsync(Engine, write, cancellationToken).ConfigureAwait(false);
        return write.Count > 0;
    }
}
