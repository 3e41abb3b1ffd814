namespace HiveGen.FaultDisk.Faults;

/// <summary>Refuses requests of a kind from the nth on, until it is mended.</summary>
/// <param name="paths">The beginning of the paths it is for.</param>
/// <param name="call">What is refused.</param>
/// <param name="code">SQLite's code, such as 1034 for an I/O error at a sync.</param>
/// <param name="from">From which request on, from 1.</param>
public sealed class BrokenDisk(string paths, DiskCall call, int code, int from = 1) : DiskRule(paths)
{
    private int seen;
    private int refused;
    private volatile bool mended;

    /// <summary>How many requests were refused.</summary>
    public int Refused => Volatile.Read(ref refused);

    /// <summary>From now on everything works.</summary>
    public void Mend() => mended = true;

    /// <inheritdoc/>
    public override DiskAnswer Before(in DiskRequest request)
    {
        if (mended || request.Call != call || Interlocked.Increment(ref seen) < from)
        {
            return DiskAnswer.GoOn;
        }

        Interlocked.Increment(ref refused);
        return DiskAnswer.Fail(code);
    }
}
