namespace HiveGen.Tests.Hooks;

/// <summary>The event the generator would derive behind removes.</summary>
internal sealed class ScriptedFollowingRemove<T>(HookCall call, RemoveOperation<T> query, IReadOnlyList<T> previous) : FollowingRemoveEvent<T>(call, query, previous)
    where T : class, IHiveRecord<T>;
