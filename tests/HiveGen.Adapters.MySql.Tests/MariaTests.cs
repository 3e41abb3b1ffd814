using System.Data.Common;
using HiveGen.Adapters.MySql;
using HiveGen.Export;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests;

/// <summary>What only MySQL has.</summary>
[Collection(MariaCollection.Name), Requires<MariaDbServer>]
public sealed class MariaTests(Maria maria) : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();

    public Task InitializeAsync() => maria.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [ServerFact]
    public async Task A_value_that_only_another_program_can_have_written_differs_and_stops_no_comparison()
    {
        await using MySqlTarget target = await PreparedAsync();
        SyncItem item = Items.Item("e1", 5, new EverythingSync { Id = "e1", Text = "text" });
        await target.SendAsync(new SendBatch([item], null), CancellationToken.None);
        IReadOnlyList<BucketDigest> before = await target.DigestAsync(item.Model, Items.Home, 16, CancellationToken.None);
        foreach (string value in new[] { "guid = 'none'", "date = '0000-00-00'", "timestamp = '0000-00-00 00:00:00'" })
        {
            maria.Execute($"set session sql_mode = ''; update everything set {value}");
            IReadOnlyList<BucketDigest> after = await target.DigestAsync(item.Model, Items.Home, 16, CancellationToken.None);
            Assert.NotEqual(before, after);
            Assert.Equal(1, after.Sum(static bucket => bucket.Count));
        }
    }

    [ServerFact]
    public async Task A_value_that_does_not_fit_is_refused_also_where_the_server_would_cut_it()
    {
        await using MySqlTarget target = await PreparedAsync();
        maria.Execute("set global sql_mode = ''");
        try
        {
            maria.Execute("alter table notes modify title varchar(3)");
            await using MySqlTarget lax = Target(maria.ConnectionString + ";Pooling=false");
            TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await lax.SendAsync(new SendBatch([Items.Note("n1", 5, "too long")], null), CancellationToken.None));
            Assert.Equal(TargetFailure.Batch, refused.Failure);
            Assert.Empty(maria.Read("select 1 from notes"));
        }
        finally
        {
            maria.Execute("set global sql_mode = 'STRICT_ALL_TABLES'");
        }
    }

    [ServerFact]
    public async Task A_connection_that_would_lose_letters_is_refused_at_the_start()
    {
        await using MySqlTarget target = Target(maria.ConnectionString.Replace("CharSet=utf8mb4", "CharSet=latin1", StringComparison.Ordinal));
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.PrepareAsync(Items.Models, CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("add CharSet=utf8mb4", refused.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_table_that_somebody_changed_is_told_unless_it_still_fits()
    {
        await using MySqlTarget target = await PreparedAsync();
        maria.Execute("alter table notes modify `rank` bigint, modify `state` varchar(500)");
        Assert.Contains("\"state\" of \"notes\" is varchar(500) here, and the app now sends longtext", await ToldAsync(target), StringComparison.Ordinal);
        maria.Execute("alter table notes modify `state` longtext not null");
        Assert.Contains("\"state\" of \"notes\" is NOT NULL here", await ToldAsync(target), StringComparison.Ordinal);
        maria.Execute("alter table notes modify `state` longtext character set utf8mb4 collate utf8mb4_general_ci, modify created_at datetime(3)");
        Assert.Contains("\"created_at\" of \"notes\" is datetime(3) here, and the app now sends datetime(6)", await ToldAsync(target), StringComparison.Ordinal);
        maria.Execute("alter table notes modify created_at datetime(6), modify id varchar(191) character set utf8mb4 collate utf8mb4_general_ci not null");
        Assert.Contains("\"id\" of \"notes\" is varchar(191) collate utf8mb4_general_ci here", await ToldAsync(target), StringComparison.Ordinal);
        maria.Execute("alter table notes modify id varchar(191) character set utf8mb4 collate utf8mb4_bin not null, drop primary key, add key alone_and_not_unique (id), add unique key both_of_them (id, created_at)");
        Assert.Contains("\"id\" of \"notes\" is no key of its own here", await ToldAsync(target), StringComparison.Ordinal);
        maria.Execute("alter table notes add unique key (id)");
        await target.PrepareAsync(Items.Models, CancellationToken.None);
    }

    [ServerFact]
    public async Task A_column_without_room_for_negative_numbers_does_not_fit()
    {
        await using MySqlTarget target = await PreparedAsync();
        maria.Execute("alter table notes modify `rank` int unsigned");
        Assert.Contains("\"rank\" of \"notes\" is int unsigned here, and the app now sends int", await ToldAsync(target), StringComparison.Ordinal);
        maria.Execute("alter table notes modify `rank` bigint unsigned");
        Assert.Contains("\"rank\" of \"notes\" is bigint unsigned here", await ToldAsync(target), StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_user_who_may_make_nothing_is_enough_where_everything_is_there()
    {
        await using MySqlTarget maker = await PreparedAsync();
        maria.Execute($"create or replace user writer@'127.0.0.1' identified by 'w'; grant select, insert, update, delete on {MariaDbServer.User}.* to writer@'127.0.0.1'");
        await using MySqlTarget target = Target(maria.ConnectionString.Replace("User ID=hive;Password=hive", "User ID=writer;Password=w", StringComparison.Ordinal));
        await target.PrepareAsync(Items.Models, CancellationToken.None);
        Assert.Equal(ItemStatus.Applied, Assert.Single(await target.SendAsync(new SendBatch([Items.Note("n1", 5)], new CursorMove(Items.Home, null, new TargetCursor("s", 1, 1))), CancellationToken.None)).Status);
        maria.Execute("drop view notes_live; alter table notes drop column body");
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.PrepareAsync(Items.Models, CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
    }

    [ServerFact]
    public async Task A_statement_that_takes_too_long_is_a_timeout()
    {
        await using MySqlTarget prepared = await PreparedAsync();
        await prepared.SendAsync(new SendBatch([Items.Note("n1", 5)], null), CancellationToken.None);
        await using DbConnection other = await Maria.Source(maria.ConnectionString).OpenConnectionAsync();
        await using DbTransaction hold = await other.BeginTransactionAsync();
        await using DbCommand rows = other.CreateCommand();
        rows.Transaction = hold;
        rows.CommandText = "select id from notes for update";
        await rows.ExecuteScalarAsync();
        await using MySqlTarget target = new("mysql", Maria.Source(maria.ConnectionString), new MySqlTargetOptions { Clock = clock, Timeout = TimeSpan.FromMilliseconds(900) });
        TargetException late = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("n1", 6)], null), CancellationToken.None));
        Assert.Equal(TargetFailure.Timeout, late.Failure);
    }

    [ServerFact]
    public async Task Hives_that_write_a_record_in_the_same_microsecond_are_told_apart()
    {
        await using MySqlTarget first = await PreparedAsync();
        await using MySqlTarget second = Target(maria.ConnectionString);
        Assert.Equal(ItemStatus.Applied, Assert.Single(await first.SendAsync(new SendBatch([Items.Note("n1", 5)], null), CancellationToken.None)).Status);
        ItemOutcome outcome = Assert.Single(await second.SendAsync(new SendBatch([Items.Note("n1", 6, home: "hive_other")], null), CancellationToken.None));
        Assert.Equal(ItemStatus.Conflict, outcome.Status);
    }

    [ServerFact]
    public async Task A_record_with_a_missing_parent_waits_for_it_and_the_cursor_moves()
    {
        await using MySqlTarget target = await PreparedAsync();
        maria.Execute("alter table leaves add foreign key (note) references notes (id)");
        SyncItem leaf = Items.Item("l1", 5, new LeafSync { Id = "l1", Note = "n1" });
        CursorMove move = new(Items.Home, null, new TargetCursor("s", 1, 1, 5));
        ItemOutcome outcome = Assert.Single(await target.SendAsync(new SendBatch([leaf], move), CancellationToken.None));
        Assert.Equal(ItemStatus.Dependency, outcome.Status);
        Assert.Equal(move.To, await target.ReadCursorAsync(Items.Home, CancellationToken.None));
        TargetException whose = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([leaf, Items.Note("n2", 6)], null), CancellationToken.None));
        Assert.Equal(TargetFailure.Batch, whose.Failure); // so that it is halved
        Assert.Empty(maria.Read("select id from notes"));
        Assert.Equal([ItemStatus.Applied, ItemStatus.Applied], (await target.SendAsync(new SendBatch([Items.Note("n1", 6), leaf], null), CancellationToken.None)).Select(static one => one.Status));
    }

    [ServerFact]
    public async Task Ghosts_go_after_their_retention_but_never_before_the_cursor_passed_them()
    {
        await using MySqlTarget target = await PreparedAsync();
        await target.SendAsync(new SendBatch([Items.Gone("passed", SyncVersion.Of(1, 5)), Items.Gone("ahead", SyncVersion.Of(1, 50)), Items.Note("live", SyncVersion.Of(1, 5)), Items.Gone("theirs", 1, "hive_2"), Items.Gone("nobody's", 1, "http")], null), CancellationToken.None);
        TargetCursor ten = new("s", 10, 1);
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, ten)), CancellationToken.None);
        Assert.Equal(5, maria.Read("select id from notes").Count);
        clock.Advance(TimeSpan.FromDays(6));
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, ten, ten)), CancellationToken.None);
        Assert.Equal(5, maria.Read("select id from notes").Count);
        clock.Advance(TimeSpan.FromDays(2));
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, ten, ten)), CancellationToken.None);
        Assert.Equal(["ahead", "live", "theirs"], maria.Read("select id from notes order by id").Select(static row => (string)row[0]));
    }

    [ServerFact]
    public async Task An_id_that_is_too_long_is_refused_alone()
    {
        await using MySqlTarget target = await PreparedAsync();
        IReadOnlyList<ItemOutcome> outcomes = await target.SendAsync(new SendBatch([Items.Note("n1", 5), Items.Note(new string('x', 192), 6), Items.Note(new string('ä', 191), 7)], null), CancellationToken.None);
        Assert.Equal([ItemStatus.Applied, ItemStatus.Permanent, ItemStatus.Applied], outcomes.Select(static outcome => outcome.Status));
        Assert.Contains("192 characters", outcomes[1].Error, StringComparison.Ordinal);
    }

    [ServerFact]
    public Task The_export_for_MySQL_makes_what_the_target_makes() => ExportAsync("mysql");

    [ServerFact]
    public Task The_export_for_PlanetScale_makes_what_the_target_makes() => ExportAsync("planetscale");

    [ServerFact]
    public async Task The_export_for_MySQL_may_be_run_again_after_models_gained_fields()
    {
        await RunAsync(Export("mysql", HiveGen.Targets.Conformance.Before.Hive.Schema));
        maria.Execute("drop view changing_live; drop table changing"); // its column changed its type, which nobody's script can decide
        maria.Execute("insert into growing (id, name, _version, _home, _synced_at) values ('g', 'kept', 1, 'hive_1', now(6))");
        string sql = Export("mysql", Hive.Schema);
        await RunAsync(sql);
        await RunAsync(sql);
        List<string> exported = Schema();
        Assert.Single(maria.Read("select id from growing_live where name = 'kept' and nickname is null"));
        await maria.ClearAsync();
        await using MySqlTarget target = await PreparedAsync();
        Assert.Equal(Schema(), exported);
    }

    [ServerFact]
    public async Task The_export_for_PlanetScale_has_the_lines_for_fields_that_a_model_gained()
    {
        await RunAsync(Export("planetscale", HiveGen.Targets.Conformance.Before.Hive.Schema));
        string sql = Export("planetscale", Hive.Schema);
        string[] missing = [.. sql.Split('\n').Where(static line => line.Contains("table `growing` add column", StringComparison.Ordinal))];
        Assert.Equal("-- where nickname is missing: alter table `growing` add column `nickname` longtext;", missing[1]);
        maria.Execute("drop view changing_live; drop table changing; " + string.Concat(missing[1..].Select(static line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..])));
        await RunAsync(sql);
        Assert.Empty(maria.Read("select nickname, plan, points from growing_live"));
    }

    [ServerFact]
    public async Task Requests_of_two_servers_at_the_same_microsecond_lose_nothing_of_each_other()
    {
        await using MySqlTarget setup = await PreparedAsync();
        await setup.SendAsync(new SendBatch([Items.Merge("n1", SyncOperation.Create, new NoteSync { Title = "one" })], null), CancellationToken.None);

        // Their clocks stand still at one time, so what both write bears the same; and both have read when the first of them may write.
        await using MySqlTarget first = Target(maria.ConnectionString), second = Target(maria.ConnectionString);
        await using DbConnection other = await Maria.Source(maria.ConnectionString).OpenConnectionAsync();
        await using DbTransaction hold = await other.BeginTransactionAsync();
        await using DbCommand rows = other.CreateCommand();
        rows.Transaction = hold;
        rows.CommandText = "select id from notes for update";
        await rows.ExecuteScalarAsync();
        Task both = Task.WhenAll( // the driver waits on the caller's thread
            Task.Run(async () => await first.SendAsync(new SendBatch([Items.Merge("n1", SyncOperation.Update, new NoteSync { Title = "two" })], null), CancellationToken.None)),
            Task.Run(async () => await second.SendAsync(new SendBatch([Items.Merge("n1", SyncOperation.Update, new NoteSync { Body = "body" })], null), CancellationToken.None)));
        await Eventually.TrueAsync(() => maria.Read("select id from information_schema.processlist where command <> 'Sleep' and (info like 'insert into%' or info like '%for update')").Count == 2, "Both never came to their writes.");
        await hold.RollbackAsync();
        await both;

        Assert.Single(maria.Read("select id from notes where title = 'two' and body = 'body' and _version = 3"));
    }

    private async Task<MySqlTarget> PreparedAsync()
    {
        MySqlTarget target = Target(maria.ConnectionString);
        await target.PrepareAsync(Items.Models, CancellationToken.None);
        return target;
    }

    private static async Task<string> ToldAsync(MySqlTarget target)
    {
        TargetException told = await Assert.ThrowsAsync<TargetException>(async () => await target.PrepareAsync(Items.Models, CancellationToken.None));
        Assert.Equal(TargetFailure.Schema, told.Failure);
        return told.Message;
    }

    private MySqlTarget Target(string connectionString) => new("mysql", Maria.Source(connectionString), new MySqlTargetOptions { Clock = clock });

    private async Task ExportAsync(string name)
    {
        await RunAsync(Export(name, Hive.Schema));
        List<string> exported = Schema();
        await using (MySqlTarget target = await PreparedAsync())
        {
        }

        Assert.Equal(exported, Schema());
        await maria.ClearAsync();
        await using (MySqlTarget target = await PreparedAsync())
        {
        }

        Assert.Equal(exported, Schema());
    }

    private static string Export(string name, HiveSchema schema)
    {
        IServiceCollection services = new ServiceCollection();
        MySqlAdapter.Register(services);
        return Assert.Single(services.BuildServiceProvider().GetServices<IHiveExport>().Single(one => one.Name == name).Export(schema)).Content;
    }

    private Task RunAsync(string sql)
        => ServerProcess.DoAsync(new ServerCommand(Tool.Require("mariadb", "mariadb-client"), "--no-defaults", "-h", "127.0.0.1", "-P", $"{maria.Server.Port}", $"-u{MariaDbServer.User}", $"-p{MariaDbServer.User}", MariaDbServer.User), sql);

    private List<string> Schema() => [.. maria.Read("select concat(cast(table_name as char), '.', cast(column_name as char), ' ', cast(column_type as char), ' ', cast(is_nullable as char), ' ', ifnull(cast(collation_name as char), '-')) from information_schema.columns where table_schema = database() order by 1").Select(static row => (string)row[0])];
}
