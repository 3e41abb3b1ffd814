namespace HiveGen.Adapters.Postgres.Tests;

/// <summary>What the database's owner has put in the way, and names that PostgreSQL would cut off.</summary>
[Collection(PostgresCollection.Name)]
[Requires<PostgresServer>]
public sealed class RefusedTests(ServerFixture<PostgresServer> fixture) : ConformanceTests(new PostgresProbe(fixture.Server))
{
    private static readonly CursorMove Move = new(Items.Home, null, new TargetCursor("a", 1, 1));

    private TestDatabase Database => ((PostgresProbe)Probe).Database;

    [ServerFact]
    public async Task Row_level_security_without_a_policy_holds_the_target_up_until_there_is_one()
    {
        await PrepareAsync(Items.Models);
        await ApplyAsync(Items.Note("n1", 5));
        string role = Database.Name + "_app";
        await Database.RunAsync($"CREATE ROLE {role} LOGIN PASSWORD 'a'; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}; ALTER TABLE notes ENABLE ROW LEVEL SECURITY");
        HiveTarget target = Keep(new PostgresTarget("app", Database.Url.Replace("hive:hive@", role + ":a@", StringComparison.Ordinal)));
        await target.PrepareAsync(Items.Models, CancellationToken.None);

        foreach (SyncItem item in new[] { Items.Note("n1", 6), NewItem.Note("n2", 7), Items.Gone("n1", 8) })
        {
            TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([item], Move), CancellationToken.None));
            Assert.Equal(TargetFailure.Configuration, refused.Failure);
            Assert.Contains("BYPASSRLS", refused.Message, StringComparison.Ordinal);
        }

        await StoredAsync(Items.Note("n1", 5));
        await Database.RunAsync($"CREATE POLICY app ON notes TO {role} USING (true)");
        Assert.All(await target.SendAsync(new SendBatch([Items.Note("n1", 6), NewItem.Note("n2", 7)], Move), CancellationToken.None), static outcome => Assert.Equal(ItemStatus.Applied, outcome.Status));
        await StoredAsync(Items.Note("n1", 6), Items.Note("n2", 7));
        await Database.RunAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
    }

    [ServerFact]
    public async Task A_row_that_a_rule_discards_is_a_dead_letter_and_the_others_are_written()
    {
        await PrepareAsync();
        await Database.RunAsync("CREATE RULE discards AS ON INSERT TO notes WHERE NEW.id = 'bad' DO INSTEAD NOTHING");

        IReadOnlyList<ItemOutcome> outcomes = await Target.SendAsync(new SendBatch([NewItem.Note("n1", 5), NewItem.Note("bad", 6), NewItem.Note("n2", 7)], Move), CancellationToken.None);

        Assert.Equal([ItemStatus.Applied, ItemStatus.Permanent, ItemStatus.Applied], outcomes.Select(static outcome => outcome.Status));
        Assert.Contains("discards the row", outcomes[1].Error, StringComparison.Ordinal);
        await StoredAsync(Items.Note("n1", 5), Items.Note("n2", 7));
    }

    [ServerFact]
    public async Task A_name_that_PostgreSQL_would_cut_off_holds_the_target_up_before_anything_is_made()
    {
        SyncModel longest = new RenamedModel(Items.Notes, new string('t', 58));
        Assert.Null(PostgresNames.TooLong(longest));
        foreach ((SyncModel model, string told) in new (SyncModel, string)[]
        {
            (new RenamedModel(Items.Notes, new string('t', 59)), $"\"{new string('t', 59)}_live\" may have 63 bytes"),
            (new RenamedModel(Items.Notes, new string('ü', 30)), "has too long a name for PostgreSQL"),
            (new RenamedModel(Items.Notes, "notes", new string('c', 64)), $"The column \"{new string('c', 64)}\" of \"notes\""),
        })
        {
            TargetException refused = await Assert.ThrowsAsync<TargetException>(async () => await Open().PrepareAsync([model], CancellationToken.None));
            Assert.Equal(TargetFailure.Schema, refused.Failure);
            Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0L, await Database.OneAsync<long>("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"));
    }
}
