using Xunit;

namespace HiveGen.Tests.Storage;

public sealed class WriterTests
{
    [Fact]
    public async Task What_was_written_is_there_after_reopening()
    {
        await using TestHive hive = new();
        await hive.AddNote("kept");
        await hive.ReopenAsync();
        Assert.Equal("kept", hive.Read("SELECT text FROM notes").Text);
    }

    [Fact]
    public async Task An_uncontended_write_runs_inline_and_is_complete_when_it_returns()
    {
        await using TestHive hive = new();
        int thread = 0;
        ValueTask<long> write = hive.Write(connection =>
        {
            thread = Environment.CurrentManagedThreadId;
            return connection.AddNote("inline");
        });
        Assert.True(write.IsCompletedSuccessfully);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        Assert.Equal(1, await write);
    }

    [Fact]
    public async Task An_uncontended_write_allocates_nothing()
    {
        await using TestHive hive = new();
        TestCommand<long> command = new(static connection =>
        {
            HiveGen.Storage.Statement statement = connection.Prepare("""UPDATE "notes" SET "text" = 'x' WHERE "id" = ?1""");
            statement.BindInt64(1, 1);
            statement.Run();
            return 0;
        }, single: true);
        Assert.Equal(0, Allocation.Of(() => Repeat(hive, command)));
    }

    [Fact]
    public async Task A_failing_command_of_several_statements_is_undone()
    {
        await using TestHive hive = new();
        await Assert.ThrowsAsync<HiveConstraintException>(async () => await hive.Write(connection =>
        {
            connection.AddNote("first");
            return connection.AddNote("bad");
        }));
        Assert.Equal(0, hive.Count());
        await hive.AddNote("good");
        Assert.Equal(1, hive.Count());
    }

