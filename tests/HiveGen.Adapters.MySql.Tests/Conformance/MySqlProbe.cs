using HiveGen.Adapters.MySql;
using HiveGen.Servers;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A real MariaDB through a driver under the suite.</summary>
public sealed class MySqlProbe(Maria maria) : MariaProbe(maria)
{
    public override HiveTarget Create() => Create(Maria.ConnectionString);

    public override HiveTarget CreateWithWrongKey() => Create(Maria.ConnectionString.Replace("Password=" + MariaDbServer.User, "Password=" + WrongKey, StringComparison.Ordinal));

    private static MySqlTarget Create(string connectionString) => new("mysql", Maria.Source(connectionString));
}
