namespace HiveGen.Storage;

/// <summary>Counts commits, so that readers know whether their snapshot is still the newest. Only the writer, under its lock, adds.</summary>
internal sealed class CommitCounter
{
    private long value;

    public long Value => Volatile.Read(ref value);

    public void Add() => Volatile.Write(ref value, value + 1);
}
