using HiveGen.FaultDisk;
using HiveGen.FaultDisk.Power;
using HiveGen.Tests;

namespace HiveGen.CrashChild;

/// <summary>Opens a Hive, writes and sends at random, and is killed on the way.</summary>
internal static class Drill
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    /// <summary>Runs until the process is killed, or its input is closed.</summary>
    public static async Task RunAsync(DrillPlan plan, Journal journal, Task closed)
    {
        KillSwitch killing = new(plan, journal);
        DiskShim.Install();

        // The points first: what kills does not reach the disk any more.
        KillingDisk disk = new(plan.Hive, killing) { Phase = plan.Point is KillPoint.Open or KillPoint.Migrate ? plan.Point : KillPoint.Anywhere };
        using IDisposable points = DiskShim.Use(disk);
        using IDisposable? power = plan.Power ? DiskShim.Use(new PowerRule(plan.Hive, plan.Honest)) : null;
        using SignalLogger trimmed = new("[Sync] Trimmed");
        journal.Write("opening");
        DrillTarget target = new(plan.Replica, plan.Cursor, killing.Reach);
        await using Hive hive = Hive.Open(OptionsOf(plan, target, trimmed));
        disk.Phase = plan.Point == KillPoint.Trim ? KillPoint.Trim : KillPoint.Anywhere;
        hive.Sync.Start();
        if (plan.Point == KillPoint.Trim)
        {
            // As long as nobody writes, what reaches the disk is the dispatcher's own, and mostly the trim.
            await Task.WhenAny(trimmed.Seen, Task.Delay(Quiet));
            disk.Phase = KillPoint.Anywhere;
        }

        if (plan.Point == KillPoint.Rebuild)
        {
            await hive.Sync.WhenIdleAsync();
            target.Rebuilding = true;
        }

        Task rebuild = target.Rebuilding ? hive.Sync.RebuildAsync(target.Name) : Task.CompletedTask;
        Task backups = plan.Point == KillPoint.Backup ? BackUpAsync(hive, plan) : Task.CompletedTask;
        IEnumerable<Task> writers = Enumerable.Range(0, plan.Writers).Select(i => Task.Run(new Writer(hive, journal, killing, i, plan.Seed + i).RunAsync));
        await await Task.WhenAny([closed, killing.Enough, .. writers]);
        disk.Phase = plan.Point == KillPoint.Close ? KillPoint.Close : KillPoint.Anywhere;
        await Task.WhenAll(rebuild, backups);
    }

    // One after the other, until the process is killed in the midst of one.
    private static async Task BackUpAsync(Hive hive, DrillPlan plan)
    {
        for (int i = 0; i < plan.Nth; i++)
        {
            await hive.BackupAsync($"{plan.Hive}.backup{i}");
        }
    }

    private static HiveOptions OptionsOf(DrillPlan plan, DrillTarget target, SignalLogger trimmed)
    {
        HiveOptions options = new()
        {
            Path = plan.Hive,
            LockTimeout = TimeSpan.Zero,
            Synchronous = plan.Synchronous,
            LoggerFactory = trimmed,
            Targets = { target },
        };
        options.Dispatch.TrimInterval = TimeSpan.FromMilliseconds(100);
        options.Dispatch.DrainTimeout = TimeSpan.Zero;
        return options.CheckpointEvery(200);
    }
}
