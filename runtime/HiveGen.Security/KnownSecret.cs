using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace HiveGen.Security;

/// <summary>
/// What a connection has shown: a right secret, found among the hashes of a ring. While it shows the same again it need not be hashed
/// again: the two are compared in constant time. A change of the secrets makes another ring, with which everything begins anew.
/// Immutable and thread-safe.
/// </summary>
internal sealed class KnownSecret(string presented, SecretRing ring, string name)
{
    /// <summary>The name of the secret.</summary>
    public string Name => name;

    /// <summary>Whether this is what the connection has shown to this ring.</summary>
    public bool Is(string other, SecretRing otherRing)
        => ReferenceEquals(ring, otherRing) && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(presented.AsSpan()), MemoryMarshal.AsBytes(other.AsSpan()));
}
