using System.Data.Common;
using HiveGen.Adapters.MySql;
using HiveGen.Servers;
using HiveGen.Targets;
using MySql.Data.MySqlClient;

namespace HiveGen.Tests;

/// <summary>A real MariaDB through a driver under the suite.</summary>
public sealed class MySqlProbe(Maria maria) : MariaProbe(maria)
{
    private const string Provider = "MySql.Data";

    static MySqlProbe() => DbProviderFactories.RegisterFactory(Provider, MySqlClientFactory.Instance);

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Adapter"] = "mysql", ["Provider"] = Provider, ["Connection"] = Maria.ConnectionString };

    public override HiveTarget Create() => Create(Maria.ConnectionString);

    public override HiveTarget CreateWithWrongKey() => Create(Maria.ConnectionString.Replace("Password=" + MariaDbServer.User, "Password=" + WrongKey, StringComparison.Ordinal));

    private static MySqlTarget Create(string connectionString) => new("mysql", Maria.Source(connectionString));
}
