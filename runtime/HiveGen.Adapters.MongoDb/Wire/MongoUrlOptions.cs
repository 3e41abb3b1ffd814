using System.Globalization;

namespace HiveGen.Adapters.MongoDb;

/// <summary>The options of a connection string. One that is not known is refused: it may be one that safety hangs on.</summary>
internal static class MongoUrlOptions
{
    // They say what is so anyway, or what a client without those features has no use for.
    private static readonly HashSet<string> Ignored = new(StringComparer.OrdinalIgnoreCase)
    {
        "retryWrites", "retryReads", "compressors", "zlibCompressionLevel", "minPoolSize", "heartbeatFrequencyMS", "localThresholdMS",
        "readConcernLevel", "uuidRepresentation", "journal", "wTimeoutMS", "serverMonitoringMode", "maxConnecting",
        "waitQueueTimeoutMS", "serverSelectionTimeoutMS",
    };

    /// <summary>The settings with the options of a query.</summary>
    /// <exception cref="HiveException">One is unknown or wrong; the message names it.</exception>
    public static MongoSettings Apply(string key, MongoSettings settings, string query)
    {
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            (string name, string raw) = MongoUrl.Cut(pair, '=');
            string value = MongoUrl.Unescape(key, raw);
            settings = name.ToLowerInvariant() switch
            {
                "authsource" => settings with { AuthSource = value },
                "replicaset" => settings with { ReplicaSet = value },
                "directconnection" => settings with { Direct = Flag(key, name, value) },
                "tls" or "ssl" => settings with { Tls = Flag(key, name, value) },
                "tlscafile" => settings with { TlsAuthority = MongoTls.Authorities(value) is not null ? value : throw new HiveException($"{key} has {name}={value}, which is no PEM file of certificates that can be read.") },
                "tlsinsecure" or "tlsallowinvalidcertificates" => settings with { TlsInsecure = Flag(key, name, value) },
                "appname" => settings with { AppName = value },
                "maxpoolsize" => settings with { MaxConnections = (int)Number(key, name, value, 1, 1000) },
                "connecttimeoutms" => settings with { ConnectTimeout = TimeSpan.FromMilliseconds(Number(key, name, value, 1, int.MaxValue)) },
                "sockettimeoutms" or "timeoutms" => settings with { CommandTimeout = TimeSpan.FromMilliseconds(Number(key, name, value, 1, int.MaxValue)) },
                "maxidletimems" => settings with { MaxIdle = TimeSpan.FromMilliseconds(Number(key, name, value, 1, int.MaxValue)) },
                "authmechanism" when value == "SCRAM-SHA-256" => settings,
                "authmechanism" => throw new HiveException($"{key} asks for authMechanism={value}; only SCRAM-SHA-256 is built in. Give the user that mechanism (updateUser with mechanisms), or bridge to MongoDB.Driver."),
                "readpreference" when value is "primary" or "primaryPreferred" => settings,
                "readpreference" => throw new HiveException($"{key} asks for readPreference={value}: a target is read at its primary, or a row would be compared with an old one. Leave it out."),
                "w" when value == "majority" => settings,
                "w" => throw new HiveException($"{key} asks for w={value}: a target writes with w=majority, or a fail-over would lose what was acknowledged. Leave it out."),
                _ when Ignored.Contains(name) => settings,
                _ => throw new HiveException($"{key} has the option '{name}', which is not known here. Known are authSource, replicaSet, directConnection, tls, tlsCAFile, tlsInsecure, appName, maxPoolSize, connectTimeoutMS, socketTimeoutMS and maxIdleTimeMS."),
            };
        }

        return settings.Direct && settings.Hosts.Count > 1
            ? throw new HiveException($"{key} asks for directConnection=true and lists {settings.Hosts.Count} hosts: it must be one.")
            : settings;
    }

    private static bool Flag(string key, string name, string value) => value switch
    {
        "true" => true,
        "false" => false,
        _ => throw new HiveException($"{key} has {name}={value}, which must be true or false."),
    };

    private static long Number(string key, string name, string value, long least, long most)
        => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= least && number <= most
            ? number
            : throw new HiveException(string.Create(CultureInfo.InvariantCulture, $"{key} has {name}={value}, which must be a whole number from {least} to {most}."));
}
