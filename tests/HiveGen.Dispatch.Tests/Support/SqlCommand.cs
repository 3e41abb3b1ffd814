using HiveGen.Storage;

namespace HiveGen.Tests;

/// <summary>SQL by hand in a transaction of the writer.</summary>
internal readonly struct SqlCommand(string sql) : IWriteCommand<bool>
{
    public bool SingleStatement => false;

    public bool Execute(HiveConnection connection)
    {
        connection.Execute(sql);
        return true;
    }
}
