using HiveGen.FaultDisk;
using HiveGen.FaultDisk.Faults;
using HiveGen.FaultDisk.Power;

namespace HiveGen.Tests;

/// <summary>The disk says that it could not keep what it was given.</summary>
public sealed class FailedSyncTests
{
    private const int SyncFailed = 1034;
    private const int ReadOnly = 8;

    [Fact]
    public async Task A_write_whose_sync_fails_is_not_acknowledged_and_a_power_cut_takes_no_other()
    {
        int refusals = 0;
        for (int n = 1; ; n++)
        {
            await using DiskApp app = new();

            // What fails does not become durable; what the app was told is stored must be in what a power cut leaves.
            BrokenDisk disk = new(app.Path, DiskCall.Sync, SyncFailed, from: n);
            using IDisposable rule = DiskShim.Use(disk);
            using IDisposable power = DiskShim.Use(new PowerRule(app.Path));
            if (!TryOpen(app))
            {
                continue;
            }

            foreach (WorkStep step in Workload.Steps)
            {
                if (await app.TryAsync(step) is not { } refused)
                {
                    continue;
                }

                refusals++;
                Assert.StartsWith("Reading or writing the Hive's file failed", refused.Message, StringComparison.Ordinal);
                Assert.Equal(SyncFailed, refused.SqliteCode);
                app.CompareAfterCut(new PowerCut(new Random(n), kept: 0));
                disk.Mend();
                Assert.Null(await app.TryAsync(step));
            }

            disk.Mend();
            app.CompareAfterCut(new PowerCut(new Random(n), kept: 0.5));
            await app.CheckAsync();
            if (disk.Refused == 0)
            {
                Assert.True(refusals > 10, $"only {refusals} refused");
                return;
            }
        }
    }

    [Fact]
    public async Task A_disk_that_became_read_only_is_named_and_reads_go_on()
    {
        await using DiskApp app = new();
        app.Open();
        Assert.Null(await app.TryAsync(Workload.Steps[0]));
        BrokenDisk disk = new(app.Path, DiskCall.Write, ReadOnly);
        using IDisposable rule = DiskShim.Use(disk);
        HiveStorageException? refused = await app.TryAsync(Workload.Steps[1]);
        Assert.StartsWith("The database is read-only here", refused?.Message, StringComparison.Ordinal);
        app.Compare();
        disk.Mend();
        Assert.Null(await app.TryAsync(Workload.Steps[1]));
        await app.CheckAsync();
    }

    private static bool TryOpen(DiskApp app)
    {
        try
        {
            app.Open();
            return true;
        }
        catch (HiveStorageException refused)
        {
            Assert.Equal(SyncFailed, refused.SqliteCode);
            return false;
        }
    }
}
