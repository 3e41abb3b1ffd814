using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HiveGen.FaultDisk.Native;

namespace HiveGen.FaultDisk;

/// <summary>The VFS: a copy of the real one that opens and deletes itself.</summary>
internal static unsafe class ShimVfs
{
    private const int MainDatabase = 0x100;
    private const int MainJournal = 0x800;
    private const int Log = 0x80000;

    private static SqliteVfs* real;

    public static void Register()
    {
        Check(NativeMethods.sqlite3_initialize());
        real = NativeMethods.sqlite3_vfs_find(null);
        ShimFile.Behind(real->FileSize);

        // For as long as the process lives, like every registered VFS.
        SqliteVfs* shim = (SqliteVfs*)NativeMemory.AllocZeroed((nuint)sizeof(SqliteVfs));
        *shim = *real;
        shim->Next = null;
        shim->Name = (byte*)Marshal.StringToCoTaskMemUTF8("faultdisk");
        shim->FileSize = ShimFile.Size;
        shim->Open = &Open;
        shim->Delete = &Delete;
        Check(NativeMethods.sqlite3_vfs_register(shim, makeDefault: 1));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(SqliteVfs* vfs, byte* name, SqliteFile* file, int flags, int* outFlags)
    {
        string path = Marshal.PtrToStringUTF8((nint)name) ?? "";
        DiskFileKind kind = (flags & MainDatabase) != 0 ? DiskFileKind.Main
            : (flags & Log) != 0 ? DiskFileKind.Log
            : (flags & MainJournal) != 0 ? DiskFileKind.Journal
            : DiskFileKind.Temporary;
        DiskFile known = new(path, kind, made: path.Length > 0 && !File.Exists(path));
        file->Methods = null; // SQLite closes what has methods, also when opening failed
        if (ShimRules.Answer(new DiskRequest { Call = DiskCall.Open, Path = path, Kind = kind }, out int code))
        {
            return code;
        }

        code = real->Open(real, name, file, flags, outFlags);
        if (file->Methods is not null)
        {
            ShimMethods.Take(file, known);
        }

        return ShimRules.Tell(new DiskRequest { Call = DiskCall.Open, Path = path, Kind = kind, File = known }, code);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(SqliteVfs* vfs, byte* name, int syncFolder)
    {
        string path = Marshal.PtrToStringUTF8((nint)name) ?? "";
        DiskFileKind kind = path.EndsWith("-wal", StringComparison.Ordinal) ? DiskFileKind.Log
            : path.EndsWith("-journal", StringComparison.Ordinal) ? DiskFileKind.Journal
            : DiskFileKind.Temporary;
        DiskRequest request = new() { Call = DiskCall.Delete, Path = path, Kind = kind, SyncFolder = syncFolder != 0 };
        return ShimRules.Answer(request, out int code) ? code : ShimRules.Tell(request, real->Delete(real, name, syncFolder));
    }

    private static void Check(int code)
    {
        if (code != ResultCodes.Ok)
        {
            throw new InvalidOperationException($"SQLite refused the VFS with code {code}.");
        }
    }
}
