using System.Globalization;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Where a server listens.</summary>
/// <param name="Name">The name or address, in lower case.</param>
/// <param name="Port">The port.</param>
internal sealed record MongoHost(string Name, int Port)
{
    private const int DefaultPort = 27017;

    /// <summary>Whether it is this machine, to which nobody listens on the way.</summary>
    public bool IsLoopback => Name == "localhost" || (System.Net.IPAddress.TryParse(Name, out System.Net.IPAddress? address) && System.Net.IPAddress.IsLoopback(address));

    /// <summary>The host of <c>name</c>, <c>name:port</c> or <c>[v6]:port</c>; null when it is none.</summary>
    public static MongoHost? Parse(string text)
    {
        string name = text;
        string? port = null;
        int colon = text.LastIndexOf(':');
        if (text.StartsWith('['))
        {
            int close = text.IndexOf(']');
            if (close < 0 || (close + 1 < text.Length && text[close + 1] != ':'))
            {
                return null;
            }

            name = text[1..close];
            port = close + 1 < text.Length ? text[(close + 2)..] : null;
        }
        else if (colon >= 0)
        {
            (name, port) = (text[..colon], text[(colon + 1)..]);
            if (name.Contains(':', StringComparison.Ordinal))
            {
                return null; // an address of IPv6 without its brackets
            }
        }

        int number = DefaultPort;
        return name.Length == 0 || name.AsSpan().ContainsAny(" /?#@,\\") || (port is not null && !(int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= ushort.MaxValue))
            ? null
            : new MongoHost(name.ToLowerInvariant(), number);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Name.Contains(':', StringComparison.Ordinal) ? $"[{Name}]" : Name)}:{Port}");
}
