namespace HiveGen;

/// <summary>What every hook is given.</summary>
public abstract class HookEvent
{
    private protected HookEvent(HookCall call) => Call = call;

    /// <summary>The map that all stages of one operation share, nested operations aside.</summary>
    public IDictionary<string, object?> Context => Call.Context;

    /// <summary>The hook in which this operation was started; null when the app started it.</summary>
    public HookRef? ParentHook => Call.Parent;

    /// <summary>Whether the operation may touch more than one record: a list was added, or a filter was given.</summary>
    public bool MultipleRecords => Call.MultipleRecords;

    /// <summary>The caller's token; in Following hooks, the shutdown's.</summary>
    public CancellationToken CancellationToken => Call.CancellationToken;

    /// <summary>The call behind the event.</summary>
    protected HookCall Call { get; }
}
