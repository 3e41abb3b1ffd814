using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Security;

/// <summary>
/// Checks the signature of a body in the form of Standard Webhooks: HMAC-SHA256 over <c>id.timestamp.body</c>, in Base64 after
/// <c>v1,</c>. The key is a sync secret: its bytes, or what follows <c>whsec_</c> in Base64. Thread-safe.
/// </summary>
internal sealed class MessageSignature(IReadOnlyCollection<string> secrets, TimeSpan tolerance, TimeProvider clock)
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";
    private const string KeyPrefix = "whsec_";
    private const string VersionPrefix = "v1,";

    private readonly byte[][] keys = [.. secrets.Select(KeyOf)];

    /// <summary>What is wrong with the signature; null when nothing is.</summary>
    public string? Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        if (headers[IdHeader] is not [{ Length: > 0 and <= 256 } id]
            || headers[TimestampHeader] is not [{ Length: > 0 } stamp]
            || headers[SignatureHeader] is not [{ Length: > 0 and <= 4096 } signatures])
        {
            return $"The request must be signed: send {IdHeader}, {TimestampHeader} and {SignatureHeader} once each.";
        }

        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return $"{TimestampHeader} must be whole seconds since 1970.";
        }

        if ((clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > tolerance)
        {
            return $"{TimestampHeader} is more than {tolerance.TotalSeconds:0} seconds away from the server's clock. Sign the request anew, and set both clocks.";
        }

        return Matches($"{id}.{stamp}.", signatures, body) ? null : $"{SignatureHeader} does not fit the body.";
    }

    /// <summary>The value of the signature header for a body.</summary>
    public static string Sign(string secret, string id, long unixSeconds, ReadOnlySpan<byte> body)
        => VersionPrefix + Convert.ToBase64String(Compute(KeyOf(secret), string.Create(CultureInfo.InvariantCulture, $"{id}.{unixSeconds}."), body));

    private bool Matches(string head, string signatures, ReadOnlySpan<byte> body)
    {
        bool found = false;
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (byte[] key in keys)
        {
            byte[] expected = Compute(key, head, body);
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