    [Fact]
    public async Task An_error_of_the_users_own_code_undoes_the_transaction()
    {
        await using TestHive hive = new();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await hive.Write<long>(connection =>
        {
            connection.AddNote("first");
            throw new InvalidOperationException("stop");
        }));
        Assert.Equal(0, hive.Count());
    }

    [Fact]
    public async Task A_write_started_inside_a_write_is_refused_instead_of_waiting_for_ever()
    {
        await using TestHive hive = new();
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await hive.Write(_ => hive.AddNote("inner").AsTask().GetAwaiter().GetResult()));
        Assert.Contains("inside a write", error.Message, StringComparison.Ordinal);
        await hive.AddNote("later");
        Assert.Equal(1, hive.Count());
    }

    [Fact]
    public async Task A_write_started_inside_a_queued_write_is_refused_too()
    {
        await using TestHive hive = new();
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long> outer = hive.Write(_ => hive.AddNote("inner").AsTask().GetAwaiter().GetResult()).AsTask();
        await held.ReleaseAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => outer);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_before_the_write_stops_it()
    {
        await using TestHive hive = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await hive.Write(connection => connection.AddNote("never"), cancellationToken: new CancellationToken(canceled: true)));
        Assert.Equal(0, hive.Count());
    }

    [Fact]
    public async Task A_token_that_is_cancelled_while_the_write_waits_takes_it_out_of_the_queue()
    {
        await using TestHive hive = new();
        using CancellationTokenSource source = new();
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long> waiting = hive.Write(connection => connection.AddNote("cancelled"), cancellationToken: source.Token).AsTask();
        Task<long> other = hive.AddNote("other").AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await held.ReleaseAsync();
        await other;
        Assert.Equal(1, hive.Count());
    }

    [Fact]
    public async Task A_write_that_has_begun_completes_though_its_token_is_cancelled()
    {
        await using TestHive hive = new();
        using CancellationTokenSource source = new();
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long> waiting = hive.Write(connection =>
        {
            source.Cancel();
            return connection.AddNote("begun");
        }, cancellationToken: source.Token).AsTask();
        await held.ReleaseAsync();
        await waiting;
        Assert.Equal(1, hive.Count());
    }

    [Fact]
    public async Task Closing_executes_what_was_accepted_and_refuses_what_comes_later()
    {
        await using TestHive hive = new();
        HeldWriter held = HeldWriter.Hold(hive);
        Task<long>[] queued = Enumerable.Range(0, 20).Select(i => hive.AddNote("n" + i).AsTask()).ToArray();
        Task closing = hive.Engine.DisposeAsync().AsTask();
        held.Dispose();
        await closing;
        Assert.Equal(20, (await Task.WhenAll(queued)).Distinct().Count());
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await hive.AddNote("late"));
        Assert.Throws<ObjectDisposedException>(() => hive.Count());
        await hive.ReopenAsync();
        Assert.Equal(20, hive.Count());
    }

    [Fact]
    public async Task The_result_of_a_waiting_write_is_not_read_before_it_has_ended()
    {
        await using TestHive hive = new();
        using HeldWriter held = HeldWriter.Hold(hive);
        ValueTask<long> early = hive.AddNote("early");
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => early.GetAwaiter().GetResult());
        Assert.Contains("AsTask", error.Message, StringComparison.Ordinal);

        // The same request must not serve a second caller while the first still waits for it.
        Task<long> other = hive.AddNote("other").AsTask();
        Task<long> first = early.AsTask();
        await held.ReleaseAsync();
        Assert.NotEqual(await first, await other);
        Assert.Equal(2, hive.Count());
    }

    [Fact]
    public async Task A_write_that_is_awaited_again_takes_nothing_from_another_caller()
    {
        await using TestHive hive = new();
        ValueTask<long> once = await WriteContended(hive, "once");
        await once;
        ValueTask<long> later = await WriteContended(hive, "later");
        Assert.Throws<InvalidOperationException>(() => once.GetAwaiter().GetResult());
        Assert.Equal(2, await later);
    }

    [Fact]
    public async Task A_write_refused_by_a_closed_hive_no_longer_watches_its_token()
    {
        await using TestHive hive = new();
        using CancellationTokenSource source = new();
        HeldWriter held = HeldWriter.Hold(hive);
        Task closing = hive.Engine.Writer.CloseAsync().AsTask();
        WeakReference late = WriteLate(hive, source.Token);
        held.Dispose();
        await closing;
        GC.Collect();
        Assert.False(late.IsAlive);
    }

    [Fact]
    public async Task What_raw_sql_committed_before_it_failed_is_told()
    {
        await using TestHive hive = new();
        int told = 0;
        hive.Engine.Writer.Committed = () => Interlocked.Increment(ref told);
        await Assert.ThrowsAsync<HiveException>(async () => await hive.Engine.WriteRawAsync(static connection =>
        {
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "INSERT INTO notes (text) VALUES ('a'); COMMIT";
            return command.ExecuteNonQuery();
        }, default));
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Commits_are_counted_and_told_before_the_caller_continues()
    {
        await using TestHive hive = new();
        int told = 0;
        hive.Engine.Writer.Committed = () => Interlocked.Increment(ref told);
        long before = hive.Engine.Writer.CommitCount;
        await hive.AddNote("one");
        Assert.Equal(before + 1, hive.Engine.Writer.CommitCount);
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Raw_sql_runs_in_a_transaction_of_its_own()
    {
        await using TestHive hive = new();
        int changed = await hive.Engine.WriteRawAsync(static connection =>
        {
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "INSERT INTO notes (text) VALUES ('a'), ('b')";
            return command.ExecuteNonQuery();
        }, default);
        Assert.Equal(2, changed);
        Assert.Equal(2, hive.Count());
    }

    [Fact]
    public async Task Raw_sql_that_ends_its_transaction_is_told_so_and_its_neighbours_are_unharmed()
    {
        await using TestHive hive = new();
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long> before = hive.AddNote("before").AsTask();
        Task<int> raw = hive.Engine.WriteRawAsync(static connection =>
        {
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "ROLLBACK";
            return command.ExecuteNonQuery();
        }, default).AsTask();
        Task<long> after = hive.AddNote("after").AsTask();
        await held.ReleaseAsync();
        await Task.WhenAll(before, after);
        HiveException error = await Assert.ThrowsAsync<HiveException>(() => raw);
        Assert.Contains("COMMIT", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, hive.Count());
    }

    [Fact]
    public async Task What_raw_sql_committed_by_itself_is_seen_by_readers_all_the_same()
    {
        await using TestHive hive = new();
        Assert.Equal(0, hive.Count());
        Assert.Equal(0, hive.Count());
        await Assert.ThrowsAsync<HiveException>(async () => await hive.Engine.WriteRawAsync(static connection =>
        {
            using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "INSERT INTO notes (text) VALUES ('a'); COMMIT";
            return command.ExecuteNonQuery();
        }, default));
        Assert.Equal(1, hive.Count());
    }

    /// <summary>A write that waited in the queue and has ended, but whose result nobody took yet.</summary>
    private static async Task<ValueTask<long>> WriteContended(TestHive hive, string text)
    {
        using HeldWriter held = HeldWriter.Hold(hive);
        ValueTask<long> write = hive.AddNote(text);
        await held.ReleaseAsync();
        Assert.True(SpinWait.SpinUntil(() => write.IsCompleted, HeldWriter.Patience));
        return write;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference WriteLate(TestHive hive, CancellationToken cancellationToken)
    {
        object captured = new();
        ValueTask<int> late = hive.Write(_ => captured.GetHashCode(), cancellationToken: cancellationToken);
        Assert.True(late.IsFaulted);
        return new WeakReference(captured);
    }

    private static void Repeat(TestHive hive, TestCommand<long> command)
    {
        for (int i = 0; i < 100; i++)
        {
            _ = hive.Engine.Writer.RunAsync<TestCommand<long>, long>(command, default).Result;
        }
    }
}
