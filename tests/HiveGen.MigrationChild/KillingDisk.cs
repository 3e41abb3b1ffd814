using HiveGen.FaultDisk;

namespace HiveGen.MigrationChild;

/// <summary>Kills the process before the nth write, sync, truncate or delete in a folder.</summary>
internal sealed class KillingDisk(string folder, int nth) : DiskRule(folder)
{
    private int asked;

    public int Asked => asked;

    /// <inheritdoc/>
    public override DiskAnswer Before(in DiskRequest request)
    {
        if (request.Call != DiskCall.Open && Interlocked.Increment(ref asked) == nth)
        {
            Death.Come();
        }

        return DiskAnswer.GoOn;
    }
}
