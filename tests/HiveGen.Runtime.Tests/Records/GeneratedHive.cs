using HiveGen.TestModels;
using Microsoft.Data.Sqlite;

namespace HiveGen.Tests.Records;

/// <summary>The generated database of the shared test models, in a folder of its own.</summary>
internal sealed class GeneratedHive : IAsyncDisposable
{
    private readonly TestFolder folder = new();

    public GeneratedHive() => Hive = Hive.Open(new HiveOptions { Path = folder.File("test.db"), Clock = Clock, Synchronous = HiveSynchronous.Normal });

    public Hive Hive { get; }

    public FakeTimeProvider Clock { get; } = new();

    /// <summary>What was captured since the last call, each as <c>users 1</c>: model and op.</summary>
    public async Task<string[]> CapturedAsync()
        => await Hive.Sql.WriteAsync(static connection =>
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT \"model\" || ' ' || \"op\" FROM \"_hive_change\" ORDER BY \"seq\"";
            List<string> captured = [];
            using (SqliteDataReader reader = command.ExecuteReader())
            {
                while (reader.Read())
                {
                    captured.Add(reader.GetString(0));
                }
            }

            command.CommandText = "DELETE FROM \"_hive_change\"";
            command.ExecuteNonQuery();
            return captured.ToArray();
        });

    public async ValueTask DisposeAsync()
    {
        await Hive.DisposeAsync();
        folder.Dispose();
    }
}
