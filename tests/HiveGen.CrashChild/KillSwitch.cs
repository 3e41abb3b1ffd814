namespace HiveGen.CrashChild;

/// <summary>Kills the process at the nth time it comes to the point of its plan. Thread-safe.</summary>
internal sealed class KillSwitch(DrillPlan plan, Journal journal)
{
    private readonly TaskCompletionSource enough = new();
    private int reached;
    private int acknowledged;

    /// <summary>Completes when everything was written that the plan wants, and the Hive is to be closed.</summary>
    public Task Enough => enough.Task;

    /// <summary>The process has come to a point.</summary>
    public void Reach(KillPoint point)
    {
        if (point == plan.Point && Interlocked.Increment(ref reached) == plan.Nth)
        {
            journal.Kill(point);
        }
    }

    /// <summary>A write has returned.</summary>
    public void Acknowledge(Operation operation)
    {
        if (plan.Acknowledged == 0 || Interlocked.Increment(ref acknowledged) != plan.Acknowledged)
        {
            journal.Write(operation.AcknowledgedLine);
        }
        else if (plan.Point == KillPoint.Close)
        {
            journal.Write(operation.AcknowledgedLine);
            enough.SetResult();
        }
        else
        {
            journal.Kill(KillPoint.Acknowledged, operation.AcknowledgedLine);
        }
    }
}
