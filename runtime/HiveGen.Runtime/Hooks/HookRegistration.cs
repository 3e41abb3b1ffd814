using System.ComponentModel;

namespace HiveGen;

/// <summary>A class of hooks, as generated code registers it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HookRegistration
{
    private protected HookRegistration(Type hooksType, HookPoints points)
    {
        HooksType = hooksType;
        Points = points;
    }

    /// <summary>The class.</summary>
    public Type HooksType { get; }

    /// <summary>The hooks it overrides.</summary>
    public HookPoints Points { get; }

    /// <summary>Makes an object of the class, once an operation.</summary>
    internal abstract object Create(IServiceProvider services);

    /// <summary>A registration.</summary>
    /// <param name="points">The hooks the class overrides.</param>
    /// <param name="create">Takes it from the operation's scope.</param>
    public static HookRegistration For<THooks, TRecord, TChanges>(HookPoints points, Func<IServiceProvider, THooks> create)
        where THooks : ModelHooks<TRecord, TChanges>
        where TRecord : class, IHiveRecord<TRecord>
        where TChanges : Changes<TRecord>, new()
        => new HookRegistration<TRecord, TChanges>(typeof(THooks), points, create);
}
