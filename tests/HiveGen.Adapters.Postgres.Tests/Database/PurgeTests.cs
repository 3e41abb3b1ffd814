using HiveGen.Tests;
using Npgsql;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>A purge takes old ghosts and nothing else.</summary>
[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class PurgeTests(ServerFixture<PostgresServer> fixture) : ConformanceTests(new PostgresProbe(fixture.Server))
{
    private static readonly TargetCursor At = new("session_a", 99, 0, 99);

    private readonly FakeTimeProvider clock = new();

    private TestDatabase Database => ((PostgresProbe)Probe).Database;

    [ServerFact]
    public async Task Of_a_table_in_parts_it_takes_no_row_that_stands_in_the_same_place_of_another_part()
    {
        await PrepareAsync();
        await Database.RunAsync("""
            DROP VIEW notes_live; ALTER TABLE notes RENAME TO before;
            CREATE TABLE notes (LIKE before INCLUDING DEFAULTS, PRIMARY KEY (id)) PARTITION BY HASH (id);
            CREATE TABLE part_0 PARTITION OF notes FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE part_1 PARTITION OF notes FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            """);
        HiveTarget target = await BeginAsync();
        SyncItem[] notes = [.. Enumerable.Range(0, 20).Select(static i => NewItem.Note($"n{i}", 5 + i))];
        await ApplyAsync(notes);
        string gone = (await Database.OneAsync<string>("SELECT string_agg(id, ',') FROM part_0"))!;
        // The same places as in the other part, from the first on.
        await Database.RunAsync("CREATE TABLE kept AS TABLE part_0; TRUNCATE part_0; INSERT INTO part_0 SELECT id, title, body, state, rank, created_at, _version, true, _home, now() - interval '8 days' FROM kept");

        await PurgeAsync(target);

        await StoredAsync([.. notes.Where(note => !gone.Split(',').Contains(note.RecordId))]);
    }

    [ServerFact]
    public async Task It_leaves_a_record_that_came_back_meanwhile()
    {
        HiveTarget target = await BeginAsync();
        await ApplyAsync(Items.Gone("n1", 5));
        await Database.RunAsync("UPDATE notes SET _synced_at = now() - interval '8 days'");
        await using NpgsqlConnection other = await Database.OpenAsync();
        await using NpgsqlTransaction back = await other.BeginTransactionAsync();
        await using NpgsqlCommand write = new($"UPDATE notes SET title = 'title', state = 'open', rank = 1, created_at = 'epoch', _deleted = false, _version = 7, _synced_at = clock_timestamp() WHERE id = 'n1'", other);
        await write.ExecuteNonQueryAsync();

        Task purge = PurgeAsync(target);
        await Database.WaitersAsync(1);
        await back.CommitAsync();
        await purge;

        await StoredAsync(Items.Note("n1", 7));
    }

    private async Task<HiveTarget> BeginAsync()
    {
        HiveTarget target = Keep(new PostgresTarget("purged", Database.Url, new PostgresTargetOptions { Clock = clock }));
        await target.PrepareAsync(Items.Models, CancellationToken.None);
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, null, At)), CancellationToken.None);
        return target;
    }

    private async Task PurgeAsync(HiveTarget target)
    {
        clock.Advance(TimeSpan.FromMinutes(61));
        await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, At, At)), CancellationToken.None);
    }
}
