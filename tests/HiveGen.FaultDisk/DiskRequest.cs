namespace HiveGen.FaultDisk;

/// <summary>One request of SQLite to the disk.</summary>
public readonly ref struct DiskRequest
{
    /// <summary>What is asked.</summary>
    public required DiskCall Call { get; init; }

    /// <summary>The full path; empty for a temporary file.</summary>
    public required string Path { get; init; }

    /// <summary>What the file is for SQLite; for a delete by its name.</summary>
    public required DiskFileKind Kind { get; init; }

    /// <summary>The open file; null for a delete, and before it is opened.</summary>
    public DiskFile? File { get; init; }

    /// <summary>Where is written; for a truncate the new size.</summary>
    public long Offset { get; init; }

    /// <summary>What is written.</summary>
    public ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Whether the folder is to reach the disk with a delete.</summary>
    public bool SyncFolder { get; init; }
}
