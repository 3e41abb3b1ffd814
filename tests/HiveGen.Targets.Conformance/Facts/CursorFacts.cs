namespace HiveGen.Targets.Conformance;

/// <summary>The cursor, which the target keeps and moves by compare-and-set.</summary>
public abstract class CursorFacts(TargetProbe probe) : ConformanceTests(probe)
{
    private static readonly TargetCursor One = new("session_a", 10, 1, 12);
    private static readonly TargetCursor Two = new("session_a", 20, 1, 25);

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await PrepareAsync();
        Assert.True(Target.RemembersCursor);
    }

    [ServerFact]
    public async Task There_is_none_at_the_beginning() => Assert.Null(await ReadAsync(Target));

    [ServerFact]
    public async Task It_is_read_back_as_it_was_written_also_by_another_target_object()
    {
        await MoveAsync(null, One);
        Assert.Equal(One, await ReadAsync(Target));
        await MoveAsync(One, Two, Items.Note("n1", 5));
        Assert.Equal(Two, await ReadAsync(Open()));
        await StoredAsync(Items.Note("n1", 5));
    }

    [ServerFact]
    public async Task Each_Hive_has_its_own()
    {
        await MoveAsync(null, One);
        await Target.SendAsync(new SendBatch([], new CursorMove("hive_2", null, Two)), CancellationToken.None);
        Assert.Equal(One, await ReadAsync(Target));
        Assert.Equal(Two, await Target.ReadCursorAsync("hive_2", CancellationToken.None));
        Assert.Null(await Target.ReadCursorAsync("hive_3", CancellationToken.None));
    }

    [ServerFact]
    public async Task Its_largest_numbers_are_kept_exactly()
    {
        TargetCursor large = new("session_ü", SyncVersion.MaxSeq, SyncVersion.MaxEpoch, SyncVersion.MaxSeq);
        await MoveAsync(null, large);
        Assert.Equal(large, await ReadAsync(Open()));
        await MoveAsync(large, large with { Session = "session_b" });
    }

    [ServerFact]
    public async Task What_it_may_show_is_not_compared()
    {
        await MoveAsync(null, One);
        await MoveAsync(One with { High = 999 }, Two);
        Assert.Equal(Two, await ReadAsync(Target));
    }

    [ServerFact]
    public async Task A_move_to_where_it_is_checks_it_and_lets_it_stay()
    {
        await MoveAsync(null, One);
        await MoveAsync(One, One, Items.Note("n1", 5));
        Assert.Equal(One, await ReadAsync(Target));
        await RefusedAsync(Two, Two);
    }

    [ServerFact]
    public async Task A_move_from_elsewhere_is_a_conflict_and_moves_nothing()
    {
        await RefusedAsync(One, Two);
        Assert.Null(await ReadAsync(Target));
        await MoveAsync(null, One);
        foreach (TargetCursor? wrong in new[] { null, Two, One with { Session = "session_b" }, One with { Seq = 9 }, One with { Epoch = 2 } })
        {
            await RefusedAsync(wrong, Two);
            Assert.Equal(One, await ReadAsync(Target));
        }
    }

    [ServerFact]
    public async Task Of_two_that_move_it_from_one_place_one_is_refused()
    {
        await MoveAsync(null, One);
        HiveTarget other = Open();
        Task<bool>[] moves = [TryAsync(Target, One with { Seq = 11 }), TryAsync(other, One with { Seq = 12 })];
        bool[] moved = await Task.WhenAll(moves);
        Assert.Single(moved, static won => won);
        Assert.Equal(moved[0] ? 11 : 12, (await ReadAsync(Target))!.Seq);
    }

    [ServerFact]
    public async Task A_wrong_cursor_leaves_nothing_of_the_data_where_both_are_one_transaction()
    {
        await MoveAsync(null, One, Items.Note("n1", 1, "before"));
        await RefusedAsync(Two, Two with { Seq = 30 }, Items.Note("n1", 5, "after"), Items.Note("n2", 6));
        if (Probe.CursorIsTransactional)
        {
            await StoredAsync(Items.Note("n1", 1, "before"));
        }

        Assert.Equal(One, await ReadAsync(Target));
    }

    [ServerFact]
    public async Task A_refused_batch_moves_no_cursor_and_writes_nothing()
    {
        await MoveAsync(null, One, Items.Note("n1", 1, "before"));
        HiveTarget target = Target;
        bool stopped = false;
        SyncItem[] items = [Items.Note("n1", 5, "after"), Items.Note("n2", 6, "bad")];
        // By whatever the target refuses all of a batch for.
        if (Probe.RefusesRows && Probe.BadRows == BadRowReport.Batch)
        {
            await Probe.RefuseTitleAsync("bad");
        }
        else if (Probe.HasCredentials)
        {
            target = Keep(Probe.CreateWithWrongKey());
        }
        else if (Probe.RefusesRows)
        {
            await Probe.StopAsync();
            stopped = true;
        }
        else
        {
            return; // an emulator, which refuses nothing
        }

        await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch(items, new CursorMove(Items.Home, One, Two)), CancellationToken.None));
        await target.FlushCursorAsync(CancellationToken.None);
        if (stopped)
        {
            await Probe.StartAsync();
        }

        Assert.Equal(One, await ReadAsync(Open()));
        await StoredAsync(Items.Note("n1", 1, "before"));
    }

    private async Task<bool> TryAsync(HiveTarget target, TargetCursor to)
    {
        try
        {
            await target.SendAsync(new SendBatch([], new CursorMove(Items.Home, One, to)), CancellationToken.None);
            await target.FlushCursorAsync(CancellationToken.None);
            return true;
        }
        catch (TargetException refused) when (refused.Failure == TargetFailure.CursorConflict)
        {
            return false;
        }
    }

    private async Task RefusedAsync(TargetCursor? from, TargetCursor to, params IReadOnlyList<SyncItem> items)
    {
        TargetException refused = await Assert.ThrowsAsync<TargetException>(() => MoveAsync(from, to, items));
        Assert.Equal(TargetFailure.CursorConflict, refused.Failure);
    }

    private async Task MoveAsync(TargetCursor? from, TargetCursor to, params IReadOnlyList<SyncItem> items)
    {
        await Target.SendAsync(new SendBatch(items, new CursorMove(Items.Home, from, to)), CancellationToken.None);
        // A cursor that follows the data is where it was moved to when it was flushed, as the dispatcher does.
        await Target.FlushCursorAsync(CancellationToken.None);
    }

    private static async Task<TargetCursor?> ReadAsync(HiveTarget target) => await target.ReadCursorAsync(Items.Home, CancellationToken.None);
}
