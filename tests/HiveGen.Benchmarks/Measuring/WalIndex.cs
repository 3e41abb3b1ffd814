using System.Buffers.Binary;

namespace HiveGen.Benchmarks.Measuring;

/// <summary>
/// Reads how many transactions were committed from the header of SQLite's WAL index, which counts them (<c>iChange</c>, the third
/// 32-bit number of <c>-shm</c>): no contestant has to be asked.
/// </summary>
internal static class WalIndex
{
    private const int ChangeOffset = 8;

    /// <summary>The counter; it wraps. 0 when there is no WAL index yet.</summary>
    public static uint Transactions(string database)
    {
        string path = database + "-shm";
        if (!File.Exists(path))
        {
            return 0;
        }

        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> head = stackalloc byte[ChangeOffset + sizeof(uint)];
        file.ReadExactly(head);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(head[ChangeOffset..]) : BinaryPrimitives.ReadUInt32BigEndian(head[ChangeOffset..]);
    }
}
