namespace HiveGen.CrashChild;

/// <summary>Prints lines, each at once and whole. Thread-safe.</summary>
internal sealed class Journal
{
    private readonly Lock gate = new();
    private readonly StreamWriter output = new(Console.OpenStandardOutput(), bufferSize: 1 << 16);

    public void Write(string line)
    {
        lock (gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }
}
