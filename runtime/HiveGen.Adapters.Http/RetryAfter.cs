using System.Net.Http.Headers;

namespace HiveGen.Adapters.Http;

/// <summary>The header <c>Retry-After</c>, in seconds or as a date.</summary>
internal static class RetryAfter
{
    // Whatever a server says, the sender looks again within this time.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long to wait; null when nothing was said. A date is compared with the server's own clock where it tells it.</summary>
    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now)
    {
        TimeSpan? wait = headers.RetryAfter?.Delta ?? (headers.RetryAfter?.Date is { } date ? date - (headers.Date ?? now) : null);
        return wait is not { } asked ? null
            : asked < TimeSpan.Zero ? TimeSpan.Zero
            : asked > Longest ? Longest
            : asked;
    }
}
