using System.Runtime.InteropServices;

namespace HiveGen.FaultDisk.Native;

/// <summary>The functions of the SQLite that the app's own connections use.</summary>
internal static unsafe class NativeMethods
{
    private const string Library = "e_sqlite3";

    [DllImport(Library)]
    public static extern int sqlite3_initialize();

    [DllImport(Library)]
    public static extern SqliteVfs* sqlite3_vfs_find(byte* name);

    [DllImport(Library)]
    public static extern int sqlite3_vfs_register(SqliteVfs* vfs, int makeDefault);
}
