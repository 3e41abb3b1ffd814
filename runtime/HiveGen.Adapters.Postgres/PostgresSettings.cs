using System.Net;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace HiveGen.Adapters.Postgres;

/// <summary>Makes of what was configured a checked connection string. No message ever repeats it: it holds the password.</summary>
internal static class PostgresSettings
{
    /// <summary>The original's variable.</summary>
    public const string Variable = "DATABASE_URL";

    private const string Example = "postgres://user:password@host:5432/database";
    private const int ColdStartSeconds = 30;

    /// <summary>The connection string of a target: what code gives, else the setting, else the variable.</summary>
    /// <exception cref="HiveException">It is missing or wrong; the message names its key.</exception>
    public static NpgsqlConnectionStringBuilder Of(string section, string? connection, IConfiguration? configuration, bool isNeon)
    {
        string key = section + ":Connection";
        string? given = First(connection, configuration?[key], configuration is null ? Environment.GetEnvironmentVariable(Variable) : configuration[Variable]);
        return given is null
            ? throw new HiveException($"{key} is missing, and so is {Variable}: it says where the database is, such as {Example}.")
            : Of(connection is { Length: > 0 } || configuration?[key] is { Length: > 0 } ? key : Variable, given, isNeon);
    }

    /// <summary>A checked connection string.</summary>
    /// <param name="key">What a message calls it.</param>
    /// <param name="connection">A connection string of Npgsql, or an address.</param>
    /// <param name="isNeon">Whether the database is Neon's, which may have to wake up, and shows a certificate that can be checked.</param>
    /// <exception cref="HiveException">It is wrong.</exception>
    public static NpgsqlConnectionStringBuilder Of(string key, string connection, bool isNeon)
    {
        NpgsqlConnectionStringBuilder builder = Parse(key, connection);
        if (string.IsNullOrWhiteSpace(builder.Host))
        {
            throw new HiveException($"{key} names no host. It must be an address such as {Example}, or a connection string of Npgsql such as \"Host=host;Database=database;Username=user;Password=password\".");
        }

        // ContainsKey would say yes to every setting there is.
        if (!builder.ShouldSerialize("SSL Mode") && !IsThisMachine(builder.Host))
        {
            // Npgsql would take an unencrypted connection where the server, or somebody on the way, offers no other.
            builder.SslMode = isNeon ? SslMode.VerifyFull : SslMode.Require;
        }

        if (!builder.ShouldSerialize("Application Name"))
        {
            builder.ApplicationName = "HiveGen";
        }

        if (isNeon)
        {
            SetNeon(builder);
        }

        return builder;
    }

    private static void SetNeon(NpgsqlConnectionStringBuilder builder)
    {
        if (!builder.ShouldSerialize("Timeout"))
        {
            builder.Timeout = ColdStartSeconds;
        }

        // Through a pooler in transaction mode each transaction may come to another session: nothing is kept in one.
        builder.MaxAutoPrepare = 0;
        builder.NoResetOnClose = true;
    }

    private static NpgsqlConnectionStringBuilder Parse(string key, string connection)
    {
        try
        {
            return PostgresUrl.Is(connection) ? PostgresUrl.Parse(connection) : new NpgsqlConnectionStringBuilder(connection);
        }
        catch (FormatException wrong) when (PostgresUrl.Is(connection))
        {
            throw new HiveException($"{key} is no address of a database: {wrong.Message}. It must look like {Example}.");
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException or OverflowException)
        {
            // Not Npgsql's words: a password with a semicolon in it would be in them.
            throw new HiveException($"{key} is neither an address such as {Example} nor a connection string of Npgsql, such as \"Host=host;Database=database;Username=user;Password='pass;word'\".");
        }
    }

    private static bool IsThisMachine(string hosts)
    {
        foreach (string host in hosts.Split(','))
        {
            string name = NameOf(host.Trim());
            // A path is a socket of this machine.
            bool isLocal = name.StartsWith('/') || name.StartsWith('@') || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(name, out IPAddress? address) && IPAddress.IsLoopback(address));
            if (!isLocal)
            {
                return false;
            }
        }

        return true;
    }

    // Without its port: [::1]:5432, host:5432; ::1 has none.
    private static string NameOf(string host)
    {
        int colon = host.IndexOf(':', StringComparison.Ordinal);
        return host.StartsWith('[') ? host[1..].Split(']')[0]
            : colon >= 0 && colon == host.LastIndexOf(':') ? host[..colon]
            : host;
    }

    private static string? First(params ReadOnlySpan<string?> values)
    {
        foreach (string? value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                return value.Trim();
            }
        }

        return null;
    }
}
