namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>What a pooler in transaction mode would break.</summary>
[Collection(PoolerCollection.Name)]
[Requires<PgBouncerServer>]
public sealed class NeonTests(PoolerFixture fixture) : ConformanceTests(new NeonProbe(fixture))
{
    private TestDatabase Database => ((PostgresProbe)Probe).Database;

    [ServerFact]
    public async Task Nothing_is_prepared_and_nothing_is_left_in_a_session()
    {
        await PrepareAsync();
        for (int i = 0; i < 20; i++)
        {
            await ApplyAsync(Items.Note("n1", 5 + i));
        }

        // The pooler's own sessions, of which there are few: whatever the adapter left would be in them.
        await using Npgsql.NpgsqlConnection pooled = new(((NeonProbe)Probe).ConnectionString);
        await pooled.OpenAsync();
        await using Npgsql.NpgsqlCommand left = new("SELECT (SELECT count(*) FROM pg_prepared_statements) + (SELECT count(*) FROM pg_listening_channels()) + (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory') + (SELECT count(*) FROM pg_class WHERE relpersistence = 't')", pooled);
        Assert.Equal(0L, await left.ExecuteScalarAsync());
        Assert.True(await Database.OneAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE datname = '{Database.Name}' AND application_name LIKE '%HiveGen%'") > 0);
    }

    [ServerFact]
    public async Task Many_batches_at_once_share_few_sessions()
    {
        await PrepareAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(batch => SendAsync([.. Enumerable.Range(0, 50).Select(i => Items.Note($"n{batch}_{i}", 5))])));
        Assert.Equal(2000, (await Probe.ReadAsync(Items.Notes)).Count);
    }

    [ServerFact]
    public async Task A_parameter_that_a_pooler_does_not_take_is_told_with_the_way_around_it()
    {
        HiveTarget target = Keep(new PostgresTarget("parameter", fixture.Pooler.UrlOf(Database.Name) + "?schema=mirror"));

        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync(Items.Home, CancellationToken.None));

        Assert.Equal(TargetFailure.Configuration, refused.Failure);
        Assert.Contains("ALTER ROLE", refused.Message, StringComparison.Ordinal);
    }
}
