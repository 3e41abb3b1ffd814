using System.Runtime.InteropServices;

namespace HiveGen.Storage.Native;

/// <summary>
/// The SQLite C functions of the hot path, blittable. Short ones that never block skip the GC transition; those that may touch
/// the file keep it, so that a slow disk never holds up a collection.
/// </summary>
internal static unsafe class NativeMethods
{
    private const string Library = "e_sqlite3";

    [DllImport(Library)]
    public static extern int sqlite3_open_v2(byte* path, nint* db, int flags, byte* vfs);

    [DllImport(Library)]
    public static extern int sqlite3_close_v2(nint db);

    [DllImport(Library)]
    public static extern int sqlite3_extended_result_codes(nint db, int on);

    [DllImport(Library)]
    public static extern int sqlite3_busy_timeout(nint db, int milliseconds);

    [DllImport(Library)]
    public static extern int sqlite3_exec(nint db, byte* sql, nint callback, nint argument, byte** error);

    [DllImport(Library)]
    public static extern int sqlite3_prepare_v3(nint db, byte* sql, int length, uint flags, nint* statement, byte** tail);

    [DllImport(Library)]
    public static extern int sqlite3_step(nint statement);

    [DllImport(Library)]
    public static extern int sqlite3_reset(nint statement);

    [DllImport(Library)]
    public static extern int sqlite3_finalize(nint statement);

    [DllImport(Library)]
    public static extern byte* sqlite3_errmsg(nint db);

    [DllImport(Library)]
    public static extern byte* sqlite3_errstr(int code);

    [DllImport(Library)]
    public static extern int sqlite3_libversion_number();

    [DllImport(Library)]
    public static extern int sqlite3_wal_checkpoint_v2(nint db, byte* schema, int mode, int* logFrames, int* checkpointed);

    [DllImport(Library)]
    public static extern nint sqlite3_wal_hook(nint db, delegate* unmanaged[Cdecl]<int*, nint, byte*, int, int> hook, int* argument);

    [DllImport(Library)]
    public static extern nint sqlite3_backup_init(nint target, byte* targetSchema, nint source, byte* sourceSchema);

    [DllImport(Library)]
    public static extern int sqlite3_backup_step(nint backup, int pages);

    [DllImport(Library)]
    public static extern int sqlite3_backup_finish(nint backup);

    [DllImport(Library)]
    public static extern int sqlite3_backup_remaining(nint backup);

    [DllImport(Library)]
    public static extern int sqlite3_backup_pagecount(nint backup);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_get_autocommit(nint db);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_changes(nint db);

    [DllImport(Library), SuppressGCTransition]
    public static extern long sqlite3_total_changes64(nint db);

    [DllImport(Library), SuppressGCTransition]
    public static extern long sqlite3_last_insert_rowid(nint db);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_bind_parameter_count(nint statement);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_clear_bindings(nint statement);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_bind_null(nint statement, int index);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_bind_int64(nint statement, int index, long value);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_bind_double(nint statement, int index, double value);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_bind_text(nint statement, int index, byte* text, int bytes, nint destructor);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_bind_blob(nint statement, int index, byte* data, int bytes, nint destructor);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_bind_zeroblob(nint statement, int index, int bytes);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_column_count(nint statement);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_column_type(nint statement, int column);

    [DllImport(Library), SuppressGCTransition]
    public static extern long sqlite3_column_int64(nint statement, int column);

    [DllImport(Library), SuppressGCTransition]
    public static extern double sqlite3_column_double(nint statement, int column);

    [DllImport(Library), SuppressGCTransition]
    public static extern byte* sqlite3_column_text(nint statement, int column);

    [DllImport(Library), SuppressGCTransition]
    public static extern byte* sqlite3_column_blob(nint statement, int column);

    [DllImport(Library), SuppressGCTransition]
    public static extern int sqlite3_column_bytes(nint statement, int column);
}
