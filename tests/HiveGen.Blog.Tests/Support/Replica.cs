using Microsoft.Data.Sqlite;

namespace HiveGen.Blog.Tests.Support;

/// <summary>Looks into the external database as a stranger would.</summary>
internal sealed class Replica(TestFolder folder)
{
    public string ConnectionString { get; } = new SqliteConnectionStringBuilder { DataSource = folder.File("replica.db"), Pooling = false }.ToString();

    /// <summary>The first column of the first row, or null.</summary>
    public object? Scalar(string sql, string id = "")
    {
        using SqliteConnection connection = new(ConnectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", id);
        object? value = command.ExecuteScalar();
        return value is DBNull ? null : value;
    }
}
