using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class GuardTests
{
    [Fact]
    public async Task Only_a_newer_version_is_written()
    {
        await using Replica replica = new();
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.User("u1", 5, "five")));
        Assert.Equal(ItemStatus.Stale, await replica.StatusOf(Replica.User("u1", 5, "again")));
        Assert.Equal(ItemStatus.Stale, await replica.StatusOf(Replica.User("u1", 4, "older")));
        Assert.Equal(["five|5"], replica.Read("SELECT name, _version FROM users"));
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.User("u1", 6, null)));
        Assert.Equal(["NULL|6"], replica.Read("SELECT name, _version FROM users"));
    }

    [Fact]
    public async Task A_delete_leaves_a_ghost_that_a_late_write_cannot_revive()
    {
        await using Replica replica = new();
        await replica.SendAsync(Replica.User("u1", 5, "five"));
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.Gone("u1", 7)));
        Assert.Equal(ItemStatus.Stale, await replica.StatusOf(Replica.User("u1", 6, "late")));
        Assert.Equal(["u1|NULL|NULL|1|7"], replica.Read("SELECT id, email, name, _deleted, _version FROM users"));
        Assert.Empty(replica.Read("SELECT * FROM users_live"));
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.User("u1", 8, "added again")));
        Assert.Equal(["u1|added again"], replica.Read("SELECT id, name FROM users_live"));
    }

    [Fact]
    public async Task A_delete_of_what_never_came_keeps_the_late_write_out()
    {
        await using Replica replica = new();
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.Gone("u1", 7)));
        Assert.Equal(ItemStatus.Stale, await replica.StatusOf(Replica.User("u1", 6, "late")));
        Assert.Empty(replica.Read("SELECT * FROM users_live"));
    }

    [Fact]
    public async Task A_row_of_another_home_is_never_touched()
    {
        await using Replica replica = new();
        await replica.SendAsync(Replica.User("u1", 1, "theirs", "hive_2"));
        ItemOutcome write = await replica.SendAsync(Replica.User("u1", 100, "ours"));
        Assert.Equal(new ItemOutcome(ItemStatus.Conflict, "users u1 belongs to 'hive_2', which wrote it first; 'hive_1' may not change it."), write);
        Assert.Equal(ItemStatus.Conflict, await replica.StatusOf(Replica.Gone("u1", 100)));
        Assert.Equal(["theirs|hive_2"], replica.Read("SELECT name, _home FROM users_live, (SELECT _home FROM users)"));
        Assert.Equal(0, await replica.Target.SweepAsync(Replica.Users, Replica.Home, 1000, [], at: null, CancellationToken.None));
    }

    [Fact]
    public async Task A_sweep_makes_ghosts_of_what_is_older_and_a_record_of_the_load_comes_back()
    {
        await using Replica replica = new();
        await replica.SendAsync(Replica.User("old", 5, "old"));
        await replica.SendAsync(Replica.User("new", 100, "new"));
        Assert.Equal(1, await replica.Target.SweepAsync(Replica.Users, Replica.Home, 100, [], at: null, CancellationToken.None));
        Assert.Equal(["new"], replica.Read("SELECT id FROM users_live"));
        Assert.Equal(ItemStatus.Stale, await replica.StatusOf(Replica.User("old", 99, "late")));
        Assert.Equal(ItemStatus.Applied, await replica.StatusOf(Replica.User("old", 100, "was parked")));
    }

    [Fact]
    public async Task A_sweep_leaves_what_it_is_told_to_leave_and_only_then()
    {
        await using Replica replica = new();
        await replica.SendAsync(Replica.User("refused", 5, "old"));
        await replica.SendAsync(Replica.User("gone", 5, "old"));
        Assert.Equal(1, await replica.Target.SweepAsync(Replica.Users, Replica.Home, 100, [SqlValue.From("refused"), SqlValue.From("never came")], at: null, CancellationToken.None));
        Assert.Equal(["refused|old"], replica.Read("SELECT id, name FROM users_live"));
        Assert.Equal(1, await replica.Target.SweepAsync(Replica.Users, Replica.Home, 200, [], at: null, CancellationToken.None));
        Assert.Empty(replica.Read("SELECT id FROM users_live"));
    }

    [Fact]
    public async Task Ghosts_go_after_their_retention_but_never_before_the_cursor_passed_them()
    {
        await using Replica replica = new();
        await replica.SendAsync(Replica.Gone("passed", SyncVersion.Of(1, 5)));
        await replica.SendAsync(Replica.Gone("ahead", SyncVersion.Of(1, 50)));
        await replica.SendAsync(Replica.User("live", SyncVersion.Of(1, 5), "x"));
        TargetCursor ten = new("s", 10, 1);
        await replica.Target.SendAsync(new SendBatch([], new CursorMove(Replica.Home, null, ten)), CancellationToken.None);
        Assert.Equal(3, replica.Read("SELECT id FROM users").Count);
        replica.Clock.Advance(TimeSpan.FromDays(8));
        await replica.Target.SendAsync(new SendBatch([], new CursorMove(Replica.Home, ten, ten)), CancellationToken.None);
        Assert.Equal(["ahead", "live"], replica.Read("SELECT id FROM users ORDER BY id"));
    }

    [Fact]
    public async Task Of_a_table_without_row_numbers_only_ghosts_go()
    {
        await using Replica replica = new();
        await replica.Target.PrepareAsync([Replica.Users], CancellationToken.None);
        string table = Assert.Single(replica.Read("SELECT sql FROM sqlite_schema WHERE name = 'users' AND type = 'table'"));
        Sql.Execute(replica.Path, $"PRAGMA foreign_keys = OFF; DROP VIEW users_live; DROP TABLE users; {table.Replace(" STRICT", "", StringComparison.Ordinal)} WITHOUT ROWID");
        await replica.SendAsync(Replica.Gone("gone", SyncVersion.Of(1, 5)));
        await replica.SendAsync(Replica.User("live", SyncVersion.Of(1, 5), "x"));
        TargetCursor ten = new("s", 10, 1);
        await replica.Target.SendAsync(new SendBatch([], new CursorMove(Replica.Home, null, ten)), CancellationToken.None);
        replica.Clock.Advance(TimeSpan.FromDays(8));
        await replica.Target.SendAsync(new SendBatch([], new CursorMove(Replica.Home, ten, ten)), CancellationToken.None);
        Assert.Equal(["live"], replica.Read("SELECT id FROM users"));
    }
}
