using System.Runtime.InteropServices;

namespace HiveGen.Benchmarks.Building;

/// <summary>The CPU time of every process that this one started and waited for, and of those that they did: a build is several.</summary>
internal static partial class ChildCpu
{
    private const int Children = -1;

    /// <summary>Whether the operating system counts it.</summary>
    public static bool IsCounted => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    public static unsafe TimeSpan Total()
    {
        // struct rusage begins with the user's and the system's time, seconds and microseconds each, and is 18 words long.
        long* usage = stackalloc long[32];
        if (GetUsage(Children, usage) != 0)
        {
            throw new InvalidOperationException($"getrusage failed with {Marshal.GetLastPInvokeError()}.");
        }

        return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds((int)usage[1] + (int)usage[3]);
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static unsafe partial int GetUsage(int who, long* usage);
}
