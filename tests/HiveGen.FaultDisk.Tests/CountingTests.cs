using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

/// <summary>Alone: the counters are of the whole process.</summary>
[Collection("counting")]
public sealed class CountingTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public void A_commit_at_full_waits_for_the_disk_once_and_at_normal_never()
    {
        using SqliteConnection connection = Sql.Open(folder.File("a.db"));
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (x); INSERT INTO t VALUES (0);");
        DiskTally full = Count(() => Times(100, () => Run(connection, "INSERT INTO t VALUES (1)")));
        Run(connection, "PRAGMA synchronous = NORMAL");
        DiskTally normal = Count(() => Times(100, () => Run(connection, "INSERT INTO t VALUES (1)")));
        Assert.Equal(100, full.Syncs);
        Assert.Equal(0, normal.Syncs);
        Assert.True(full.Bytes >= 100 * 4096 && full.Writes >= 200, full.ToString());
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        using SqliteConnection connection = Sql.Open(folder.File("b.db"));
        Run(connection, "PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (0);");
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO t SELECT randomblob(100000)";
        insert.ExecuteNonQuery();
        long least = long.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            insert.ExecuteNonQuery();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // 25 pages and more are written; the command itself costs its reader.
        Assert.True(least < 1000, $"{least} bytes");
    }

    public void Dispose() => folder.Dispose();

    private static DiskTally Count(Action work)
    {
        DiskTally before = DiskCounts.Of(DiskFileKind.Log);
        work();
        return DiskCounts.Of(DiskFileKind.Log) - before;
    }

    private static void Times(int times, Action work)
    {
        for (int i = 0; i < times; i++)
        {
            work();
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
