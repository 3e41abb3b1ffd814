using HiveGen.Adapters.Http;
using HiveGen.Adapters.Sqlite;
using HiveGen.Targets;
using HiveGen.TestModels;

namespace HiveGen.Tests;

/// <summary>Who may write to a target through a router: one living copy of each Hive, and each only its own rows.</summary>
public sealed class HomeTests : IDisposable
{
    private readonly TestFolder folder = new();

    private string Replica => folder.File("replica.db");

    [Fact]
    public async Task A_Hive_restored_from_a_backup_is_found_through_HTTP_and_adopted()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        string path = folder.File("edge.db"), backup = folder.File("backup.db");
        await using (Edge edge = new(path, central.Url))
        {
            await edge.Hive.Accounts.AddAsync(new Account { Email = "kept@x.example" });
            await edge.DrainAsync();
        }

        File.Copy(path, backup);
        await using (Edge edge = new(path, central.Url))
        {
            await edge.Hive.Accounts.AddAsync(new Account { Email = "lost@x.example" });
            await edge.DrainAsync();
        }

        await using (Edge restored = new(backup, central.Url))
        {
            await restored.Hive.Accounts.AddAsync(new Account { Email = "new@x.example" });
            TargetStatus status = await restored.UntilAsync(static status => status.State == TargetState.Paused);
            Assert.Contains("AdoptAsync(\"central\")", status.Reason, StringComparison.Ordinal);
            Assert.Equal(["kept@x.example", "lost@x.example"], Sql.Read(Replica, "SELECT email FROM users_live ORDER BY 1"));

            await restored.Hive.Sync.AdoptAsync("central");
            await restored.DrainAsync();
        }

