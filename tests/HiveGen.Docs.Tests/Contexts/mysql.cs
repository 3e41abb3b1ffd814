global using System.Data.Common;

namespace Shop;

internal static class Mysql
{
    public static WebApplicationBuilder builder => null!;
}

// Of the package MySqlConnector.
public sealed class MySqlDataSource(string connection) : DbDataSource
{
    public override string ConnectionString => connection;
    protected override DbConnection CreateDbConnection() => null!;
}

public sealed class MySqlConnectorFactory : DbProviderFactory
{
    public static readonly MySqlConnectorFactory Instance = new();
}
