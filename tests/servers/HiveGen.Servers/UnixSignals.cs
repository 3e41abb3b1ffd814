using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HiveGen.Servers;

/// <summary>Sends signals, which .NET cannot.</summary>
internal static partial class UnixSignals
{
    /// <summary>Sends one.</summary>
    /// <returns>Whether it was sent: false on Windows, and when the process has ended.</returns>
    public static bool Send(Process process, Signal signal) => !OperatingSystem.IsWindows() && !process.HasExited && Kill(process.Id, (int)signal) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
