namespace HiveGen;

/// <summary>The event of BeforeRemove, Remove and AfterRemove.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
public abstract class RemoveEvent<TRecord>(HookCall call, RemoveOperation<TRecord> query) : WritingEvent(call)
    where TRecord : class, IHiveRecord<TRecord>
{
    /// <summary>The operation; its filter can be narrowed, never widened.</summary>
    public RemoveOperation<TRecord> Query { get; } = query;
}
