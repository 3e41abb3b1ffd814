using System.Diagnostics;

namespace HiveGen.CrashChild;

/// <summary>Prints lines, each at once and whole, and ends the process. Thread-safe.</summary>
internal sealed class Journal
{
    private readonly Lock gate = new();
    private readonly StreamWriter output = new(Console.OpenStandardOutput(), bufferSize: 1 << 16);
    private readonly Process self = Process.GetCurrentProcess();

    public void Write(string line)
    {
        lock (gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    /// <summary>Kills the process as <c>kill -9</c> does: nothing is closed, flushed or undone. It does not return.</summary>
    /// <param name="point">Where.</param>
    /// <param name="last">What is printed before.</param>
    public void Kill(KillPoint point, string? last = null)
    {
        lock (gate)
        {
            if (last is not null)
            {
                output.WriteLine(last);
            }

            output.WriteLine($"{(char)LineKind.Killed} {point} {Line.End}");
            output.Flush();

            // Nobody is faster, and nobody prints behind it: what would happen next does not.
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
