namespace HiveGen.Tests.Hooks;

/// <summary>The event the generator would derive behind sets.</summary>
internal sealed class ScriptedFollowingSet<T, TChanges>(HookCall call, SetOperation<T, TChanges> query, IReadOnlyList<T> records, IReadOnlyList<T> previous) : FollowingSetEvent<T, TChanges>(call, query, records, previous)
    where T : class, IHiveRecord<T>
    where TChanges : Changes<T>, new();
