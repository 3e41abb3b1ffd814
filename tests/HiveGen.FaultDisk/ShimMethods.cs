using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HiveGen.FaultDisk.Native;

namespace HiveGen.FaultDisk;

/// <summary>The methods of an open file: a copy of the real table in which writing, syncing, truncating and closing lead here.</summary>
internal static unsafe class ShimMethods
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<nint, nint> Tables = [];

    /// <summary>Puts itself before the methods of a file that was opened.</summary>
    public static void Take(SqliteFile* file, DiskFile known)
    {
        ShimFile* shim = ShimFile.Of(file);
        shim->Methods = file->Methods;
        known.Opened(file, file->Methods);
        shim->Known = known.Handle;
        file->Methods = TableOf(file->Methods);
    }

    private static SqliteMethods* TableOf(SqliteMethods* real)
    {
        lock (Gate)
        {
            if (!Tables.TryGetValue((nint)real, out nint table))
            {
                // One for each kind of file of the real VFS, for as long as the process lives.
                SqliteMethods* copy = (SqliteMethods*)NativeMemory.AllocZeroed((nuint)sizeof(SqliteMethods));
                NativeMemory.Copy(real, copy, (nuint)SizeOf(real->Version));
                copy->Close = &Close;
                copy->Write = &Write;
                copy->Truncate = &Truncate;
                copy->Sync = &Sync;
                Tables.Add((nint)real, table = (nint)copy);
            }

            return (SqliteMethods*)table;
        }
    }

    // A table of an older version ends earlier.
    private static int SizeOf(int version) => version switch
    {
        1 => (int)Marshal.OffsetOf<SqliteMethods>(nameof(SqliteMethods.ShmMap)),
        2 => (int)Marshal.OffsetOf<SqliteMethods>(nameof(SqliteMethods.Fetch)),
        _ => sizeof(SqliteMethods),
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(SqliteFile* file)
    {
        ShimFile* shim = ShimFile.Of(file);
        shim->File.Closed();
        return shim->Methods->Close(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(SqliteFile* file, byte* data, int length, long offset)
    {
        ShimFile* shim = ShimFile.Of(file);
        DiskFile known = shim->File;
        DiskCounts.Write(known.Kind, length);
        if (DiskShim.Rules.Length == 0)
        {
            return shim->Methods->Write(file, data, length, offset);
        }

        DiskRequest request = new() { Call = DiskCall.Write, Path = known.Path, Kind = known.Kind, File = known, Offset = offset, Data = new(data, length) };
        return ShimRules.Answer(request, out int code) ? code : ShimRules.Tell(request, shim->Methods->Write(file, data, length, offset));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(SqliteFile* file, long size)
    {
        ShimFile* shim = ShimFile.Of(file);
        DiskFile known = shim->File;
        DiskRequest request = new() { Call = DiskCall.Truncate, Path = known.Path, Kind = known.Kind, File = known, Offset = size };
        return ShimRules.Answer(request, out int code) ? code : ShimRules.Tell(request, shim->Methods->Truncate(file, size));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(SqliteFile* file, int flags)
    {
        ShimFile* shim = ShimFile.Of(file);
        DiskFile known = shim->File;
        DiskCounts.Sync(known.Kind);
        DiskRequest request = new() { Call = DiskCall.Sync, Path = known.Path, Kind = known.Kind, File = known };
        return ShimRules.Answer(request, out int code) ? code : ShimRules.Tell(request, shim->Methods->Sync(file, flags));
    }
}
