using System.Data.Common;
using HiveGen.Adapters.MySql.Driver;
using HiveGen.Targets;

namespace HiveGen.Adapters.MySql;

/// <summary>
/// A MySQL (8 or later) or MariaDB (10.5 or later) database through the driver of your choice: tables under the sync names with
/// version, home and ghost rows, a view <c>&lt;table&gt;_live</c> each, and the cursor in the data's own transaction. Thread-safe.
/// </summary>
public sealed class MySqlTarget : MySqlFamilyTarget
{
    private readonly DbDataSource source;
    private readonly MySqlTargetOptions options;
    private readonly string peer;

    /// <summary>A target in this database.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="source">The driver's pool of connections, such as MySqlConnector's <c>MySqlDataSource</c>; it is disposed with the target.</param>
    /// <param name="options">How it is used; null for the defaults.</param>
    public MySqlTarget(string name, DbDataSource source, MySqlTargetOptions? options = null)
        : base(name, Peer(name), (options ?? new MySqlTargetOptions()).Clock, (options ?? new MySqlTargetOptions()).GhostRetention)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
        this.options = options ?? new MySqlTargetOptions();
        peer = Peer(name);
    }

    /// <summary>About how many bytes of fields a batch may hold: a statement must fit into the server's <c>max_allowed_packet</c>.</summary>
    public override int MaxBatchBytes => 2 * 1024 * 1024;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private protected override ValueTask<IMySqlSession> OpenAsync(CancellationToken cancellationToken) => DriverSession.OpenAsync(source, peer, options.Timeout, cancellationToken);

    // Cast, because some drivers do not know the character set of such names.
    // Over another character set a driver writes ? for what that set lacks, and nobody hears of it.
    private protected override async ValueTask CheckAsync(IMySqlSession session, CancellationToken cancellationToken)
    {
        string found = "";
        await session.QueryAsync(session.Text().Add("select cast(@@character_set_client as char)"), row => found = row.String(0), wholeTable: false, cancellationToken).ConfigureAwait(false);
        if (found != "utf8mb4")
        {
            throw new TargetException(TargetFailure.Configuration, $"{peer} is spoken to in {found}, which has no place for every letter: add CharSet=utf8mb4 to the connection string.");
        }
    }

    private static string Peer(string name) => $"The MySQL database of '{name}'";
}
