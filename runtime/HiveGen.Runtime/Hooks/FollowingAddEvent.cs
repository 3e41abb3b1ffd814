namespace HiveGen;

/// <summary>The event of FollowingAdd.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public abstract class FollowingAddEvent<TRecord>(HookCall call, AddOperation<TRecord> query, IReadOnlyList<TRecord> records) : FollowingEvent(call)
    where TRecord : class, IHiveRecord<TRecord>
{
    /// <summary>The operation that was committed.</summary>
    public AddOperation<TRecord> Query { get; } = query;

    /// <summary>The records as committed.</summary>
    public IReadOnlyList<TRecord> Records { get; } = records;

    /// <summary>Empty: there were none.</summary>
    public IReadOnlyList<TRecord> PreviousRecords => [];
}
