using HiveGen.Storage;

namespace HiveGen.Records;

/// <summary>Adds records.</summary>
internal sealed class AddWrite<TRecord>(RecordStore<TRecord> store, IReadOnlyList<TRecord> given, bool single) : WriteOperation<TRecord>(store)
    where TRecord : class, IHiveRecord<TRecord>
{
    private AddOperation<TRecord>? query;
    private TRecord[] prepared = [];

    public override WriteKind Kind => WriteKind.Add;

    public override bool MultipleRecords => !single;

    public override bool SingleStatement => prepared.Length <= 1;

    public override int Count => Records.Length;

    /// <summary>What hooks see: copies of what the caller gave.</summary>
    public AddOperation<TRecord> Query => query!;

    /// <summary>The records as stored.</summary>
    public TRecord[] Records { get; private set; } = [];

    public override void BeginHooks() => query = new AddOperation<TRecord>(given.Select(Store.Model.Draft));

    public override async ValueTask RunHook(int index, object hooks, HookStage stage, HookCall call)
    {
        await Store.Hooks[index].Run(hooks, stage, call, this).ConfigureAwait(false);
        GiveIds();
    }

    public override ValueTask RunFollowing(int index, object hooks, HookCall call) => Store.Hooks[index].RunFollowing(hooks, call, this);

    public override void Freeze(DateTimeOffset now)
    {
        IReadOnlyCollection<TRecord> drafts = query is null ? given : [.. query.Records];
        prepared = new TRecord[drafts.Count];
        int i = 0;
        foreach (TRecord draft in drafts)
        {
            try
            {
                prepared[i++] = Store.Model.Prepare(draft, now);
            }
            catch (HiveValidationException e) when (!single)
            {
                throw new HiveValidationException(e.Model, e.Errors, i - 1);
            }
        }
    }

    public override void Execute(HiveConnection connection)
    {
        TRecord[] stored = new TRecord[prepared.Length];
        for (int i = 0; i < stored.Length; i++)
        {
            stored[i] = Insert(connection, Store.Model, prepared[i]);
        }

        Records = stored;
    }

    /// <summary>Inserts one record and gives it back as stored.</summary>
    public static TRecord Insert(HiveConnection connection, HiveModel<TRecord> model, TRecord prepared)
    {
        Statement statement = connection.Prepare(connection.AllOrNothing ? model.InsertOrFail : model.Insert);
        model.Bind(statement, 1, prepared);
        try
        {
            statement.Run();
        }
        catch (HiveConstraintException e) when (BrokenLink.Is(e))
        {
            SqlValue[] values = RecordValues.Of(connection, model, prepared);
            throw BrokenLink.Named(connection, model, column => values[column], e);
        }

        return model.AssignsId ? model.WithId(prepared, connection.LastInsertRowId) : prepared;
    }

    // A hook may have put a new draft in, and what AfterAdd adds must be able to link to it.
    private void GiveIds()
    {
        IList<TRecord> drafts = Query.Records;
        for (int i = 0; i < drafts.Count; i++)
        {
            if (Store.Model.IdOf(drafts[i] ?? throw new HiveException($"A hook of {ModelName} put null in the place of a record.")) is { Text: "" or "00000000-0000-0000-0000-000000000000" })
            {
                drafts[i] = Store.Model.Draft(drafts[i]);
            }
        }
    }
}
