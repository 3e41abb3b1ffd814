namespace HiveGen.Targets.Conformance;

/// <summary>The end of a full load: what it did not write is not in the Hive any more.</summary>
public abstract class SweepFacts(TargetProbe probe) : ConformanceTests(probe)
{
    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await PrepareAsync();
    }

    [ServerFact]
    public async Task Where_nothing_can_be_looked_for_it_does_nothing_and_says_so()
    {
        await ApplyAsync(Items.Note("old", 5));
        Assert.Equal(Probe.Sweeps ? 1 : 0, await SweepAsync(100));
        await StoredAsync(Probe.Sweeps ? Items.Gone("old", 99) : Items.Note("old", 5));
    }

    [ServerFact]
    public async Task What_is_older_than_the_load_becomes_a_ghost_below_it()
    {
        if (!Probe.Sweeps)
        {
            return; // held to that above
        }

        await ApplyAsync(Items.Note("old", 5, "secret", "secret"), Items.Note("new", 100), Items.Gone("gone", 7));
        Assert.Equal(1, await SweepAsync(100));
        await StoredAsync(Items.Gone("old", 99), Items.Note("new", 100), Items.Gone("gone", 7));
        Assert.Equal(0, await SweepAsync(100));
    }

    [ServerFact]
    public async Task What_is_right_below_the_load_is_swept_like_the_rest()
    {
        if (!Probe.Sweeps)
        {
            return; // held to that above
        }

        await ApplyAsync(Items.Note("last", 99));
        Assert.Equal(1, await SweepAsync(100));
        await StoredAsync(Items.Gone("last", 99));
    }

    [ServerFact]
    public async Task A_record_of_the_load_comes_back_and_a_late_one_does_not()
    {
        if (!Probe.Sweeps)
        {
            return; // held to that above
        }

        await ApplyAsync(Items.Note("n1", 5));
        await SweepAsync(100);
        Assert.Equal(ItemStatus.Stale, await StatusOf(Items.Note("n1", 99, "late")));
        await ApplyAsync(Items.Note("n1", 100, "was parked"));
        await StoredAsync(Items.Note("n1", 100, "was parked"));
    }

    [ServerFact]
    public async Task Rows_of_another_home_stay()
    {
        await ApplyAsync(Items.Note("n1", 5, home: "hive_2"), Items.Merge("n2", SyncOperation.Create, new NoteSync { Title = "of a request" }));
        Assert.Equal(0, await SweepAsync(100));
        Assert.All(await Probe.ReadAsync(Items.Notes), static row => Assert.False(row.Deleted));
    }

    [ServerFact]
    public async Task Records_that_the_target_refused_stay()
    {
        if (!Probe.Sweeps)
        {
            return; // held to that above
        }

        await ApplyAsync(Items.Note("refused", 5), Items.Note("gone", 6));
        Assert.Equal(1, await SweepAsync(100, SqlValue.From("refused"), SqlValue.From("never came"), SqlValue.From("it's \"quoted\"")));
        await StoredAsync(Items.Note("refused", 5), Items.Gone("gone", 99));
    }

    [ServerFact]
    public async Task Many_rows_are_swept_and_many_are_spared()
    {
        if (!Probe.Sweeps)
        {
            return; // held to that above
        }

        SyncItem[] items = [.. Enumerable.Range(0, 1500).Select(static i => Items.Note($"n{i:0000}", i + 1))];
        foreach (SyncItem[] batch in items.Chunk(Target.MaxBatch))
        {
            await ApplyAsync(batch);
        }

        Assert.Equal(700, await SweepAsync(10_000, [.. items.Take(800).Select(static item => item.Id)]));
        IReadOnlyList<StoredRow> rows = await Probe.ReadAsync(Items.Notes);
        Assert.Equal(items.Take(800).Select(static item => item.RecordId), rows.Where(static row => !row.Deleted).Select(static row => row.RecordId).Order(StringComparer.Ordinal));
        Assert.Equal(700, rows.Count(static row => row is { Deleted: true, Version: 9999 }));
    }

    [ServerFact]
    public async Task Ids_of_every_kind_are_spared()
    {
        if (!Probe.Sweeps)
        {
            return; // held to that above
        }

        Guid guid = new("0f8fad5b-d9cb-469f-a165-70867728950e");
        SyncItem counter = Items.Item("9007199254740993", 5, new CounterSync { Id = 9007199254740993, Value = 1 });
        SyncItem beacon = Items.Item(guid.ToString(), 6, new BeaconSync { Id = guid, Name = "b" });
        await ApplyAsync(counter, beacon, Items.Item("9007199254740992", 7, new CounterSync { Id = 9007199254740992, Value = 2 }));
        Assert.Equal(1, await Target.SweepAsync(counter.Model, Items.Home, 100, [counter.Id], at: null, CancellationToken.None));
        Assert.Equal(0, await Target.SweepAsync(beacon.Model, Items.Home, 100, [beacon.Id], at: null, CancellationToken.None));
        await StoredAsync(counter.Model, counter, Items.Gone<CounterSync>("9007199254740992", 99));
        await StoredAsync(beacon.Model, beacon);
    }

    [ServerFact]
    public async Task Who_was_taken_over_sweeps_nothing()
    {
        if (!Probe.Sweeps)
        {
            return; // held to that above
        }

        TargetCursor left = new("session_a", 10, 1, 12);
        await MoveAsync(null, left, Items.Note("n1", 5), Items.Note("n2", 60));
        Assert.Equal(1, await Target.SweepAsync(Items.Notes, Items.Home, 50, [], left, CancellationToken.None));

        // Another copy of the Hive, by itself: this one has heard nothing of it.
        HiveTarget other = Open();
        await other.SendAsync(new SendBatch([], new CursorMove(Items.Home, left, left with { Session = "session_b", Epoch = 2 })), CancellationToken.None);
        await other.FlushCursorAsync(CancellationToken.None);
        TargetException refused = await Assert.ThrowsAsync<TargetException>(() => Target.SweepAsync(Items.Notes, Items.Home, 100, [], left, CancellationToken.None).AsTask());
        Assert.Equal(TargetFailure.CursorConflict, refused.Failure);
        await StoredAsync(Items.Gone("n1", 49), Items.Note("n2", 60));
    }

    [ServerFact]
    public async Task Who_is_taken_over_in_the_middle_of_a_sweep_sweeps_nothing_after_it()
    {
        TargetCursor left = new("session_a", 10, 1, 12), taken = left with { Session = "session_b", Epoch = 2 };
        HiveTarget other = Open();
        bool done = false;
        for (int at = 0; !done; at++)
        {
            int requests = 0;
            HiveTarget? watched = Probe.CreateWatched(async () =>
            {
                if (requests++ == at)
                {
                    await other.SendAsync(new SendBatch([], new CursorMove(Items.Home, left, taken)), CancellationToken.None);
                }
            });
            if (watched is null)
            {
                return; // one transaction, or told in its page
            }

            if (at == 0)
            {
                await MoveAsync(null, left, Items.Note("n1", 5));
            }

            Keep(watched);
            Task<int> sweep = watched.SweepAsync(Items.Notes, Items.Home, 100, [], left, CancellationToken.None).AsTask();
            await ((Task)sweep).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            done = requests <= at;
            if (done)
            {
                Assert.Equal(1, await sweep);
            }
            else
            {
                Assert.Equal(TargetFailure.CursorConflict, (await Assert.ThrowsAsync<TargetException>(() => sweep)).Failure);
                await StoredAsync(Items.Note("n1", 5));
                await other.SendAsync(new SendBatch([], new CursorMove(Items.Home, taken, left)), CancellationToken.None);
            }
        }

        await StoredAsync(Items.Gone("n1", 99));
    }

    [ServerFact]
    public async Task A_full_load_removes_what_the_Hive_does_not_have()
    {
        if (!Probe.Sweeps)
        {
            return; // held to that above
        }

        await using SendingHive hive = new(Probe.Create());
        await hive.Hive.Notes.AddAsync(Enumerable.Range(0, 30).Select(static i => new Note { Title = $"{i}" }));
        await hive.ArriveAsync();
        string home = (await Probe.ReadAsync(Items.Notes))[0].Home;
        await ApplyAsync(Items.Note("nobody's", 1, home: home));
        await hive.Hive.Sync.RebuildAsync(hive.Name);
        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
        Assert.Contains(await Probe.ReadAsync(Items.Notes), static row => row is { RecordId: "nobody's", Deleted: true });
    }

    private async Task MoveAsync(TargetCursor? from, TargetCursor to, params IReadOnlyList<SyncItem> items)
    {
        await Target.SendAsync(new SendBatch(items, new CursorMove(Items.Home, from, to)), CancellationToken.None);
        await Target.FlushCursorAsync(CancellationToken.None);
    }

    private async Task<int> SweepAsync(long below, params IReadOnlyList<SqlValue> except) => await Target.SweepAsync(Items.Notes, Items.Home, below, except, at: null, CancellationToken.None);
}
