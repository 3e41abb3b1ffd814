using HiveGen.FaultDisk;

namespace HiveGen.CrashChild;

/// <summary>Kills the process in the middle of what SQLite does with the Hive's files.</summary>
internal sealed class KillingDisk(string hive, KillSwitch killing) : DiskRule(hive)
{
    /// <summary>What the Hive is doing as a whole: opening, closing or trimming.</summary>
    public KillPoint Phase { get; set; }

    /// <inheritdoc/>
    public override DiskAnswer Before(in DiskRequest request)
    {
        if (Phase != KillPoint.Anywhere && request.Call != DiskCall.Open)
        {
            killing.Reach(Phase);
        }

        switch (request.Call, request.Kind)
        {
            case (DiskCall.Write, DiskFileKind.Log):
                killing.Reach(KillPoint.LogWrite);
                break;
            case (DiskCall.Sync, DiskFileKind.Log):
                killing.Reach(KillPoint.LogSync);
                break;
            case (DiskCall.Write, DiskFileKind.Main) when request.Path != Paths:
                killing.Reach(KillPoint.Backup);
                break;
            case (DiskCall.Write, DiskFileKind.Main):
                // With a write-ahead log, only a checkpoint writes there.
                killing.Reach(KillPoint.Checkpoint);
                break;
        }

        return DiskAnswer.GoOn;
    }
}
