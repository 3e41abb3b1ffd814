using HiveGen.Records;

namespace HiveGen.Hooks;

/// <summary>A registration as the operations of its model see it.</summary>
/// <typeparam name="TRecord">The model's class.</typeparam>
internal abstract class ModelHookRegistration<TRecord>(Type hooksType, HookPoints points) : HookRegistration(hooksType, points)
    where TRecord : class, IHiveRecord<TRecord>
{
    public abstract void Run(object hooks, ReadKind kind, ReadStage stage, ReadEvent<TRecord> e);

    public abstract IReadOnlyList<TRecord>? ResolveGet(object hooks, ReadEvent<TRecord> e);

    public abstract int? ResolveCount(object hooks, ReadEvent<TRecord> e);

    public abstract ValueTask Run(object hooks, HookStage stage, HookCall call, AddWrite<TRecord> write);

    public abstract ValueTask Run(object hooks, HookStage stage, HookCall call, SetWrite<TRecord> write);

    public abstract ValueTask Run(object hooks, HookStage stage, HookCall call, RemoveWrite<TRecord> write);

    public abstract ValueTask RunFollowing(object hooks, HookCall call, AddWrite<TRecord> write);

    public abstract ValueTask RunFollowing(object hooks, HookCall call, SetWrite<TRecord> write);

    public abstract ValueTask RunFollowing(object hooks, HookCall call, RemoveWrite<TRecord> write);
}
