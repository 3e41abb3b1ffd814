namespace HiveGen.Tests.Hooks;

/// <summary>The event the generator would derive for adds.</summary>
internal sealed class ScriptedAdd<T>(HookCall call, AddOperation<T> query) : AddEvent<T>(call, query)
    where T : class, IHiveRecord<T>
{
    public HiveDatabase Client => Call.Database;
}
