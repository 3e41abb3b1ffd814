using HiveGen.FaultDisk;
using HiveGen.FaultDisk.Power;

namespace HiveGen.Tests;

/// <summary>With <see cref="HiveSynchronous.Normal"/> a power cut may take the last writes, though a target has them already.</summary>
public sealed class NormalPowerTests
{
    [Fact]
    public async Task A_target_that_knows_more_than_the_Hive_is_paused_until_it_is_adopted()
    {
        await using DiskApp app = new();
        using IDisposable power = DiskShim.Use(new PowerRule(app.Path));
        app.Open(synchronous: HiveSynchronous.Normal);
        foreach (WorkStep step in Workload.Steps.Take(5))
        {
            Assert.Null(await app.TryAsync(step));
        }

        // Closing syncs; what comes after it is only in the system's cache.
        await app.CloseAsync();
        int before = app.Expected.Count;
        app.Open(checkpoint: int.MaxValue, synchronous: HiveSynchronous.Normal);
        foreach (WorkStep step in Workload.Steps.Skip(5))
        {
            Assert.Null(await app.TryAsync(step));
        }

        await app.CheckAsync();
        string copy = app.Copy();
        await app.CloseAsync();
        new PowerCut(new Random(1), kept: 0).Apply(copy);
        SortedDictionary<string, string> acknowledged = app.Expected;
        app.Restore(copy);
        Assert.NotEqual(acknowledged, app.Expected);
        Assert.Equal(before, app.Expected.Count);

        TargetStatus paused = await PausedAsync(app);
        Assert.Contains("restored backup", paused.Reason, StringComparison.Ordinal);
        Assert.Contains("AdoptAsync", paused.Reason, StringComparison.Ordinal);

        // The Hive goes on without it, and what it writes is not mixed into what the target has.
        Assert.Null(await app.TryAsync(Workload.Steps[5]));
        await app.Hive.Sync.AdoptAsync("replica");
        await app.CheckAsync();
    }

    private static async Task<TargetStatus> PausedAsync(DiskApp app)
    {
        await Eventually.TrueAsync(
            () =>
            {
                TargetState state = app.Hive.Sync.Status.Targets[0].State;
                Assert.NotEqual(TargetState.Running, state);
                return state == TargetState.Paused;
            },
            "The target is not paused.");
        return app.Hive.Sync.Status.Targets[0];
    }
}
