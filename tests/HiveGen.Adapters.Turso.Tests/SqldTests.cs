using HiveGen.Adapters.Turso;
using HiveGen.Export;
using HiveGen.Servers;
using HiveGen.Targets;
using HiveGen.Targets.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace HiveGen.Tests;

/// <summary>What only libSQL has.</summary>
[Collection(SqldCollection.Name), Requires<SqldServer>]
public sealed class SqldTests(Sqld sqld) : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();

    public Task InitializeAsync() => sqld.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [ServerFact]
    public async Task A_token_that_is_missing_wrong_or_read_only_is_a_matter_of_configuration_and_is_told_apart()
    {
        await using (TursoTarget writer = await PreparedAsync())
        {
        }

        Assert.Contains("answered 401", await RefusedAsync(null), StringComparison.Ordinal);
        Assert.Contains("answered 401", await RefusedAsync("not-a-token"), StringComparison.Ordinal);
        string readOnly = await RefusedAsync(sqld.Tokens.ReadOnly);
        Assert.Contains("may not write", readOnly, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_batch_beyond_the_parameters_of_a_statement_takes_several()
    {
        await using TursoTarget target = await PreparedAsync();
        SyncItem[] items = [.. Enumerable.Range(0, 2_000).Select(static i => Items.Item($"e{i}", i + 1, new EverythingSync { Id = $"e{i}", Text = $"{i}" }))];
        Assert.True(items.Length * items[0].Model.Fields.Count > 2 * 32_766);
        IReadOnlyList<ItemOutcome> outcomes = await target.SendAsync(new SendBatch(items, null), CancellationToken.None);
        Assert.All(outcomes, static outcome => Assert.Equal(ItemStatus.Applied, outcome.Status));
        Assert.Equal("2000", (await sqld.ReadAsync("SELECT count(*) FROM everything_live"))[0][0].GetProperty("value").GetString());
    }

    [ServerFact]
    public async Task A_record_with_a_missing_parent_waits_for_it_and_the_cursor_moves()
    {
        await using TursoTarget target = await PreparedAsync();
        await sqld.ReadAsync("DROP VIEW leaves_live");
        await sqld.ReadAsync("DROP TABLE leaves");
        await sqld.ReadAsync("CREATE TABLE leaves (id TEXT NOT NULL PRIMARY KEY, note TEXT REFERENCES notes(id), above TEXT, text TEXT, _version INTEGER NOT NULL, _deleted INTEGER NOT NULL DEFAULT 0, _home TEXT NOT NULL, _synced_at INTEGER NOT NULL)");
        SyncItem leaf = Items.Item("l1", 5, new LeafSync { Id = "l1", Note = "n1" });
        CursorMove move = new(Items.Home, null, new TargetCursor("s", 1, 1, 5));
        ItemOutcome outcome = Assert.Single(await target.SendAsync(new SendBatch([leaf], move), CancellationToken.None));
        Assert.Equal(ItemStatus.Dependency, outcome.Status);
        Assert.Equal(move.To, await target.ReadCursorAsync(Items.Home, CancellationToken.None));
        Assert.Equal([ItemStatus.Applied, ItemStatus.Applied], (await target.SendAsync(new SendBatch([Items.Note("n1", 6), leaf], null), CancellationToken.None)).Select(static one => one.Status));
    }

    [ServerFact]
    public async Task A_value_that_only_another_program_can_have_written_differs_and_stops_no_comparison()
    {
        await using TursoTarget target = await PreparedAsync();
        SyncItem item = Items.Item("e1", 5, new EverythingSync { Id = "e1", Text = "text" });
        await target.SendAsync(new SendBatch([item], null), CancellationToken.None);
        IReadOnlyList<BucketDigest> before = await target.DigestAsync(item.Model, Items.Home, 16, CancellationToken.None);
        foreach (string value in new[] { "date = 'soon'", "guid = 'none'", "json = '{'", "time = -1", "timestamp = 9223372036854775807" })
        {
            await sqld.ReadAsync($"UPDATE everything SET {value}");
            IReadOnlyList<BucketDigest> after = await target.DigestAsync(item.Model, Items.Home, 16, CancellationToken.None);
            Assert.NotEqual(before, after);
            Assert.Equal(1, after.Sum(static bucket => bucket.Count));
        }
    }

    [ServerFact]
    public async Task Two_servers_that_make_the_same_version_at_the_same_microsecond_are_told_apart()
    {
        await using TursoTarget first = await PreparedAsync();
        await using TursoTarget second = Target(sqld.Tokens.ReadWrite);
        Assert.Equal(ItemStatus.Applied, Assert.Single(await first.SendAsync(new SendBatch([Items.Note("n1", 2, "first", home: "http")], null), CancellationToken.None)).Status);
        Assert.Equal(ItemStatus.Stale, Assert.Single(await second.SendAsync(new SendBatch([Items.Note("n1", 2, "second", home: "http")], null), CancellationToken.None)).Status);
    }

    [ServerFact]
    public async Task Ghosts_go_after_their_retention_but_never_before_the_cursor_passed_them()
    {
        await using TursoTarget target = await PreparedAsync();
        await target.SendAsync(new SendBatch([Items.Gone("passed", SyncVersion.Of(1, 5)), Items.Gone("ahead", SyncVersion.Of(1, 50)), Items.Note("live", SyncVersion.Of(1, 5)), Items.Gone("theirs", 1, "hive_2"), Items.Gone("nobody's", 1, "http")], null), CancellationToken.None);
        TargetCursor ten = new("s", 10, 1);
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, ten)), CancellationToken.None);
        Assert.Equal(["ahead", "live", "nobody's", "passed", "theirs"], await IdsAsync());
        clock.Advance(TimeSpan.FromDays(8));
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, ten, ten)), CancellationToken.None);
        Assert.Equal(["ahead", "live", "theirs"], await IdsAsync());
    }

    [ServerFact]
    public async Task Of_a_table_without_row_numbers_only_ghosts_go()
    {
        await using TursoTarget target = await PreparedAsync();
        string table = Assert.Single(await sqld.ReadAsync("SELECT sql FROM sqlite_schema WHERE name = 'notes' AND type = 'table'"))[0].GetProperty("value").GetString()!;
        await sqld.ReadAsync("DROP VIEW notes_live");
        await sqld.ReadAsync("DROP TABLE notes");
        await sqld.ReadAsync(table.Replace(" STRICT", "", StringComparison.Ordinal) + " WITHOUT ROWID");
        TargetCursor ten = new("s", 10, 1);
        await target.SendAsync(new SendBatch([Items.Gone("gone", SyncVersion.Of(1, 5)), Items.Note("live", SyncVersion.Of(1, 5))], new CursorMove(Items.Home, null, ten)), CancellationToken.None);
        clock.Advance(TimeSpan.FromDays(8));
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, ten, ten)), CancellationToken.None);
        Assert.Equal(["live"], await IdsAsync());
    }

    [ServerFact]
    public async Task The_export_makes_what_the_target_makes()
    {
        IServiceCollection services = new ServiceCollection();
        TursoAdapter.Register(services);
        IHiveExport export = services.BuildServiceProvider().GetServices<IHiveExport>().Single(static one => one.Name == "turso");
        string sql = Assert.Single(export.Export(Hive.Schema)).Content;
        foreach (string statement in sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await sqld.ReadAsync(statement);
        }

        List<string> exported = await SchemaAsync();
        await using (TursoTarget target = await PreparedAsync())
        {
        }

        Assert.Equal(exported, await SchemaAsync());
        await sqld.ClearAsync();
        await using (TursoTarget target = await PreparedAsync())
        {
        }

        Assert.Equal(exported, await SchemaAsync());
    }

    private async Task<TursoTarget> PreparedAsync()
    {
        TursoTarget target = Target(sqld.Tokens.ReadWrite);
        await target.PrepareAsync(Items.Models, CancellationToken.None);
        return target;
    }

    private TursoTarget Target(string? token) => new("turso", sqld.Server.Url.AbsoluteUri, new TursoTargetOptions { AuthToken = token, Clock = clock });

    private async Task<string> RefusedAsync(string? token)
    {
        await using TursoTarget target = Target(token);
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("n1", 1)], null), CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.DoesNotContain(token ?? "Bearer", refused.ToString(), StringComparison.Ordinal);
        return refused.Message;
    }

    private async Task<List<string>> IdsAsync() => [.. (await sqld.ReadAsync("SELECT id FROM notes ORDER BY id")).Select(static row => row[0].GetProperty("value").GetString()!)];

    private async Task<List<string>> SchemaAsync()
        => [.. (await sqld.ReadAsync("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'libsql_%' ORDER BY name")).Select(static row => row[0].GetProperty("value").GetString()!)];
}
