using HiveGen.FaultDisk.Faults;
using Microsoft.Data.Sqlite;

namespace HiveGen.Tests;

public sealed class FaultTests : IDisposable
{
    private const int Full = 13;
    private const int SyncFailed = 1034;
    private const string Wal = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";

    private readonly TestFolder folder = new();

    [Theory]
    [InlineData(Wal)]
    [InlineData("PRAGMA journal_mode = DELETE")]
    public void A_full_disk_refuses_what_does_not_fit_until_there_is_room(string pragmas)
    {
        using Database database = new(folder, pragmas);
        SpaceQuota quota = new(database.Path, 50_000);
        using IDisposable rule = DiskShim.Use(quota);
        database.Insert(1000);
        Assert.Equal(Full, Refused(() => database.Insert(100_000)));
        Assert.True(quota.Refused > 0);
        Assert.Equal(1, database.Count());
        quota.Free(1 << 20);
        database.Insert(100_000);
        Assert.Equal(2, database.Count());
        Assert.Equal("ok", Sql.ReadOne(database.Path, "PRAGMA integrity_check"));
    }

    [Fact]
    public void A_full_disk_still_takes_what_needs_no_room()
    {
        using Database database = new(folder, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0");
        database.Insert(50_000);
        database.Run("PRAGMA wal_checkpoint(RESTART)");
        using IDisposable rule = DiskShim.Use(new SpaceQuota(database.Path, 0));
        database.Insert(20_000);
        Assert.Equal(2, database.Count());
    }

    [Fact]
    public void Room_that_is_given_back_is_used_again()
    {
        using Database database = new(folder, "PRAGMA journal_mode = DELETE");
        SpaceQuota quota = new(database.Path, 60_000);
        using IDisposable rule = DiskShim.Use(quota);

        // Each makes a journal of some pages and deletes it: without what comes back, the room would end.
        for (int i = 0; i < 20; i++)
        {
            database.Run("REPLACE INTO t VALUES (1, zeroblob(3000))");
        }

        Assert.Equal(0, quota.Refused);
    }

    [Fact]
    public void The_nth_request_can_fail_and_the_next_succeeds()
    {
        using Database database = new(folder, Wal);
        DiskPoint point = new(database.Path, DiskCall.Write, DiskFileKind.Log, 3, () => DiskAnswer.Fail(Full));
        using IDisposable rule = DiskShim.Use(point);
        Assert.Equal(Full, Refused(() => database.Insert(10_000)));
        Assert.Equal(3, point.Seen);
        database.Insert(10_000);
        Assert.Equal(1, database.Count());
    }

    [Fact]
    public void A_sync_can_fail_for_a_while()
    {
        using Database database = new(folder, Wal);
        BrokenDisk broken = new(database.Path, DiskCall.Sync, SyncFailed, from: 2);
        using IDisposable rule = DiskShim.Use(broken);
        database.Insert();
        Assert.Equal(SyncFailed, Refused(() => database.Insert()));
        broken.Mend();
        database.Insert();
        Assert.Equal(1, broken.Refused);
        Assert.Equal("ok", Sql.ReadOne(database.Path, "PRAGMA integrity_check"));
    }

    [Fact]
    public void A_rule_leaves_other_files_alone_and_ends_when_it_is_disposed()
    {
        using Database database = new(folder, Wal);
        using (DiskShim.Use(new BrokenDisk(folder.File("other.db"), DiskCall.Sync, SyncFailed)))
        {
            database.Insert();
        }

        using (DiskShim.Use(new BrokenDisk(database.Path, DiskCall.Sync, SyncFailed)))
        {
            Assert.Equal(SyncFailed, Refused(() => database.Insert()));
        }

        database.Insert();
    }

    [Fact]
    public async Task Connections_share_logs_and_locks_through_the_shim()
    {
        using Database database = new(folder, Wal);
        using SqliteConnection reader = Sql.Open(database.Path);
        using SqliteConnection other = Sql.Open(database.Path);
        database.Run("BEGIN IMMEDIATE");
        database.Insert();
        using SqliteCommand blocked = other.CreateCommand();
        blocked.CommandText = "INSERT INTO t (x) VALUES (1)";
        Task writing = Task.Run(blocked.ExecuteNonQuery);
        Assert.Equal(0, Count(reader));
        Assert.False(writing.IsCompleted);
        database.Run("COMMIT");
        await writing.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(2, Count(reader));
    }

    [Fact]
    public void Temporary_files_go_through_the_shim()
    {
        using Database database = new(folder, Wal);
        DiskTally before = DiskCounts.Of(DiskFileKind.Temporary);
        database.Run("PRAGMA temp_store = FILE; PRAGMA cache_size = 5; CREATE TEMP TABLE big AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT i, zeroblob(2000) FROM n");
        Assert.True((DiskCounts.Of(DiskFileKind.Temporary) - before).Bytes > 1_000_000);
    }

    public void Dispose() => folder.Dispose();

    private static int Refused(Action write) => Assert.Throws<SqliteException>(write).SqliteExtendedErrorCode;

    private static long Count(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM t";
        return (long)command.ExecuteScalar()!;
    }
}
