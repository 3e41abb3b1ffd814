namespace HiveGen.Targets.Conformance;

/// <summary>A server that stops and comes back, and one that knows another key.</summary>
public abstract class OutageFacts(TargetProbe probe) : ConformanceTests(probe)
{
    [ServerFact]
    public async Task A_stopped_server_is_a_failure_that_passes()
    {
        await PrepareAsync();
        await ApplyAsync(Items.Note("n1", 5));
        await Probe.StopAsync();
        for (int attempt = 0; attempt < 2; attempt++)
        {
            TargetException down = await Assert.ThrowsAsync<TargetException>(() => SendAsync(Items.Note("n2", 6)));
            Assert.True(down.Failure is TargetFailure.Transient or TargetFailure.Timeout, down.ToString());
        }

        if (Probe.StopsReads)
        {
            TargetException unread = await Assert.ThrowsAsync<TargetException>(async () => await Target.ReadCursorAsync(Items.Home, CancellationToken.None));
            Assert.True(unread.Failure is TargetFailure.Transient or TargetFailure.Timeout, unread.ToString());
        }

        await Probe.StartAsync();
        // Connections of before may be in its pool still: a failure that passes is no fault.
        Assert.Equal(ItemStatus.Applied, await Race.SendAsync(Target, Items.Note("n2", 6)));
        await StoredAsync(Items.Note("n1", 5), Items.Note("n2", 6));
    }

    [ServerFact]
    public async Task What_changes_while_the_server_is_away_arrives_when_it_is_back()
    {
        await PrepareAsync();
        await using SendingHive hive = new(Probe.Create());
        await hive.Hive.Notes.AddAsync(Enumerable.Range(0, 200).Select(static i => new Note { Id = $"n{i}", Title = $"{i}" }));
        await hive.ArriveAsync();
        await Probe.StopAsync();
        await hive.Hive.Notes.AddAsync(Enumerable.Range(200, 100).Select(static i => new Note { Id = $"n{i}", Title = $"{i}" }));
        await hive.Hive.Notes.SetAsync("n7", new Note.Changes { Title = "changed" });
        await hive.Hive.Notes.RemoveAsync("n8");
        await hive.UntilAsync(static status => status is { State: TargetState.Retrying, Breaker: BreakerState.Open });
        await Probe.StartAsync();
        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
        Assert.Equal(0, hive.Status.Dead + hive.Status.Parked);
        Assert.Contains(await Probe.ReadAsync(Items.Notes), static row => row is { RecordId: "n8", Deleted: true });
    }

    [ServerFact]
    public async Task A_server_that_restarts_again_and_again_in_the_middle_of_it_loses_nothing()
    {
        await PrepareAsync();
        await using SendingHive hive = new(Probe.Create(), static options => options.Dispatch.Window = 100);
        hive.Hive.Sync.Start();
        int added = 0;
        for (int round = 0; round < 3; round++)
        {
            for (int chunk = 0; chunk < 5; chunk++)
            {
                await hive.Hive.Notes.AddAsync(Enumerable.Range(0, 100).Select(_ => new Note { Id = $"n{added}", Title = $"{added++}" }));
            }

            await hive.Hive.Notes.Where(note => note.Title.StartsWith($"{round}3")).RemoveAsync();
            await hive.Hive.Notes.Where(note => note.Title.StartsWith($"{round}4")).SetAsync(new Note.Changes { Body = $"round {round}" });
            // It has taken some of this round, and not all.
            int before = added - 500;
            await hive.UntilAsync(status => status.Seq > before || status.State == TargetState.Retrying);
            await Probe.StopAsync();
            await Probe.StartAsync();
        }

        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
        Assert.Equal(0, hive.Status.Dead + hive.Status.Parked);
    }

    [ServerFact]
    public async Task A_server_that_is_away_at_the_start_is_waited_for()
    {
        await PrepareAsync();
        await Probe.StopAsync();
        await using SendingHive hive = new(Probe.Create());
        await hive.Hive.Notes.AddAsync(new Note { Title = "early" });
        TargetStatus status = await hive.UntilAsync(static status => status.State == TargetState.Retrying);
        Assert.NotNull(status.Reason);
        await Probe.StartAsync();
        await hive.ArriveAsync();
        await hive.EqualsAsync(Probe);
    }

    [ServerFact]
    public async Task A_wrong_key_is_a_matter_of_configuration_and_is_never_told()
    {
        await PrepareAsync();
        if (!Probe.HasCredentials)
        {
            Assert.Throws<NotSupportedException>(Probe.CreateWithWrongKey);
            return;
        }

        HiveTarget target = Keep(Probe.CreateWithWrongKey());
        TargetException[] refused =
        [
            await Assert.ThrowsAsync<TargetException>(async () => await target.ReadCursorAsync(Items.Home, CancellationToken.None)),
            await Assert.ThrowsAsync<TargetException>(async () => await target.SendAsync(new SendBatch([Items.Note("n1", 5)], null), CancellationToken.None)),
        ];
        Assert.All(refused, static exception => Assert.Equal(TargetFailure.Configuration, exception.Failure));
        Assert.All(refused, exception => Assert.DoesNotContain(Probe.WrongKey, exception.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(Probe.WrongKey, target.ToString() ?? "", StringComparison.Ordinal);
        await StoredAsync();
    }
}
