namespace HiveGen;

/// <summary>The events of Following hooks: the data is committed, nobody waits, and a failure is logged and counted only.</summary>
public abstract class FollowingEvent : HookEvent
{
    private protected FollowingEvent(HookCall call)
        : base(call)
    {
    }

    /// <summary>
    /// Keeps the app from shutting down before this work ends (within the deadline). At most once: a crash loses it; use
    /// <see cref="WritingEvent.Enqueue"/> for what may not be lost.
    /// </summary>
    public void WaitUntil(Task work) => Call.WaitUntil(work);
}
