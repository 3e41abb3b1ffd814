namespace HiveGen.FaultDisk.Faults;

/// <summary>Does something at the nth request of a kind, and at no other.</summary>
/// <param name="paths">The beginning of the paths it is for.</param>
/// <param name="call">What is asked.</param>
/// <param name="kind">Of which file.</param>
/// <param name="nth">At which request, from 1.</param>
/// <param name="reached">What is done, before the disk hears of it, and what SQLite is told.</param>
public sealed class DiskPoint(string paths, DiskCall call, DiskFileKind kind, int nth, Func<DiskAnswer> reached) : DiskRule(paths)
{
    private int seen;

    /// <summary>How many such requests came.</summary>
    public int Seen => Volatile.Read(ref seen);

    /// <inheritdoc/>
    public override DiskAnswer Before(in DiskRequest request)
        => request.Call == call && request.Kind == kind && Interlocked.Increment(ref seen) == nth ? reached() : DiskAnswer.GoOn;
}
