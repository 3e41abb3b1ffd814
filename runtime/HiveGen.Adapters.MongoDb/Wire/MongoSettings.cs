namespace HiveGen.Adapters.MongoDb;

/// <summary>What a connection string says.</summary>
internal sealed record MongoSettings
{
    /// <summary>The servers to begin with.</summary>
    public required IReadOnlyList<MongoHost> Hosts { get; init; }

    /// <summary>The user; null for none.</summary>
    public string? User { get; init; }

    /// <summary>The password.</summary>
    public string Password { get; init; } = "";

    /// <summary>The database in the path; null when there is none.</summary>
    public string? Database { get; init; }

    /// <summary>The database of the user.</summary>
    public string AuthSource { get; init; } = "admin";

    /// <summary>The replica set that must answer; null for whatever is there.</summary>
    public string? ReplicaSet { get; init; }

    /// <summary>Whether only the one server of the string is used.</summary>
    public bool Direct { get; init; }

    /// <summary>Whether connections are encrypted; null where the string does not say.</summary>
    public bool? Tls { get; init; }

    /// <summary>Whether any certificate will do.</summary>
    public bool TlsInsecure { get; init; }

    /// <summary>A PEM file of the authorities that are trusted instead of the machine's; null for those.</summary>
    public string? TlsAuthority { get; init; }

    /// <summary>The most connections to the primary.</summary>
    public int MaxConnections { get; init; } = 16;

    /// <summary>How long a connection may take, with its handshake.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a command may take.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an unused connection is kept.</summary>
    public TimeSpan MaxIdle { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The name the server's logs show.</summary>
    public string AppName { get; init; } = "HiveGen";

    /// <summary>Whether connections to a server are encrypted. One of this machine may tell of others, which are not.</summary>
    public bool Encrypts(MongoHost host) => Tls ?? (!host.IsLoopback || Hosts.Any(static one => !one.IsLoopback));

    /// <summary>The hosts, for messages; never the password.</summary>
    public override string ToString() => string.Join(',', Hosts);
}
