using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class CursorTests
{
    [Fact]
    public async Task The_cursor_moves_with_the_data()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.DrainAsync();
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        // Not the rows of the log: it may be trimmed by now.
        Assert.Equal(hive.ReadOne("SELECT seq FROM sqlite_sequence WHERE name = '_hive_change'"), target.Database.Cursor!.Seq.ToString());
        Assert.Equal(hive.ReadOne("SELECT session FROM _hive_session ORDER BY rowid DESC LIMIT 1"), target.Database.Cursor.Session);
    }

    [Fact]
    public async Task A_restored_Hive_is_found_out_and_adopting_it_makes_the_target_equal()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.DrainAsync();
        await hive.CloseAsync();
        string backup = hive.File("backup.db");
        File.Copy(hive.Path, backup);

        await hive.ReopenAsync(new ScriptedTarget("t", database));
        await hive.AddAuthorAsync("lost");
        await hive.WriteAsync("UPDATE authors SET note = 'lost too' WHERE id = 'a1'");
        await hive.DrainAsync();
        await hive.CloseAsync();
        File.Copy(backup, hive.Path, overwrite: true);
        File.Delete(hive.Path + "-wal");
        File.Delete(hive.Path + "-shm");

        ScriptedTarget target = new("t", database);
        await hive.ReopenAsync(target);
        await hive.AddAuthorAsync("a3");
        TargetStatus status = await hive.UntilAsync("t", TargetState.Paused);
        Assert.Contains("which this Hive never had", status.Reason, StringComparison.Ordinal);
        Assert.Contains("AdoptAsync(\"t\")", status.Reason, StringComparison.Ordinal);
        Assert.Empty(target.Sent);

        await hive.Sync.AdoptAsync("t");
        await hive.DrainAsync();
        Assert.Equal(["authors|a1|Ann-a1|", "authors|a2|Ann-a2|", "authors|a3|Ann-a3|"], database.Live);
        Assert.Null(database.Rows["authors/lost"].Record);
        Assert.Equal(2, database.Cursor!.Epoch);
        await hive.AddAuthorAsync("a4");
        await hive.DrainAsync();
        Assert.Equal(4, database.Live.Count);
    }

    [Fact]
    public async Task A_Hive_restored_to_the_middle_of_a_session_is_found_out()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        await hive.WriteAsync($"INSERT INTO authors VALUES ('a2', 'x', '')");
        string backup = hive.File("backup.db");
        using (Microsoft.Data.Sqlite.SqliteConnection source = hive.Engine.OpenReadOnlyConnection())
        using (Microsoft.Data.Sqlite.SqliteConnection copy = new($"Data Source={backup};Pooling=False"))
        {
            copy.Open();
            source.BackupDatabase(copy);
        }

        for (int i = 0; i < 5; i++)
        {
            await hive.AddAuthorAsync($"lost{i}");
        }

        await hive.DrainAsync();
        await hive.CloseAsync();
        File.Copy(backup, hive.Path, overwrite: true);
        File.Delete(hive.Path + "-wal");
        File.Delete(hive.Path + "-shm");
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        TargetStatus status = await hive.UntilAsync("t", TargetState.Paused);
        Assert.Contains("the session that wrote it ended at", status.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_the_last_epoch_there_is_nothing_can_be_adopted_and_nothing_changes()
    {
        ScriptedTarget target = new("t");
        await using SyncHive hive = new(target);
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        await hive.WriteAsync($"UPDATE _hive_target SET epoch = {SyncVersion.MaxEpoch}");
        HiveException refused = await Assert.ThrowsAsync<HiveException>(() => hive.Sync.AdoptAsync("t"));
        Assert.Contains("cannot be adopted", refused.Message, StringComparison.Ordinal);
        Assert.Equal($"{SyncVersion.MaxEpoch}", hive.ReadOne("SELECT epoch FROM _hive_target"));
        Assert.NotEmpty(hive.Read("SELECT * FROM _hive_load"));
    }

    [Fact]
    public async Task A_second_live_copy_pauses_the_first()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.AddAuthorAsync("a1");
        await hive.DrainAsync();
        await hive.CloseAsync();
        string copy = hive.File("copy.db");
        File.Copy(hive.Path, copy);
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        await hive.DrainAsync();
        await using SyncHive.Database second = hive.Open(copy, new ScriptedTarget("t", database));
        second.Sync.Start();
        while (second.Sync.Status.Targets[0].State != TargetState.Paused)
        {
            await second.Sync.ProgressOf("t").Changed.WaitAsync(TimeSpan.FromSeconds(60));
        }

        await hive.AddAuthorAsync("a2");
        await hive.DrainAsync();
        Assert.Equal(2, database.Live.Count);
        await second.Sync.AdoptAsync("t");
        await hive.Clock.RunUntilAsync(second.Sync.WhenIdleAsync("t", TimeSpan.FromDays(20)), hold: () => second.Sync.Work.AtWork > 0);
        await hive.AddAuthorAsync("a3");
        TargetStatus status = await hive.UntilAsync("t", TargetState.Paused);
        Assert.Contains("epoch 2", status.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(database.Live, static row => row.Contains("a3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_crash_between_the_send_and_its_note_repeats_harmlessly_and_loses_no_parked_record()
    {
        ScriptedDatabase database = new();
        await using SyncHive hive = new(new ScriptedTarget("t", database));
        await hive.DrainAsync();
        // What a crash leaves is not trimmed: another target has yet to hear of it.
        await hive.WriteAsync("INSERT INTO _hive_target VALUES ('slow', 0, 1, NULL)");
        string seq = hive.ReadOne("SELECT seq FROM _hive_target WHERE name = 't'");
        await hive.ReopenAsync(new ScriptedTarget("t", database) { Outcome = static item => item.RecordId == "a1" ? new ItemOutcome(ItemStatus.Retry, "later") : null });
        await hive.AddAuthorAsync("a1");
        await hive.AddAuthorAsync("a2");
        await hive.UntilAsync("t", static status => status is { Parked: 1, Lag: 0 });
        // As if the process had died before it noted the parked record and how far it had come.
        await hive.Sync.StopAsync();
        await hive.WriteAsync("DELETE FROM _hive_parked; UPDATE _hive_target SET seq = " + seq + " WHERE name = 't'");
        await hive.ReopenAsync(new ScriptedTarget("t", database));
        await hive.DrainAsync();
        Assert.Equal(["authors|a1|Ann-a1|", "authors|a2|Ann-a2|"], database.Live);
        Assert.Equal(2, database.History.Count);
    }

    [Fact]
    public async Task The_log_is_never_trimmed_beyond_the_slowest_target()
    {
        ScriptedDatabase slow = new();
        await using SyncHive hive = new(static options => options.Dispatch.TrimInterval = TimeSpan.FromSeconds(10), new ScriptedTarget("fast"), new ScriptedTarget("slow", slow));
        await hive.DrainAsync();
        await hive.Sync.PauseAsync("slow");
        await hive.UntilAsync("slow", TargetState.Paused);
        long kept = long.Parse(hive.ReadOne("SELECT seq FROM _hive_target WHERE name = 'slow'"));
        for (int i = 0; i < 50; i++)
        {
            await hive.AddAuthorAsync($"a{i}");
        }

        await hive.DrainAsync("fast");
        for (int i = 0; i < 5; i++)
        {
            hive.Clock.Advance(TimeSpan.FromSeconds(11));
            await hive.AddAuthorAsync($"more{i}");
            await hive.DrainAsync("fast");
        }

        Assert.Equal(55, hive.Read($"SELECT seq FROM _hive_change WHERE seq > {kept}").Count);
        await hive.Sync.ResumeAsync("slow");
        await hive.DrainAsync();
        Assert.Equal(55, slow.Live.Count);
    }

    [Fact]
    public async Task What_every_target_has_passed_is_trimmed()
    {
        await using SyncHive hive = new(static options => options.Dispatch.TrimInterval = TimeSpan.FromSeconds(10), new ScriptedTarget("t"));
        for (int i = 0; i < 50; i++)
        {
            await hive.AddAuthorAsync($"a{i}");
        }

        await hive.DrainAsync();
        await hive.Sync.StopAsync();
        hive.Sync.Start();
        await hive.RunUntilAsync(() => hive.Read("SELECT 1 FROM _hive_change").Count == 0);
        Assert.True(long.Parse(hive.ReadOne("SELECT value FROM _hive_meta WHERE key = 'trimmed_to'")) >= 50);
    }

    [Fact]
    public async Task A_target_that_is_not_configured_any_more_is_forgotten_only_when_told()
    {
        await using SyncHive hive = new(new ScriptedTarget("old"));
        await hive.DrainAsync();
        await Assert.ThrowsAsync<HiveException>(() => hive.Sync.ForgetTargetAsync("old"));
        await hive.ReopenAsync(new ScriptedTarget("new"));
        await hive.DrainAsync();
        Assert.Equal(["new", "old"], hive.Read("SELECT name FROM _hive_target ORDER BY name"));
        await hive.Sync.ForgetTargetAsync("old");
        Assert.Equal(["new"], hive.Read("SELECT name FROM _hive_target"));
        Assert.Empty(hive.Read("SELECT * FROM _hive_load WHERE target = 'old'"));
    }

    [Fact]
    public async Task Waiting_for_what_does_not_arrive_says_where_it_hangs()
    {
        await using SyncHive hive = new(new ScriptedTarget("t") { Before = static _ => throw new TargetException(TargetFailure.Transient, "it is down") });
        await hive.AddAuthorAsync("a1");
        await hive.UntilAsync("t", TargetState.Retrying);
        TimeoutException late = await Assert.ThrowsAsync<TimeoutException>(() => hive.RunUntilAsync(hive.Sync.WhenIdleAsync("t", TimeSpan.FromMinutes(3))));
        Assert.Contains("it is down", late.Message, StringComparison.Ordinal);
        HiveException unknown = await Assert.ThrowsAsync<HiveException>(() => hive.Sync.WhenIdleAsync("nobody"));
        Assert.Equal("There is no target 'nobody'. Configured: t.", unknown.Message);
    }
}
