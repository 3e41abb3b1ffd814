using HiveGen.Storage.Native;
using Microsoft.Extensions.Logging;

namespace HiveGen.Storage;

/// <summary>
/// Moves the write-ahead log into the file, on the writer's connection alone. It first takes their snapshots from idle readers,
/// since a reader that stands still keeps the log from being used anew. Called under the writer's lock.
/// </summary>
internal sealed unsafe class Checkpointer(HiveConnection connection, ReaderPool readers, int threshold, ILogger logger) : IDisposable
{
    /// <summary>
    /// Pages after which the log is moved: 8 MB of SQLite's usual pages. Groups of writes from many callers touch the same pages
    /// again and again, and each is then written once into the file; a much larger log costs single writes more while it grows.
    /// </summary>
    public const int DefaultThreshold = 2000;

    /// <summary>
    /// From this many times the threshold on, writers wait for readers, and the log's file is cut. Without it the log would grow
    /// for as long as always somebody reads, since it is only used anew at a moment when nobody does.
    /// </summary>
    private const int Large = 4;

    /// <summary>How long they wait at that size, in milliseconds; at twice the size twice as long.</summary>
    private const int PatienceWhenLarge = 25;

    private const int LongestPatience = 1000;

    private const int Passive = 0;
    private const int Truncate = 3;

    private readonly WalCounter log = new(connection);

    /// <summary>What the last checkpoint left in the log because a reader needs it: the next is tried a threshold later.</summary>
    private int left;

    /// <summary>Checkpoints when the log has grown enough. Never throws: what was committed is durable already.</summary>
    public void AfterCommit()
    {
        if (log.Pages < left)
        {
            left = 0;
        }

        if (log.Pages < left + threshold)
        {
            return;
        }

        readers.EndIdleSnapshots();
        int code = Run(Passive, out int pages);

        // A reader that began meanwhile on the log's end would keep it from being used anew.
        readers.EndIdleSnapshots();
        if (code == ResultCode.Ok && pages >= Large * threshold)
        {
            TryTruncate(Math.Min(LongestPatience, PatienceWhenLarge * pages / (Large * threshold)));
        }

        left = log.Pages;
        if (code != ResultCode.Ok)
        {
            connection.Damage?.Note(code);
            StorageLog.CheckpointFailed(logger, StorageErrors.Last(connection.Handle, code));
        }
    }

    /// <summary>Moves everything and empties the log. Called when the Hive closes and all readers are gone.</summary>
    public void Finish()
    {
        int code = Run(Truncate, out _);
        if (code != ResultCode.Ok)
        {
            connection.Damage?.Note(code);
            StorageLog.CheckpointFailed(logger, StorageErrors.Last(connection.Handle, code));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => log.Dispose();

    /// <summary>Waits for those who read in the log; who begins now does not need it any more.</summary>
    private void TryTruncate(int patience)
    {
        using (readers.KeepNoSnapshots())
        {
            connection.SetBusyTimeout(patience);
            Run(Truncate, out _);
            connection.SetBusyTimeout(Pragmas.BusyTimeout);
        }
    }

    private int Run(int mode, out int pages)
    {
        int inLog;
        int moved;
        int code = NativeMethods.sqlite3_wal_checkpoint_v2(connection.Handle, null, mode, &inLog, &moved);
        pages = Math.Max(inLog, 0);
        return code;
    }
}
