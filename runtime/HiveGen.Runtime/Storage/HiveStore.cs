using HiveGen.Telemetry;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace HiveGen.Storage;

/// <summary>An open file: its lock, its writer and its readers.</summary>
internal sealed class HiveStore : IAsyncDisposable
{
    private readonly FileLock fileLock;
    private readonly HiveConnection connection;
    private readonly Checkpointer checkpointer;

    private HiveStore(string path, FileLock fileLock, HiveConnection connection, HiveOptions options, HiveTelemetry telemetry, ILogger logger)
    {
        Path = path;
        this.fileLock = fileLock;
        this.connection = connection;
        Session = HiveSession.Read(connection);
        CommitCounter commits = new();
        Damage = connection.Damage = new StorageDamage(path);
        Readers = new ReaderPool(() => OpenReader(path, options, Damage), commits);
        checkpointer = new Checkpointer(connection, Readers, options.CheckpointPages, logger);
        Writer = new Writer(connection, checkpointer, commits, telemetry);
        StorageMetrics.AddGauges(telemetry, path, Writer);
    }

    public string Path { get; }

    public StorageDamage Damage { get; }

    public HiveSession Session { get; }

    public Writer Writer { get; }

    public ReaderPool Readers { get; }

    /// <exception cref="HiveStorageException">The file is refused, and left as it was.</exception>
    public static HiveStore Open(HiveSchema schema, HiveOptions options, HiveTelemetry telemetry, ILogger logger)
    {
        string path = HiveFile.FullPath(options.Path);

        // Before the lock, so that not even a lock file appears beside a file that is no Hive.
        FileHeader.IsHive(path);
        FileLock fileLock = FileLock.Take(path, options.LockTimeout, logger);
        HiveConnection? connection = null;
        try
        {
            connection = HiveFile.OpenWriter(path, schema, options, logger);
            HiveStore store = new(path, fileLock, connection, options, telemetry, logger);
            StorageLog.Opened(logger, store.Session.HiveId, path, store.Session.Id, store.Session.Epoch, store.Session.FirstSeq);
            if (SqliteVersion.HasWalResetBug)
            {
                StorageLog.WalResetBug(logger, SqliteVersion.Text);
            }

            return store;
        }
        catch
        {
            connection?.Dispose();
            fileLock.Dispose();
            throw;
        }
    }

    public SqliteConnection OpenReadOnlyConnection()
    {
        SqliteConnection reader = new(HiveFile.ConnectionString(Path, SqliteOpenMode.ReadOnly));
        reader.Open();
        return reader;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Writer.CloseAsync().ConfigureAwait(false);
        Readers.Dispose();
        checkpointer.Finish();
        checkpointer.Dispose();
        connection.Dispose();
        fileLock.Dispose();
    }

    private static HiveConnection OpenReader(string path, HiveOptions options, StorageDamage damage)
    {
        HiveConnection reader = HiveConnection.OpenReadOnly(path);
        try
        {
            reader.Damage = damage;
            Pragmas.SetReader(reader, options);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
