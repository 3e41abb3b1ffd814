namespace HiveGen.Tests.Hooks;

/// <summary>The event the generator would derive behind adds.</summary>
internal sealed class ScriptedFollowingAdd<T>(HookCall call, AddOperation<T> query, IReadOnlyList<T> records) : FollowingAddEvent<T>(call, query, records)
    where T : class, IHiveRecord<T>;
