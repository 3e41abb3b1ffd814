using System.Security.Cryptography;
using System.Text;

namespace HiveGen.Security;

/// <summary>
/// The secrets a caller may present: several at once, so that one can be replaced without a moment in which nobody is let in.
/// Only hashes are kept, and every one is compared in full, so that the time taken tells nothing. Thread-safe.
/// </summary>
internal sealed class SecretRing
{
    private readonly byte[][] hashes;

    public SecretRing(IReadOnlyCollection<string> secrets)
    {
        hashes = [.. secrets.Select(static secret => SHA256.HashData(Encoding.UTF8.GetBytes(secret)))];
    }

    /// <summary>Whether there is no secret, so that nobody is let in.</summary>
    public bool IsEmpty => hashes.Length == 0;

    /// <summary>Whether this is one of the secrets; if so, <paramref name="name"/> tells it from the others without giving it away.</summary>
    public bool TryMatch(string? presented, out string name)
    {
        name = "";
        if (string.IsNullOrEmpty(presented))
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(presented), hash);
        bool found = false;
        foreach (byte[] known in hashes)
        {
            found |= CryptographicOperations.FixedTimeEquals(hash, known);
        }

        if (found)
        {
            name = Convert.ToHexStringLower(hash[..4]);
        }

        return found;
    }
}
