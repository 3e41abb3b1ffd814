using System.Globalization;

namespace HiveGen.Storage;

/// <summary>How the Hive's connections are set.</summary>
internal static class Pragmas
{
    /// <summary>How long SQLite waits for a lock that another program holds, in milliseconds.</summary>
    public const int BusyTimeout = 5000;

    public static void SetWriter(HiveConnection connection, HiveOptions options)
    {
        // No temp_store here: with MEMORY the journals of statements that fire triggers cost a third of a bulk insert.
        connection.SetBusyTimeout(BusyTimeout);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            PRAGMA synchronous = {(options.Synchronous == HiveSynchronous.Full ? "FULL" : "NORMAL")};
            PRAGMA foreign_keys = ON;
            PRAGMA recursive_triggers = ON;
            PRAGMA mmap_size = 0;
            PRAGMA cache_size = {CacheSize(options.WriterCacheBytes)};
            """));
        if (options.MaxPages > 0)
        {
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {options.MaxPages}"));
        }
    }

    public static void SetReader(HiveConnection connection, HiveOptions options)
    {
        connection.SetBusyTimeout(BusyTimeout);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            PRAGMA query_only = ON;
            PRAGMA mmap_size = 0;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = {CacheSize(options.ReaderCacheBytes)};
            """));
    }

    private static long CacheSize(long bytes) => -Math.Max(bytes / 1024, 1);
}
