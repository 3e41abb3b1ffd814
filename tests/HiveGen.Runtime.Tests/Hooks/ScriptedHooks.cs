using HiveGen.Hooks;
using Xunit;

namespace HiveGen.Tests.Hooks;

/// <summary>Hooks that do what the test's script says, and note that they ran.</summary>
internal sealed class ScriptedHooks<T, TChanges>(Script script, ScopeProbe probe) : ModelHooks<T, TChanges>
    where T : class, IHiveRecord<T>
    where TChanges : Changes<T>, new()
{
    protected override ValueTask RunAdd(HookStage stage, HookCall call, AddOperation<T> query) => Run(WriteKind.Add, stage, new ScriptedAdd<T>(call, query));

    protected override ValueTask RunSet(HookStage stage, HookCall call, SetOperation<T, TChanges> query) => Run(WriteKind.Set, stage, new ScriptedSet<T, TChanges>(call, query));

    protected override ValueTask RunRemove(HookStage stage, HookCall call, RemoveOperation<T> query) => Run(WriteKind.Remove, stage, new ScriptedRemove<T>(call, query));

    protected override ValueTask RunFollowingAdd(HookCall call, AddOperation<T> query, IReadOnlyList<T> records)
        => Run(WriteKind.Add, HookStage.Following, new ScriptedFollowingAdd<T>(call, query, records));

    protected override ValueTask RunFollowingSet(HookCall call, SetOperation<T, TChanges> query, IReadOnlyList<T> records, IReadOnlyList<T> previousRecords)
        => Run(WriteKind.Set, HookStage.Following, new ScriptedFollowingSet<T, TChanges>(call, query, records, previousRecords));

    protected override ValueTask RunFollowingRemove(HookCall call, RemoveOperation<T> query, IReadOnlyList<T> previousRecords)
        => Run(WriteKind.Remove, HookStage.Following, new ScriptedFollowingRemove<T>(call, query, previousRecords));

    private ValueTask Run(WriteKind kind, HookStage stage, HookEvent e)
    {
        Assert.False(probe.Disposed);
        return script.RunAsync(typeof(T).Name, HookPointsExtensions.Of(kind, stage), e, this);
    }
}
