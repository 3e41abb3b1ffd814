using System.Globalization;
using HiveGen.Security;

namespace HiveGen.Adapters.Http;

/// <summary>The headers of a signed request, in the form of Standard Webhooks.</summary>
internal static class SignedHeaders
{
    /// <summary>Adds them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="secret">The key.</param>
    /// <param name="id">The id of the message.</param>
    /// <param name="now">When it is sent.</param>
    /// <param name="body">What is sent.</param>
    public static void Add(HttpRequestMessage request, string secret, string id, DateTimeOffset now, ReadOnlySpan<byte> body)
    {
        long seconds = now.ToUnixTimeSeconds();
        request.Headers.TryAddWithoutValidation("webhook-id", id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", MessageSignature.Sign(secret, id, seconds, body));
    }
}
