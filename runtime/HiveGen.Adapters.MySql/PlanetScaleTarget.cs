using HiveGen.Adapters.MySql.PlanetScale;

namespace HiveGen.Adapters.MySql;

/// <summary>
/// A PlanetScale database over its HTTP API: tables under the sync names with version, home and ghost rows, a view
/// <c>&lt;table&gt;_live</c> each, and the cursor in the data's own transaction. Thread-safe.
/// </summary>
public sealed class PlanetScaleTarget : MySqlFamilyTarget
{
    private readonly PlanetScaleClient client;

    /// <summary>A target in this database.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="url">The host that PlanetScale shows, such as <c>aws.connect.psdb.cloud</c>, or its whole <c>mysql://</c> address.</param>
    /// <param name="options">How it is reached; without user name and password in them or in the address, those of the variables are sent.</param>
    /// <exception cref="HiveException">The address is wrong, or plain HTTP to another machine.</exception>
    public PlanetScaleTarget(string name, string url, PlanetScaleTargetOptions? options = null)
        : this(name, PlanetScaleSettings.Of("Hive:Targets:" + name, url, options ?? new PlanetScaleTargetOptions(), configuration: null))
    {
    }

    internal PlanetScaleTarget(string name, PlanetScaleSettings settings)
        : base(name, PlanetScaleClient.Peer(settings), settings.Options.Clock, settings.Options.GhostRetention)
        => client = new PlanetScaleClient(settings);

    /// <summary>About how many bytes of fields a batch may hold: values travel inside the SQL, and a transaction has twenty seconds.</summary>
    public override int MaxBatchBytes => 1024 * 1024;

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        client.Dispose();
        return base.DisposeAsync();
    }

    private protected override ValueTask<IMySqlSession> OpenAsync(CancellationToken cancellationToken) => new(new PlanetScaleSession(client));
}
