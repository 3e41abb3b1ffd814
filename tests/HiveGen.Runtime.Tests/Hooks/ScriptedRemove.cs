namespace HiveGen.Tests.Hooks;

/// <summary>The event the generator would derive for removes.</summary>
internal sealed class ScriptedRemove<T>(HookCall call, RemoveOperation<T> query) : RemoveEvent<T>(call, query)
    where T : class, IHiveRecord<T>;
