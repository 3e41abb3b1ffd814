using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HiveGen.Security;

/// <summary>Names of a fixed size for what callers send: no two things share one by accident, and none by design.</summary>
internal static class Digest
{
    public static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    public static UInt128 Of(string text) => Of(Encoding.UTF8.GetBytes(text));
}
