using HiveGen.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace HiveGen.Storage;

/// <summary>Opens a Hive's file for its one writer. A file that is refused is left as it was.</summary>
internal static class HiveFile
{
    /// <summary>The absolute path of the file.</summary>
    /// <exception cref="HiveStorageException">The path names no file, or its folder is missing.</exception>
    public static string FullPath(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new HiveStorageException("HiveOptions.Path is empty. Give the path of the Hive's file, such as hive.db.");
        }

        if (path.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new HiveStorageException($"HiveOptions.Path is '{path}', but a Hive is a file: in memory it would lose what it promises to keep. Give a path, in a temporary folder for a test.");
        }

        string full = Path.GetFullPath(path);
        string? folder = Path.GetDirectoryName(full);
        if (folder is null || !Directory.Exists(folder))
        {
            throw new HiveStorageException($"The folder of {full} does not exist. Make it, or give another HiveOptions.Path.");
        }

        return full;
    }

    /// <summary>The connection that writes, with the file made or brought up to the schema. The lock is held.</summary>
    /// <exception cref="HiveStorageException">The file is refused.</exception>
    public static HiveConnection OpenWriter(string path, HiveSchema schema, HiveOptions options, ILogger logger)
        => IsHive(path) ? OpenExisting(path, schema, options, logger) : Create(path, schema, options, logger);

    /// <summary>How Microsoft.Data.Sqlite opens the file.</summary>
    public static string ConnectionString(string path, SqliteOpenMode mode)
        => new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString;

    private static bool IsHive(string path)
    {
        if (!FileHeader.IsHive(path))
        {
            return false;
        }

        string journal = path + "-journal";
        if (File.Exists(journal) && new FileInfo(journal).Length > 0)
        {
            // The process died while it made the Hive. SQLite undoes that at the first read, and may leave nothing.
            using HiveConnection connection = HiveConnection.Open(ConnectionString(path, SqliteOpenMode.ReadWrite));
            connection.Execute("SELECT count(*) FROM sqlite_schema");
        }

        return FileHeader.IsHive(path);
    }

    private static HiveConnection OpenExisting(string path, HiveSchema schema, HiveOptions options, ILogger logger)
    {
        MigrationPlan plan = Migrator.Prepare(path, schema, options, logger);
        HiveConnection connection = HiveConnection.Open(ConnectionString(path, SqliteOpenMode.ReadWrite));
        try
        {
            Pragmas.SetWriter(connection, options);
            new MigrationRun(connection, plan, options.Clock, logger).Apply();
            UseLog(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static HiveConnection Create(string path, HiveSchema schema, HiveOptions options, ILogger logger)
    {
        bool existed = File.Exists(path);
        HiveConnection? connection = null;
        try
        {
            connection = HiveConnection.Open(ConnectionString(path, SqliteOpenMode.ReadWriteCreate));
            Pragmas.SetWriter(connection, options);

            // Not in the write-ahead log yet, so that the file's own header says from the first commit on what it is.
            connection.Execute("PRAGMA journal_mode = DELETE");
            new MigrationRun(connection, SchemaDiff.ForNewFile(schema), options.Clock, logger).Apply();
            UseLog(connection, path);
            return connection;
        }
        catch
        {
            connection?.Dispose();
            if (!existed)
            {
                File.Delete(path);
            }

            throw;
        }
    }

    private static void UseLog(HiveConnection connection, string path)
    {
        Statement statement = connection.Prepare("PRAGMA journal_mode = WAL");
        string mode = "";

        // To its end: it names the mode before it has committed it, and only then a disk that refuses is heard of.
        while (statement.Step())
        {
            mode = statement.Text(0);
        }

        if (mode != "wal")
        {
            throw new HiveStorageException($"{path} lies where SQLite cannot keep a write-ahead log (a network folder?): the journal mode stays '{mode}'. Put the file on a local disk.");
        }
    }
}
