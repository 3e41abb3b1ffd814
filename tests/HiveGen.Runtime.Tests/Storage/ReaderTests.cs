using HiveGen.Storage;
using Xunit;

namespace HiveGen.Tests.Storage;

public sealed class ReaderTests
{
    [Fact]
    public async Task A_read_after_a_write_sees_it()
    {
        await using TestHive hive = new();
        for (int i = 1; i <= 20; i++)
        {
            await hive.AddNote("note " + i, single: i % 2 == 0);

            // The second and third read keep a snapshot, which the next write must make stale.
            Assert.Equal(i, hive.Count());
            Assert.Equal(i, hive.Count());
            Assert.Equal(i, hive.Count());
        }
    }

    [Fact]
    public async Task A_read_on_any_thread_sees_what_a_write_on_another_has_returned()
    {
        await using TestHive hive = new(static options => options.Synchronous = HiveSynchronous.Normal);
        long written = 0;
        using CancellationTokenSource done = new();
        Task[] readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                long known = Volatile.Read(ref written);
                Assert.True(hive.Read("SELECT coalesce(max(id), 0) FROM notes").Int64 >= known);
            }
        })).ToArray();
        for (int i = 0; i < 500; i++)
        {
            long id = await hive.AddNote("n" + i);
            Volatile.Write(ref written, id);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task A_snapshot_shows_one_state_to_several_statements()
    {
        await using TestHive hive = new();
        await hive.AddNote("one");
        Assert.Equal(1, ReadTwiceAround(hive, () => hive.AddNote("two").AsTask().GetAwaiter().GetResult()));
        Assert.Equal(2, hive.Count());
    }

    [Fact]
    public async Task A_statement_left_on_a_row_does_not_make_the_next_reader_stale()
    {
        await using TestHive hive = new();
        await hive.AddNote("one");
        await hive.AddNote("two");
        LeaveOnARow(hive);
        await hive.AddNote("three");
        Assert.Equal(3, hive.Count());
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        await using TestHive hive = new();
        HiveStorageException error = Assert.Throws<HiveStorageException>(() => hive.Read("DELETE FROM notes"));
        Assert.Contains("read-only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_s_own_connection_cannot_write_but_reads_what_was_written()
    {
        await using TestHive hive = new();
        await hive.AddNote("seen");
        using Microsoft.Data.Sqlite.SqliteConnection connection = hive.Engine.OpenReadOnlyConnection();
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT text FROM notes";
        Assert.Equal("seen", command.ExecuteScalar());
        command.CommandText = "DELETE FROM notes";
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public async Task Idle_readers_with_snapshots_do_not_let_the_log_grow()
    {
        await using TestHive hive = new(static options =>
        {
            options.CheckpointPages = 100;
            options.Synchronous = HiveSynchronous.Normal;
        });
        string text = new('x', 8000);
        long largest = 0;
        for (int i = 0; i < 600; i++)
        {
            await hive.AddNote(i + text);
            if (i % 50 == 0)
            {
                KeepSnapshots(hive, 3);
            }

            largest = Math.Max(largest, new FileInfo(hive.Path + "-wal").Length);
        }

        // About 2400 pages were written; without taking the snapshots away all of them would stand in the log.
        Assert.InRange(largest, 1, 400 * 4096);
        Assert.Equal(600, hive.Count());
    }

    [Fact]
    public async Task Idle_readers_give_up_their_snapshots_when_asked()
    {
        await using TestHive hive = new();
        await hive.AddNote("one");
        KeepSnapshots(hive, 2);
        Assert.NotEqual(0, Checkpoint(hive, out _));
        hive.Engine.Readers.EndIdleSnapshots();
        await hive.AddNote("two");
        hive.Engine.Readers.EndIdleSnapshots();
        Assert.Equal(0, Checkpoint(hive, out long log));
        Assert.Equal(0, log);
    }

    [Fact]
    public async Task A_log_grown_large_under_a_long_read_is_cut_when_the_read_has_ended()
    {
        await using TestHive hive = new(static options =>
        {
            options.CheckpointPages = 50;
            options.Synchronous = HiveSynchronous.Normal;
        });
        await hive.AddNote("first");
        GrowUnderALongRead(hive);
        Assert.InRange(new FileInfo(hive.Path + "-wal").Length, 200 * 4096, long.MaxValue);
        for (int i = 0; i < 100; i++)
        {
            await hive.AddNote("after" + i + new string('y', 8000));
        }

        Assert.InRange(new FileInfo(hive.Path + "-wal").Length, 0, 200 * 4096);
    }

    [Fact]
    public async Task The_log_stays_small_though_always_somebody_reads()
    {
        const int Notes = 800;
        const int PagesOfANote = 3;
        const int PageBytes = 4096;
        await using TestHive hive = new(static options =>
        {
            options.CheckpointPages = 50;
            options.Synchronous = HiveSynchronous.Normal;
        });
        using CancellationTokenSource done = new();
        string text = new('x', 8000);
        long largest = 0;
        Task[] readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                Assert.InRange(hive.Read("SELECT total(length(text)) FROM notes").Double, 0, double.MaxValue);
            }
        })).ToArray();
        for (int i = 0; i < Notes; i++)
        {
            await hive.AddNote(i + text);
            largest = Math.Max(largest, new FileInfo(hive.Path + "-wal").Length);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.InRange(largest, 1, Notes * PagesOfANote * PageBytes / 2);
        Assert.Equal(Notes, hive.Count());
    }

    private static long ReadTwiceAround(TestHive hive, Action write)
    {
        using ReaderLease lease = hive.Engine.Readers.Rent();
        lease.BeginSnapshot();
        long before = lease.Connection.Read("SELECT count(*) FROM notes").Int64;
        write();
        Assert.Equal(before, lease.Connection.Read("SELECT count(*) FROM notes").Int64);
        return before;
    }

    private static void LeaveOnARow(TestHive hive)
    {
        using ReaderLease lease = hive.Engine.Readers.Rent();
        Assert.True(lease.Connection.Prepare("SELECT * FROM notes").Step());
    }

    private static void KeepSnapshots(TestHive hive, int readers)
    {
        if (readers == 0)
        {
            return;
        }

        using ReaderLease lease = hive.Engine.Readers.Rent();
        lease.BeginSnapshot();
        lease.Connection.Read("SELECT count(*) FROM notes");
        KeepSnapshots(hive, readers - 1);
    }

    private static void GrowUnderALongRead(TestHive hive)
    {
        using ReaderLease lease = hive.Engine.Readers.Rent();
        lease.BeginSnapshot();
        lease.Connection.Read("SELECT count(*) FROM notes");
        for (int i = 0; i < 200; i++)
        {
            hive.AddNote(i + new string('x', 8000)).AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Whether a checkpoint that needs every reader gone was refused, and the pages left in the log.</summary>
    private static long Checkpoint(TestHive hive, out long log)
    {
        using Microsoft.Data.Sqlite.SqliteConnection connection = new(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = hive.Path, Pooling = false }.ConnectionString);
        connection.Open();
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)";
        using Microsoft.Data.Sqlite.SqliteDataReader reader = command.ExecuteReader();
        while (reader.FieldCount != 3)
        {
            Assert.True(reader.NextResult());
        }

        Assert.True(reader.Read());
        log = reader.GetInt64(1);
        return reader.GetInt64(0);
    }
}
