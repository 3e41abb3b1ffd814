using System.Diagnostics;

namespace HiveGen.MigrationChild;

/// <summary>Ends the process as <c>kill -9</c> does: nothing is closed, flushed or undone.</summary>
internal static class Death
{
    public static void Come()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
