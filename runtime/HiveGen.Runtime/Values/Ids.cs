using System.ComponentModel;
using System.Security.Cryptography;

namespace HiveGen;

/// <summary>New record ids.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Ids
{
    private const int Size = 8;

    // A call of the generator costs much more than eight bytes do, so each thread keeps some.
    [ThreadStatic]
    private static byte[]? random;

    [ThreadStatic]
    private static int used;

    /// <summary><c>&lt;prefix&gt;_</c> and 16 hexadecimal digits from a cryptographic generator. Thread-safe.</summary>
    public static string NewText(string prefix) => string.Create(prefix.Length + 17, prefix, static (span, prefix) =>
    {
        prefix.CopyTo(span);
        span[prefix.Length] = '_';
        Span<byte> bytes = Next();
        Convert.TryToHexStringLower(bytes, span[(prefix.Length + 1)..], out _);
        bytes.Clear(); // an id in use is not to be found in the buffer
    });

    /// <summary>A version 7 Guid: unique, and ordered by time. Thread-safe.</summary>
    public static Guid NewGuid() => Guid.CreateVersion7();

    private static Span<byte> Next()
    {
        byte[] bytes = random ??= new byte[64 * Size];
        if (used == 0)
        {
            RandomNumberGenerator.Fill(bytes);
        }

        int start = used;
        used = (used + Size) % bytes.Length;
        return bytes.AsSpan(start, Size);
    }
}
