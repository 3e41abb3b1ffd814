namespace HiveGen.Servers;

/// <summary>PlanetScale's HTTP API in front of a MySQL server, with user and password <c>hive</c>.</summary>
public sealed class PlanetScaleFront : NodeFront, ITestServer
{
    private readonly string database;

    /// <summary>A front of this database.</summary>
    /// <param name="database">Its address, as Node's drivers write it.</param>
    public PlanetScaleFront(string database)
        : base("planetscale")
        => this.database = database;

    /// <inheritdoc/>
    public static string? Missing => NpmPackages.Missing ?? MariaDbServer.Missing;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Arguments => [database];
}
