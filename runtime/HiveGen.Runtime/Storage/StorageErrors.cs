using System.Runtime.InteropServices;
using HiveGen.Storage.Native;

namespace HiveGen.Storage;

/// <summary>Turns SQLite's result codes into exceptions that say what to do.</summary>
internal static unsafe class StorageErrors
{
    /// <summary>The exception for the last failure of this connection. Call it before anything else runs there.</summary>
    public static HiveStorageException Last(nint db, int code, string? sql = null)
        => From(code, Marshal.PtrToStringUTF8((nint)NativeMethods.sqlite3_errmsg(db)) ?? "", sql);

    public static HiveStorageException From(int code, string message, string? sql = null, Exception? inner = null)
        => ResultCode.Primary(code) switch
        {
            ResultCode.Constraint => ConstraintErrors.From(code, message),
            ResultCode.Full => Make("The disk is full, or the Hive's file has reached its size limit: nothing was written. Free space and try again.", code, message, inner),
            ResultCode.IoError => Make("Reading or writing the Hive's file failed: nothing was written. Check the disk and the folder's permissions.", code, message, inner),
            ResultCode.Corrupt => Make("The Hive's file is damaged. Stop the app and restore a backup.", code, message, inner),
            ResultCode.NotADatabase => Make("The file is not a SQLite database, so it is no Hive. Nothing was changed; check the path.", code, message, inner),
            ResultCode.ReadOnly => Make("The database is read-only here: write through the Hive, and let the app's user write the file and its folder.", code, message, inner),
            ResultCode.CantOpen => Make("The Hive's file cannot be opened: check that its folder exists and that the app's user may read and write it.", code, message, inner),
            ResultCode.Busy or ResultCode.Locked => Make("Another program holds the Hive's file locked. Only one program may write it: stop the other one.", code, message, inner),
            ResultCode.TooBig => Make("A value is larger than SQLite stores (about one gigabyte): nothing was written.", code, message, inner),
            _ => new HiveStorageException(sql is null ? $"SQLite: {message}." : $"SQLite: {message}. The statement was: {Shorten(sql)}", code, inner),
        };

    private static HiveStorageException Make(string advice, int code, string message, Exception? inner)
        => new($"{advice} (SQLite {code}: {message})", code, inner);

    private static string Shorten(string sql) => sql.Length <= 500 ? sql : string.Concat(sql.AsSpan(0, 500), "…");
}
