using Npgsql;

namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>What connection strings and servers may be set to.</summary>
[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class ConnectionTests(ServerFixture<PostgresServer> fixture) : ConformanceTests(new PostgresProbe(fixture.Server))
{
    private TestDatabase Database => ((PostgresProbe)Probe).Database;

    [ServerFact]
    public Task A_target_works_over_shared_connections() => WorksAsync("Multiplexing=true");

    [ServerFact]
    public Task A_target_works_without_a_pool() => WorksAsync("Pooling=false");

    [ServerFact]
    public Task A_target_works_with_prepared_statements() => WorksAsync("Max Auto Prepare=20;Auto Prepare Min Usages=1");

    [ServerFact]
    public Task A_target_works_where_transactions_are_serializable_and_texts_are_read_in_the_old_way()
        => WorksAsync("Options=-c default_transaction_isolation=serializable -c standard_conforming_strings=off -c DateStyle=SQL,DMY -c IntervalStyle=sql_standard -c bytea_output=escape");

    [ServerFact]
    public Task A_target_works_in_a_schema_of_its_own() => WorksAsync("Search Path=mirror", "mirror");

    [ServerFact]
    public Task A_target_works_in_the_first_schema_of_several() => WorksAsync("Search Path=\"mirror, public\"", "mirror");

    private async Task WorksAsync(string said, string schema = "public")
    {
        await Database.RunAsync("CREATE SCHEMA mirror");
        HiveTarget target = Keep(new PostgresTarget("set", $"{PostgresUrl.Parse(Database.Url).ConnectionString};{said}"));
        await target.PrepareAsync(Items.Models, CancellationToken.None);
        await target.PrepareAsync(Items.Models, CancellationToken.None);
        for (int version = 5; version < 8; version++)
        {
            await target.SendAsync(new SendBatch([NewItem.Note("n1", version), NewItem.Note("n2", 5), Items.Gone("n3", version)], null), CancellationToken.None);
        }

        Assert.Equal("n1 7,n2 5,n3 7", await Database.OneAsync<string>($"SELECT string_agg(id || ' ' || _version, ',' ORDER BY id) FROM {schema}.notes"));
        Assert.Equal(3, (await target.ReadBucketsAsync(Items.Notes, Items.Home, 1, new HashSet<int> { 0 }, 9, CancellationToken.None)).Count);
    }

    [ServerFact]
    public async Task A_read_only_replica_is_told()
    {
        await PrepareAsync();
        Assert.Contains("name the primary", await RefusedAsync("default_transaction_read_only = on", TargetFailure.Configuration), StringComparison.Ordinal);
    }

    [ServerFact]
    public Task A_lock_that_is_not_given_in_time_passes() => HoldAsync("lock_timeout = 50", TargetFailure.Transient);

    [ServerFact]
    public Task A_statement_that_takes_too_long_is_a_timeout() => HoldAsync("statement_timeout = 500", TargetFailure.Timeout);

    private async Task HoldAsync(string setting, TargetFailure failure)
    {
        await PrepareAsync();
        await using NpgsqlConnection other = await Database.OpenAsync();
        await using NpgsqlTransaction held = await other.BeginTransactionAsync();
        await using NpgsqlCommand hold = new("LOCK TABLE notes", other);
        await hold.ExecuteNonQueryAsync();
        await RefusedAsync(setting, failure);
    }

    /// <summary>What a server that is set so tells of a batch.</summary>
    private async Task<string> RefusedAsync(string setting, TargetFailure failure)
    {
        await Database.RunAsync($"ALTER DATABASE {Database.Name} SET {setting}");
        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await Open().SendAsync(new SendBatch([NewItem.Note("n1", 5)], null), CancellationToken.None));
        Assert.Equal(failure, refused.Failure);
        return refused.Message;
    }

    [ServerFact]
    public async Task Hosts_that_are_all_down_will_come_back()
    {
        HiveTarget target = Keep(new PostgresTarget("down", "postgres://u:s3cret@127.0.0.1:1,127.0.0.1:2/d?target_session_attrs=primary"));

        TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync(Items.Home, CancellationToken.None));

        Assert.Equal(TargetFailure.Transient, refused.Failure);
        Assert.Contains("127.0.0.1:1", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.ToString(), StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task One_that_is_down_beside_one_that_refuses_the_password_will_come_back_and_passwords_that_are_all_refused_are_told()
    {
        Assert.Equal(TargetFailure.Transient, await FailureAsync("127.0.0.1:1"));
        Assert.Equal(TargetFailure.Configuration, await FailureAsync($"localhost:{fixture.Server.Port}"));

        async Task<TargetFailure> FailureAsync(string host)
        {
            HiveTarget target = Keep(new PostgresTarget("some", $"postgres://hive:wrong@127.0.0.1:{fixture.Server.Port},{host}/{Database.Name}"));
            return (await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync(Items.Home, CancellationToken.None))).Failure;
        }
    }
}
