namespace HiveGen.Tests;

/// <summary>How large a write-ahead log has been. Thread-safe.</summary>
/// <param name="path">The log.</param>
internal sealed class LogWatch(string path)
{
    private long largest;

    /// <summary>The largest size that was seen.</summary>
    public long Largest => Interlocked.Read(ref largest);

    /// <summary>Looks at it now: after a write, which has made it larger.</summary>
    public void Look()
    {
        FileInfo file = new(path);
        long now = file.Exists ? file.Length : 0;
        for (long known = Largest; now > known; known = Largest)
        {
            Interlocked.CompareExchange(ref largest, now, known);
        }
    }
}
