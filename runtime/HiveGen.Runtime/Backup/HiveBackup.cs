using HiveGen.Backup;

namespace HiveGen;

/// <summary>Puts backups back.</summary>
public static class HiveBackup
{
    /// <summary>
    /// Puts a backup in the place of a Hive, while no app has it open. A crash in the middle leaves the old file or the new one,
    /// each whole. At the next start the targets notice, and wait for <see cref="HiveSync.AdoptAsync"/> where they are ahead.
    /// </summary>
    /// <param name="backup">A file that <see cref="HiveDatabase.BackupAsync"/> made. It is only read.</param>
    /// <param name="path">The Hive's path; the file there may be missing or damaged.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up; then the old file is as it was.</param>
    /// <returns>Where the replaced file lies; null when there was none, or it was not to be kept.</returns>
    /// <exception cref="HiveStorageException">The backup is no Hive, newer than this HiveGen or damaged, the Hive is in use, or a file cannot be written.</exception>
    public static Task<string?> RestoreAsync(string backup, string path, RestoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(backup);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Task.Run(() => Restoring.Run(backup, path, options ?? new RestoreOptions(), cancellationToken), cancellationToken);
    }
}
