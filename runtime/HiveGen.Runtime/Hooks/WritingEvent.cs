namespace HiveGen;

/// <summary>The events of Before, bare and After hooks: no user code runs inside the transaction, so they produce operations.</summary>
public abstract class WritingEvent : HookEvent
{
    private protected WritingEvent(HookCall call)
        : base(call)
    {
    }

    /// <summary>
    /// Operations of the same transaction: those a Before hook adds run before this one, those of an After hook behind it.
    /// </summary>
    public Batch Batch => Call.Batch;

    /// <summary>Refuses the operation, and with it the whole batch it belongs to. Nothing is written.</summary>
    /// <exception cref="HiveCanceledException">Always: it ends the hook and reaches the caller.</exception>
    public void Cancel(string reason) => Call.Cancel(reason);

    /// <summary>
    /// Stores a job in the same transaction. It runs at least once after the commit, by the handler registered under its
    /// name, and survives a crash.
    /// </summary>
    public void Enqueue(string job, string payload) => Call.Batch.Enqueue(job, payload);

    /// <inheritdoc cref="Enqueue(string, string)"/>
    public void Enqueue<TPayload>(JobType<TPayload> job, TPayload payload)
        where TPayload : notnull
        => Call.Batch.Enqueue(job, payload);
}
