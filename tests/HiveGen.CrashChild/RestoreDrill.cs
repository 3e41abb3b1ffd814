using HiveGen.FaultDisk;

namespace HiveGen.CrashChild;

/// <summary>Puts one backup after the other in the place of a Hive, until it is killed.</summary>
internal static class RestoreDrill
{
    /// <summary>Runs until the process is killed, or its input is closed.</summary>
    /// <param name="path">The Hive's file.</param>
    /// <param name="backups">The backups, in turn.</param>
    /// <param name="nth">At which call to the disk it kills itself; 0 for never.</param>
    /// <param name="keep">Whether the replaced file stays beside.</param>
    /// <param name="journal">Tells what was done.</param>
    /// <param name="closed">Completes when the input is closed.</param>
    public static async Task RunAsync(string path, string[] backups, int nth, bool keep, Journal journal, Task closed)
    {
        DiskShim.Install();
        using IDisposable killing = DiskShim.Use(new NthCall(path, nth, journal));
        for (int i = 0; !closed.IsCompleted; i++)
        {
            journal.Write("restoring");
            await HiveBackup.RestoreAsync(backups[i % backups.Length], path, new RestoreOptions { KeepReplaced = keep, LockTimeout = TimeSpan.Zero });
            journal.Write("restored");
        }
    }

    private sealed class NthCall(string path, int nth, Journal journal) : DiskRule(path)
    {
        private int calls;

        public override DiskAnswer Before(in DiskRequest request)
        {
            if (Interlocked.Increment(ref calls) == nth)
            {
                journal.Kill(KillPoint.Anywhere);
            }

            return DiskAnswer.GoOn;
        }
    }
}
