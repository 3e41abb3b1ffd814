using System.Net;
using Microsoft.AspNetCore.Http;

namespace HiveGen.Security;

/// <summary>
/// Tells who a caller is behind the proxies that are trusted: <c>X-Forwarded-For</c> is read from its end, for as long as the hop
/// that wrote an entry is trusted. What anybody else wrote there counts for nothing. Immutable and thread-safe.
/// </summary>
internal sealed class TrustedProxies(IEnumerable<string> proxies)
{
    private const string ForHeader = "X-Forwarded-For";
    private const string ProtoHeader = "X-Forwarded-Proto";

    private readonly IPNetwork[] networks = [.. proxies.Select(static text => TryParse(text, out IPNetwork network) ? network : default)];

    /// <summary>An address, or a network such as <c>10.0.0.0/8</c>.</summary>
    public static bool TryParse(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out IPAddress? address))
        {
            network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }

    /// <summary>The caller's address (null: a connection that has none, as a Unix socket), and whether it came over HTTPS or from this machine.</summary>
    public (IPAddress? Address, bool Secure) CallerOf(HttpContext context)
    {
        IPAddress? address = Plain(context.Connection.RemoteIpAddress);
        return networks.Length > 0 && IsTrusted(address) ? Behind(context.Request, address) : (address, IsSecure(context.Request, address));
    }

    private (IPAddress? Address, bool Secure) Behind(HttpRequest request, IPAddress? address)
    {
        string[] hops = Entries(request, ForHeader);
        int passed = 0;
        while (passed < hops.Length && IsTrusted(address) && TryParseHop(hops[hops.Length - 1 - passed], out IPAddress? before))
        {
            (address, passed) = (Plain(before), passed + 1);
        }

        string[] schemes = Entries(request, ProtoHeader);
        return schemes.Length == 0
            ? (address, IsSecure(request, address))
            : (address, schemes[Math.Max(0, schemes.Length - Math.Max(1, passed))].Equals("https", StringComparison.OrdinalIgnoreCase));
    }

    // A caller is on this machine if it is so itself, not if its proxy is.
    private static bool IsSecure(HttpRequest request, IPAddress? address) => request.IsHttps || address is null || IPAddress.IsLoopback(address);

    private bool IsTrusted(IPAddress? address)
    {
        foreach (IPNetwork network in networks)
        {
            if (address is not null && network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Entries(HttpRequest request, string header)
        => request.Headers[header].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // 1.2.3.4, 1.2.3.4:567, 2001:db8::1 or [2001:db8::1]:567
    private static bool TryParseHop(string text, out IPAddress? address)
    {
        address = IPEndPoint.TryParse(text, out IPEndPoint? end) ? end.Address : null;
        return address is not null;
    }

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
