using System.Globalization;

namespace HiveGen.Adapters.MongoDb;

/// <summary>Reads <c>mongodb://user:password@host1,host2/database?option=value</c>. No message repeats what may hold a password.</summary>
internal static class MongoUrl
{
    private const string Scheme = "mongodb://";
    private const string Example = "mongodb://user:password@db1.example.com,db2.example.com/app?replicaSet=rs0&authSource=admin";

    /// <summary>Reads a connection string.</summary>
    /// <param name="key">What messages call it, such as <c>Hive:Targets:reports:Connection</c>.</param>
    /// <param name="text">The connection string.</param>
    /// <exception cref="HiveException">It is wrong; the message says how to mend it.</exception>
    public static MongoSettings Parse(string key, string text)
    {
        text = text.Trim();
        if (text.StartsWith("mongodb+srv://", StringComparison.OrdinalIgnoreCase))
        {
            throw new HiveException($"{key} begins with mongodb+srv://, whose servers are looked up in DNS, which .NET cannot. List the hosts instead: {Example}. Atlas shows that form under Connect › Drivers for older versions; add tls=true and the replicaSet it names.");
        }

        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new HiveException($"{key} must begin with mongodb://, such as {Example}.");
        }

        string rest = text[Scheme.Length..];
        (rest, string query) = Cut(rest, '?');
        (string authority, string path) = Cut(rest, '/');
        int at = authority.LastIndexOf('@');
        (string user, string password) = Cut(at < 0 ? "" : authority[..at], ':');
        bool isCutOff = at < 0 && (path.Contains('@', StringComparison.Ordinal) || query.Contains('@', StringComparison.Ordinal));
        if (isCutOff || user.Contains('@', StringComparison.Ordinal) || password.AsSpan().ContainsAny("@:"))
        {
            throw new HiveException($"{key} has a user or a password with one of : / ? # [ ] @ as it is: write it in percent, such as %40 for @.");
        }

        MongoSettings settings = new()
        {
            Hosts = Hosts(key, authority[(at + 1)..]),
            User = at < 0 ? null : Unescape(key, user),
            Password = Unescape(key, password),
            Database = path.Length == 0 ? null : Unescape(key, path),
        };
        if (at >= 0 && settings.User!.Length == 0)
        {
            throw new HiveException($"{key} has an @ and no user before it.");
        }

        return MongoUrlOptions.Apply(key, settings with { AuthSource = settings.Database ?? settings.AuthSource }, query);
    }

    /// <summary>A part with its percent escapes read.</summary>
    public static string Unescape(string key, string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] == '%' && !(index + 2 < text.Length && byte.TryParse(text.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _)))
            {
                throw new HiveException($"{key} has a % that is no escape: write %25 for it.");
            }
        }

        return Uri.UnescapeDataString(text);
    }

    /// <summary>What is before the first separator, and what behind it.</summary>
    public static (string Before, string Behind) Cut(string text, char separator)
    {
        int index = text.IndexOf(separator, StringComparison.Ordinal);
        return index < 0 ? (text, "") : (text[..index], text[(index + 1)..]);
    }

    private static List<MongoHost> Hosts(string key, string list)
    {
        List<MongoHost> hosts = [];
        foreach (string host in list.Split(','))
        {
            hosts.Add(MongoHost.Parse(host) ?? throw new HiveException(host.Length == 0
                ? $"{key} has an empty place in its list of hosts: {Example}."
                : $"{key} has '{host}' in its list of hosts, which is none: write name or name:port, and [address] for IPv6."));
        }

        return hosts;
    }
}
