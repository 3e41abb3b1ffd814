using HiveGen.Storage.Native;

namespace HiveGen.Storage;

/// <summary>Whether SQLite has found the file damaged while it was open. What is damaged stays so until the file is replaced. Thread-safe.</summary>
internal sealed class StorageDamage(string path)
{
    private volatile string? message;

    /// <summary>What to do about it; null while nothing was found.</summary>
    public string? Message => message;

    /// <summary>Notes the result code of something that failed.</summary>
    public void Note(int code)
    {
        if (ResultCode.Primary(code) is ResultCode.Corrupt or ResultCode.NotADatabase)
        {
            message = $"The Hive's file {path} is damaged (SQLite {code}): stop the app and restore a backup.";
        }
    }
}
