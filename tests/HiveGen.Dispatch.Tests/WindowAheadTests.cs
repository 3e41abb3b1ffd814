using System.Collections.Concurrent;
using System.Globalization;
using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>The next window is read while the present one is on its way; two log rows make a window here.</summary>
public sealed class WindowAheadTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ScriptedTarget target = new("t");
    private readonly ConcurrentQueue<string> read = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> signals = [];
    private readonly TestModel authors = TestModel.Authors();
    private SyncHive hive = null!;

    public async Task InitializeAsync()
    {
        hive = new SyncHive(static options => options.Dispatch.Window = 2) { Models = [authors, TestModel.Books()] };
        await hive.ReopenAsync(target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        ((TestSync)authors.Sync!).Reading = id =>
        {
            read.Enqueue(id);
            Signal(id).TrySetResult();
        };
        target.Batches.Clear();
    }

    public async Task DisposeAsync() => await hive.DisposeAsync();

    [Fact]
    public async Task A_window_is_read_while_the_one_before_it_is_on_its_way_and_none_beyond_it()
    {
        await AddAsync("a1", "a2", "a3", "a4", "a5", "a6");
        List<int> reads = [];
        target.Before = async batch =>
        {
            // The second of the next window is read before this one is answered.
            int last = int.Parse(batch.Items[^1].RecordId[1..], CultureInfo.InvariantCulture);
            await Signal($"a{Math.Min(last + 2, 6)}").Task.WaitAsync(Limit);
            reads.Add(read.Count);
        };
        await ArriveAsync();
        Assert.Equal([["authors/a1", "authors/a2"], ["authors/a3", "authors/a4"], ["authors/a5", "authors/a6"]], target.Batches);
        Assert.Equal([4, 6, 6], reads);
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Fact]
    public async Task A_part_of_a_window_is_not_read_ahead()
    {
        await AddAsync("a1", "a2", "a3");
        target.Before = async batch =>
        {
            if (batch.Items[0].RecordId == "a1")
            {
                // Whoever would read has the time for it.
                for (int i = 0; i < 10_000; i++)
                {
                    await Task.Yield();
                }

                await AddAsync("a4");
            }
        };
        await ArriveAsync();
        Assert.Equal([["authors/a1", "authors/a2"], ["authors/a3", "authors/a4"]], target.Batches);
    }

    [Fact]
    public async Task Large_records_are_not_read_ahead_so_that_memory_is_bounded()
    {
        await hive.CloseAsync();
        hive.Configure = static options => (options.Dispatch.Window, options.Dispatch.WindowBytes) = (2, 64 << 10);
        await hive.ReopenAsync(target);
        for (int i = 1; i <= 20; i++)
        {
            await hive.AddAuthorAsync($"a{i:00}", note: new string('x', 20_000));
        }

        List<bool> isLast = NoteWhetherReadLast();
        await ArriveAsync();
        Assert.Equal(Enumerable.Repeat(true, 10), isLast);
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Fact]
    public async Task What_changes_between_reading_and_sending_is_sent_again()
    {
        await AddAsync("a1", "a2", "a3", "a4");
        target.Before = async batch =>
        {
            if (batch.Items[0].RecordId == "a1")
            {
                await Signal("a4").Task.WaitAsync(Limit);
                await hive.WriteAsync("UPDATE authors SET note = 'new' WHERE id = 'a3'; DELETE FROM authors WHERE id = 'a4'");
            }
        };
        await ArriveAsync();
        Assert.Equal([["authors/a1", "authors/a2"], ["authors/a3", "authors/a4"], ["authors/a3", "-authors/a4"]], target.Batches);
        Assert.Equal(["authors|a1|Ann-a1|", "authors|a2|Ann-a2|", "authors|a3|Ann-a3|new"], target.Database.Live);
    }

    [Fact]
    public async Task A_record_that_is_parked_meanwhile_keeps_its_newer_change_back()
    {
        await AddAsync("a1", "a2");
        await hive.WriteAsync("UPDATE authors SET note = 'new' WHERE id = 'a1'");
        await AddAsync("a3");
        target.Before = batch => batch.Items.Count == 2 && batch.Items[1].RecordId == "a2" ? Signal("a3").Task.WaitAsync(Limit) : Task.CompletedTask;
        target.Outcome = static item => item.RecordId == "a1" ? new ItemOutcome(ItemStatus.Retry, "later") : null;
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        target.After = batch =>
        {
            if (batch.Items.Any(static item => item.RecordId == "a3"))
            {
                sent.TrySetResult();
            }
        };
        // The clock stands still, so that the first of them is not due.
        hive.Sync.Start();
        await sent.Task.WaitAsync(Limit);
        // Read ahead, forgotten, and read again, when it was known that the first of them waits.
        Assert.Equal([["authors/a1", "authors/a2"], ["authors/a3"]], target.Batches.Take(2));
        Assert.Equal(2, read.Count(static id => id == "a3"));
        target.Outcome = static _ => null;
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Fact]
    public async Task Parked_records_and_full_loads_are_not_overtaken_by_what_was_read_before_them()
    {
        target.Outcome = static item => item.RecordId == "a1" ? new ItemOutcome(ItemStatus.Permanent, "no") : null;
        await AddAsync("a1");
        await hive.UntilAsync("t", static status => status.Dead == 1 && status.Lag == 0);
        await hive.Sync.StopAsync();
        target.Batches.Clear();
        read.Clear();
        await AddAsync("a2", "a3", "a4", "a5");
        List<bool> isLast = NoteWhetherReadLast();
        await ArriveAsync();
        Assert.Equal([true, true], isLast);
        Assert.Equal([["authors/a2", "authors/a3"], ["authors/a4", "authors/a5"]], target.Batches);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_ahead_becomes_a_dead_letter()
    {
        await AddAsync("a1", "a2");
        await hive.AddAuthorAsync("a3", note: "unreadable");
        await AddAsync("a4");
        target.Before = batch => batch.Items[0].RecordId == "a1" ? Signal("a4").Task.WaitAsync(Limit) : Task.CompletedTask;
        await ArriveAsync();
        Assert.Equal(1, hive.Sync.Status.Targets[0].Dead);
        Assert.Equal(["authors|a1|Ann-a1|", "authors|a2|Ann-a2|", "authors|a4|Ann-a4|"], target.Database.Live);
    }

    [Fact]
    public async Task A_failure_forgets_what_was_read_ahead()
    {
        await AddAsync("a1", "a2", "a3", "a4");
        bool failed = false;
        List<string> sent = [];
        target.After = batch => sent.AddRange(batch.Items.Where(static item => item.RecordId == "a3").Select(static item => item.Record!.ToString()!));
        target.Before = async batch =>
        {
            if (!failed)
            {
                await Signal("a4").Task.WaitAsync(Limit);
                await hive.WriteAsync("UPDATE authors SET note = 'new' WHERE id = 'a3'");
                failed = true;
                throw new TargetException(TargetFailure.Transient, "not now");
            }
        };
        await hive.DrainAsync();
        Assert.Equal(["authors/a1", "authors/a2"], target.Batches[0]);
        Assert.Equal(["authors/a1"], target.Batches[1]); // one record first, after a failure
        Assert.NotEmpty(sent);
        Assert.All(sent, static row => Assert.Equal("a3|Ann-a3|new", row));
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Fact]
    public async Task What_was_read_ahead_of_a_stop_is_read_again_after_it()
    {
        await AddAsync("a1", "a2", "a3", "a4");
        Task? stopping = null;
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        target.Before = async _ =>
        {
            await Signal("a4").Task.WaitAsync(Limit);
            stopping ??= hive.Sync.StopAsync();
            begun.TrySetResult();
        };
        hive.Sync.Start();
        await begun.Task.WaitAsync(Limit);
        await stopping!.WaitAsync(Limit);
        Assert.Equal([["authors/a1", "authors/a2"]], target.Batches);
        await hive.WriteAsync("UPDATE authors SET note = 'new' WHERE id = 'a3'");
        target.Before = null;
        await ArriveAsync();
        Assert.Equal("a3|Ann-a3|new", target.Database.Rows["authors/a3"].Record);
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Fact]
    public async Task What_is_stopped_reads_nothing_ahead_any_more()
    {
        await AddAsync("a1", "a2", "a3", "a4");
        TaskCompletionSource stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int reading = 0;
        ((TestSync)authors.Sync!).Reading = id =>
        {
            if (id == "a3")
            {
                Interlocked.Increment(ref reading);
                Signal(id).TrySetResult();
                Assert.True(stopping.Task.Wait(Limit));
                Thread.SpinWait(5_000_000);
                Interlocked.Decrement(ref reading);
            }
        };
        target.Before = async _ =>
        {
            await Signal("a3").Task.WaitAsync(Limit);
            throw new TargetException(TargetFailure.Transient, "not now");
        };
        hive.Sync.Start();
        await Signal("a3").Task.WaitAsync(Limit);
        Task stopped = hive.Sync.StopAsync();
        stopping.SetResult();
        await stopped.WaitAsync(Limit);
        Assert.Equal(0, Volatile.Read(ref reading));
    }

    /// <summary>Of each batch that was answered, whether nothing behind it had been read.</summary>
    private List<bool> NoteWhetherReadLast()
    {
        List<bool> isLast = [];
        target.After = batch =>
        {
            if (batch.Items.Count > 0)
            {
                isLast.Add(batch.Items[^1].RecordId == read.Last());
            }
        };
        return isLast;
    }

    private TaskCompletionSource Signal(string id) => signals.GetOrAdd(id, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Waits until everything has arrived. The clock stands still: nothing is late, however busy the machine.</summary>
    private async Task ArriveAsync()
    {
        hive.Sync.Start();
        await hive.Sync.WhenIdleAsync(timeout: TimeSpan.FromDays(1)).WaitAsync(Limit);
    }

    private async Task AddAsync(params string[] ids)
    {
        foreach (string id in ids)
        {
            await hive.AddAuthorAsync(id);
        }
    }
}
