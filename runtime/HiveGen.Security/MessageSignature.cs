using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HiveGen.Security;

/// <summary>
/// Checks the signature of a body in the form of Standard Webhooks: HMAC-SHA256 over <c>id.timestamp.body</c>, in Base64 after
/// <c>v1,</c>. The key is a sync secret: its bytes, or what follows <c>whsec_</c> in Base64. Thread-safe.
/// </summary>
internal sealed class MessageSignature(IReadOnlyCollection<string> secrets)
{
    private const string KeyPrefix = "whsec_";
    private const string VersionPrefix = "v1,";

    private readonly byte[][] keys = [.. secrets.Select(KeyOf)];

    /// <summary>Whether one of the signatures, which blanks separate, is that of this message under one of the keys.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="stamp">Its time as it was sent.</param>
    /// <param name="signatures">The header.</param>
    /// <param name="body">The body as it came.</param>
    public bool Matches(string id, string stamp, string signatures, ReadOnlySpan<byte> body)
    {
        bool found = false;
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (byte[] key in keys)
        {
            byte[] expected = Compute(key, $"{id}.{stamp}.", body);
            foreach (Range part in signatures.AsSpan().Split(' '))
            {
                ReadOnlySpan<char> signature = signatures.AsSpan(part);
                found |= signature.StartsWith(VersionPrefix, StringComparison.Ordinal)
                    && Convert.TryFromBase64Chars(signature[VersionPrefix.Length..], given, out int written)
                    && CryptographicOperations.FixedTimeEquals(given[..written], expected);
            }
        }

        return found;
    }

    /// <summary>The value of the signature header for a body.</summary>
    public static string Sign(string secret, string id, long unixSeconds, ReadOnlySpan<byte> body)
        => VersionPrefix + Convert.ToBase64String(Compute(KeyOf(secret), string.Create(CultureInfo.InvariantCulture, $"{id}.{unixSeconds}."), body));

    private static byte[] Compute(byte[] key, string head, ReadOnlySpan<byte> body)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(head));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private static byte[] KeyOf(string secret) => secret.StartsWith(KeyPrefix, StringComparison.Ordinal) && Base64.IsValid(secret.AsSpan(KeyPrefix.Length))
        ? Convert.FromBase64String(secret[KeyPrefix.Length..])
        : Encoding.UTF8.GetBytes(secret);
}
