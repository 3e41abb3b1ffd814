namespace HiveGen.FaultDisk;

/// <summary>Counts what SQLite asks of the disk. It allocates nothing and costs a few nanoseconds a request. Thread-safe.</summary>
public static class DiskCounts
{
    private const int Kinds = 4;

    // A cache line for each counter, since the threads of several connections count at once.
    private const int Stride = 8;

    private static readonly long[] Writes = new long[Kinds * Stride];
    private static readonly long[] Bytes = new long[Kinds * Stride];
    private static readonly long[] Syncs = new long[Kinds * Stride];

    /// <summary>Everything so far, over all files.</summary>
    public static DiskTally Total => Of(DiskFileKind.Main) + Of(DiskFileKind.Log) + Of(DiskFileKind.Journal) + Of(DiskFileKind.Temporary);

    /// <summary>Everything so far, over the files of one kind.</summary>
    public static DiskTally Of(DiskFileKind kind)
    {
        int index = (int)kind * Stride;
        return new DiskTally(Volatile.Read(ref Writes[index]), Volatile.Read(ref Bytes[index]), Volatile.Read(ref Syncs[index]));
    }

    internal static void Write(DiskFileKind kind, int bytes)
    {
        int index = (int)kind * Stride;
        Interlocked.Increment(ref Writes[index]);
        Interlocked.Add(ref Bytes[index], bytes);
    }

    internal static void Sync(DiskFileKind kind) => Interlocked.Increment(ref Syncs[(int)kind * Stride]);
}
