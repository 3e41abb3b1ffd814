using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

/// <summary>Looks into a file as another program does.</summary>
internal static class Sql
{
    public static List<string> Read(string path, string sql)
    {
        using SqliteConnection connection = Open(path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) switch
            {
                DBNull => "NULL",
                byte[] blob => Convert.ToHexString(blob),
                IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                object other => other.ToString(),
            })));
        }

        return rows;
    }

    public static string ReadOne(string path, string sql) => Assert.Single(Read(path, sql));

    public static void Execute(string path, string sql)
    {
        using SqliteConnection connection = Open(path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static SqliteConnection Open(string path)
    {
        SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
