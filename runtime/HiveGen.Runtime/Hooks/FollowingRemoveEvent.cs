namespace HiveGen;

/// <summary>The event of FollowingRemove.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public abstract class FollowingRemoveEvent<TRecord>(HookCall call, RemoveOperation<TRecord> query, IReadOnlyList<TRecord> previousRecords) : FollowingEvent(call)
    where TRecord : class, IHiveRecord<TRecord>
{
    /// <summary>The operation that was committed.</summary>
    public RemoveOperation<TRecord> Query { get; } = query;

    /// <summary>Empty: there are none any more.</summary>
    public IReadOnlyList<TRecord> Records => [];

    /// <summary>The records as they were.</summary>
    public IReadOnlyList<TRecord> PreviousRecords { get; } = previousRecords;
}
