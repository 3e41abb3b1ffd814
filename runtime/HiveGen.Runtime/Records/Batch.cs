using HiveGen.Queries;
using HiveGen.Records;

namespace HiveGen;

/// <summary>
/// Operations of one transaction, in order. Nothing happens until <see cref="HiveDatabase.BatchAsync(Action{Batch}, CancellationToken)"/>
/// executes them; what they did can then be asked of what each call returned. Not thread-safe.
/// </summary>
public sealed class Batch
{
    private readonly HiveEngine engine;
    private readonly List<WriteOperation> writes = [];
    private bool closed;

    internal Batch(HiveEngine engine) => this.engine = engine;

    internal IReadOnlyList<WriteOperation> Writes => writes;

    /// <summary>Adds a record.</summary>
    public Added<TRecord> Add<TRecord>(TRecord record)
        where TRecord : class, IHiveRecord<TRecord>
    {
        ArgumentNullException.ThrowIfNull(record);
        return Add([record], single: true);
    }

    /// <summary>Adds records, as one operation to their hooks.</summary>
    public Added<TRecord> Add<TRecord>(IEnumerable<TRecord> records)
        where TRecord : class, IHiveRecord<TRecord>
        => Add(RecordList.Of(records), single: false);

    /// <summary>Sets columns of the record with this id; a record that is not there is no error.</summary>
    public Affected Set<TRecord>(string id, Changes<TRecord> changes)
        where TRecord : class, IHiveRecord<TRecord>
        => Set(ById<TRecord>(SqlValue.From(id)), changes, single: true);

    /// <inheritdoc cref="Set{TRecord}(string, Changes{TRecord})"/>
    public Affected Set<TRecord>(long id, Changes<TRecord> changes)
        where TRecord : class, IHiveRecord<TRecord>
        => Set(ById<TRecord>(SqlValue.From(id)), changes, single: true);

    /// <inheritdoc cref="Set{TRecord}(string, Changes{TRecord})"/>
    public Affected Set<TRecord>(Guid id, Changes<TRecord> changes)
        where TRecord : class, IHiveRecord<TRecord>
        => Set(ById<TRecord>(Codecs.Guid.Encode(id)), changes, single: true);

    /// <summary>Sets columns of every record of the filter.</summary>
    public Affected Set<TRecord>(Filter<TRecord> filter, Changes<TRecord> changes)
        where TRecord : class, IHiveRecord<TRecord>
        => Set(filter, changes, single: false);

    /// <summary>
    /// Sets columns of a record if it is still as it was read, in every column; otherwise the whole batch ends with
    /// <see cref="HiveConflictException"/>.
    /// </summary>
    public Affected SetIfUnchanged<TRecord>(TRecord read, Changes<TRecord> changes)
        where TRecord : class, IHiveRecord<TRecord>
    {
        ArgumentNullException.ThrowIfNull(read);
        return Set(ById<TRecord>(TRecord.Model.IdOf(read)), changes, single: true, read);
    }

    /// <summary>Removes the record with this id; a record that is not there is no error.</summary>
    public Affected Remove<TRecord>(string id)
        where TRecord : class, IHiveRecord<TRecord>
        => Remove(ById<TRecord>(SqlValue.From(id)), single: true);

    /// <inheritdoc cref="Remove{TRecord}(string)"/>
    public Affected Remove<TRecord>(long id)
        where TRecord : class, IHiveRecord<TRecord>
        => Remove(ById<TRecord>(SqlValue.From(id)), single: true);

    /// <inheritdoc cref="Remove{TRecord}(string)"/>
    public Affected Remove<TRecord>(Guid id)
        where TRecord : class, IHiveRecord<TRecord>
        => Remove(ById<TRecord>(Codecs.Guid.Encode(id)), single: true);

    /// <summary>Removes every record of the filter.</summary>
    public Affected Remove<TRecord>(Filter<TRecord> filter)
        where TRecord : class, IHiveRecord<TRecord>
        => Remove(filter, single: false);

    /// <summary>
    /// Stores a job. It runs at least once after the commit, by the handler registered under its name, and survives a crash.
    /// </summary>
    public void Enqueue(string job, string payload) => Put(new JobWrite(job, payload));

    /// <inheritdoc cref="Enqueue(string, string)"/>
    public void Enqueue<TPayload>(JobType<TPayload> job, TPayload payload)
        where TPayload : notnull
    {
        ArgumentNullException.ThrowIfNull(job);
        Enqueue(job.Name, job.Write(payload));
    }

    /// <summary>Takes no more operations: what comes later would be lost.</summary>
    internal void Close() => closed = true;

    private Added<TRecord> Add<TRecord>(IReadOnlyList<TRecord> records, bool single)
        where TRecord : class, IHiveRecord<TRecord>
        => new(Put(new AddWrite<TRecord>(engine.Client.Store<TRecord>(), records, single)));

    private Affected Set<TRecord>(Filter<TRecord> filter, Changes<TRecord> changes, bool single, TRecord? expected = null)
        where TRecord : class, IHiveRecord<TRecord>
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(changes);
        return new(Put(new SetWrite<TRecord>(engine.Client.Store<TRecord>(), filter, changes) { Single = single, Expected = expected }));
    }

    private Affected Remove<TRecord>(Filter<TRecord> filter, bool single)
        where TRecord : class, IHiveRecord<TRecord>
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(Put(new RemoveWrite<TRecord>(engine.Client.Store<TRecord>(), filter, single)));
    }

    private TWrite Put<TWrite>(TWrite write)
        where TWrite : WriteOperation
    {
        if (closed)
        {
            throw new InvalidOperationException("The batch was closed when the code that fills it returned; do not keep it, and do not await inside.");
        }

        writes.Add(write);
        return write;
    }

    private static Filter<TRecord> ById<TRecord>(SqlValue id)
        where TRecord : class, IHiveRecord<TRecord>
    {
        HiveColumn column = TRecord.Model.Columns[0];
        return id.Kind == column.Kind
            ? new(FilterKind.Equal, column.Name, id)
            : throw new ArgumentException($"Ids of {TRecord.Model.Name} are {column.Kind}, and a {id.Kind} was given.", nameof(id));
    }
}
