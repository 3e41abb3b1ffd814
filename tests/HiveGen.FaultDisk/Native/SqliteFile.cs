using System.Runtime.InteropServices;

namespace HiveGen.FaultDisk.Native;

/// <summary>The beginning of every <c>sqlite3_file</c>. The shim's own part lies behind the real VFS's.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteFile
{
    public SqliteMethods* Methods;
}
