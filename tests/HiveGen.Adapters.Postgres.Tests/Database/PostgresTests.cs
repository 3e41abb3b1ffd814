using HiveGen.Tests;
using Npgsql;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>What only PostgreSQL has: rules that somebody adds, rights, views, ghosts, locks.</summary>
[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PostgresTests(ServerFixture<PostgresServer> fixture) : ConformanceTests(new PostgresProbe(fixture.Server))
{
    private static readonly TargetCursor One = new("session_a", 10, 1, 12);
    private static readonly TargetCursor Two = new("session_a", 20, 1, 25);

    private TestDatabase Database => ((PostgresProbe)Probe).Database;

    [ServerFact]
    public async Task A_missing_parent_is_a_dependency_and_the_cursor_goes_on()
    {
        await PrepareAsync();
        await Database.RunAsync("ALTER TABLE notes ADD CONSTRAINT parent FOREIGN KEY (body) REFERENCES notes (id)");
        SyncItem orphan = Items.Note("n1", 5, body: "nobody");

        IReadOnlyList<ItemOutcome> alone = await Target.SendAsync(new SendBatch([orphan], new CursorMove(Items.Home, null, One)), CancellationToken.None);

        Assert.Equal(ItemStatus.Dependency, Assert.Single(alone).Status);
        Assert.Equal(One, await Target.ReadCursorAsync(Items.Home, CancellationToken.None));
        Assert.Equal(TargetFailure.Batch, (await Assert.ThrowsAsync<TargetException>(() => SendAsync(orphan, Items.Note("n2", 6)))).Failure);
        await StoredAsync();
    }

    [ServerFact]
    public async Task A_unique_index_that_somebody_added_makes_a_record_wait()
    {
        await PrepareAsync();
        await Database.RunAsync("CREATE UNIQUE INDEX titles ON notes (title)");
        await ApplyAsync(Items.Note("n1", 5, "taken"));
        Assert.Equal(ItemStatus.Retry, await StatusOf(Items.Note("n2", 6, "taken")));
        await ApplyAsync(Items.Note("n1", 7, "free"), Items.Note("n2", 8, "taken"));
    }

    [ServerFact]
    public async Task A_row_that_a_trigger_discards_is_told()
    {
        await PrepareAsync();
        await Database.RunAsync("CREATE FUNCTION discard() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TRIGGER discard BEFORE INSERT ON notes FOR EACH ROW WHEN (NEW.title = 'no') EXECUTE FUNCTION discard()");

        IReadOnlyList<ItemOutcome> outcomes = await SendAsync(Items.Note("n1", 5), Items.Note("n2", 6, "no"));

        Assert.Equal([ItemStatus.Applied, ItemStatus.Permanent], outcomes.Select(static outcome => outcome.Status));
        Assert.Contains("trigger", outcomes[1].Error, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task Of_several_items_of_a_record_the_newest_is_written_wherever_it_stands()
    {
        await PrepareAsync();

        IReadOnlyList<ItemOutcome> outcomes = await SendAsync(Items.Note("n1", 5, "a"), Items.Note("n2", 6), Items.Note("n1", 9, "c"), Items.Note("n1", 7, "b"));

        Assert.Equal([ItemStatus.Stale, ItemStatus.Applied, ItemStatus.Applied, ItemStatus.Stale], outcomes.Select(static outcome => outcome.Status));
        await StoredAsync(Items.Note("n1", 9, "c"), Items.Note("n2", 6));
    }

    [ServerFact]
    public async Task A_user_without_the_right_to_make_tables_uses_those_that_are_there()
    {
        await PrepareAsync();
        await Database.RunAsync("DROP ROLE IF EXISTS writer; CREATE ROLE writer LOGIN PASSWORD 'w'; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO writer");
        HiveTarget writer = Keep(new PostgresTarget("writer", Database.Url.Replace("hive:hive@", "writer:w@", StringComparison.Ordinal)));

        await writer.PrepareAsync(Items.Models, CancellationToken.None);
        await writer.SendAsync(new SendBatch([Items.Note("n1", 5)], new CursorMove(Items.Home, null, One)), CancellationToken.None);
        await StoredAsync(Items.Note("n1", 5));

        await Probe.DropAsync(Items.Notes);
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await writer.PrepareAsync(Items.Models, CancellationToken.None));
        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("hive export postgres", refused.Message, StringComparison.Ordinal);
        await Database.RunAsync("DROP OWNED BY writer; DROP ROLE writer");
    }

    [ServerFact]
    public async Task A_server_without_encryption_is_refused_where_it_is_required()
    {
        HiveTarget target = Keep(new PostgresTarget("tls", Database.Url + "?sslmode=require"));

        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync(Items.Home, CancellationToken.None));

        Assert.Equal(TargetFailure.Configuration, refused.Failure);
    }

    [ServerFact]
    public async Task A_live_view_grows_under_views_that_are_built_on_it()
    {
        SyncModel before = HiveGen.Targets.Conformance.Before.Hive.Schema.Synced.Single(static model => model.Name == "growing");
        await PrepareAsync(before);
        await Database.RunAsync("CREATE VIEW report AS SELECT * FROM growing_live");

        await PrepareAsync(Items.Of<GrowingSync>());
        await ApplyAsync(Items.Item("g1", 6, new GrowingSync { Id = "g1", Name = "new", Nickname = "nick", Plan = "pro", Points = 7 }), Items.Gone<GrowingSync>("g2", 7));

        Assert.Equal("nick", await Database.OneAsync<string>("SELECT string_agg(nickname, ',') FROM growing_live"));
        Assert.Equal(1, await Database.OneAsync<long>("SELECT count(*) FROM report"));
    }

    [ServerFact]
    public async Task A_table_that_somebody_changed_is_told_unless_it_still_fits()
    {
        await PrepareAsync();
        await Database.RunAsync("DROP VIEW notes_live; ALTER TABLE notes ALTER COLUMN rank TYPE bigint, ALTER COLUMN title TYPE varchar(500), ALTER COLUMN created_at TYPE timestamptz(6)");
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5));
        await StoredAsync(Items.Note("n1", 5));
        Assert.Contains("\"body\" of \"notes\" is NOT NULL here", await ToldAsync("ALTER TABLE notes ALTER COLUMN body SET DEFAULT '', ALTER COLUMN body SET NOT NULL", "UPDATE notes SET body = ''"), StringComparison.Ordinal);
        await Database.RunAsync("ALTER TABLE notes ALTER COLUMN body DROP NOT NULL");
        Assert.Contains("\"created_at\" of \"notes\" is timestamp(3) with time zone here, and the app now sends timestamp with time zone", await ToldAsync("DROP VIEW IF EXISTS notes_live; ALTER TABLE notes ALTER COLUMN created_at TYPE timestamptz(3)"), StringComparison.Ordinal);
        await Database.RunAsync("ALTER TABLE notes ALTER COLUMN created_at TYPE timestamptz");
        Assert.Contains("\"id\" of \"notes\" is no key of its own here", await ToldAsync("ALTER TABLE notes DROP CONSTRAINT notes_pkey", "CREATE UNIQUE INDEX both_of_them ON notes (id, title)", "CREATE UNIQUE INDEX of_some ON notes (id) WHERE rank > 7"), StringComparison.Ordinal);
        await Database.RunAsync("CREATE UNIQUE INDEX a_key ON notes (id)");
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 6));
    }

    private async Task<string> ToldAsync(params string[] changes)
    {
        foreach (string change in changes.Reverse())
        {
            await Database.RunAsync(change);
        }

        TargetException told = await Assert.ThrowsAsync<TargetException>(async () => await Open().PrepareAsync(Items.Models, CancellationToken.None));
        Assert.Equal(TargetFailure.Schema, told.Failure);
        return told.Message;
    }

    [ServerFact]
    public async Task A_column_that_the_app_knows_nothing_of_and_that_must_have_a_value_is_told_before_a_record_pays_for_it()
    {
        await PrepareAsync();
        await Database.RunAsync("ALTER TABLE notes ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY, ADD COLUMN shouted text NOT NULL GENERATED ALWAYS AS (coalesce(upper(title), '')) STORED, ADD COLUMN given text NOT NULL DEFAULT 'x', ADD COLUMN other text");
        HiveTarget target = Open();
        await target.PrepareAsync(Items.Models, CancellationToken.None);
        await ApplyAsync(Items.Note("n1", 5), Items.Gone("n2", 6));
        await ApplyAsync(NewItem.Note("n3", 7));

        await Database.RunAsync("ALTER TABLE notes ALTER COLUMN given DROP DEFAULT");
        TargetException told = await Assert.ThrowsAsync<TargetException>(async () => await target.PrepareAsync(Items.Models, CancellationToken.None));

        Assert.Equal(TargetFailure.Schema, told.Failure);
        Assert.Contains("\"given\" of \"notes\" is NOT NULL here", told.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_table_of_another_program_is_left_alone()
    {
        await Database.RunAsync("CREATE TABLE notes (id text PRIMARY KEY, mine text)");

        TargetException refused = await Assert.ThrowsAsync<TargetException>(() => PrepareAsync());

        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("another program's", refused.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_rolled_back_cursor_takes_its_data_with_it_and_a_lock_makes_its_mover_wait()
    {
        await PrepareAsync();
        await Target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, One)), CancellationToken.None);
        await using NpgsqlConnection other = await Database.OpenAsync();
        await using NpgsqlTransaction held = await other.BeginTransactionAsync();
        await using NpgsqlCommand move = new("UPDATE _hive_cursor SET seq = 15", other);
        await move.ExecuteNonQueryAsync();

        // Somebody moves the cursor and has not committed: neither a check nor a move may overtake it.
        Task<IReadOnlyList<ItemOutcome>>[] sends =
        [
            Target.SendAsync(new SendBatch([Items.Note("n1", 5)], new CursorMove(Items.Home, One, One)), CancellationToken.None).AsTask(),
            Target.SendAsync(new SendBatch([Items.Note("n2", 6)], new CursorMove(Items.Home, One, Two)), CancellationToken.None).AsTask(),
        ];
        await Database.WaitersAsync(2);
        await held.CommitAsync();

        foreach (Task<IReadOnlyList<ItemOutcome>> send in sends)
        {
            Assert.Equal(TargetFailure.CursorConflict, (await Assert.ThrowsAsync<TargetException>(() => send)).Failure);
        }

        await StoredAsync();
    }

    [ServerFact]
    public async Task Ghosts_are_purged_after_their_retention_and_never_before_the_cursor_has_passed_them()
    {
        FakeTimeProvider clock = new();
        HiveTarget target = Keep(new PostgresTarget("ghosts", Database.Url, new PostgresTargetOptions { Clock = clock }));
        await PrepareAsync();
        await target.PrepareAsync(Items.Models, CancellationToken.None);
        TargetCursor cursor = new("session_a", 20, 0, 25);
        await target.SendAsync(new SendBatch([Items.Gone("old", 10), Items.Gone("young", 11), Items.Gone("ahead", 30), Items.Gone("other", 5, "hive_2"), Items.Note("live", 12)], new CursorMove(Items.Home, null, cursor)), CancellationToken.None);
        await Database.RunAsync("UPDATE notes SET _synced_at = now() - interval '8 days' WHERE id <> 'young'");

        clock.Advance(TimeSpan.FromMinutes(61));
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, cursor, cursor)), CancellationToken.None);

        Assert.Equal("ahead,live,other,young", await Database.OneAsync<string>("SELECT string_agg(id, ',' ORDER BY id) FROM notes"));
        await Database.RunAsync("UPDATE notes SET _synced_at = now() - interval '8 days'");
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, cursor, cursor)), CancellationToken.None);
        Assert.Equal(1, await Database.OneAsync<long>("SELECT count(*) FROM notes WHERE id = 'young'"));
    }

    [ServerFact]
    public async Task Connections_are_shared_counted_and_bounded()
    {
        await PrepareAsync();
        HiveTarget target = Keep(new PostgresTarget("pool", Database.Url + "?connection_limit=2"));
        await using NpgsqlConnection other = await Database.OpenAsync();
        await using NpgsqlTransaction held = await other.BeginTransactionAsync();
        await using NpgsqlCommand hold = new("LOCK TABLE notes", other);
        await hold.ExecuteNonQueryAsync();

        Task<IReadOnlyList<ItemOutcome>>[] sends = [.. Enumerable.Range(0, 2).Select(i => target.SendAsync(new SendBatch([Items.Note($"n{i}", 5)], null), CancellationToken.None).AsTask())];
        await Database.WaitersAsync(2);
        Assert.Equal(new TargetConnections(2, 2), target.Connections);
        await held.RollbackAsync();
        await Task.WhenAll(sends);

        Assert.Equal(new TargetConnections(0, 2), target.Connections);
    }

    [ServerFact]
    public async Task Infinite_first_and_last_dates_are_dates()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Item("e1", 5, new EverythingSync { Id = "e1", Timestamp = DateTimeOffset.MinValue, TimestampOrNull = DateTimeOffset.MaxValue, Date = DateOnly.MinValue, DateOrNull = DateOnly.MaxValue }));

        Assert.Equal("0001-01-01 00:00:00+00,9999-12-31 23:59:59.999999+00,0001-01-01,9999-12-31", await Database.OneAsync<string>(
            "SELECT concat_ws(',', timestamp AT TIME ZONE 'UTC' || '+00', timestamp_or_null AT TIME ZONE 'UTC' || '+00', date, date_or_null) FROM everything"));
    }

    [ServerFact]
    public async Task What_only_another_program_can_have_written_is_read_as_another_value()
    {
        await PrepareAsync();
        SyncItem item = Items.Item("e1", 5, new EverythingSync { Id = "e1", Timestamp = DateTimeOffset.UnixEpoch, Date = new DateOnly(2026, 1, 1), DecimalOrNull = 1.5m, Decimal = 2 });
        await ApplyAsync(item);
        IReadOnlyList<BucketDigest> before = await Target.DigestAsync(item.Model, Items.Home, 16, CancellationToken.None);
        foreach (string value in new[] { "date = 'infinity'", "date = '-infinity'", "date = '4713-01-01 BC'", "date = '20000-01-01'", "timestamp = 'infinity'", "timestamp = '-infinity'", "timestamp = '4713-01-01 BC'", "decimal = 'NaN'", "time = '24:00'", "duration = '178000000 years'" })
        {
            await Database.RunAsync($"UPDATE everything SET {value}");
            Assert.NotEqual(before, await Target.DigestAsync(item.Model, Items.Home, 16, CancellationToken.None));
        }
    }
}
