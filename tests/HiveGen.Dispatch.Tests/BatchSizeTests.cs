using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>How much is sent at once: what the target bears, and what the memory bears.</summary>
public sealed class BatchSizeTests
{
    [Fact]
    public async Task A_batch_that_is_too_large_is_cut_and_the_size_is_remembered()
    {
        ScriptedTarget target = new("t") { Max = 1000 };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        int refused = 0;
        target.Before = batch => batch.Items.Count <= 60 ? Task.CompletedTask : throw Count(ref refused, TargetFailure.TooLarge, "413");
        await hive.WriteAsync(Authors(0, 500));
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.Equal(0, hive.Sync.Status.Targets[0].Dead);
        int learning = refused;
        Assert.InRange(learning, 1, 12);
        await hive.WriteAsync(Authors(500, 300));
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.True(refused - learning <= 2, $"{refused - learning} more refusals: the size was forgotten");
    }

    [Fact]
    public async Task A_batch_of_too_many_bytes_is_cut_by_bytes()
    {
        ScriptedTarget target = new("t") { Max = 1000 };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        target.Before = static batch => batch.Items.Sum(static item => item.Record!.ToString()!.Length) <= 20_000 ? Task.CompletedTask : throw new TargetException(TargetFailure.TooLarge, "413");
        await hive.WriteAsync(string.Join(';', Enumerable.Range(0, 60).Select(static i => $"INSERT INTO authors VALUES ('a{i:00}', '{i}', '{new string('x', 4000)}')")));
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.Equal(0, hive.Sync.Status.Targets[0].Dead);
    }

    [Fact]
    public async Task One_record_that_is_too_large_by_itself_is_a_dead_letter_that_says_so()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        target.Before = static batch => batch.Items.Any(static item => item.RecordId == "a005") ? throw new TargetException(TargetFailure.TooLarge, "413: more than 1 MB") : Task.CompletedTask;
        await hive.WriteAsync(Authors(0, 20));
        await hive.DrainAsync();
        Assert.Equal("413: more than 1 MB", Assert.Single(hive.Sync.ReadDead("t")).Error);
        Assert.Equal(19, target.Database.Live.Count);
    }

    [Fact]
    public async Task A_batch_that_takes_too_long_is_sent_in_smaller_ones()
    {
        ScriptedTarget target = new("t") { Max = 1000 };
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        TaskCompletionSource never = new();
        target.Before = batch => batch.Items.Count > 30 ? never.Task : Task.CompletedTask;
        hive.Hangs = true;
        await hive.WriteAsync(Authors(0, 200));
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.Empty(hive.Read("SELECT * FROM _hive_parked"));
        never.SetCanceled();
    }

    [Fact]
    public void It_shrinks_by_halves_and_grows_slowly_back_to_what_the_adapter_allows()
    {
        ScriptedTarget target = new("t") { Max = 1000, MaxBytes = 100_000 };
        Dispatch.BatchSize size = new(target);
        Assert.Equal((1000, 100_000), (size.Rows, size.Bytes));
        size.Shrink(800, 80_000);
        Assert.Equal((400, 40_000), (size.Rows, size.Bytes));
        for (int arrival = 0; arrival < 7; arrival++)
        {
            size.Arrive(400, 40_000);
        }

        Assert.Equal(400, size.Rows);
        size.Arrive(400, 40_000);
        Assert.Equal((501, 50_001), (size.Rows, size.Bytes));
        for (int arrival = 0; arrival < 100; arrival++)
        {
            size.Arrive(3, 100);
        }

        // Small batches tell nothing of large ones.
        Assert.Equal(501, size.Rows);
        for (int arrival = 0; arrival < 200; arrival++)
        {
            size.Arrive(size.Rows, size.Bytes);
        }

        Assert.Equal((1000, 100_000), (size.Rows, size.Bytes));
        size.Shrink(1, 10);
        Assert.Equal(1, size.Rows);
    }

    [Fact]
    public async Task A_window_is_bounded_by_bytes_so_that_memory_is()
    {
        long most = 0;
        ScriptedTarget target = new("t") { Max = 1000 };
        await using SyncHive hive = new(static options => options.Dispatch.WindowBytes = 64 << 10, target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        target.Before = batch =>
        {
            most = Math.Max(most, batch.Items.Sum(static item => item.Record?.ToString()!.Length ?? 0L));
            return Task.CompletedTask;
        };
        await hive.WriteAsync(string.Join(';', Enumerable.Range(0, 100).Select(static i => $"INSERT INTO authors VALUES ('a{i:00}', '{i}', '{new string('x', 8000)}')")));
        await hive.WriteAsync($"INSERT INTO authors VALUES ('big', 'big', '{new string('x', 300_000)}')");
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.InRange(most, 300_000, 320_000);
        target.Database.Cursor = null;
        most = 0;
        await hive.WriteAsync("DELETE FROM authors WHERE id = 'big'");
        await hive.ReopenAsync(new ScriptedTarget("t", target.Database) { Before = target.Before, Max = 1000 });
        await hive.DrainAsync();
        // A full load is read no further than that, plus the record that reached it.
        Assert.InRange(most, 1, (64 << 10) + 9000);
    }

    [Fact]
    public async Task A_record_that_is_larger_than_a_window_is_read_alone()
    {
        ScriptedTarget target = new("t") { Max = 1000 };
        await using SyncHive hive = new(static options => options.Dispatch.WindowBytes = 64 << 10, target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        target.Batches.Clear();
        string small = new('x', 8000);
        string large = new('x', 300_000);
        await hive.WriteAsync($"INSERT INTO authors VALUES ('a1', '1', '{small}'), ('a2', '2', '{small}'), ('a3', '3', '{large}'), ('a4', '4', '{small}')");
        await hive.DrainAsync();
        Assert.Equal([["authors/a1", "authors/a2"], ["authors/a3"], ["authors/a4"]], target.Batches);
    }

    private static string Authors(int from, int count) => string.Join(';', Enumerable.Range(from, count).Select(static i => $"INSERT INTO authors VALUES ('a{i:000}', '{i}', '')"));

    private static TargetException Count(ref int refused, TargetFailure failure, string words)
    {
        refused++;
        return new TargetException(failure, words);
    }

    [Fact]
    public async Task Parked_records_that_are_due_together_are_read_no_further_than_a_window()
    {
        long most = 0;
        ScriptedTarget target = new("t") { Max = 1000, Outcome = static _ => new ItemOutcome(ItemStatus.Retry, "later") };
        await using SyncHive hive = new(static options => options.Dispatch.WindowBytes = 64 << 10, target);
        await hive.WriteAsync(string.Join(';', Enumerable.Range(0, 100).Select(static i => $"INSERT INTO authors VALUES ('a{i:00}', '{i}', '{new string('x', 8000)}')")));
        await hive.UntilAsync("t", static status => status.Parked == 100);
        await hive.Sync.StopAsync();
        hive.Clock.Advance(TimeSpan.FromHours(1));
        target.Outcome = static _ => null;
        target.Before = batch =>
        {
            most = Math.Max(most, batch.Items.Sum(static item => item.Record?.ToString()!.Length ?? 0L));
            return Task.CompletedTask;
        };
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.InRange(most, 1, (64 << 10) + 9000);
    }
}
