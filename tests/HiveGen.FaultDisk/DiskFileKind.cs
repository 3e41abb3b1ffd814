namespace HiveGen.FaultDisk;

/// <summary>What a file is for SQLite.</summary>
public enum DiskFileKind
{
    /// <summary>The database itself.</summary>
    Main,

    /// <summary>The write-ahead log.</summary>
    Log,

    /// <summary>The rollback journal of a database.</summary>
    Journal,

    /// <summary>Anything that is gone with the connection.</summary>
    Temporary,
}
