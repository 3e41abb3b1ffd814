using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>The faults to come. Thread-safe: lanes share it.</summary>
public sealed class FaultPlan(IEnumerable<Fault> faults, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Queue<Fault> coming = new(faults);
    private DateTimeOffset downUntil;
    private int wrongKeys;

    /// <summary>Whether faults happen.</summary>
    public bool On { get; set; }

    /// <summary>Throws while nothing at all is answered.</summary>
    public void Answer()
    {
        lock (gate)
        {
            if (clock.GetUtcNow() < downUntil)
            {
                throw new TargetException(TargetFailure.Transient, "an outage");
            }

            if (wrongKeys > 0)
            {
                wrongKeys--;
                throw new TargetException(TargetFailure.Configuration, "401");
            }
        }
    }

    /// <summary>The fault of this send.</summary>
    public Fault Next()
    {
        lock (gate)
        {
            if (!On || !coming.TryDequeue(out Fault fault))
            {
                return Fault.None;
            }

            downUntil = fault == Fault.Outage ? clock.GetUtcNow().AddHours(1) : downUntil;
            wrongKeys = fault == Fault.WrongKey ? 3 : wrongKeys;
            return fault is Fault.Outage or Fault.WrongKey ? Fault.DroppedBefore : fault;
        }
    }
}
