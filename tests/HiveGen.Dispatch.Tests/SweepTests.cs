using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>What the end of a full load makes a ghost, and what it leaves alone.</summary>
public sealed class SweepTests
{
    [Theory]
    [InlineData(ItemStatus.Permanent)]
    [InlineData(ItemStatus.Retry)]
    public async Task A_record_whose_newer_version_is_refused_keeps_the_older_one(ItemStatus refusal)
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.DrainAsync();
        long before = database.Rows["authors/a1"].Version;
        database.Cursor = null;
        ScriptedTarget refusing = new("t", database) { Outcome = item => item.RecordId == "a1" ? new ItemOutcome(refusal, "not this one") : null };
        await hive.ReopenAsync(refusing);
        await hive.UntilAsync("t", static status => status is { State: TargetState.Running, Loading: 0 } && status.Parked + status.Dead == 1);
        Assert.Contains("authors/a1", refusing.Sent);
        Assert.Equal(hive.Rows, database.Live);
        Assert.Equal(before, database.Rows["authors/a1"].Version);

        refusing.Outcome = static _ => null;
        await hive.Sync.RetryDeadAsync("t");
        await hive.DrainAsync();
        Assert.True(database.Rows["authors/a1"].Version > before);
    }

    [Fact]
    public async Task A_record_that_was_refused_before_and_is_gone_since_becomes_a_ghost()
    {
        ScriptedDatabase database = new();
        ScriptedTarget first = new("t", database);
        await using SyncHive hive = new(first);
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.DrainAsync();
        first.Outcome = static item => item.Record is null ? new ItemOutcome(ItemStatus.Permanent, "no deletes") : null;
        await hive.WriteAsync("DELETE FROM authors WHERE id = 'a1'");
        await hive.DrainAsync();
        Assert.Equal(1, hive.Sync.Status.Targets[0].Dead);
        database.Cursor = null;
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        await hive.DrainAsync();
        Assert.Equal(hive.Rows, database.Live);
    }

    [Fact]
    public async Task A_copy_that_was_taken_over_before_its_sweep_sweeps_nothing_and_pauses()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        database.Rows["authors/theirs"] = database.Rows["authors/a1"] with { Record = "theirs" };
        database.Cursor = null;
        ScriptedTarget overtaken = new("t", database);
        overtaken.Sweeping = () => database.Cursor = database.Cursor! with { Session = "another copy" };
        await hive.ReopenAsync(overtaken);
        await hive.UntilAsync("t", static status => status.State == TargetState.Paused);
        Assert.Equal("theirs", database.Rows["authors/theirs"].Record);
    }
}
