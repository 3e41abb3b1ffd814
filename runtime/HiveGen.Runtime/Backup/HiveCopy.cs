using HiveGen.Storage;

namespace HiveGen.Backup;

/// <summary>A file that is to become a Hive's: checked, brought to the disk, and cleaned of what SQLite leaves beside.</summary>
internal static class HiveCopy
{
    private static readonly string[] Besides = ["-wal", "-shm", "-journal"];

    /// <summary>Reads the whole file as SQLite's own check does.</summary>
    /// <exception cref="HiveStorageException">It is damaged, or no Hive.</exception>
    public static void Check(string path)
    {
        FileHeader.RequireHive(path);
        using (HiveConnection connection = HiveConnection.OpenPath(path))
        {
            Statement check = connection.Prepare("PRAGMA quick_check(1)");
            string found = check.Step() ? check.Text(0) : "nothing";
            check.Reset();
            if (found != "ok")
            {
                throw new HiveStorageException($"{path} is damaged: SQLite's check says '{found}'.");
            }

            Meta.Require(connection, Meta.HiveId);
        }

        DeleteBesides(path);
    }

    /// <summary>Returns when the disk has the file.</summary>
    public static void Flush(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Deletes an unfinished file and what lies beside it.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        DeleteBesides(path);
    }

    /// <summary>The same where something failed already: why that did is more worth to be told, and what stays hurts nobody.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Whoever makes the next one deletes it.
        }
    }

    private static void DeleteBesides(string path)
    {
        foreach (string suffix in Besides)
        {
            File.Delete(path + suffix);
        }
    }
}
