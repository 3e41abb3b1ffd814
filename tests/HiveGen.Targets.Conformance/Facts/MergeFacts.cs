namespace HiveGen.Targets.Conformance;

/// <summary>Requests without a version: given fields over what is stored, in arrival order.</summary>
public abstract class MergeFacts(TargetProbe probe) : ConformanceTests(probe)
{
    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await PrepareAsync();
    }

    [ServerFact]
    public async Task A_create_is_stored_with_the_defaults_of_what_was_not_given()
    {
        await ApplyAsync(Items.Merge("n1", SyncOperation.Create, new NoteSync { Title = "one" }));
        await StoredAsync(Http("n1", 1, "one"));
    }

    [ServerFact]
    public async Task Only_given_fields_change_and_null_is_one()
    {
        await ApplyAsync(Items.Merge("n1", SyncOperation.Create, new NoteSync { Title = "one", Body = "body", Rank = 7 }));
        await ApplyAsync(Items.Merge("n1", SyncOperation.Update, new NoteSync { Title = "two" }));
        await StoredAsync(Http("n1", 2, "two", "body", 7));
        await ApplyAsync(Items.Merge("n1", SyncOperation.Update, new NoteSync { Body = null, Rank = 8 }));
        await StoredAsync(Http("n1", 3, "two", null, 8));
    }

    [ServerFact]
    public async Task A_repeated_create_resets_nothing()
    {
        await ApplyAsync(Items.Merge("n1", SyncOperation.Create, new NoteSync { Title = "one", Rank = 7 }));
        await ApplyAsync(Items.Merge("n1", SyncOperation.Create, new NoteSync { Title = "two" }));
        await StoredAsync(Http("n1", 2, "two", rank: 7));
    }

    [ServerFact]
    public async Task An_update_of_what_is_not_there_adds_it()
    {
        await ApplyAsync(Items.Merge("n1", SyncOperation.Update, new NoteSync { Title = "one", Rank = 3 }));
        await StoredAsync(Http("n1", 1, "one", rank: 3));
    }

    [ServerFact]
    public async Task A_delete_leaves_a_ghost_and_a_repeated_one_is_stale()
    {
        await ApplyAsync(Items.Merge("n1", SyncOperation.Create, new NoteSync { Title = "one", Body = "secret" }));
        await ApplyAsync(Items.Merge("n1", SyncOperation.Delete, null));
        Assert.Equal(ItemStatus.Stale, await StatusOf(Items.Merge("n1", SyncOperation.Delete, null)));
        await StoredAsync(Items.Gone("n1", 2, "http"));
    }

    [ServerFact]
    public async Task An_update_of_a_ghost_is_a_conflict()
    {
        await ApplyAsync(Items.Merge("n1", SyncOperation.Create, new NoteSync { Title = "one" }));
        await ApplyAsync(Items.Merge("n1", SyncOperation.Delete, null));
        ItemOutcome outcome = Assert.Single(await SendAsync(Items.Merge("n1", SyncOperation.Update, new NoteSync { Title = "two" })));
        Assert.Equal(ItemStatus.Conflict, outcome.Status);
        Assert.Contains("deleted", outcome.Error, StringComparison.OrdinalIgnoreCase);
        await StoredAsync(Items.Gone("n1", 2, "http"));
    }

    [ServerFact]
    public async Task A_create_revives_a_ghost_without_what_it_was()
    {
        await ApplyAsync(Items.Merge("n1", SyncOperation.Create, new NoteSync { Title = "one", Body = "secret", Rank = 7 }));
        await ApplyAsync(Items.Merge("n1", SyncOperation.Delete, null));
        await ApplyAsync(Items.Merge("n1", SyncOperation.Create, new NoteSync { Title = "two" }));
        await StoredAsync(Http("n1", 3, "two"));
    }

    [ServerFact]
    public async Task A_row_of_a_Hive_is_not_merged_into()
    {
        await ApplyAsync(Items.Note("n1", 9, "ours"), Items.Gone("n2", 10));
        foreach (string id in new[] { "n1", "n2" })
        {
            Assert.Equal(ItemStatus.Conflict, await StatusOf(Items.Merge(id, SyncOperation.Create, new NoteSync { Title = "x" })));
            Assert.Equal(ItemStatus.Conflict, await StatusOf(Items.Merge(id, SyncOperation.Update, new NoteSync { Title = "x" })));
            Assert.Equal(ItemStatus.Conflict, await StatusOf(Items.Merge(id, SyncOperation.Delete, null)));
        }

        await StoredAsync(Items.Note("n1", 9, "ours"), Items.Gone("n2", 10));
    }

    [ServerFact]
    public async Task A_row_of_a_request_is_a_conflict_for_a_Hive()
    {
        await ApplyAsync(Items.Merge("n1", SyncOperation.Create, new NoteSync { Title = "theirs" }));
        Assert.Equal(ItemStatus.Conflict, await StatusOf(Items.Note("n1", 100, "ours")));
        await StoredAsync(Http("n1", 1, "theirs"));
    }

    [ServerFact]
    public async Task Merges_and_whole_records_may_be_in_one_batch()
    {
        await ApplyAsync(Items.Merge("n0", SyncOperation.Create, new NoteSync { Title = "zero", Body = "stays" }));
        await ApplyAsync(
            Items.Merge("n0", SyncOperation.Update, new NoteSync { Title = "changed" }), Items.Note("n1", 5), Items.Merge("n2", SyncOperation.Create, new NoteSync { Title = "two" }), Items.Gone("n3", 6));
        await StoredAsync(Http("n0", 2, "changed", "stays"), Items.Note("n1", 5), Http("n2", 1, "two"), Items.Gone("n3", 6));
    }

    [ServerFact]
    public async Task Merges_at_the_same_time_lose_nothing_of_each_other()
    {
        await ApplyAsync(Items.Merge("n1", SyncOperation.Create, new NoteSync { Title = "one" }));
        await Task.WhenAll(
            Race.ApplyAsync(Open(), Items.Merge("n1", SyncOperation.Update, new NoteSync { Title = "two" })),
            Race.ApplyAsync(Open(), Items.Merge("n1", SyncOperation.Update, new NoteSync { Body = "body" })),
            Race.ApplyAsync(Target, Items.Merge("n1", SyncOperation.Update, new NoteSync { Rank = 7 })));
        await StoredAsync(Http("n1", 4, "two", "body", 7));
    }

    private static SyncItem Http(string id, long version, string title, string? body = null, int rank = 0)
        => Items.Item(id, version, new NoteSync { Id = id, Title = title, Body = body, State = "open", Rank = rank, CreatedAt = DateTimeOffset.UnixEpoch }, "http");
}
