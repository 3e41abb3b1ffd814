using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HiveGen.Adapters.Http;

/// <summary>Signs a request in the form of Standard Webhooks: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
internal static class RequestSignature
{
    private const string KeyPrefix = "whsec_";

    public static void Sign(HttpRequestMessage request, string secret, string id, DateTimeOffset now, ReadOnlySpan<byte> body)
    {
        string stamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] key = secret.StartsWith(KeyPrefix, StringComparison.Ordinal) && Base64.IsValid(secret.AsSpan(KeyPrefix.Length))
            ? Convert.FromBase64String(secret[KeyPrefix.Length..])
            : Encoding.UTF8.GetBytes(secret);
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{stamp}."));
        hash.AppendData(body);
        request.Headers.TryAddWithoutValidation("webhook-id", id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", stamp);
        request.Headers.TryAddWithoutValidation("webhook-signature", "v1," + Convert.ToBase64String(hash.GetHashAndReset()));
    }
}
