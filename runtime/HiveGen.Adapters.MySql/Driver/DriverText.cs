using System.Data.Common;
using System.Globalization;

namespace HiveGen.Adapters.MySql.Driver;

/// <summary>A statement whose values are parameters of a driver's command.</summary>
internal sealed class DriverText(DbCommand command) : MySqlText
{
    /// <summary>The command with what was added so far.</summary>
    public DbCommand Command
    {
        get
        {
            command.CommandText = Sql.ToString();
            return command;
        }
    }

    public override MySqlText Value(string value) => Parameter(value);

    // Digits: a parameter would cost more, and no driver writes them otherwise.
    public override MySqlText Value(long value)
    {
        Sql.Append(CultureInfo.InvariantCulture, $"{value}");
        return this;
    }

    protected override void Bytes(byte[] value) => Parameter(value);

    private DriverText Parameter(object value)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        Sql.Append(name);
        return this;
    }
}
