namespace HiveGen.Targets.Conformance;

/// <summary>What is written, and what is not: versions, ghosts, homes.</summary>
public abstract class GuardFacts(TargetProbe probe) : ConformanceTests(probe)
{
    [ServerFact]
    public async Task A_new_record_is_written_with_its_version_and_home()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5, "one", "body"), Items.Note("n2", 6, "two"));
        await StoredAsync(Items.Note("n1", 5, "one", "body"), Items.Note("n2", 6, "two"));
    }

    [ServerFact]
    public async Task A_newer_version_replaces_the_whole_record()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5, "one", "body"));
        await ApplyAsync(Items.Note("n1", 6, "changed"));
        await StoredAsync(Items.Note("n1", 6, "changed"));
    }

    [ServerFact]
    public async Task An_older_version_is_stale_and_writes_nothing()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5, "five"));
        Assert.Equal(ItemStatus.Stale, await StatusOf(Items.Note("n1", 4, "four")));
        Assert.Equal(ItemStatus.Stale, await StatusOf(Items.Gone("n1", 4)));
        await StoredAsync(Items.Note("n1", 5, "five"));
    }

    [ServerFact]
    public async Task The_same_delivery_twice_is_harmless()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5, "five"), Items.Gone("n2", 6));
        Assert.Equal(ItemStatus.Stale, await StatusOf(Items.Note("n1", 5, "five")));
        Assert.Equal(ItemStatus.Stale, await StatusOf(Items.Gone("n2", 6)));
        await StoredAsync(Items.Note("n1", 5, "five"), Items.Gone("n2", 6));
    }

    [ServerFact]
    public async Task The_same_version_with_other_content_writes_nothing()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5, "five"));
        Assert.Equal(ItemStatus.Stale, await StatusOf(Items.Note("n1", 5, "other")));
        await StoredAsync(Items.Note("n1", 5, "five"));
    }

    [ServerFact]
    public async Task A_delete_leaves_a_ghost_without_content()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5, "secret", "secret"));
        await ApplyAsync(Items.Gone("n1", 7));
        await StoredAsync(Items.Gone("n1", 7));
    }

    [ServerFact]
    public async Task A_delete_of_what_never_came_leaves_a_ghost_too()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Gone("n1", 7));
        await StoredAsync(Items.Gone("n1", 7));
    }

    [ServerFact]
    public async Task A_late_create_cannot_revive_what_was_deleted()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Gone("n1", 7));
        Assert.Equal(ItemStatus.Stale, await StatusOf(Items.Note("n1", 6, "late")));
        await StoredAsync(Items.Gone("n1", 7));
    }

    [ServerFact]
    public async Task A_record_that_is_added_again_lives_again()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5, "first", "body"));
        await ApplyAsync(Items.Gone("n1", 7));
        await ApplyAsync(Items.Note("n1", 8, "again"));
        await StoredAsync(Items.Note("n1", 8, "again"));
    }

    [ServerFact]
    public async Task A_row_of_another_home_is_a_conflict_and_stays_as_it_is()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5, "theirs", home: "hive_2"), Items.Gone("n2", 6, "hive_2"));
        IReadOnlyList<ItemOutcome> outcomes = await SendAsync(Items.Note("n1", 100, "ours"), Items.Note("n2", 101, "ours"));
        Assert.All(outcomes, static outcome => Assert.Equal(ItemStatus.Conflict, outcome.Status));
        Assert.All(outcomes, static outcome => Assert.Contains("hive_2", outcome.Error, StringComparison.Ordinal));
        Assert.Equal(ItemStatus.Conflict, await StatusOf(Items.Gone("n1", 102)));
        await StoredAsync(Items.Note("n1", 5, "theirs", home: "hive_2"), Items.Gone("n2", 6, "hive_2"));
    }

    [ServerFact]
    public async Task An_older_version_of_another_home_is_a_conflict_too()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 50, "theirs", home: "hive_2"));
        Assert.Equal(ItemStatus.Conflict, await StatusOf(Items.Note("n1", 1, "ours")));
        await StoredAsync(Items.Note("n1", 50, "theirs", home: "hive_2"));
    }

    [ServerFact]
    public async Task Each_item_of_a_mixed_batch_has_its_own_outcome()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5), Items.Note("n2", 6, home: "hive_2"), Items.Note("n3", 7), Items.Gone("n4", 8));
        IReadOnlyList<ItemOutcome> outcomes = await SendAsync(
            Items.Note("n1", 4, "stale"), Items.Note("n2", 20, "conflict"), Items.Note("n3", 21, "newer"), Items.Note("n4", 22, "revived"), Items.Note("n5", 23, "new"), Items.Gone("n6", 24));
        Assert.Equal(
            [ItemStatus.Stale, ItemStatus.Conflict, ItemStatus.Applied, ItemStatus.Applied, ItemStatus.Applied, ItemStatus.Applied],
            outcomes.Select(static outcome => outcome.Status));
        await StoredAsync(
            Items.Note("n1", 5), Items.Note("n2", 6, home: "hive_2"), Items.Note("n3", 21, "newer"), Items.Note("n4", 22, "revived"), Items.Note("n5", 23, "new"), Items.Gone("n6", 24));
    }

    [ServerFact]
    public async Task Versions_are_kept_and_compared_exactly_to_the_highest()
    {
        await PrepareAsync();
        long highest = SyncVersion.Of(SyncVersion.MaxEpoch, SyncVersion.MaxSeq);
        await ApplyAsync(Items.Note("n1", highest - 1, "one below"));
        await ApplyAsync(Items.Note("n1", highest, "highest"));
        Assert.Equal(ItemStatus.Stale, await StatusOf(Items.Note("n1", highest - 1, "one below")));
        await StoredAsync(Items.Note("n1", highest, "highest"));
    }

    [ServerFact]
    public async Task Models_are_apart_though_their_ids_are_the_same()
    {
        await PrepareAsync();
        SyncItem user = Items.Item("same", 5, new UserSync { Id = "same", Name = "Ann", Role = null });
        await ApplyAsync(Items.Note("same", 6), user);
        await ApplyAsync(Items.Gone("same", 7));
        await StoredAsync(Items.Gone("same", 7));
        await StoredAsync(Items.Of<UserSync>(), user);
    }

    [ServerFact]
    public async Task Nothing_comes_of_an_empty_batch()
    {
        await PrepareAsync();
        Assert.Empty(await SendAsync());
        await StoredAsync();
    }
}
