using HiveGen.Backup;
using Microsoft.Extensions.Logging;

namespace HiveGen.Migrations;

/// <summary>The backup that is made before a table is rebuilt or something is dropped.</summary>
internal static class MigrationBackup
{
    /// <summary>The folder of these backups.</summary>
    public static string Folder(string hive, HiveMigrationOptions options)
        => options.BackupFolder is { Length: > 0 } folder
            ? Path.GetFullPath(folder)
            : Path.Combine(Path.GetDirectoryName(hive)!, Path.GetFileNameWithoutExtension(hive) + "-migrations");

    /// <summary>Makes it, and deletes older ones.</summary>
    /// <exception cref="HiveStorageException">It cannot be made.</exception>
    public static void Make(string hive, HiveOptions options, ILogger logger)
    {
        if (options.Migrations.KeepBackups == 0)
        {
            return;
        }

        string folder = Folder(hive, options.Migrations);
        try
        {
            Directory.CreateDirectory(folder);
            BackupNames names = new(folder, hive);
            BackupResult made = BackupFile.Make(hive, names.Next(options.Clock.GetUtcNow()), progress: null, CancellationToken.None);
            MigrationLog.Backup(logger, made.Path, made.Bytes);
            names.Prune(options.Migrations.KeepBackups);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or HiveStorageException)
        {
            throw new HiveStorageException($"The backup before the migration cannot be made in {folder}: {error.Message} Nothing was changed. Set Hive:Migrations:BackupFolder to a folder with room, or Hive:Migrations:KeepBackups to 0 for no backup.", 0, error);
        }
    }
}
