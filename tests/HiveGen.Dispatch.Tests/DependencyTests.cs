using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>A target with foreign keys of its own: a child waits for its parent.</summary>
public sealed class DependencyTests
{
    private bool parentRefused = true;

    private ScriptedTarget Target(ItemStatus refusal)
    {
        ScriptedTarget target = new("t");
        target.Outcome = item => item switch
        {
            { Model.Name: "authors", Record: not null } when parentRefused => new ItemOutcome(refusal, "not this author"),
            { Record: TestRecord book } when item.Model.Name == "books" && !target.Database.Rows.ContainsKey($"authors/{book[1]}") => new ItemOutcome(ItemStatus.Dependency, "no such author"),
            _ => null,
        };
        return target;
    }

    [Fact]
    public async Task A_child_waits_for_its_parent_at_no_cost_and_comes_with_it()
    {
        ScriptedTarget target = Target(ItemStatus.Retry);
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', 'x', ''); INSERT INTO books VALUES ('b1', 'a1', 't')");
        await hive.UntilAsync("t", _ => hive.Read("SELECT 1 FROM _hive_parked WHERE model = 'authors' AND attempts >= 6").Count > 0);
        Assert.Equal("b1|0|no such author|authors|a1", hive.ReadOne("SELECT id, attempts, error, parent_model, parent_id FROM _hive_parked WHERE model = 'books'"));
        parentRefused = false;
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.Empty(hive.Read("SELECT * FROM _hive_parked"));
    }

    [Fact]
    public async Task The_arrival_of_the_parent_makes_the_child_due_at_once()
    {
        ScriptedTarget target = Target(ItemStatus.Retry);
        // A wait of a year must be one that can be: else it looks as if the clock had been moved back, and everything is tried at once.
        await using SyncHive hive = new(static options => (options.Dispatch.Jitter, options.Dispatch.LongestRetry) = (static () => 0.99, TimeSpan.FromDays(400)), target);
        await hive.DrainAsync();
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', 'x', ''); INSERT INTO books VALUES ('b1', 'a1', 't')");
        await hive.UntilAsync("t", static status => status is { Parked: 2, Lag: 0 });
        await hive.Sync.StopAsync();
        parentRefused = false;
        // The parent is due, the child only in a year: it is the arrival that brings it.
        await hive.WriteAsync($"UPDATE _hive_parked SET next_at = CASE model WHEN 'authors' THEN 0 ELSE {UnixMicros.Write(hive.Clock.GetUtcNow().AddDays(365))} END");
        DateTimeOffset begin = hive.Clock.GetUtcNow();
        await hive.DrainAsync();
        Assert.True(hive.Clock.GetUtcNow() - begin < TimeSpan.FromDays(30));
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Fact]
    public async Task A_child_whose_parent_is_dead_uses_up_its_own_tries()
    {
        ScriptedTarget target = Target(ItemStatus.Permanent);
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.WriteAsync("INSERT INTO authors VALUES ('a1', 'x', ''); INSERT INTO books VALUES ('b1', 'a1', 't')");
        await hive.DrainAsync();
        Assert.Equal(2, hive.Sync.Status.Targets[0].Dead);
        DeadLetter child = Assert.Single(hive.Sync.ReadDead("t", "books"));
        Assert.Equal("no such author", child.Error);
        Assert.True(child.Attempts >= 12);
        Assert.True(child.LastFailedAt - child.FirstFailedAt >= TimeSpan.FromHours(24));
        parentRefused = false;
        await hive.Sync.RetryDeadAsync("t");
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
    }

    [Fact]
    public async Task A_child_that_comes_before_the_load_of_its_parents_pays_nothing()
    {
        parentRefused = false;
        ScriptedTarget target = Target(ItemStatus.Retry);
        target.Max = 5;
        await using SyncHive hive = new(target);
        await hive.WriteAsync(string.Join(';', Enumerable.Range(0, 40).Select(static i => $"INSERT INTO authors VALUES ('a{i:00}', '{i}', '')")));
        await hive.WriteAsync("DELETE FROM _hive_change");
        int sends = 0;
        // A child of an author that the load reaches last.
        target.Before = _ => ++sends == 3 ? hive.WriteAsync("INSERT INTO books VALUES ('b1', 'a39', 't')") : Task.CompletedTask;
        List<string> seen = [];
        target.After = _ => seen.AddRange(hive.Read("SELECT attempts FROM _hive_parked WHERE model = 'books'"));
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, target.Database.Live);
        Assert.NotEmpty(seen);
        Assert.All(seen, static attempts => Assert.Equal("0", attempts));
    }
}
