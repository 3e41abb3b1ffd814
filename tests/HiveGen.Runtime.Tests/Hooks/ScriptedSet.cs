namespace HiveGen.Tests.Hooks;

/// <summary>The event the generator would derive for sets.</summary>
internal sealed class ScriptedSet<T, TChanges>(HookCall call, SetOperation<T, TChanges> query) : SetEvent<T, TChanges>(call, query)
    where T : class, IHiveRecord<T>
    where TChanges : Changes<T>, new();
