using System.Diagnostics;

namespace HiveGen.CrashChild;

/// <summary>Prints lines, each at once and whole. Thread-safe.</summary>
/// <param name="acknowledgedUntilKill">After so many acknowledged writes the process kills itself, at once; 0 for never.</param>
internal sealed class Journal(int acknowledgedUntilKill = 0)
{
    private readonly Lock gate = new();
    private readonly StreamWriter output = new(Console.OpenStandardOutput(), bufferSize: 1 << 16);
    private readonly Process self = Process.GetCurrentProcess();
    private int acknowledged;

    public void Write(string line)
    {
        lock (gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    /// <summary>Prints that a write has returned.</summary>
    public void Acknowledge(Operation operation)
    {
        lock (gate)
        {
            Write(operation.AcknowledgedLine);
            if (++acknowledged == acknowledgedUntilKill)
            {
                // Nothing is closed, flushed or undone, as with kill -9, and nobody is faster: what is committed too late is lost.
                self.Kill();
            }
        }
    }
}
