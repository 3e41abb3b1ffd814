using Microsoft.Extensions.Logging;

namespace HiveGen.Storage;

/// <summary>What storage logs.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(1, LogLevel.Warning, "A checkpoint failed; nothing is lost, and it is tried again after more writes")]
    public static partial void CheckpointFailed(ILogger logger, Exception error);

    [LoggerMessage(2, LogLevel.Debug, "SQLite {Version} may corrupt a file that several connections write or checkpoint at once (the WAL-reset bug, mended in 3.51.3). HiveGen writes through one connection, so the app is safe; let no other program write the file meanwhile")]
    public static partial void WalResetBug(ILogger logger, string version);

    [LoggerMessage(3, LogLevel.Information, "Opened the Hive {HiveId} in {Path}: session {Session}, epoch {Epoch}, first seq {FirstSeq}")]
    public static partial void Opened(ILogger logger, string hiveId, string path, string session, long epoch, long firstSeq);

    [LoggerMessage(4, LogLevel.Information, "Waiting up to {Seconds} s for the lock {Path}, which another process holds")]
    public static partial void WaitingForLock(ILogger logger, string path, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "A commit could not be measured; nothing is lost")]
    public static partial void NotMeasured(ILogger logger, Exception error);
}
