namespace HiveGen;

/// <summary>The event of BeforeSet, Set and AfterSet.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TChanges">The model's changes.</typeparam>
public abstract class SetEvent<TRecord, TChanges>(HookCall call, SetOperation<TRecord, TChanges> query) : WritingEvent(call)
    where TRecord : class, IHiveRecord<TRecord>
    where TChanges : Changes<TRecord>, new()
{
    /// <summary>The operation; its filter can be narrowed, never widened.</summary>
    public SetOperation<TRecord, TChanges> Query { get; } = query;

    /// <summary>What is set: a copy of what the caller gave, which Before and Set may change.</summary>
    public TChanges Changes => Query.Changes;
}
