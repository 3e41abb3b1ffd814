using System.Runtime.InteropServices;

namespace HiveGen.Storage;

/// <summary>
/// The native bytes of one text or blob parameter. SQLite is given the address without a copy, so the bytes stay until the
/// parameter is bound anew or the statement is finalized.
/// </summary>
internal unsafe struct ParameterBuffer
{
    private const int Smallest = 64;
    private const int LargestKept = 64 * 1024;

    private byte* start;
    private int capacity;

    /// <summary>At least this many bytes; what stood there is lost.</summary>
    public byte* Reserve(int bytes) => bytes <= capacity && capacity <= LargestKept ? start : Renew(bytes);

    /// <summary>Frees the bytes.</summary>
    public void Free()
    {
        NativeMemory.Free(start);
        start = null;
        capacity = 0;
    }

    private byte* Renew(int bytes)
    {
        Free();
        int size = bytes > LargestKept ? bytes : (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(bytes, Smallest));
        start = (byte*)NativeMemory.Alloc((nuint)size);
        capacity = size;
        return start;
    }
}
