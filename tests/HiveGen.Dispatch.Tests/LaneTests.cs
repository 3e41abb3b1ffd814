using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>Several batches to one target at the same time.</summary>
public sealed class LaneTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Lanes_send_at_the_same_time_and_no_record_twice()
    {
        TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int waiting = 0;
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(static options => options.Dispatch.Lanes["t"] = 4, target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        await hive.WriteAsync(Authors(200));
        target.Before = batch =>
        {
            if (batch.Items.Count == 0 || all.Task.IsCompleted)
            {
                return Task.CompletedTask;
            }

            // Three lanes wait for each other; the fourth is held back for the cursor.
            if (Interlocked.Increment(ref waiting) == 3)
            {
                all.SetResult();
            }

            return all.Task;
        };
        target.Batches.Clear();
        hive.Sync.Start();
        await all.Task.WaitAsync(Limit);
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.Equal(200, target.Sent.Count);
        Assert.Equal(200, target.Sent.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task Parents_arrive_before_their_children_whatever_the_lanes(int lanes)
    {
        List<string> orphans = [];
        ScriptedTarget target = new("t") { Max = 7 };
        target.Outcome = item =>
        {
            if (item is { Model.Name: "books", Record: TestRecord book } && !target.Database.Rows.ContainsKey($"authors/{book[1]}"))
            {
                lock (orphans)
                {
                    orphans.Add(item.RecordId);
                }
            }

            return null;
        };
        await using SyncHive hive = new(options => options.Dispatch.Lanes["t"] = lanes, target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        await hive.WriteAsync(Authors(60) + ";" + string.Join(';', Enumerable.Range(0, 120).Select(static i => $"INSERT INTO books VALUES ('b{i:000}', 'a{i % 60:000}', '')")));
        await hive.DrainAsync();
        Assert.Empty(orphans);
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Fact]
    public async Task The_cursor_moves_only_when_every_lane_is_done()
    {
        List<(int Items, long Seq)> moves = [];
        ScriptedTarget target = new("t") { Max = 10 };
        await using SyncHive hive = new(static options => options.Dispatch.Lanes["t"] = 4, target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        long before = target.Database.Cursor!.Seq;
        await hive.WriteAsync(Authors(200));
        HashSet<string> arrived = [];
        target.After = batch =>
        {
            lock (moves)
            {
                arrived.UnionWith(batch.Items.Select(static item => item.RecordId));
                moves.Add((arrived.Count, batch.Cursor!.To.Seq));
            }
        };
        await hive.DrainAsync();
        Assert.True(moves.Count >= 20);
        Assert.All(moves, move => Assert.True(move.Seq == before || move.Items == 200, $"the cursor is at {move.Seq} with {move.Items} of 200 records there"));
        Assert.True(target.Database.Cursor.Seq >= before + 200);
    }

    [Fact]
    public async Task A_failing_lane_loses_nothing_of_what_the_others_learnt()
    {
        ScriptedTarget target = new("t") { Max = 1000 };
        await using SyncHive hive = new(static options => options.Dispatch.Lanes["t"] = 4, target);
        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        await hive.WriteAsync(Authors(100));
        TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int batches = 0;
        // The first batch waits until another one was answered, and then fails; so does whatever comes after one batch of each lane.
        target.Before = async batch =>
        {
            int number = batch.Items.Count > 0 ? Interlocked.Increment(ref batches) : 0;
            if (number is 1 or > 4)
            {
                await answered.Task.WaitAsync(Limit);
                throw new TargetException(TargetFailure.Transient, "one lane fails");
            }
        };
        target.Outcome = static _ => new ItemOutcome(ItemStatus.Permanent, "refused for good");
        target.After = batch =>
        {
            if (batch.Items.Count > 0)
            {
                answered.TrySetResult();
            }
        };
        await hive.UntilAsync("t", TargetState.Retrying);
        Assert.NotEmpty(hive.Read("SELECT 1 FROM _hive_parked WHERE dead AND error = 'refused for good'"));
        target.Before = null;
        await hive.DrainAsync();
        Assert.Equal(100, hive.Sync.Status.Targets[0].Dead);
        Assert.All(hive.Read("SELECT attempts FROM _hive_parked"), static attempts => Assert.Equal("1", attempts));
    }

    [Fact]
    public void Lanes_of_a_target_that_is_not_there_are_refused()
    {
        HiveOptions options = new() { Path = "x.db" };
        options.Targets.Add(new ScriptedTarget("t"));
        options.Dispatch.Lanes["t"] = 65;
        options.Dispatch.Lanes["u"] = 2;
        options.Dispatch.FirstRetry = TimeSpan.FromHours(1);
        options.Dispatch.WindowBytes = 0;
        string failure = new HiveOptionsCheck().Validate(null, options).FailureMessage!;
        Assert.Contains("Hive:Targets:t:Lanes is 65 and must be from 1 to 64.", failure, StringComparison.Ordinal);
        Assert.Contains("Hive:Targets:u:Lanes is set, and there is no target 'u'. There are: t.", failure, StringComparison.Ordinal);
        Assert.Contains("Hive:Dispatch:LongestRetry is 00:05:00 and must not be below FirstRetry", failure, StringComparison.Ordinal);
        Assert.Contains("Hive:Dispatch:WindowBytes is 0 and must be above zero.", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    [InlineData(int.MaxValue)]
    public void Lanes_that_a_target_asks_for_are_refused_unless_the_setting_says_others(int lanes)
    {
        HiveOptions options = new() { Path = "x.db" };
        options.Targets.Add(new ScriptedTarget("t") { OwnLanes = lanes });
        Assert.StartsWith($"The target 't' has {lanes} lanes, and a target has 1 to 64", new HiveOptionsCheck().Validate(null, options).FailureMessage, StringComparison.Ordinal);
        options.Dispatch.Lanes["t"] = 2;
        Assert.True(new HiveOptionsCheck().Validate(null, options).Succeeded);
    }

    private static string Authors(int count) => string.Join(';', Enumerable.Range(0, count).Select(static i => $"INSERT INTO authors VALUES ('a{i:000}', '{i}', '')"));
}
