namespace HiveGen.FaultDisk;

/// <summary>What SQLite asks of the disk.</summary>
public enum DiskCall
{
    /// <summary>A file is opened, and made if it is missing.</summary>
    Open,

    /// <summary>Bytes are written.</summary>
    Write,

    /// <summary>Everything written so far is to reach the disk (fsync).</summary>
    Sync,

    /// <summary>The file is cut.</summary>
    Truncate,

    /// <summary>The file is removed.</summary>
    Delete,
}
