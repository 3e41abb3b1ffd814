namespace HiveGen.Tests.Hooks;

// The typed events that the generator would derive, one line each.
internal sealed class ScriptedAdd<T>(HookCall call, AddOperation<T> query) : AddEvent<T>(call, query)
    where T : class, IHiveRecord<T>
{
    public HiveDatabase Client => Call.Database;
}

internal sealed class ScriptedSet<T, TChanges>(HookCall call, SetOperation<T, TChanges> query) : SetEvent<T, TChanges>(call, query)
    where T : class, IHiveRecord<T>
    where TChanges : Changes<T>, new();

internal sealed class ScriptedRemove<T>(HookCall call, RemoveOperation<T> query) : RemoveEvent<T>(call, query)
    where T : class, IHiveRecord<T>;

internal sealed class ScriptedFollowingAdd<T>(HookCall call, AddOperation<T> query, IReadOnlyList<T> records) : FollowingAddEvent<T>(call, query, records)
    where T : class, IHiveRecord<T>;

internal sealed class ScriptedFollowingSet<T, TChanges>(HookCall call, SetOperation<T, TChanges> query, IReadOnlyList<T> records, IReadOnlyList<T> previous) : FollowingSetEvent<T, TChanges>(call, query, records, previous)
    where T : class, IHiveRecord<T>
    where TChanges : Changes<T>, new();

internal sealed class ScriptedFollowingRemove<T>(HookCall call, RemoveOperation<T> query, IReadOnlyList<T> previous) : FollowingRemoveEvent<T>(call, query, previous)
    where T : class, IHiveRecord<T>;
