using HiveGen.Storage;

namespace HiveGen.Backup;

/// <summary>Makes one backup: under another name until it is whole and checked.</summary>
internal static class BackupFile
{
    /// <summary>What the name of a backup ends in until it is whole.</summary>
    public const string Unfinished = ".part";

    /// <summary>Makes it. It blocks.</summary>
    /// <exception cref="HiveStorageException">The file exists, or cannot be made or read.</exception>
    public static BackupResult Make(string hive, string path, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            throw new HiveStorageException($"{path} exists already, and a backup overwrites nothing. Give another path, or a folder: then the name is made from the time.");
        }

        string part = path + Unfinished;
        try
        {
            // What a crash left.
            HiveCopy.Delete(part);
            long seq = Copy(hive, part, progress, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            HiveCopy.Check(part);
            HiveCopy.Flush(part);
            File.Move(part, path, overwrite: false);
            return new BackupResult(path, new FileInfo(path).Length, seq);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HiveStorageException($"The backup {path} cannot be written: {error.Message}", 0, error);
        }
        finally
        {
            HiveCopy.TryDelete(part);
        }
    }

    private static long Copy(string hive, string part, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        using HiveConnection source = HiveConnection.OpenReadOnly(hive);
        source.SetBusyTimeout(Pragmas.BusyTimeout);
        using HiveConnection target = HiveConnection.OpenPath(part);
        // Nobody else has this file, and one that is not finished is deleted: it needs no journal, and one wait for the disk at its end.
        target.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        long pageSize = PageSize(source);
        return PageCopy.Run(source, target, (done, pages) => progress?.Report(new BackupProgress(done * pageSize, pages * pageSize)), cancellationToken);
    }

    private static long PageSize(HiveConnection connection)
    {
        Statement select = connection.Prepare("PRAGMA page_size");
        long size = select.Step() ? select.Int64(0) : 0;
        select.Reset();
        return size;
    }
}
