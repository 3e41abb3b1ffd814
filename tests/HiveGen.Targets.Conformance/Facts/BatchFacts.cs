namespace HiveGen.Targets.Conformance;

/// <summary>Batches: bad rows, limits, and several writers.</summary>
public abstract class BatchFacts(TargetProbe probe) : ConformanceTests(probe)
{
    private const string Bad = "bad row";

    [ServerFact]
    public async Task A_row_that_the_database_refuses_is_told_apart_from_the_others()
    {
        await PrepareAsync();
        if (!Probe.RefusesRows)
        {
            await Assert.ThrowsAsync<NotSupportedException>(async () => await Probe.RefuseTitleAsync(Bad));
            return;
        }

        await Probe.RefuseTitleAsync(Bad);
        SyncItem[] items = [Items.Note("n1", 5), Items.Note("n2", 6, Bad), Items.Note("n3", 7)];
        if (Probe.BadRows == BadRowReport.Batch)
        {
            TargetException refused = await Assert.ThrowsAsync<TargetException>(() => SendAsync(items));
            Assert.Equal(TargetFailure.Batch, refused.Failure);
            await StoredAsync();
            await RefusedAloneAsync(items[1]);
        }
        else
        {
            IReadOnlyList<ItemOutcome> outcomes = await SendAsync(items);
            Assert.Equal([ItemStatus.Applied, ItemStatus.Permanent, ItemStatus.Applied], outcomes.Select(static outcome => outcome.Status));
            Assert.NotEmpty(outcomes[1].Error!);
        }

        await ApplyAsync(items[0] with { Version = 15 }, items[2] with { Version = 17 });
        await StoredAsync(items[0] with { Version = 15 }, items[2] with { Version = 17 });
    }

    // Alone it is known whose fault it is, so that its outcome may say so.
    private async Task RefusedAloneAsync(SyncItem item)
    {
        try
        {
            Assert.Equal(ItemStatus.Permanent, await StatusOf(item));
        }
        catch (TargetException refused)
        {
            Assert.Equal(TargetFailure.Batch, refused.Failure);
        }
    }

    [ServerFact]
    public async Task The_dispatcher_finds_the_bad_row_and_sends_all_others()
    {
        await PrepareAsync();
        if (!Probe.RefusesRows)
        {
            await Assert.ThrowsAsync<NotSupportedException>(async () => await Probe.RefuseTitleAsync(Bad));
            return;
        }

        await Probe.RefuseTitleAsync(Bad);
        await using SendingHive hive = new(Probe.Create());
        await hive.Hive.Notes.AddAsync(Enumerable.Range(0, 40).Select(static i => new Note { Title = i == 23 ? Bad : "good", Rank = i }));
        TargetStatus status = await hive.UntilAsync(static status => status.Dead == 1 && status is { Lag: 0, Loading: 0, Parked: 0 });
        Assert.Equal(0, status.Restarts);
        DeadLetter letter = Assert.Single(hive.Hive.Sync.ReadDead(hive.Name));
        Assert.Equal(hive.Hive.Notes.Where(static note => note.Title == Bad).ToList().Single().Id, letter.RecordId);
        Assert.NotEmpty(letter.Error);
        IReadOnlyList<StoredRow> rows = await Probe.ReadAsync(Items.Notes);
        Assert.Equal(39, rows.Count);
        Assert.DoesNotContain(letter.RecordId, rows.Select(static row => row.RecordId));
    }

    [ServerFact]
    public async Task As_many_rows_as_it_says_are_taken_at_once()
    {
        await PrepareAsync();
        SyncItem[] items = [.. Enumerable.Range(0, Target.MaxBatch).Select(static i => Items.Note($"n{i}", i + 1))];
        await ApplyAsync(items);
        Assert.Equal(items.Length, (await Probe.ReadAsync(Items.Notes)).Count);
    }

    [ServerFact]
    public async Task More_rows_and_more_bytes_than_it_takes_at_once_arrive()
    {
        await using SendingHive hive = await OpenHiveAsync();
        int length = Math.Min(Target.MaxBatchBytes / 8, Probe.LongestText);
        await hive.Hive.Notes.AddAsync(Enumerable.Range(0, (Target.MaxBatchBytes / length) + 2).Select(i => new Note { Title = $"large {i}", Body = new string('x', length - 100) }));
        await hive.Hive.Notes.AddAsync(Enumerable.Range(0, Target.MaxBatch + 3).Select(static i => new Note { Title = $"small {i}" }));
        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
    }

    [ServerFact]
    public async Task One_record_that_changes_again_and_again_ends_as_it_is()
    {
        await using SendingHive hive = await OpenHiveAsync();
        hive.Hive.Sync.Start();
        Note note = await hive.Hive.Notes.AddAsync(new Note { Title = "0" });
        for (int i = 1; i <= 50; i++)
        {
            await hive.Hive.Notes.SetAsync(note.Id, new Note.Changes { Title = $"{i}" });
        }

        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
    }

    [ServerFact]
    public async Task One_record_in_two_batches_at_once_ends_at_the_newer_version()
    {
        await PrepareAsync();
        HiveTarget other = Open();
        for (int round = 0; round < 10; round++)
        {
            string id = $"n{round}";
            ItemStatus[] outcomes = await Task.WhenAll(Race.SendAsync(Target, Items.Note(id, 5, "older")), Race.SendAsync(other, Items.Note(id, 6, "newer")));
            Assert.Equal(ItemStatus.Applied, outcomes[1]);
            Assert.True(outcomes[0] is ItemStatus.Applied or ItemStatus.Stale, outcomes[0].ToString());
        }

        await StoredAsync([.. Enumerable.Range(0, 10).Select(static round => Items.Note($"n{round}", 6, "newer"))]);
    }

    [ServerFact]
    public async Task Parents_and_children_and_their_removal_are_one_batch_each()
    {
        await PrepareAsync();
        SyncItem leaf = Items.Item("l1", 6, new LeafSync { Id = "l1", Note = "n1", Above = null, Text = "leaf" });
        await ApplyAsync(Items.Note("n1", 5), leaf);
        await StoredAsync(Items.Of<LeafSync>(), leaf);
        await ApplyAsync(Items.Gone<LeafSync>("l1", 8), Items.Gone("n1", 7));
        await StoredAsync(Items.Gone("n1", 7));
        await StoredAsync(Items.Of<LeafSync>(), Items.Gone<LeafSync>("l1", 8));
    }

    [ServerFact]
    public async Task A_child_may_come_before_its_parent()
    {
        await PrepareAsync();
        SyncItem leaf = Items.Item("l1", 6, new LeafSync { Id = "l1", Note = "not there", Above = "nor this", Text = null });
        await ApplyAsync(leaf);
        await StoredAsync(Items.Of<LeafSync>(), leaf);
    }

    private async Task<SendingHive> OpenHiveAsync()
    {
        await PrepareAsync();
        return new SendingHive(Probe.Create());
    }
}
