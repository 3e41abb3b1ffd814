namespace HiveGen.Tests.Hooks;

/// <summary>Hooks of reads that are given as functions.</summary>
internal sealed class ReadHooks<T, TChanges>(ReadScript<T> script) : ModelHooks<T, TChanges>
    where T : class, IHiveRecord<T>
    where TChanges : Changes<T>, new()
{
    public override void BeforeGet(ReadEvent<T> e) => script.Run(HookPoints.BeforeGet, e);

    public override void Get(ReadEvent<T> e) => script.Run(HookPoints.Get, e);

    public override void AfterGet(ReadEvent<T> e) => script.Run(HookPoints.AfterGet, e);

    public override IReadOnlyList<T>? ResolvingGet(ReadEvent<T> e) => script.Records?.Invoke(e);

    public override void BeforeCount(ReadEvent<T> e) => script.Run(HookPoints.BeforeCount, e);

    public override void Count(ReadEvent<T> e) => script.Run(HookPoints.Count, e);

    public override void AfterCount(ReadEvent<T> e) => script.Run(HookPoints.AfterCount, e);

    public override int? ResolvingCount(ReadEvent<T> e) => script.Number;

    protected override ValueTask RunAdd(HookStage stage, HookCall call, AddOperation<T> query) => default;

    protected override ValueTask RunSet(HookStage stage, HookCall call, SetOperation<T, TChanges> query) => default;

    protected override ValueTask RunRemove(HookStage stage, HookCall call, RemoveOperation<T> query) => default;

    protected override ValueTask RunFollowingAdd(HookCall call, AddOperation<T> query, IReadOnlyList<T> records) => default;

    protected override ValueTask RunFollowingSet(HookCall call, SetOperation<T, TChanges> query, IReadOnlyList<T> records, IReadOnlyList<T> previousRecords) => default;

    protected override ValueTask RunFollowingRemove(HookCall call, RemoveOperation<T> query, IReadOnlyList<T> previousRecords) => default;
}
