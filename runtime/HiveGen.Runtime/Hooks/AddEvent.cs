namespace HiveGen;

/// <summary>The event of BeforeAdd, Add and AfterAdd.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public abstract class AddEvent<TRecord>(HookCall call, AddOperation<TRecord> query) : WritingEvent(call)
    where TRecord : class, IHiveRecord<TRecord>
{
    /// <summary>The operation.</summary>
    public AddOperation<TRecord> Query { get; } = query;

    /// <summary>The drafts: copies of what the caller gave. A draft may be changed or replaced in Before and Add.</summary>
    public IList<TRecord> Records => Query.Records;
}
