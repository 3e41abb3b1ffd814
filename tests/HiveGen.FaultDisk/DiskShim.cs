namespace HiveGen.FaultDisk;

/// <summary>
/// Stands between SQLite and the files. It wraps the default VFS, so it works on every system, and leads locks and shared
/// memory to it directly. Thread-safe.
/// </summary>
public static class DiskShim
{
    private static readonly Lock Gate = new();
    private static volatile DiskRule[] rules = [];
    private static bool installed;

    internal static DiskRule[] Rules => rules;

    /// <summary>From now on, every connection that is opened in this process goes through the shim. Those that are open do not.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (!installed)
            {
                ShimVfs.Register();
                installed = true;
            }
        }
    }

    /// <summary>Adds a rule, after those that are there, until it is disposed. Open files are covered too.</summary>
    /// <exception cref="InvalidOperationException">The shim is not installed.</exception>
    public static IDisposable Use(DiskRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        lock (Gate)
        {
            if (!installed)
            {
                throw new InvalidOperationException($"Call {nameof(DiskShim)}.{nameof(Install)} before the first connection is opened.");
            }

            rules = [.. rules, rule];
        }

        return new Removal(rule);
    }

    private sealed class Removal(DiskRule rule) : IDisposable
    {
        public void Dispose()
        {
            lock (Gate)
            {
                rules = [.. rules.Where(known => known != rule)];
            }
        }
    }
}
