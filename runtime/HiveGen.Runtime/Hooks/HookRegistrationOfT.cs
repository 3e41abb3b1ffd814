using HiveGen.Hooks;
using HiveGen.Records;

namespace HiveGen;

/// <summary>A registration typed by its model.</summary>
internal sealed class HookRegistration<TRecord, TChanges>(Type hooksType, HookPoints points, Func<IServiceProvider, ModelHooks<TRecord, TChanges>> create)
    : ModelHookRegistration<TRecord>(hooksType, points)
    where TRecord : class, IHiveRecord<TRecord>
    where TChanges : Changes<TRecord>, new()
{
    internal override object Create(IServiceProvider services) => create(services);

    public override void Run(object hooks, ReadKind kind, ReadStage stage, ReadEvent<TRecord> e)
    {
        ModelHooks<TRecord, TChanges> typed = Typed(hooks);
        Action<ReadEvent<TRecord>> hook = (kind, stage) switch
        {
            (ReadKind.Get, ReadStage.Before) => typed.BeforeGet,
            (ReadKind.Get, ReadStage.During) => typed.Get,
            (ReadKind.Get, _) => typed.AfterGet,
            (_, ReadStage.Before) => typed.BeforeCount,
            (_, ReadStage.During) => typed.Count,
            _ => typed.AfterCount,
        };
        hook(e);
    }

    public override IReadOnlyList<TRecord>? ResolveGet(object hooks, ReadEvent<TRecord> e) => Typed(hooks).ResolvingGet(e);

    public override int? ResolveCount(object hooks, ReadEvent<TRecord> e) => Typed(hooks).ResolvingCount(e);

    public override ValueTask Run(object hooks, HookStage stage, HookCall call, AddWrite<TRecord> write) => Typed(hooks).CallAdd(stage, call, write.Query);

    public override ValueTask Run(object hooks, HookStage stage, HookCall call, SetWrite<TRecord> write) => Typed(hooks).CallSet(stage, call, Query(write));

    public override ValueTask Run(object hooks, HookStage stage, HookCall call, RemoveWrite<TRecord> write) => Typed(hooks).CallRemove(stage, call, write.Query);

    public override ValueTask RunFollowing(object hooks, HookCall call, AddWrite<TRecord> write) => Typed(hooks).CallFollowingAdd(call, write.Query, write.Records);

    public override ValueTask RunFollowing(object hooks, HookCall call, SetWrite<TRecord> write) => Typed(hooks).CallFollowingSet(call, Query(write), write.Records, write.Previous);

    public override ValueTask RunFollowing(object hooks, HookCall call, RemoveWrite<TRecord> write) => Typed(hooks).CallFollowingRemove(call, write.Query, write.Previous);

    private static ModelHooks<TRecord, TChanges> Typed(object hooks) => (ModelHooks<TRecord, TChanges>)hooks;

    private static SetOperation<TRecord, TChanges> Query(SetWrite<TRecord> write) => (SetOperation<TRecord, TChanges>)(write.Query ??= new SetOperation<TRecord, TChanges>(write));
}
