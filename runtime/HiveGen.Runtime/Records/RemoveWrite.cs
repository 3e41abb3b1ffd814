using HiveGen.Queries;
using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>Removes the records of a filter.</summary>
internal sealed class RemoveWrite<TRecord>(RecordStore<TRecord> store, Filter<TRecord> filter, bool single) : WriteOperation<TRecord>(store)
    where TRecord : class, IHiveRecord<TRecord>
{
    private RemoveOperation<TRecord>? query;
    private int count;

    /// <summary>Whether the caller wants the records back.</summary>
    public bool Returns { get; init; }

    public override WriteKind Kind => WriteKind.Remove;

    public override bool MultipleRecords => !single;

    // Where rows come back, the removal is undone when one of them cannot be read.
    public override bool SingleStatement => !Reads;

    public override int Count => count;

    /// <summary>What hooks see.</summary>
    public RemoveOperation<TRecord> Query => query!;

    /// <summary>The records as they were; empty when nobody wants them.</summary>
    public IReadOnlyList<TRecord> Previous { get; private set; } = [];

    private bool Reads => Returns || Followed;

    public override void BeginHooks() => query = new RemoveOperation<TRecord>(filter);

    public override ValueTask RunHook(int index, object hooks, HookStage stage, HookCall call) => Store.Hooks[index].Run(hooks, stage, call, this);

    public override ValueTask RunFollowing(int index, object hooks, HookCall call) => Store.Hooks[index].RunFollowing(hooks, call, this);

    public override void Freeze(DateTimeOffset now) => filter = query?.Filter ?? filter;

    public override void Execute(HiveConnection connection)
    {
        Statement statement = Delete(connection);
        List<TRecord> previous = [];
        try
        {
            while (statement.Step())
            {
                previous.Add(Store.Model.Read(statement));
            }
        }
        finally
        {
            statement.Reset();
        }

        count = Reads ? previous.Count : connection.Changes;
        Previous = previous;
    }

    private Statement Delete(HiveConnection connection)
    {
        SqlBuilder sql = new(stackalloc char[SqlBuilder.StackSize]);
        try
        {
            sql.Append("DELETE FROM ");
            sql.AppendName(Store.Model.Table);
            FilterSql.WriteWhere(ref sql, filter);
            sql.Append(Reads ? Store.Returning : "");
            Statement statement = connection.Prepare(sql.Text);
            int next = 1;
            FilterSql.Bind(statement, ref next, filter);
            return statement;
        }
        finally
        {
            sql.Dispose();
        }
    }
}
