using HiveGen.Targets;

namespace HiveGen.Tests;

public sealed class VerifyTests
{
    [Fact]
    public async Task A_target_that_is_equal_is_called_so()
    {
        await using Site site = new();
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 5000));
        Account gone = await hive.Accounts.AddAsync(new Account { Email = "gone@x.example" });
        await hive.Accounts.RemoveAsync(gone.Id);
        VerifyReport report = await hive.Sync.VerifyAsync("replica");
        Assert.True(report.Equal);
        Assert.Equal(5000, report.Records);
        Assert.Empty(report.Differences);
        Assert.Equal((0, 0, false), (report.Unsettled, report.Repaired, report.Adopted));
    }

    [Fact]
    public async Task Every_type_is_compared_by_its_value()
    {
        await using Site site = new();
        Hive hive = site.Open();
        for (int i = 0; i < 3; i++)
        {
            await hive.AllTypes.AddAsync(new AllTypes
            {
                Text = "ü € 🐝",
                TextOrNull = i == 0 ? null : "",
                Double = i == 0 ? -0.0 : 0.1 + 0.2,
                DoubleOrNull = double.Epsilon,
                Float = 0.1f,
                DecimalOrNull = -12.34m,
                DateTimeOffsetOrNull = DateTimeOffset.MaxValue.AddTicks(-9),
                GuidOrNull = Guid.NewGuid(),
                BlobOrNull = i == 0 ? null : i == 1 ? [] : [0, 1, 255],
                Tags = ["a", "\u00e4\"\\"],
                Address = new Address("s", "c"),
            });
        }

        // As another program may write it: the same values in other words.
        await hive.Sql.WriteAsync(static db =>
        {
            using Microsoft.Data.Sqlite.SqliteCommand command = db.CreateCommand();
            command.CommandText = """UPDATE all_types SET node = '{ "b": [1.0, 1e2, "\u0061"],  "a": null }', element = ' [ 1 , {"x" : 0.10} ] '""";
            command.ExecuteNonQuery();
        });
        await Site.DrainAsync(hive);
        VerifyReport report = await hive.Sync.VerifyAsync("replica");
        Assert.True(report.Equal, string.Join(", ", report.Differences));
        Sql.Execute(site.ReplicaPath, """UPDATE all_types SET node = '{"a":null,"b":[1,100,"a"]}'""");
        Assert.True((await hive.Sync.VerifyAsync("replica")).Equal);
        // What System.Text.Json cannot read, and SQLite calls valid, equals itself alone.
        Sql.Execute(site.ReplicaPath, """UPDATE all_types SET node = '{"a":null,"b":"\ud800"}' WHERE text_or_null IS NULL""");
        Assert.Equal(DifferenceKind.Differing, Assert.Single((await hive.Sync.VerifyAsync("replica")).Differences).Kind);
        Sql.Execute(site.ReplicaPath, """UPDATE all_types SET node = '{"a":null,"b":[1,100,"b"]}' WHERE text_or_null IS NULL""");
        Assert.Equal(DifferenceKind.Differing, Assert.Single((await hive.Sync.VerifyAsync("replica")).Differences).Kind);
    }

    [Theory]
    [InlineData("UPDATE users SET name = '' WHERE name IS NULL")]
    [InlineData("UPDATE users SET name = NULL WHERE name = ''")]
    [InlineData("UPDATE users SET email_verified = 1")]
    [InlineData("UPDATE users SET created_at = created_at + 1")]
    [InlineData("UPDATE users SET name = (SELECT name FROM users AS other WHERE other.id <> users.id)")]
    public async Task A_single_value_that_is_wrong_is_found(string spoil)
    {
        await using Site site = new();
        Hive hive = site.Open();
        await hive.Accounts.AddAsync([new Account { Email = "a@x.example", Name = null }, new Account { Email = "b@x.example", Name = "" }]);
        await Site.DrainAsync(hive);
        Sql.Execute(site.ReplicaPath, spoil);
        VerifyReport report = await hive.Sync.VerifyAsync("replica");
        Assert.NotEmpty(report.Differences);
        Assert.All(report.Differences, static difference => Assert.Equal(("users", DifferenceKind.Differing), (difference.Model, difference.Kind)));
    }

    [Fact]
    public async Task Rows_of_another_home_are_none_of_its_business()
    {
        await using Site site = new();
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 10));
        await Site.DrainAsync(hive);
        Sql.Execute(site.ReplicaPath, "INSERT INTO users (id, email, _version, _home, _synced_at) VALUES ('other', 'x', 1, 'http', 0)");
        Assert.True((await hive.Sync.VerifyAsync("replica")).Equal);
    }

    [Fact]
    public async Task A_version_above_every_change_is_found_and_repaired_by_a_new_epoch()
    {
        await using Site site = new();
        Hive hive = site.Open();
        IReadOnlyList<Account> accounts = await hive.Accounts.AddAsync(Site.Accounts("u", 10));
        await Site.DrainAsync(hive);
        await hive.Accounts.RemoveAsync(accounts[9].Id);
        await Site.DrainAsync(hive);
        // The row of a record and the ghost of a removed one: both would refuse what is to come.
        Sql.Execute(site.ReplicaPath, $"UPDATE users SET _version = _version + 1000000 WHERE id IN ('{accounts[0].Id}', '{accounts[9].Id}')");
        VerifyReport report = await hive.Sync.VerifyAsync("replica");
        Assert.Equal((2, false), (report.Different, report.Adopted));
        report = await hive.Sync.VerifyAsync("replica", new VerifyOptions { Repair = true });
        Assert.Equal([DifferenceKind.Ahead, DifferenceKind.Ahead], report.Differences.Select(static difference => difference.Kind));
        Assert.True(report.Adopted);
        await Site.DrainAsync(hive);
        Assert.True((await hive.Sync.VerifyAsync("replica")).Equal);
        await hive.Accounts.SetAsync(accounts[0].Id, new() { Name = "after" });
        await Site.DrainAsync(hive);
        Assert.Equal("after", Sql.ReadOne(site.ReplicaPath, $"SELECT name FROM users WHERE id = '{accounts[0].Id}'"));
    }

    [Fact]
    public async Task A_version_of_a_later_epoch_is_overridden_by_one_that_is_later_still()
    {
        await using Site site = new();
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 3));
        await Site.DrainAsync(hive);
        Sql.Execute(site.ReplicaPath, $"UPDATE users SET _version = {SyncVersion.Of(7, 1)}");
        Assert.True((await hive.Sync.VerifyAsync("replica", new VerifyOptions { Repair = true })).Adopted);
        await Site.DrainAsync(hive);
        Assert.True((await hive.Sync.VerifyAsync("replica")).Equal);
    }

    [Fact]
    public async Task A_target_that_is_adopted_while_it_is_compared_is_not_judged()
    {
        await using Site site = new();
        GatedTarget? gate = null;
        site.Wrap = target => gate = new GatedTarget(target);
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(new Account { Email = "a@x.example" });
        await Site.DrainAsync(hive);
        Sql.Execute(site.ReplicaPath, "UPDATE users SET name = 'spoilt'");
        bool adopted = false;
        gate!.AfterRead = async () =>
        {
            if (!adopted)
            {
                adopted = true;
                await hive.Sync.AdoptAsync("replica");
            }
        };
        HiveException refused = await Assert.ThrowsAsync<HiveException>(() => hive.Sync.VerifyAsync("replica"));
        Assert.Contains("was adopted while it was compared", refused.Message, StringComparison.Ordinal);
        await Site.DrainAsync(hive);
        Assert.True((await hive.Sync.VerifyAsync("replica")).Equal);
    }

    [Fact]
    public async Task A_record_that_waits_for_its_retry_is_told_as_unsettled_and_not_as_different()
    {
        await using Site site = new();
        GatedTarget? gate = null;
        site.Wrap = target => gate = new GatedTarget(target);
        Hive hive = site.Open();
        IReadOnlyList<Account> accounts = await hive.Accounts.AddAsync(Site.Accounts("u", 3));
        await Site.DrainAsync(hive);
        gate!.Outcome = item => item.RecordId == accounts[1].Id ? new ItemOutcome(ItemStatus.Retry, "later") : null;
        await hive.Accounts.SetAsync(accounts[1].Id, new() { Name = "on its way" });
        VerifyReport report = await hive.Sync.VerifyAsync("replica", new VerifyOptions { Repair = true });
        Assert.Equal((0, 1, 0), (report.Different, report.Unsettled, report.Repaired));
        gate.Outcome = static _ => null;
        await Site.DrainAsync(hive);
        report = await hive.Sync.VerifyAsync("replica");
        Assert.Equal((0, 0), (report.Different, report.Unsettled));
    }

    [Fact]
    public async Task However_much_differs_no_more_rows_are_held_at_once_than_may_be()
    {
        await using Site site = new();
        GatedTarget? gate = null;
        site.Wrap = target => gate = new GatedTarget(target);
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 2000));
        await Site.DrainAsync(hive);
        Sql.Execute(site.ReplicaPath, "UPDATE users SET name = 'spoilt'");
        VerifyReport report = await hive.Sync.VerifyAsync("replica", new VerifyOptions { GroupRows = 500 });
        Assert.Equal(2000, report.Different);
        Assert.Equal(2000, gate!.BucketReads.Sum());
        Assert.All(gate.BucketReads, static rows => Assert.True(rows <= 250, $"{rows} rows, and as many of the Hive."));
    }

    [Fact]
    public async Task A_target_that_cannot_be_read_or_is_paused_says_so()
    {
        await using Site site = new();
        Hive stopped = site.Open(start: false);
        HiveException error = await Assert.ThrowsAsync<HiveException>(() => stopped.Sync.VerifyAsync("replica"));
        Assert.Contains("Start()", error.Message, StringComparison.Ordinal);
        stopped.Sync.Start();
        await stopped.Sync.PauseAsync("replica", "for the test");
        await Site.UntilAsync(stopped, TargetState.Paused);
        error = await Assert.ThrowsAsync<HiveException>(() => stopped.Sync.VerifyAsync("replica"));
        Assert.Contains("for the test", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<HiveException>(() => stopped.Sync.VerifyAsync("nobody"));
        Assert.Contains("no target 'nobody'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_that_cannot_be_met_is_refused_by_its_name()
    {
        await using Site site = new();
        Hive hive = site.Open();
        foreach (VerifyOptions wrong in new VerifyOptions[] { new() { ReadTimeout = TimeSpan.Zero }, new() { ReadTimeout = TimeSpan.MaxValue }, new() { MaxDifferences = -1 } })
        {
            ArgumentOutOfRangeException refused = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => hive.Sync.VerifyAsync("replica", wrong));
            Assert.Equal(wrong.MaxDifferences < 0 ? "MaxDifferences" : "ReadTimeout", refused.ParamName);
        }
    }

    [Fact]
    public async Task A_record_that_changes_while_it_is_looked_at_is_looked_at_again()
    {
        await using Site site = new();
        GatedTarget? gate = null;
        site.Wrap = target => gate = new GatedTarget(target);
        Hive hive = site.Open();
        Account account = await hive.Accounts.AddAsync(new Account { Email = "a@x.example" });
        await Site.DrainAsync(hive);
        Sql.Execute(site.ReplicaPath, "UPDATE users SET name = 'spoilt'");
        int reads = 0;
        gate!.AfterRead = async () =>
        {
            // The row was read, and before the Hive is asked the record changes, which mends the row.
            if (++reads == 1)
            {
                await hive.Accounts.SetAsync(account.Id, new() { Name = "changed" });
            }
        };
        VerifyReport report = await hive.Sync.VerifyAsync("replica");
        Assert.True(report.Equal, string.Join(", ", report.Differences));
        Assert.Equal((2, 0), (reads, report.Unsettled));
    }

    [Fact]
    public async Task More_differences_than_the_report_lists_are_counted_and_repaired()
    {
        await using Site site = new();
        Hive hive = site.Open();
        await hive.Accounts.AddAsync(Site.Accounts("u", 3000));
        await Site.DrainAsync(hive);
        Sql.Execute(site.ReplicaPath, "DELETE FROM users");
        VerifyReport report = await hive.Sync.VerifyAsync("replica", new VerifyOptions { Repair = true, MaxDifferences = 7, GroupRows = 500 });
        Assert.Equal((3000, 7, 3000), (report.Different, report.Differences.Count, report.Repaired));
        await Site.DrainAsync(hive);
        Assert.True((await hive.Sync.VerifyAsync("replica")).Equal);
    }
}
