using HiveGen.Queries;
using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>Sets columns of the records of a filter.</summary>
/// <param name="store">The model.</param>
/// <param name="filter">Which records.</param>
/// <param name="changes">What is set.</param>
internal sealed class SetWrite<TRecord>(RecordStore<TRecord> store, Filter<TRecord> filter, Changes<TRecord> changes) : WriteOperation<TRecord>(store)
    where TRecord : class, IHiveRecord<TRecord>
{
    private SetSql<TRecord>? sql;
    private int count;

    /// <summary>Whether the filter names one record by its id.</summary>
    public bool Single { get; init; }

    /// <summary>Whether the caller wants the stored records back.</summary>
    public bool Returns { get; init; }

    /// <summary>The record as the caller read it: it must still be so, in every column.</summary>
    public TRecord? Expected { get; init; }

    public override WriteKind Kind => WriteKind.Set;

    public override bool MultipleRecords => !Single;

    // Where rows come back, what was set is undone when one of them cannot be read.
    public override bool SingleStatement => !Returns && !Followed && Expected is null && !sql!.HasExpressions;

    public override bool OnlyReads => sql!.IsEmpty;

    public override int Count => count;

    public Filter<TRecord> Filter { get; private set; } = filter;

    public Changes<TRecord> Changes { get; private set; } = changes;

    /// <summary>The typed face of this operation, made by the first hook that asks for it.</summary>
    public object? Query { get; set; }

    /// <summary>The records as stored, when somebody wants them.</summary>
    public IReadOnlyList<TRecord> Records { get; private set; } = [];

    /// <summary>The same records before, in the same order, when a Following hook wants them.</summary>
    public IReadOnlyList<TRecord> Previous { get; private set; } = [];

    public override void BeginHooks() => Changes = Changes.Clone();

    public override ValueTask RunHook(int index, object hooks, HookStage stage, HookCall call) => Store.Hooks[index].Run(hooks, stage, call, this);

    public override ValueTask RunFollowing(int index, object hooks, HookCall call) => Store.Hooks[index].RunFollowing(hooks, call, this);

    public void Narrow(Filter<TRecord> more) => Filter &= more;

    public override void Freeze(DateTimeOffset now) => sql = SetSql<TRecord>.Check(Store, Filter, Changes, now);

    public override void Execute(HiveConnection connection)
    {
        count = 0;
        Records = Previous = [];
        if (Expected is not null)
        {
            ThrowIfChanged(connection, Expected);
        }

        if (sql!.IsEmpty)
        {
            Records = Returns ? Read(connection) : [];
        }
        else
        {
            List<TRecord> previous = Followed ? Read(connection) : [];
            List<TRecord> records = [];
            count = sql.Run(connection, Returns || Followed ? records : null);
            (Records, Previous) = Followed ? (InOrderOf(previous, records), previous) : (records, previous);
        }
    }

    // Nobody else writes between this and the set: both run on the one connection that writes, in one transaction.
    private void ThrowIfChanged(HiveConnection connection, TRecord expected)
    {
        SqlValue id = Store.Model.IdOf(expected);
        TRecord? current = Store.Get(connection, Store.Model.SelectById, id);
        if (current is null || !RecordComparison.AreSame(connection, Store.Model, expected, current))
        {
            throw new HiveConflictException(ModelName, id.ToString(), current);
        }
    }

    private List<TRecord> Read(HiveConnection connection) => QueryReader.ToList(connection, new QuerySpec<TRecord>(Store, Filter, []));

    // SQLite promises no order of the rows an UPDATE returns.
    private List<TRecord> InOrderOf(List<TRecord> previous, List<TRecord> records)
    {
        Dictionary<SqlValue, TRecord> byId = new(records.Count);
        foreach (TRecord record in records)
        {
            byId.Add(Store.Model.IdOf(record), record);
        }

        return previous.ConvertAll(record => byId[Store.Model.IdOf(record)]);
    }
}
