using System.Globalization;
using HiveGen.Storage;
using HiveGen.Storage.Native;
using Microsoft.Extensions.Logging.Abstractions;

namespace HiveGen.Backup;

/// <summary>Puts a backup in the place of a Hive's file.</summary>
internal static class Restoring
{
    /// <summary>Does it; gives the path of the replaced file.</summary>
    public static string? Run(string backup, string path, RestoreOptions options, CancellationToken cancellationToken)
    {
        string from = Path.GetFullPath(backup);
        string to = HiveFile.FullPath(path);
        if (from == to)
        {
            throw new HiveStorageException($"{to} is both the backup and the Hive. Give the path of a backup.");
        }

        RequireFinished(from);
        FileHeader.RequireHive(from);
        using FileLock held = FileLock.Take(to, options.LockTimeout, NullLogger.Instance);
        string copy = to + ".restoring";
        try
        {
            HiveCopy.Delete(copy);
            File.Copy(from, copy);
            // A backup may be read-only; a Hive may not.
            File.SetAttributes(copy, File.GetAttributes(copy) & ~FileAttributes.ReadOnly);
            HiveCopy.Check(copy);
            RestoreMark.Write(copy);
            HiveCopy.Flush(copy);
            cancellationToken.ThrowIfCancellationRequested();
            return Replace(to, copy, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HiveStorageException($"{from} cannot be restored to {to}: {error.Message}", 0, error);
        }
        finally
        {
            HiveCopy.TryDelete(copy);
        }
    }

    private static void RequireFinished(string backup)
    {
        foreach (string suffix in (ReadOnlySpan<string>)["-wal", "-journal"])
        {
            FileInfo beside = new(backup + suffix);
            if (beside.Exists && beside.Length > 0)
            {
                throw new HiveStorageException($"{backup} is no finished backup: {beside.Name} beside it holds a part of it. Nothing was changed: take a file that BackupAsync made.");
            }
        }
    }

    // Whatever SQLite would read beside the new file must be gone before it is there: it would be taken for the new file's own.
    private static string? Replace(string path, string copy, RestoreOptions options)
    {
        string? replaced = options.KeepReplaced && File.Exists(path)
            ? path + ".replaced-" + options.Clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)
            : null;
        Fold(path);
        foreach (string suffix in (ReadOnlySpan<string>)["-wal", "-journal"])
        {
            if (File.Exists(path + suffix) && replaced is not null)
            {
                File.Move(path + suffix, replaced + suffix, overwrite: true);
            }

            File.Delete(path + suffix);
        }

        File.Delete(path + "-shm");
        if (replaced is null)
        {
            File.Move(copy, path, overwrite: true);
        }
        else
        {
            // The old file gets a second name before the new one takes its place: at no moment is there none.
            File.Replace(copy, path, replaced);
        }

        return replaced;
    }

    // The old log goes into the old file, so that the old file is whole by itself. A damaged one stays as it is.
    private static void Fold(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            using HiveConnection old = HiveConnection.OpenPath(path);
            old.SetBusyTimeout(Pragmas.BusyTimeout);
            Statement checkpoint = old.Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
            bool busy = checkpoint.Step() && checkpoint.Int64(0) != 0;
            checkpoint.Reset();
            if (busy)
            {
                throw new IOException("another program has the file open: close it.");
            }
        }
        catch (HiveStorageException damaged) when (ResultCode.Primary(damaged.SqliteCode) is ResultCode.Corrupt or ResultCode.NotADatabase or ResultCode.IoError)
        {
            // This is why it is replaced. What lies beside it is moved with it.
        }
    }
}
