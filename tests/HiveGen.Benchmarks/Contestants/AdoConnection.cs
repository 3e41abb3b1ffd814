using Microsoft.Data.Sqlite;

namespace HiveGen.Benchmarks.Contestants;

/// <summary>Connections for the contestants on ADO.NET.</summary>
internal static class AdoConnection
{
    public static string Text(string path, bool pooling) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = pooling }.ToString();

    public static SqliteConnection Open(DatabaseFile file, bool pooling)
    {
        SqliteConnection connection = new(Text(file.Path, pooling));
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = Sql.Pragmas(file.Synchronous);
        command.ExecuteNonQuery();
        return connection;
    }
}
