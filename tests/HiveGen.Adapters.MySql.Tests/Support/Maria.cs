using System.Data.Common;
using HiveGen.Servers;
using MySql.Data.MySqlClient;

namespace HiveGen.Tests;

/// <summary>One MariaDB with PlanetScale's front for all tests of the assembly, and a look into it past the adapters.</summary>
public sealed class Maria : IAsyncLifetime
{
    private const string Options = ";SslMode=None;CharSet=utf8mb4";

    private MariaDbServer? server;
    private PlanetScaleFront? front;

    public MariaDbServer Server => server ?? throw new InvalidOperationException("MariaDB is missing: " + MariaDbServer.Missing);

    public string ConnectionString => Server.ConnectionString + Options;

    public async Task InitializeAsync()
    {
        if (MariaDbServer.Missing is null || RequiresAttribute.IsContinuousIntegration)
        {
            server = new MariaDbServer();
            await server.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (front is not null)
        {
            await front.DisposeAsync();
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>The front, started with the first test that wants it.</summary>
    public async Task<PlanetScaleFront> FrontAsync()
    {
        if (front is null)
        {
            front = new PlanetScaleFront(Server.Url);
            await front.StartAsync();
        }

        return front;
    }

    /// <summary>A pool of the test's driver.</summary>
    public static DbDataSource Source(string connectionString) => MySqlClientFactory.Instance.CreateDataSource(connectionString);

    /// <summary>Takes every table and view away.</summary>
    public async Task ClearAsync()
    {
        if (!Server.Running)
        {
            await Server.StartAsync();
        }

        List<object[]> found = Read("select cast(table_type as char), cast(table_name as char) from information_schema.tables where table_schema = database()");
        string sql = string.Concat(found.Select(static table => $"drop {((string)table[0] == "VIEW" ? "view" : "table")} `{table[1]}`;"));
        if (sql.Length > 0)
        {
            Execute("set foreign_key_checks = 0;" + sql);
        }
    }

    public List<object[]> Read(string sql)
    {
        using MySqlConnection connection = Open();
        using MySqlCommand command = new(sql, connection);
        using MySqlDataReader reader = command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public void Execute(string sql)
    {
        using MySqlConnection connection = Open();
        using MySqlCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }

    private MySqlConnection Open()
    {
        MySqlConnection connection = new(ConnectionString);
        connection.Open();
        return connection;
    }
}
