namespace HiveGen;

/// <summary>The event of FollowingSet.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TChanges">The model's changes.</typeparam>
public abstract class FollowingSetEvent<TRecord, TChanges>(HookCall call, SetOperation<TRecord, TChanges> query, IReadOnlyList<TRecord> records, IReadOnlyList<TRecord> previousRecords)
    : FollowingEvent(call)
    where TRecord : class, IHiveRecord<TRecord>
    where TChanges : Changes<TRecord>, new()
{
    /// <summary>The operation that was committed.</summary>
    public SetOperation<TRecord, TChanges> Query { get; } = query;

    /// <summary>What was set.</summary>
    public TChanges Changes => Query.Changes;

    /// <summary>The records as committed.</summary>
    public IReadOnlyList<TRecord> Records { get; } = records;

    /// <summary>The same records before, in the same order.</summary>
    public IReadOnlyList<TRecord> PreviousRecords { get; } = previousRecords;
}
