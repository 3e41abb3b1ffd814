using System.Globalization;
using HiveGen.Storage;
using HiveGen.Targets;
using Microsoft.Data.Sqlite;

namespace HiveGen.Adapters.Sqlite;

/// <summary>Opens the file of a target.</summary>
internal static class SqliteOpening
{
    private const long HiveApplicationId = 0x48495645; // the letters HIVE

    /// <exception cref="HiveStorageException">It cannot be opened.</exception>
    /// <exception cref="TargetException">It is a Hive itself.</exception>
    public static HiveConnection Open(SqliteConnectionStringBuilder connectionString, SqliteTargetOptions options)
    {
        // The target takes turns at its connection, so SQLite's own mutex, which every call would pay for, is left out where it can be.
        HiveConnection connection = IsOnlyPath(connectionString)
            ? HiveConnection.OpenPath(connectionString.DataSource)
            : HiveConnection.Open(connectionString.ConnectionString);
        try
        {
            SetBusyTimeout(connection, options);
            if (ApplicationId(connection) == HiveApplicationId)
            {
                throw new TargetException(TargetFailure.Configuration, $"'{connectionString.DataSource}' is a Hive itself, and cannot be a target. Give the target a file of its own.");
            }

            // FULL: with NORMAL a power cut would take the newest batches with their cursor, and a cursor behind what it confirmed
            // reads as a target restored from a backup, which costs a full load. Large batches keep the waits for the disk few.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens it for reading alone.</summary>
    /// <exception cref="HiveStorageException">It cannot be opened.</exception>
    public static HiveConnection OpenReadOnly(SqliteConnectionStringBuilder connectionString, SqliteTargetOptions options)
    {
        HiveConnection connection = IsOnlyPath(connectionString)
            ? HiveConnection.OpenReadOnly(connectionString.DataSource)
            : HiveConnection.Open(new SqliteConnectionStringBuilder(connectionString.ConnectionString) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        SetBusyTimeout(connection, options);
        return connection;
    }

    private static void SetBusyTimeout(HiveConnection connection, SqliteTargetOptions options)
        => connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(long)options.BusyTimeout.TotalMilliseconds}"));

    private static bool IsOnlyPath(SqliteConnectionStringBuilder connectionString)
        => connectionString is { Mode: SqliteOpenMode.ReadWriteCreate, Cache: SqliteCacheMode.Default, ForeignKeys: null, RecursiveTriggers: false }
            && string.IsNullOrEmpty(connectionString.Password)
            && string.IsNullOrEmpty(connectionString.Vfs)
            && Path.IsPathFullyQualified(connectionString.DataSource);

    private static long ApplicationId(HiveConnection connection)
    {
        Statement select = connection.Prepare("PRAGMA application_id");
        long id = select.Step() ? select.Int64(0) : 0;
        select.Reset();
        return id;
    }
}