        Assert.Equal(["kept@x.example", "new@x.example"], Sql.Read(Replica, "SELECT email FROM users_live ORDER BY 1"));
        Rows.AssertSame(backup, Replica);
    }

    [Fact]
    public async Task A_second_living_copy_is_fenced_off_before_its_first_record_is_written()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        string path = folder.File("edge.db"), copy = folder.File("copy.db");
        await using (Edge edge = new(path, central.Url))
        {
            await edge.Hive.Accounts.AddAsync(new Account { Email = "first@x.example" });
            await edge.DrainAsync();
        }

        File.Copy(path, copy);
        await using Edge one = new(path, central.Url);
        await one.DrainAsync();
        await using Edge two = new(copy, central.Url);
        await two.Hive.Accounts.AddAsync(new Account { Email = "twin@x.example" });
        TargetStatus status = await two.UntilAsync(static status => status.State == TargetState.Paused);
        Assert.Contains("second copy", status.Reason, StringComparison.Ordinal);
        await one.Hive.Accounts.AddAsync(new Account { Email = "second@x.example" });
        await one.DrainAsync();
        Assert.Equal(["first@x.example", "second@x.example"], Sql.Read(Replica, "SELECT email FROM users_live ORDER BY 1"));
    }

    [Fact]
    public async Task An_adopting_copy_stops_the_one_that_was_writing_with_its_next_batch()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        string path = folder.File("edge.db"), copy = folder.File("copy.db");
        await using (Edge edge = new(path, central.Url))
        {
            await edge.DrainAsync();
        }

        File.Copy(path, copy);
        await using Edge one = new(path, central.Url);
        await one.DrainAsync();
        await using (Edge two = new(copy, central.Url))
        {
            await two.Hive.Sync.AdoptAsync("central");
            await two.Hive.Accounts.AddAsync(new Account { Email = "heir@x.example" });
            await two.DrainAsync();
        }

        await one.Hive.Accounts.AddAsync(new Account { Email = "late@x.example" });
        await one.UntilAsync(static status => status.State == TargetState.Paused);
        Assert.Equal(["heir@x.example"], Sql.Read(Replica, "SELECT email FROM users_live"));
    }

    [Fact]
    public async Task A_wiped_target_is_loaded_anew_and_what_is_gone_meanwhile_is_swept()
    {
        string path = folder.File("edge.db");
        await using (CentralApp central = await CentralApp.StartAsync(Replica))
        {
            await using Edge edge = new(path, central.Url);
            await edge.Hive.Accounts.AddAsync(Enumerable.Range(0, 2500).Select(static number => new Account { Email = $"u{number}@x.example" }));
            await edge.DrainAsync();
            Assert.Equal("2500", Sql.ReadOne(Replica, "SELECT count(*) FROM users_live"));
        }

        // The cursor alone is lost, as in a table restored from a backup: rows stay that the Hive will have lost.
        Sql.Execute(Replica, "DELETE FROM _hive_cursor; INSERT INTO users (id, email, _version, _deleted, _home, _synced_at) SELECT 'stray', 's@x.example', 1, 0, _home, 0 FROM users LIMIT 1");
        await using (CentralApp central = await CentralApp.StartAsync(Replica))
        {
            await using Edge edge = new(path, central.Url);
            await edge.DrainAsync();
        }

        Assert.Equal(["1"], Sql.Read(Replica, "SELECT _deleted FROM users WHERE id = 'stray'"));
        Rows.AssertSame(path, Replica);
    }

    [Fact]
    public async Task A_record_of_another_home_is_a_conflict_of_its_own_and_holds_up_nobody()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        await using Edge one = new(folder.File("one.db"), central.Url);
        await one.Hive.Accounts.AddAsync(new Account { Id = "acc_same", Email = "one@x.example" });
        await one.DrainAsync();
        await using Edge two = new(folder.File("two.db"), central.Url);
        await two.Hive.Accounts.AddAsync([new() { Id = "acc_same", Email = "two@x.example" }, new() { Id = "acc_two", Email = "else@x.example" }]);
        await two.DrainAsync();
        Assert.Equal(1, two.Status.Dead);
        Assert.Equal(["acc_same|one@x.example", "acc_two|else@x.example"], Sql.Read(Replica, "SELECT id, email FROM users_live ORDER BY 1"));
        Assert.Contains(two.Log.Lines, static line => line.Contains("acc_same", StringComparison.Ordinal) && line.Contains("needs a person", StringComparison.Ordinal) && line.Contains("hive_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_routers_own_Hive_cannot_be_written_over_by_a_sender_that_is_a_copy_of_it()
    {
        string path = folder.File("own.db"), copy = folder.File("copy.db");
        string? own;
        await using (Edge first = new(path, "http://127.0.0.1:9"))
        {
            own = first.Hive.Sync.Targets.Home;
            Assert.Equal(Sql.ReadOne(path, "SELECT value FROM _hive_meta WHERE key = 'hive_id'"), own);
        }

        File.Copy(path, copy);
        await using CentralApp central = await CentralApp.StartAsync(new HiveTargets(CentralApp.Models, [new SqliteTarget("replica", Replica)], own));
        await using Edge sender = new(copy, central.Url);
        await sender.Hive.Accounts.AddAsync(new Account { Email = "twin@x.example" });
        TargetStatus status = await sender.UntilAsync(static status => status.Reason is not null);
        Assert.Contains("home is the id of this router's own Hive", status.Reason, StringComparison.Ordinal);
        Assert.Equal(TargetFailure.Configuration, Assert.Single(sender.Sender.Failures.Keys));
        Assert.Equal((0, 0), (status.Dead, status.Parked));

        // Each request by itself, whatever order a caller sends them in.
        await using RouterTarget target = new("central", central.Url, new RouterTargetOptions { Secret = CentralApp.Secret });
        SyncModel users = CentralApp.Models.Single(static model => model.Name == "users");
        SyncItem item = new(users, SqlValue.From("acc_1"), "acc_1", 10, own!, new AccountSync { Id = "acc_1", Email = "a@x.example" });
        Func<Task>[] requests =
        [
            async () => await target.SendAsync(new SendBatch([item], null), default),
            async () => await target.ReadCursorAsync(own!, default),
            async () => await target.SweepAsync(users, own!, 5, [], new TargetCursor("s", 1, 1), default),
            async () => await target.DigestAsync(users, own!, 16, default),
            async () => await target.ReadRowsAsync(users, own!, [item.Id], default),
        ];
        foreach (Func<Task> request in requests)
        {
            TargetException refused = await Assert.ThrowsAsync<TargetException>(request);
            Assert.Equal(TargetFailure.Configuration, refused.Failure);
            Assert.Contains("own Hive", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal("0", Sql.ReadOne(Replica, "SELECT count(*) FROM users"));
        await using Edge other = new(folder.File("other.db"), central.Url);
        await other.Hive.Accounts.AddAsync(new Account { Email = "other@x.example" });
        await other.DrainAsync();
        Assert.Equal(["other@x.example"], Sql.Read(Replica, "SELECT email FROM users_live"));
    }

    [Fact]
    public async Task A_sweep_by_who_was_taken_over_is_refused_through_HTTP_too()
    {
        await using CentralApp central = await CentralApp.StartAsync(Replica);
        await using RouterTarget target = new("central", central.Url, new RouterTargetOptions { Secret = CentralApp.Secret });
        await target.PrepareAsync(CentralApp.Models, default);
        SyncModel users = CentralApp.Models.Single(static model => model.Name == "users");
        TargetCursor left = new("session_a", 10, 1);
        SyncItem item = new(users, SqlValue.From("acc_1"), "acc_1", 10, "hive_away", new AccountSync { Id = "acc_1", Email = "a@x.example", EmailVerified = false, SubscriptionPlan = "free", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch });
        Assert.Equal(new ItemOutcome(ItemStatus.Applied), Assert.Single(await target.SendAsync(new SendBatch([item], new CursorMove("hive_away", null, left)), default)));
        await target.SendAsync(new SendBatch([], new CursorMove("hive_away", left, left with { Session = "session_b" })), default);
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.SweepAsync(users, "hive_away", 50, [], left, default));
        Assert.Equal(TargetFailure.CursorConflict, refused.Failure);
        Assert.Equal(1, await target.SweepAsync(users, "hive_away", 50, [], left with { Session = "session_b" }, default));
    }

    public void Dispose() => folder.Dispose();
}
