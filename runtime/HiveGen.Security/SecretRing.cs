using System.Security.Cryptography;
using System.Text;

namespace HiveGen.Security;

/// <summary>
/// The secrets a caller may present: several at once, so that one can be replaced without a moment in which nobody is let in.
/// Only hashes are kept, and every one is compared in full, so that the time taken tells nothing. Thread-safe.
/// </summary>
internal sealed class SecretRing
{
    private const int MaxPresented = 512;

    // One a thread, which is a fifth quicker than to begin anew each time; nothing is left in it between two calls.
    [ThreadStatic]
    private static IncrementalHash? hasher;

    private readonly byte[][] hashes;
    private readonly string[] names;

    public SecretRing(IReadOnlyCollection<string> secrets)
    {
        hashes = [.. secrets.Select(static secret => SHA256.HashData(Encoding.UTF8.GetBytes(secret)))];
        names = [.. hashes.Select(static hash => Convert.ToHexStringLower(hash.AsSpan(0, 4)))];
    }

    /// <summary>Whether there is no secret, so that nobody is let in.</summary>
    public bool IsEmpty => hashes is [];

    /// <summary>Whether this is one of the secrets; if so, <paramref name="name"/> tells it from the others without giving it away.</summary>
    public bool TryMatch(string? presented, out string name)
    {
        name = "";
        if (string.IsNullOrEmpty(presented) || presented.Length > MaxPresented)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[MaxPresented * 3];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        hasher ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hasher.AppendData(bytes[..Encoding.UTF8.GetBytes(presented, bytes)]);
        hasher.GetHashAndReset(hash);
        int found = -1;
        for (int i = 0; i < hashes.Length; i++)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, hashes[i]) ? i : found;
        }

        name = found < 0 ? "" : names[found];
        return found >= 0;
    }
}
