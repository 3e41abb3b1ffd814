using System.ComponentModel;

namespace HiveGen;

/// <summary>The base of the generated <c>Hooks</c> classes, which give each of the twelve hooks its typed event.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
/// <typeparam name="TChanges">The model's changes.</typeparam>
public abstract class ModelHooks<TRecord, TChanges>
    where TRecord : class, IHiveRecord<TRecord>
    where TChanges : Changes<TRecord>, new()
{
    /// <summary>Calls BeforeAdd, Add or AfterAdd.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ValueTask RunAdd(HookStage stage, HookCall call, AddOperation<TRecord> query);

    /// <summary>Calls BeforeSet, Set or AfterSet.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ValueTask RunSet(HookStage stage, HookCall call, SetOperation<TRecord, TChanges> query);

    /// <summary>Calls BeforeRemove, Remove or AfterRemove.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ValueTask RunRemove(HookStage stage, HookCall call, RemoveOperation<TRecord> query);

    /// <summary>Calls FollowingAdd.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ValueTask RunFollowingAdd(HookCall call, AddOperation<TRecord> query, IReadOnlyList<TRecord> records);

    /// <summary>Calls FollowingSet.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ValueTask RunFollowingSet(HookCall call, SetOperation<TRecord, TChanges> query, IReadOnlyList<TRecord> records, IReadOnlyList<TRecord> previousRecords);

    /// <summary>Calls FollowingRemove.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ValueTask RunFollowingRemove(HookCall call, RemoveOperation<TRecord> query, IReadOnlyList<TRecord> previousRecords);
}
