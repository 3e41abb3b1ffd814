namespace HiveGen;

/// <summary>The Hive's file refused an operation: full disk, corruption, lock, no permission.</summary>
public class HiveStorageException : HiveException
{
    /// <summary>An exception with SQLite's extended result code (0 when the refusal is not SQLite's).</summary>
    public HiveStorageException(string message, int sqliteCode = 0, Exception? innerException = null)
        : base(message, innerException) => SqliteCode = sqliteCode;

    /// <summary>SQLite's extended result code; 0 when the refusal is not SQLite's.</summary>
    public int SqliteCode { get; }
}
