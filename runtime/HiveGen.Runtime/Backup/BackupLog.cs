using Microsoft.Extensions.Logging;

namespace HiveGen.Backup;

/// <summary>What the backups by themselves log.</summary>
internal static partial class BackupLog
{
    [LoggerMessage(300, LogLevel.Information, "Backup {Path}: {Bytes} bytes, up to change {Seq}, checked")]
    public static partial void Made(ILogger logger, string path, long bytes, long seq);

    [LoggerMessage(301, LogLevel.Error, "The backup failed, {Failures} in a row; tried again in {Wait}")]
    public static partial void Failed(ILogger logger, int failures, TimeSpan wait, Exception error);

    [LoggerMessage(302, LogLevel.Warning, "Old backups could not be deleted from {Folder}")]
    public static partial void PruneFailed(ILogger logger, string folder, Exception error);
}
