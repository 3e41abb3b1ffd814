using HiveGen.Tests.Models;
using Microsoft.Data.Sqlite;
using Xunit;

namespace HiveGen.Tests.Records;

public sealed class SqlTests : IAsyncLifetime
{
    private readonly TestDatabase hive = TestDatabase.Open();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => ((IAsyncDisposable)hive).DisposeAsync().AsTask();

    [Fact]
    public async Task A_write_by_hand_is_one_transaction_and_can_answer()
    {
        long rows = await hive.Sql.WriteAsync(connection =>
        {
            Execute(connection, "INSERT INTO \"people\" (\"id\", \"name\") VALUES ('p1', 'one')");
            return (long)Execute(connection, "SELECT count(*) FROM \"people\"")!;
        });
        Assert.Equal(1, rows);
        Assert.Equal("one", hive.People.Get("p1")!.Name);
    }

    [Fact]
    public async Task A_failing_write_by_hand_writes_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await hive.Sql.WriteAsync(connection =>
        {
            Execute(connection, "INSERT INTO \"people\" (\"id\", \"name\") VALUES ('p1', 'one')");
            throw new InvalidOperationException("after all not");
        }));
        Assert.Null(hive.People.Get("p1"));
    }

    [Fact]
    public async Task A_reading_connection_reads_and_cannot_write()
    {
        await hive.People.AddAsync(new Person { Id = "p1", Name = "one" });
        using SqliteConnection connection = hive.Sql.OpenRead();
        Assert.Equal("one", Execute(connection, "SELECT \"name\" FROM \"people\""));
        Assert.Throws<SqliteException>(() => Execute(connection, "DELETE FROM \"people\""));
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
