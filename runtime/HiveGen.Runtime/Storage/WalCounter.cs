using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HiveGen.Storage.Native;

namespace HiveGen.Storage;

/// <summary>How many pages the write-ahead log holds, as SQLite tells after each commit. It also stops SQLite's own checkpoints.</summary>
internal sealed unsafe class WalCounter : IDisposable
{
    private readonly HiveConnection connection;
    private int* pages;

    public WalCounter(HiveConnection connection)
    {
        this.connection = connection;
        pages = (int*)NativeMemory.AllocZeroed(sizeof(int));
        NativeMethods.sqlite3_wal_hook(connection.Handle, &Count, pages);
    }

    public int Pages => *pages;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (pages is null)
        {
            return;
        }

        NativeMethods.sqlite3_wal_hook(connection.Handle, null, null);
        NativeMemory.Free(pages);
        pages = null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Count(int* counter, nint database, byte* schema, int pages)
    {
        *counter = pages;
        return ResultCode.Ok;
    }
}
