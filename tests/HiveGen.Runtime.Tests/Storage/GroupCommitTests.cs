using HiveGen.Storage;
using Xunit;

namespace HiveGen.Tests.Storage;

public sealed class GroupCommitTests
{
    private static readonly SchemaObject RollbackTrigger = new("notes_rollback", """
        CREATE TRIGGER "notes_rollback" BEFORE INSERT ON "notes" WHEN NEW."text" = 'rollback' BEGIN
          SELECT RAISE(ROLLBACK, 'all of it');
        END
        """);

    [Fact]
    public async Task Writes_that_wait_are_committed_together()
    {
        await using TestHive hive = new();
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long>[] writes = Enumerable.Range(0, 100).Select(i => hive.AddNote("n" + i, single: i % 2 == 0).AsTask()).ToArray();
        long before = hive.Engine.Writer.CommitCount;
        await held.ReleaseAsync();
        Assert.Equal(100, (await Task.WhenAll(writes)).Distinct().Count());

        // The holder's own commit, and one for the hundred.
        Assert.Equal(before + 2, hive.Engine.Writer.CommitCount);
        Assert.Equal(100, hive.Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failing_write_hurts_no_other_of_its_group(bool single)
    {
        await using TestHive hive = new();
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long> first = hive.AddNote("first", single).AsTask();
        Task<long> bad = hive.AddNote("bad", single).AsTask();
        Task<long> last = hive.AddNote("last", single).AsTask();
        await held.ReleaseAsync();
        await Task.WhenAll(first, last);
        await Assert.ThrowsAsync<HiveConstraintException>(() => bad);
        Assert.Equal(2, hive.Count());
    }

    [Fact]
    public async Task A_failing_write_of_several_statements_leaves_nothing_in_its_group()
    {
        await using TestHive hive = new();
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long> first = hive.AddNote("first").AsTask();
        Task<long> half = hive.Write(connection =>
        {
            connection.AddNote("half");
            return connection.AddNote("first");
        }).AsTask();
        Task<long> last = hive.AddNote("last").AsTask();
        await held.ReleaseAsync();
        await Task.WhenAll(first, last);
        HiveConstraintException error = await Assert.ThrowsAsync<HiveConstraintException>(() => half);
        Assert.Equal(["notes.text"], error.Columns);
        Assert.Equal(0, hive.Read("SELECT count(*) FROM notes WHERE text = 'half'").Int64);
        Assert.Equal(2, hive.Count());
    }

    [Fact]
    public async Task When_sqlite_rolls_back_everything_the_innocent_are_run_again()
    {
        TestModel model = new("notes", "\"id\" INTEGER PRIMARY KEY", "\"text\" TEXT NOT NULL UNIQUE CHECK (\"text\" <> 'bad')") { TriggerList = [RollbackTrigger] };
        await using TestHive hive = new(model);
        using HeldWriter held = HeldWriter.Hold(hive);
        int runs = 0;
        Task<long> first = hive.Write(connection =>
        {
            runs++;
            connection.AddNote("first a");
            return connection.AddNote("first b");
        }).AsTask();
        Task<long> bad = hive.AddNote("bad").AsTask();
        Task<long> guilty = hive.AddNote("rollback").AsTask();
        Task<long> last = hive.AddNote("last").AsTask();
        await held.ReleaseAsync();
        await Task.WhenAll(first, last);
        await Assert.ThrowsAsync<HiveConstraintException>(() => bad);
        HiveConstraintException error = await Assert.ThrowsAsync<HiveConstraintException>(() => guilty);
        Assert.Contains("all of it", error.Message, StringComparison.Ordinal);

        // All or nothing, then guarded from the others, then alone.
        Assert.Equal(3, runs);
        Assert.Equal(3, hive.Count());
    }

    [Fact]
    public async Task When_the_commit_fails_only_those_that_cannot_be_committed_alone_hear_it()
    {
        TestModel child = new("children", "\"id\" INTEGER PRIMARY KEY", "\"parent\" INTEGER REFERENCES \"children\" (\"id\") DEFERRABLE INITIALLY DEFERRED");
        await using TestHive hive = new(TestModel.Notes, child);
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long> good = hive.AddNote("good").AsTask();
        Task<long> bad = hive.AddNote("bad").AsTask();
        Task<long> dangling = hive.Write(static connection =>
        {
            connection.Execute("INSERT INTO children (parent) VALUES (99)");
            return 0L;
        }).AsTask();
        Task<long> last = hive.AddNote("last", single: false).AsTask();
        await held.ReleaseAsync();
        await Task.WhenAll(good, last);
        await Assert.ThrowsAsync<HiveConstraintException>(() => bad);
        await Assert.ThrowsAsync<HiveConstraintException>(() => dangling);
        Assert.Equal(2, hive.Count());
        Assert.Equal(0, hive.Count("children"));
    }

    [Fact]
    public async Task A_caller_continues_when_its_own_transaction_is_committed()
    {
        await using TestHive hive = new(static options => options.Synchronous = HiveSynchronous.Normal);
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long>[] first = Enumerable.Range(0, WriteGroup.Largest).Select(i => hive.AddNote("n" + i).AsTask()).ToArray();
        using ManualResetEventSlim firstReturned = new();
        Task<bool> second = hive.Write(_ => firstReturned.Wait(HeldWriter.Patience)).AsTask();
        _ = Task.WhenAll(first).ContinueWith(_ => firstReturned.Set(), TaskScheduler.Default);
        await held.ReleaseAsync();
        Assert.True(await second, "The first callers waited for the transaction of the next.");
    }

    [Fact]
    public async Task A_full_disk_is_told_plainly_and_the_rest_is_kept()
    {
        await using TestHive hive = new();
        await hive.AddNote("kept");
        await hive.Write(static connection =>
        {
            Statement statement = connection.Prepare("PRAGMA page_count");
            statement.Step();
            long pages = statement.Int64(0);
            statement.Reset();
            connection.Read($"PRAGMA max_page_count = {pages + 2}");
            return 0;
        }, single: true);
        HiveStorageException error = await Assert.ThrowsAsync<HiveStorageException>(async () => await hive.AddNote(new string('x', 100_000)));
        Assert.Contains("full", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, hive.Count());
        await hive.AddNote("small");
        Assert.Equal(2, hive.Count());
    }

    [Fact]
    public async Task A_full_disk_under_contention_fails_only_those_that_do_not_fit()
    {
        await using TestHive hive = new(options => options.MaxPages = 40);
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long>[] small = Enumerable.Range(0, 5).Select(i => hive.AddNote("a" + i).AsTask()).ToArray();
        Task<long> large = hive.AddNote(new string('x', 1_000_000)).AsTask();
        Task<long>[] later = Enumerable.Range(0, 5).Select(i => hive.AddNote("b" + i, single: false).AsTask()).ToArray();
        await held.ReleaseAsync();
        await Task.WhenAll(small);
        await Task.WhenAll(later);
        await Assert.ThrowsAsync<HiveStorageException>(() => large);
        Assert.Equal(10, hive.Count());
    }

    [Fact]
    public async Task Many_callers_lose_and_double_nothing()
    {
        await using TestHive hive = new(static options => options.Synchronous = HiveSynchronous.Normal);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            for (int i = 0; i < 50; i++)
            {
                long id = await hive.AddNote($"{caller}/{i}", single: i % 3 != 0);
                Assert.Equal($"{caller}/{i}", hive.Read($"SELECT text FROM notes WHERE id = {id}").Text);
            }
        })));
        Assert.Equal(64 * 50, hive.Count());
        Assert.Equal(64 * 50, hive.Count("_hive_change"));
    }

    [Fact]
    public async Task More_callers_than_the_queue_holds_are_all_served()
    {
        await using TestHive hive = new(static options => options.Synchronous = HiveSynchronous.Normal);
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long>[] writes = Enumerable.Range(0, WriteQueue.Capacity + 500).Select(i => hive.AddNote("n" + i).AsTask()).ToArray();
        await held.ReleaseAsync();
        await Task.WhenAll(writes);
        Assert.Equal(writes.Length, hive.Count());
    }

    [Fact]
    public async Task A_caller_that_waits_for_room_in_the_queue_can_be_cancelled()
    {
        await using TestHive hive = new(static options => options.Synchronous = HiveSynchronous.Normal);
        using CancellationTokenSource source = new();
        using HeldWriter held = HeldWriter.Hold(hive);
        Task<long>[] writes = Enumerable.Range(0, WriteQueue.Capacity).Select(i => hive.AddNote("n" + i).AsTask()).ToArray();
        Task<long> extra = hive.Write(static connection => connection.AddNote("extra"), cancellationToken: source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => extra);
        await held.ReleaseAsync();
        await Task.WhenAll(writes);
        Assert.Equal(WriteQueue.Capacity, hive.Count());
    }
}
