namespace HiveGen;

/// <summary>A registration typed by its model.</summary>
internal sealed class HookRegistration<TRecord, TChanges>(Type hooksType, HookPoints points, Func<IServiceProvider, ModelHooks<TRecord, TChanges>> create)
    : HookRegistration(hooksType, points)
    where TRecord : class, IHiveRecord<TRecord>
    where TChanges : Changes<TRecord>, new()
{
    public Func<IServiceProvider, ModelHooks<TRecord, TChanges>> Create { get; } = create;
}
