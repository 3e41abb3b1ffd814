using HiveGen.Targets;

namespace HiveGen.Tests;

/// <summary>
/// Runs a history against two targets of one Hive: one that gets every change by itself, as it is committed, over a good line, and
/// one behind a bad line. In the end both must hold the same.
/// </summary>
internal sealed class Drill(History history, bool sqlite) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ScriptedDatabase plain = new();
    private readonly ScriptedDatabase memory = new();
    private SqliteMirror? mirror;
    private SyncHive hive = null!;
    private FaultPlan plan = null!;
    private FaultyTarget faulty = null!;

    public async Task RunAsync()
    {
        hive = new SyncHive(Configure) { Hangs = true };
        plan = new FaultPlan(history.Faults, hive.Clock);
        mirror = sqlite ? new SqliteMirror(hive.Clock) : null;
        await hive.ReopenAsync(Targets());
        await hive.DrainAsync();
        mirror?.Watch();
        plan.On = true;
        foreach (Step step in history.Steps)
        {
            await RunAsync(step);
            CheckWakeUps();
        }

        // Only the clock goes on: whatever waits must wake by itself.
        await hive.DrainAsync();
        await CheckEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await hive.RunUntilAsync(hive.DisposeAsync().AsTask());
        mirror?.Dispose();
    }

    private static List<string> RowsOf(ScriptedDatabase database)
        => [.. database.Rows.Select(static row => $"{row.Key}|{row.Value.Version}|{row.Value.Record ?? "gone"}").Order(StringComparer.Ordinal)];

    private void Configure(HiveOptions options)
    {
        options.Dispatch.Window = history.Window;
        options.Dispatch.WindowBytes = history.WindowBytes;
        if (options.Targets.Exists(static target => target.Name == "t"))
        {
            options.Dispatch.Lanes["t"] = history.Lanes;
        }
    }

    private HiveTarget[] Targets(params HiveTarget[] more)
    {
        faulty = new FaultyTarget(mirror is null ? new ScriptedTarget("t", memory) : mirror.Open(), plan, history.Batch);
        return [new ScriptedTarget("plain", plain) { Max = 1 }, faulty, .. more];
    }

    private async Task RunAsync(Step step)
    {
        switch (step.Kind)
        {
            case StepKind.Wait:
                hive.Clock.Advance(TimeSpan.FromSeconds(step.Value));
                break;
            case StepKind.Restart:
                // With the clock: a stop gives a send that hangs its time.
                await hive.RunUntilAsync(hive.ReopenAsync(Targets()));
                hive.Sync.Start();
                break;
            default:
                try
                {
                    await hive.WriteAsync(step.Sql!);
                }
                catch (HiveConstraintException)
                {
                    // Refused by the Hive itself, and undone: a step that writes nothing.
                }

                break;
        }

        // The good line is never held up by the bad one: it gets each change before the next is made, without the clock.
        await hive.Sync.WhenIdleAsync("plain", TimeSpan.FromDays(20)).WaitAsync(Limit);
    }

    private void CheckWakeUps()
    {
        HiveDispatchOptions options = hive.Engine.Options.Dispatch;
        DateTimeOffset now = hive.Clock.GetUtcNow();
        // The longest that anything of the plan asks for is a Retry-After of seven minutes.
        DateTimeOffset latest = now + TimeSpan.FromMinutes(7) + options.LongestRetry;
        foreach (TargetStatus status in hive.Sync.Status.Targets)
        {
            Assert.True(status.NextTry is not { } next || next <= latest, $"{status} wakes too late");
        }

        Assert.Empty(hive.Read($"SELECT * FROM _hive_parked WHERE dead OR next_at > {UnixMicros.Write(now + options.LongestRetry)}"));
    }

    private async Task CheckEndAsync()
    {
        List<string> expected = RowsOf(plain);
        Assert.Equal(expected, mirror is null ? RowsOf(memory) : mirror.Rows);
        Assert.Equal(hive.Rows, plain.Live);
        Assert.Empty(hive.Read("SELECT * FROM _hive_parked"));
        foreach (ScriptedDatabase database in (ScriptedDatabase[])[plain, memory])
        {
            Assert.All(database.History.GroupBy(static entry => entry.Key), static row => Assert.Equal(row.Select(static entry => entry.Version).Order(), row.Select(static entry => entry.Version)));
        }

        Assert.Empty(mirror?.Violations ?? []);
        Assert.All(hive.Sync.Status.Targets, static status => Assert.Equal((0, 0, BreakerState.Closed), (status.Dead, status.Restarts, status.Breaker)));

        // After a restart nothing that is unchanged is sent, and what a new target is loaded with is what was streamed.
        plan.On = false;
        ScriptedTarget fresh = new("fresh");
        await hive.ReopenAsync(Targets(fresh));
        await hive.DrainAsync();
        Assert.Equal(0, faulty.Items);
        Assert.Equal(plain.Live, fresh.Database.Live);
        Assert.Equal(expected, mirror is null ? RowsOf(memory) : mirror.Rows);
    }
}
