using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Security;

/// <summary>
/// The rate limit: a client is the secret it presents, and without a right one its address, so that guessing secrets runs into
/// the limit and never makes a new client. Thread-safe.
/// </summary>
internal sealed class ClientRate(LiveSyncOptions live, TimeProvider clock) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(
        client => RateLimitPartition.Get(client, _ => new WindowLimiter(() => new RateRule(live.Current.RateLimit, live.Current.RateWindow), clock)), StringComparer.Ordinal);

    /// <summary>Counts a request and writes the headers of the limit. Seconds to wait when it is used up; null when it is not.</summary>
    public int? Count(HttpResponse response, string? secretName, IPAddress? address)
    {
        int permits = live.Current.RateLimit;
        if (permits == 0)
        {
            return null;
        }

        using RateLimitLease lease = limiter.AttemptAcquire(secretName ?? NameOf(address));
        if (lease is not WindowLease counted)
        {
            return lease.IsAcquired ? null : (int)Math.Ceiling(live.Current.RateWindow.TotalSeconds);
        }

        IHeaderDictionary headers = response.Headers;
        headers["RateLimit-Limit"] = permits.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = counted.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = counted.ResetSeconds.ToString(CultureInfo.InvariantCulture);
        return counted.IsAcquired ? null : counted.ResetSeconds;
    }

    public void Dispose() => limiter.Dispose();

    // One IPv6 client usually owns a whole /64.
    private static string NameOf(IPAddress? address) => address switch
    {
        null => "address:none",
        { AddressFamily: AddressFamily.InterNetworkV6 } => "address:" + Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => "address:" + address,
    };
}
