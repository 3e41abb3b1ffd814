using System.Globalization;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>Reads addresses such as <c>postgres://user:password@host:5432/database?sslmode=require</c>, as PostgreSQL's own programs, Neon and Prisma write them.</summary>
internal static class PostgresUrl
{
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    /// <summary>Whether the text is such an address.</summary>
    public static bool Is(string text) => Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>What Npgsql understands of it.</summary>
    /// <exception cref="FormatException">It is wrong; the message never repeats the password.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string url)
    {
        // Not with System.Uri: it takes no list of hosts, and passwords are often not escaped as it wants.
        string rest = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..];
        string query = Cut(ref rest, '?');
        if (query.Contains('@', StringComparison.Ordinal))
        {
            throw new FormatException("a password with a question mark must be percent-encoded");
        }

        int user = rest.LastIndexOf('@');
        NpgsqlConnectionStringBuilder builder = [];
        if (user >= 0)
        {
            string name = rest[..user];
            string password = Cut(ref name, ':');
            builder.Username = Decode(name);
            builder.Password = password.Length > 0 ? Decode(password) : null;
            rest = rest[(user + 1)..];
        }

        string database = Cut(ref rest, '/');
        builder.Database = database.Length > 0 ? Decode(database) : null;
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string key = pair;
            string value = Cut(ref key, '=');
            Set(builder, Decode(key).ToLowerInvariant(), Decode(value));
        }

        // As a parameter it comes before the one of the address, for a socket's path has no place there.
        string host = builder.Host is { Length: > 0 } given ? given : rest;
        builder.Host = host.StartsWith('/') ? host : Hosts(host, builder.Port);
        return builder;
    }

    private static string Hosts(string text, int standard)
    {
        List<string> hosts = [];
        foreach (string host in text.Split(','))
        {
            int port = host.LastIndexOf(':');
            bool hasPort = port > host.LastIndexOf(']');
            if (hasPort && !ushort.TryParse(host[(port + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                throw new FormatException("its port is no number from 0 to 65535; a password with a question mark must be percent-encoded");
            }

            if ((hasPort ? host[..port] : host).Length == 0)
            {
                throw new FormatException("it names no host");
            }

            hosts.Add(hasPort ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{standard}"));
        }

        return string.Join(',', hosts);
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string key, string value)
    {
        string? own = key switch
        {
            "host" => "Host",
            "port" => "Port",
            "user" => "Username",
            "password" => "Password",
            "dbname" => "Database",
            "sslmode" => "SSL Mode",
            "sslrootcert" => "Root Certificate",
            "sslcert" => "SSL Certificate",
            "sslkey" => "SSL Key",
            "sslpassword" => "SSL Password",
            "sslnegotiation" => "SSL Negotiation",
            "channel_binding" => "Channel Binding",
            "application_name" => "Application Name",
            "connect_timeout" => "Timeout",
            "client_encoding" => "Client Encoding",
            "target_session_attrs" => "Target Session Attributes",
            "load_balance_hosts" => "Load Balance Hosts",
            "options" => "Options",
            "connection_limit" => "Maximum Pool Size",
            "pool_timeout" => "Timeout",
            "schema" => "Search Path",
            "pgbouncer" or "statement_cache_size" or "supa" => null, // the app of another language reads them
            _ => throw new FormatException($"its parameter '{key}' is not known here"),
        };
        if (own is not null)
        {
            SetKnown(builder, key, own, own == "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value);
        }
    }

    private static void SetKnown(NpgsqlConnectionStringBuilder builder, string key, string own, string value)
    {
        try
        {
            builder[own] = value;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
        {
            throw new FormatException($"its parameter '{key}' has a value that is none of those it may have", wrong);
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text);

    /// <summary>What stands behind the first separator; the text keeps what stands before it.</summary>
    private static string Cut(ref string text, char separator)
    {
        int at = text.IndexOf(separator, StringComparison.Ordinal);
        if (at < 0)
        {
            return "";
        }

        string rest = text[(at + 1)..];
        text = text[..at];
        return rest;
    }
}
