using System.Runtime.InteropServices;
using HiveGen.FaultDisk.Native;

namespace HiveGen.FaultDisk;

/// <summary>The shim's part of a <c>sqlite3_file</c>: it lies behind the real VFS's, which finds its own where it expects it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ShimFile
{
    public SqliteMethods* Methods;
    public nint Known;

    private static int offset;

    /// <summary>The bytes of a whole file.</summary>
    public static int Size => offset + sizeof(ShimFile);

    public readonly DiskFile File => (DiskFile)GCHandle.FromIntPtr(Known).Target!;

    public static void Behind(int realSize) => offset = (realSize + 7) & ~7;

    public static ShimFile* Of(SqliteFile* file) => (ShimFile*)((byte*)file + offset);
}
