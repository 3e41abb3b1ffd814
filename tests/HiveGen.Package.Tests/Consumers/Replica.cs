using Microsoft.Data.Sqlite;

namespace HiveGen.Package.Tests;

/// <summary>The database that an app's changes are carried into.</summary>
internal static class Replica
{
    /// <summary>Waits until a query gives this value: the app is another process, and nothing there can be awaited.</summary>
    public static async Task HasAsync(string path, string sql, string expected)
    {
        using CancellationTokenSource timeout = new(TimeSpan.FromMinutes(1));
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        string? last = null;
        while (last != expected)
        {
            last = Read(path, sql);
            try
            {
                await timer.WaitForNextTickAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(expected, last);
            }
        }
    }

    private static string? Read(string path, string sql)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            return command.ExecuteScalar() as string;
        }
        catch (SqliteException) when (File.Exists(path))
        {
            return null; // the table is not made yet
        }
    }
}
