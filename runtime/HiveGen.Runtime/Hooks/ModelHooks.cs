using System.ComponentModel;

namespace HiveGen;

/// <summary>The base of the generated <c>Hooks</c> classes, which give each of the twelve hooks of writes its typed event. Those of reads are here.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TChanges">The model's changes.</typeparam>
public abstract class ModelHooks<TRecord, TChanges>
    where TRecord : class, IHiveRecord<TRecord>
    where TChanges : Changes<TRecord>, new()
{
    /// <summary>Before records are read: may narrow the filter, or refuse by an exception of its own. Reads are synchronous, and so are their hooks.</summary>
    public virtual void BeforeGet(ReadEvent<TRecord> e)
    {
    }

    /// <summary>While records are being read: may narrow the filter.</summary>
    public virtual void Get(ReadEvent<TRecord> e)
    {
    }

    /// <summary>The last that sees the filter before records are read.</summary>
    public virtual void AfterGet(ReadEvent<TRecord> e)
    {
    }

    /// <summary>Answers instead of the database, with records from elsewhere; null leaves it to the next, and at last to the database.</summary>
    public virtual IReadOnlyList<TRecord>? ResolvingGet(ReadEvent<TRecord> e) => null;

    /// <summary>Before records are counted, or it is asked whether there are any.</summary>
    public virtual void BeforeCount(ReadEvent<TRecord> e)
    {
    }

    /// <summary>While records are being counted: may narrow the filter.</summary>
    public virtual void Count(ReadEvent<TRecord> e)
    {
    }

    /// <summary>The last that sees the filter before records are counted.</summary>
    public virtual void AfterCount(ReadEvent<TRecord> e)
    {
    }

    /// <summary>Answers instead of the database; null leaves it to the next, and at last to the database.</summary>
    public virtual int? ResolvingCount(ReadEvent<TRecord> e) => null;

    /// <summary>Calls BeforeAdd, Add or AfterAdd.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual ValueTask RunAdd(HookStage stage, HookCall call, AddOperation<TRecord> query) => default;

    /// <summary>Calls BeforeSet, Set or AfterSet.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual ValueTask RunSet(HookStage stage, HookCall call, SetOperation<TRecord, TChanges> query) => default;

    /// <summary>Calls BeforeRemove, Remove or AfterRemove.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual ValueTask RunRemove(HookStage stage, HookCall call, RemoveOperation<TRecord> query) => default;

    /// <summary>Calls FollowingAdd.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual ValueTask RunFollowingAdd(HookCall call, AddOperation<TRecord> query, IReadOnlyList<TRecord> records) => default;

    /// <summary>Calls FollowingSet.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual ValueTask RunFollowingSet(HookCall call, SetOperation<TRecord, TChanges> query, IReadOnlyList<TRecord> records, IReadOnlyList<TRecord> previousRecords) => default;

    /// <summary>Calls FollowingRemove.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual ValueTask RunFollowingRemove(HookCall call, RemoveOperation<TRecord> query, IReadOnlyList<TRecord> previousRecords) => default;

    // Protected and not 'protected internal', so that a class overrides it in one way, whether or not it sees the internals of this assembly.
    internal ValueTask CallAdd(HookStage stage, HookCall call, AddOperation<TRecord> query) => RunAdd(stage, call, query);

    internal ValueTask CallSet(HookStage stage, HookCall call, SetOperation<TRecord, TChanges> query) => RunSet(stage, call, query);

    internal ValueTask CallRemove(HookStage stage, HookCall call, RemoveOperation<TRecord> query) => RunRemove(stage, call, query);

    internal ValueTask CallFollowingAdd(HookCall call, AddOperation<TRecord> query, IReadOnlyList<TRecord> records) => RunFollowingAdd(call, query, records);

    internal ValueTask CallFollowingSet(HookCall call, SetOperation<TRecord, TChanges> query, IReadOnlyList<TRecord> records, IReadOnlyList<TRecord> previousRecords)
        => RunFollowingSet(call, query, records, previousRecords);

    internal ValueTask CallFollowingRemove(HookCall call, RemoveOperation<TRecord> query, IReadOnlyList<TRecord> previousRecords)
        => RunFollowingRemove(call, query, previousRecords);
}
